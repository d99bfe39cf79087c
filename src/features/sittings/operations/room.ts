/** The room: everything an act in a sitting looks at, read once. Texts in it are for checking, not for showing. */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import type { Committee, Membership } from '../../committees/types.ts';
import { quorumOf } from '../../conferences/operations/forecast.ts';
import { findSeen } from '../../conferences/operations/look.ts';
import { calledTo } from '../../conferences/operations/sitting.ts';
import type { Conference, Reply, Revision } from '../../conferences/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { cite } from '../../eligibility/rules/verdict.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import { follow } from '../rules/course.ts';
import { countQuorum } from '../rules/quorum.ts';
import { seatsBesides, seatsOfSummoned } from '../rules/seats.ts';
import { listEvents } from '../store/events.ts';
import * as store from '../store/sittings.ts';
import type {
  CitedQuorum,
  Course,
  EventKind,
  QuorumCount,
  Seat,
  Sitting,
  SittingEvent,
  SittingItem,
} from '../types.ts';

export interface Room {
  readonly viewer: Viewer;
  readonly committee: Committee;
  readonly conference: Conference;
  /** In force, whatever is still held. */
  readonly revision: Revision;
  readonly members: readonly Membership[];
  readonly replies: readonly Reply[];
  /** Null: the roll call has not begun. */
  readonly sitting: Sitting | null;
  readonly items: readonly SittingItem[];
  readonly events: readonly SittingEvent[];
  readonly course: Course;
  /** In protocol order; frozen once it was opened. */
  readonly seats: readonly Seat[];
  readonly voters: ReadonlySet<PersonId>;
  readonly rule: CitedQuorum;
  readonly delegatesCount: boolean;
  /** Null: the rule set has none, or this is the second call already. */
  readonly secondCall: { readonly quorum: QuorumRule; readonly afterMinutes: number } | null;
  /** By what stands now. */
  readonly quorum: QuorumCount;
}

/** Refuses conference-unknown, as for one that the person has nothing to do with. */
export async function findRoom(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<Room, 'conference-unknown' | 'conference-cancelled'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, committee, conference, revisions } = found.value;
  const revision = revisions.find((one) => one.number === conference.revision);
  if (!revision || conference.state === 'draft' || conference.state === 'discarded') {
    return refused('conference-unknown');
  }
  if (conference.state === 'cancelled') return refused('conference-cancelled');
  const begun = await store.findSitting(act.store, viewer, id);
  const members = await membersOf(act, committee.id);
  const voters = new Set(members.filter((member) => member.votes).map((member) => member.person));
  const { summoned, replies } = await calledTo(act, viewer, id, revision);
  const events = begun ? await listEvents(act.store, viewer, id) : [];
  const items = begun ? await store.listItems(act.store, viewer, id) : [];
  const ruleSet = ruleSetOfPlan(revision);
  const { secondCall, delegatesCount } = ruleSet.parameters;
  const isSecond = revision.call === 'second' && secondCall.value !== null;
  const parameter = quorumOf(ruleSet, revision.call);
  const rule = parameter.value;
  const course = follow(events, revision.chair, revision.number);
  const sitting = begun && { ...begun, secretary: course.secretary ?? begun.secretary };
  const frozen = course.openedAt ? await store.listSeats(act.store, viewer, id, revision.number) : [];
  const ofList = frozen.length > 0 ? frozen : seatsOfSummoned(rule.base, summoned, voters);
  const known = new Set(ofList.map((seat) => seat.person));
  const besides = [
    ...replies.flatMap((reply) => (reply.delegate ? [reply.delegate] : [])),
    ...events.flatMap((event) => (besidesList.includes(event.kind) && event.person ? [event.person] : [])),
  ].filter((person, index, all) => !known.has(person) && all.indexOf(person) === index);
  const seats = [...ofList, ...seatsBesides(known, replies, await store.seatsOfPeople(act.store, viewer, besides))];
  const room = { seats, present: course.present, voters: voters.size, delegatesCount: delegatesCount.value };
  return done({
    ...{ viewer, committee, conference, revision, members, replies, sitting, items, events, course, seats, voters },
    delegatesCount: delegatesCount.value,
    secondCall: isSecond ? null : secondCall.value,
    rule: {
      rule,
      call: isSecond ? 2 : 1,
      ruleSet: { key: ruleSet.key, version: ruleSet.version, title: ruleSet.title },
      source: cite(ruleSet, parameter),
    },
    quorum: countQuorum(rule, room),
  });
}

/** What is recorded of people who need not be on the list. */
const besidesList: readonly EventKind[] = ['arrived', 'chair-handed'];

/** Chair, deputies and the committee secretary; whoever holds the chair of this conference; its secretary. */
export function mayRun({ viewer, course, sitting }: Pick<Room, 'viewer' | 'course' | 'sitting'>): boolean {
  if (viewer.roles.length === 0 || viewer.isClockwork) return false;
  return may(viewer, 'conference.run') || viewer.person === course.chair || viewer.person === sitting?.secretary;
}

export async function findRoomToRun(
  act: Act,
  id: ConferenceId,
): Promise<Outcome<Room, AccessRefusal | 'conference-unknown' | 'conference-cancelled'>> {
  const room = await findRoom(act, id);
  if (!room.ok) return room;
  if (mayRun(room.value)) return room;
  const viewer = await viewerOf(act, room.value.committee.id);
  if (viewer.roles.length === 0) return refused('not-in-committee');
  return refused('right-missing', { right: 'conference.run', roles: ['clerk', 'chair', 'deputy'] });
}
