/** What a person sees of a sitting: without the items and texts of cases closed to them, and what happened under those. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import type { Eyes } from '../../access/types.ts';
import { type AgendaList, agendaLists } from '../../conferences/operations/agenda-lists.ts';
import { findSeen } from '../../conferences/operations/look.ts';
import { conferencesBetween, readingOf } from '../../conferences/operations/sitting.ts';
import { tasksOf } from '../../tasks/operations.ts';
import type { Task } from '../../tasks/types.ts';
import { follow } from '../rules/course.ts';
import { leaderOfItem } from '../rules/item-chair.ts';
import { rollCallFrom, rollCallFromMs } from '../rules/life.ts';
import { listEvents } from '../store/events.ts';
import { findSitting, type Held, whoHeld as heldBy } from '../store/sittings.ts';
import type { Course, OwnPresence, QuorumCount, SittingEvent, SittingItem } from '../types.ts';
import { itemQuorum } from './record.ts';
import { findRoom, findRoomToRun, mayRun, type Room } from './room.ts';

export interface SittingSight
  extends Pick<
    Room,
    | 'committee'
    | 'conference'
    | 'revision'
    | 'sitting'
    | 'seats'
    | 'rule'
    | 'quorum'
    | 'secondCall'
    | 'members'
    | 'replies'
  > {
  readonly mayRun: boolean;
  readonly items: readonly SittingItem[];
  readonly events: readonly SittingEvent[];
  readonly course: Course;
  /** Of the item under discussion, else of the conference; null: the chair is out of it, and nobody is there to lead it. */
  readonly leader: PersonId | null;
  /** Of the item under discussion, as far as the reader may know of it. */
  readonly itemQuorum: QuorumCount | null;
  readonly lists: readonly AgendaList[];
  /** Given here, and left open by earlier conferences, as far as the reader may know of them. */
  readonly tasks: { readonly given: readonly Task[]; readonly left: readonly Task[] };
}

/** For those who run it, and for the clockwork that words their card. */
export async function seeRunning(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<SittingSight, AccessRefusal | 'conference-unknown' | 'conference-cancelled'>> {
  const room = await findRoomToRun(act, id);
  return room.ok ? done(await sightOf(act, room.value)) : room;
}

/** For everybody who sees the conference. */
export async function seeSitting(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<SittingSight, 'conference-unknown' | 'conference-cancelled'>> {
  const room = await findRoom(act, id);
  return room.ok ? done(await sightOf(act, room.value)) : room;
}

async function sightOf(act: Act, room: Room): Promise<SittingSight> {
  const { viewer, revision } = room;
  const lists = room.items.flatMap((item) => (item.list ? [item.list] : []));
  const reading = await readingOf(act, viewer, lists);
  const items = room.items.filter((item) => reading.isTextOpen(item.text) && reading.isListOpen(item.list));
  const open = new Set(items.map((item) => item.id));
  const events = room.events.filter(
    (event) => (event.item === null || open.has(event.item)) && reading.isTextOpen(event.text),
  );
  const course = follow(events, revision.chair, revision.number);
  const { committee, conference, sitting, seats, rule, quorum, secondCall, members, replies } = room;
  return {
    ...{ committee, conference, revision, sitting, seats, rule, quorum, secondCall, members, replies },
    ...{ items, events, course },
    mayRun: mayRun(room),
    leader: leaderOfItem(course, members),
    tasks: await tasksOf(act, viewer, conference.id),
    itemQuorum: course.current ? itemQuorum(room, course, course.current) : null,
    lists: items.some((item) => item.list) ? await agendaLists(act, committee.id) : [],
  };
}

/** What a person's own card says of the roll call; null: it has not begun. In few statements: 300 cards are worded so. */
export async function ownPresence(act: Act, id: ConferenceId): Promise<OwnPresence | null> {
  const found = await findSeen(act, id);
  if (!found.ok || !act.person) return null;
  const { viewer, conference, revision } = found.value;
  const sitting = await findSitting(act.store, viewer, id);
  if (!sitting || !revision) return null;
  // Called again for another day: until then the card asks for an answer.
  if (act.now < rollCallFrom(revision.startsAt) && revision.number > 1 && revision.call !== 'first') return null;
  const isMine = (event: SittingEvent) => event.person === (act.person as PersonId);
  const events = (await listEvents(act.store, viewer, id)).filter(isMine);
  const course = follow(events, revision.chair, conference.revision);
  return {
    isOver: sitting.state === 'concluded' || sitting.state === 'not-held',
    isOpen: sitting.state === 'open',
    isHere: course.present.has(act.person),
    since: events.findLast((event) => event.kind === 'arrived')?.at ?? null,
  };
}

/** Who held the chair of these conferences at their end, and who took the minutes; those not begun are left out. */
export async function whoHeld(
  act: Act,
  eyes: Eyes,
  conferences: readonly ConferenceId[],
): Promise<ReadonlyMap<ConferenceId, Held>> {
  return heldBy(act.store, eyes, conferences);
}

/** Conferences that are running, can be begun now, or were held lately and are not recorded yet. */
export async function listRunnable(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<Awaited<ReturnType<typeof conferencesBetween>>, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conference.see');
  if (!viewer.ok) return viewer;
  const from = new Date(act.now.getTime() - recordableMs);
  const until = new Date(act.now.getTime() + rollCallFromMs);
  return done(await conferencesBetween(act, viewer.value, from, until));
}

/** What was held on paper is entered within a month. */
const recordableMs = 31 * 24 * 3_600_000;

/** Conferences that were opened, the latest first: their minutes can be asked for. */
export async function listHeld(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<Awaited<ReturnType<typeof conferencesBetween>>, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'conference.see');
  if (!viewer.ok) return viewer;
  const from = new Date(act.now.getTime() - heldForMs);
  const held = await conferencesBetween(act, viewer.value, from, act.now, ['opened', 'concluded']);
  return done(held.toReversed());
}

/** Minutes are asked for within half a year; older ones are papers. */
export const heldForMs = 183 * 24 * 3_600_000;
