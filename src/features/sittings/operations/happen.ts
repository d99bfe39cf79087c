/** The one way by which something becomes part of a sitting: checked against everything else, recorded, cards redrawn. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { PlainTime } from '../../../kernel/time.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { nomineesNamed, nomineesOnLists, recusedIn } from '../../conferences/operations/sitting.ts';
import { isItemClosedTo } from '../../conferences/rules/item-leader.ts';
import { type CourseRefusal, check, follow, inOrder, replay } from '../rules/course.ts';
import { momentOf } from '../rules/moment.ts';
import { insertEvents, type NewEvent } from '../store/events.ts';
import { changeSitting, listItems, lockSitting } from '../store/sittings.ts';
import type { Course, EventKind, SittingItem, SittingItemId } from '../types.ts';
import { findRoomToRun, type Room } from './room.ts';

export const textMax = 2_000;

export type HappenRefusal =
  | AccessRefusal
  | CourseRefusal
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'sitting-out-of-order'
  | 'roll-call-not-begun'
  | 'minutes-confirmed'
  | 'time-ahead'
  | 'time-unreadable'
  | 'sitting-text-too-long';

/** What the act adds; `at` is filled in. */
export type Happening = { readonly kind: EventKind } & Partial<Pick<NewEvent, 'person' | 'item' | 'text' | 'facts'>>;

export interface When {
  readonly conference: ConferenceId;
  /** A time of the committee's clock; null: now. Most acts can be recorded afterwards. */
  readonly time: PlainTime | null;
}

/**
 * Runs one act of those who run the sitting. `decide` looks at the room as it was at that moment (`before`) and says what
 * happens; each of it is checked, and so is everything recorded for a later time. Acts wait for one another.
 */
export async function happen<R extends string>(
  act: Act,
  when: When,
  decide: (
    room: Room & { readonly before: Course; readonly at: Date; readonly act: Act },
  ) => Promise<Outcome<readonly Happening[], R>>,
): Promise<Outcome<Room, HappenRefusal | R>> {
  return inTransaction(act, async (tx) => {
    await lockSitting(tx, when.conference, 'running');
    const here = inside(act, tx);
    const found = await findRoomToRun(here, when.conference);
    if (!found.ok) return found;
    const room = found.value;
    if (!room.sitting) return refused('roll-call-not-begun');
    if (room.sitting.isFrozen) return refused('minutes-confirmed');
    const { revision, committee } = room;
    const at = momentOf(when.time, { zone: committee.zone, startsAt: revision.startsAt, now: act.now });
    if (!at.ok) return at;
    const isLate = room.events.some((event) => event.at > at.value);
    const before = isLate
      ? follow(
          room.events.filter((event) => event.at <= at.value),
          revision.chair,
          revision.number,
        )
      : room.course;
    const decided = await decide({ ...room, before, at: at.value, act: here });
    if (!decided.ok) return decided;
    const events = decided.value.map((one) => ({
      ...{ kind: one.kind, at: at.value, revision: revision.number },
      ...{ person: one.person ?? null, item: one.item ?? null, text: one.text ?? null, facts: one.facts ?? {} },
    }));
    if (events.some((event) => (event.text?.length ?? 0) > textMax)) {
      return refused('sitting-text-too-long', { max: textMax }, 'text');
    }
    const checked = checkAll(room, before, events, isLate);
    if (!checked.ok) return checked;
    await insertEvents(tx, when.conference, events, { at: act.now, by: act.person });
    await keepState(here, room, checked.value);
    await noteAll(here, room, events);
    await redraw(here, when.conference, touched(checked.value, room, events));
    return done({ ...room, course: checked.value });
  });
}

/** First against what was true then, so that the reason is about this act; then everything once more, in order. */
function checkAll(
  room: Room,
  before: Course,
  events: readonly (NewEvent & { readonly revision: number })[],
  isLate: boolean,
): Outcome<Course, CourseRefusal | 'sitting-out-of-order'> {
  const { chair, number } = room.revision;
  const earlier = room.events.filter((event) => !isLate || event.at <= (events[0]?.at ?? event.at));
  let course = before;
  for (const [index, event] of events.entries()) {
    const may = check(course, event);
    if (!may.ok) return may;
    course = follow([...earlier, ...events.slice(0, index + 1)], chair, number);
  }
  return replay(inOrder([...room.events, ...events]), chair, number);
}

/** Whose own card says something else now: who came or left; everybody when it begins or ends. */
function touched(course: Course, room: Room, events: readonly NewEvent[]): readonly PersonId[] | 'all' {
  if (course.phase !== room.course.phase) return 'all';
  const moved = events.filter((event) => event.kind === 'arrived' || event.kind === 'left');
  return moved.flatMap((event) => (event.person ? [event.person] : []));
}

async function keepState(act: Act, { sitting, conference }: Room, course: Course): Promise<void> {
  if (sitting && sitting.state !== course.phase) {
    await changeSitting(act.store, conference.id, { state: course.phase });
  }
}

/** One entry of the log for many who come at once. Numbers of hands and names stay out of it; typed text is hashed. */
async function noteAll(act: Act, room: Room, events: readonly NewEvent[]): Promise<void> {
  // An item added by this very act is not in the room that was read before it.
  const isNew = events.some((event) => event.item && !room.items.some((one) => one.id === event.item));
  const items = isNew ? await listItems(act.store, room.viewer, room.conference.id) : room.items;
  const kinds = new Map(events.map((event) => [`${event.kind}:${event.item}`, event]));
  for (const event of kinds.values()) {
    const same = events.filter((one) => one.kind === event.kind && one.item === event.item);
    const item = items.find((one) => one.id === event.item);
    const texts = [item?.text, event.text].filter((text) => typeof text === 'string');
    await record(act.store, act, {
      kind: `sittings.${event.kind}`,
      committee: room.committee.id,
      // A list stands for all on it: the history leaves it out for whom all of them are closed.
      subject: item?.list ? { kind: 'nominee-list', id: item.list } : { kind: 'conference', id: room.conference.id },
      nominees: await nomineesNamed(act, room.viewer, texts),
      facts: {
        conference: room.conference.id,
        happenedAt: event.at,
        persons: same.flatMap((one) => (one.person ? [one.person] : [])),
        item: event.item,
        text: event.text === null ? null : hashOf(event.text),
        ...(event.facts.outcome ? { outcome: event.facts.outcome } : {}),
        ...(event.facts.call ? { call: event.facts.call } : {}),
        ...event.facts.quorum,
      },
    });
  }
}

/** The card of those who run it, and the cards of those summoned: each is worded again in its place. */
export async function redraw(act: Act, conference: ConferenceId, persons: readonly PersonId[] | 'all'): Promise<void> {
  await refresh(act.store, act, { kind: 'sittings.panel', ids: { conference } });
  const whose = persons === 'all' ? {} : { persons };
  if (persons.length > 0)
    await refresh(act.store, act, { kind: 'conferences.invitation', ids: { conference }, ...whose });
}

/** Everybody who must not be in the room for an item: recused from everybody on its list, or from somebody it names. */
export async function closedFor(act: Act, room: Room, item: SittingItem): Promise<readonly PersonId[]> {
  return (await closedForEach(act, room, [item])).get(item.id) ?? [];
}

/** The same for several items at once. */
export async function closedForEach(
  act: Act,
  { viewer, seats }: Room,
  items: readonly SittingItem[],
): Promise<ReadonlyMap<SittingItemId, readonly PersonId[]>> {
  const recused = await recusedIn(act, viewer);
  const lists = await nomineesOnLists(
    act,
    items.flatMap(({ list }) => list ?? []),
  );
  const isOut = (person: PersonId, item: SittingItem) =>
    isItemClosedTo(person, item, item.list ? (lists.get(item.list) ?? []) : [], recused);
  const persons = seats.map((seat) => seat.person);
  return new Map(items.map((item) => [item.id, persons.filter((person) => isOut(person, item))]));
}
