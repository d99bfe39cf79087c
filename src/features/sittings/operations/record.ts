/** What is said and decided, who leads, breaks and the end: each with its time, each recorded by whoever runs it. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { setConferenceState } from '../../conferences/operations/sitting.ts';
import { inOrder, presentFor, replay } from '../rules/course.ts';
import { countedAmong, handsFit, isReached } from '../rules/quorum.ts';
import { strikeEvent } from '../store/events.ts';
import * as store from '../store/sittings.ts';
import {
  type Course,
  type DecisionOutcome,
  type ShowOfHands,
  type SittingEventId,
  type SittingItemId,
  voteKinds,
} from '../types.ts';
import { type HappenRefusal, happen, redraw, textMax, type When } from './happen.ts';
import { findRoomToRun, type Room } from './room.ts';

/** Under an item, or about the conference as a whole (null). Refuses sitting-text-missing, item-unknown. */
export async function recordNote(
  act: Act,
  input: When & { readonly item: SittingItemId | null; readonly text: string },
): Promise<Outcome<Room, HappenRefusal | 'sitting-text-missing' | 'item-unknown'>> {
  const text = input.text.normalize('NFC').trim();
  if (text === '') return refused('sitting-text-missing', {}, 'text');
  return happen(act, input, async ({ items }) => {
    if (!isItem(items, input.item)) return refused('item-unknown', {}, 'item');
    return done([{ kind: 'noted', item: input.item, text }]);
  });
}

export interface DecisionInput extends When {
  readonly item: SittingItemId | null;
  readonly text: string;
  readonly mover: PersonId | null;
  readonly outcome: DecisionOutcome;
  /** Of a show of hands; null: none was counted. */
  readonly hands: ShowOfHands | null;
}

export type DecisionRefusal =
  | 'sitting-text-missing'
  | 'item-unknown'
  | 'not-on-roll'
  | 'hands-missing'
  | 'hands-too-many'
  | 'hands-contradict';

/**
 * A motion and how it ended. Hands are needed for adopted and rejected: they must not be more than those who count and are
 * in the room for the item (hands-too-many {hands, counted}), nor say the opposite of the outcome (hands-contradict).
 * Decided without a quorum for the item it is kept with its numbers, and the minutes say so: people decide, not the bot.
 */
export async function recordDecision(
  act: Act,
  input: DecisionInput,
): Promise<Outcome<Room, HappenRefusal | DecisionRefusal>> {
  const text = input.text.normalize('NFC').trim();
  if (text === '') return refused('sitting-text-missing', {}, 'text');
  return happen(act, input, async (room) => {
    const { item, mover, outcome, hands } = input;
    if (!isItem(room.items, item)) return refused('item-unknown', {}, 'item');
    if (mover && !room.seats.some((seat) => seat.person === mover)) return refused('not-on-roll', {}, 'mover');
    const quorum = itemQuorum(room, room.before, item);
    const checked = checkHands(outcome, hands, quorum?.counted ?? 0);
    if (!checked.ok) return checked;
    const facts = { outcome, ...(hands ? { hands } : {}), ...(quorum ? { quorum } : {}) };
    return done([{ kind: 'decided', item, person: mover, text, facts }]);
  });
}

export function checkHands(
  outcome: DecisionOutcome,
  hands: ShowOfHands | null,
  counted: number,
): Outcome<void, DecisionRefusal> {
  const isCounted = outcome === 'adopted' || outcome === 'rejected';
  if (isCounted && !hands) return refused('hands-missing', {}, 'for');
  if (!hands) return done();
  const sum = hands.for + hands.against + hands.abstain;
  if (!handsFit(hands, counted)) return refused('hands-too-many', { hands: sum, counted }, 'for');
  const says = { for: hands.for, against: hands.against };
  if (outcome === 'adopted' && hands.for < hands.against) return refused('hands-contradict', says, 'outcome');
  if (outcome === 'rejected' && hands.for > hands.against) return refused('hands-contradict', says, 'outcome');
  return done();
}

/** The quorum of one item: who is in the room for it, against the base frozen at the opening. Null: not opened. */
export function itemQuorum(room: Room, course: Course, item: SittingItemId | null) {
  if (!course.quorum) return null;
  const present = presentFor(course, item);
  const counted = countedAmong(room.seats, present, room.delegatesCount);
  const inRoom = room.seats.filter((seat) => present.has(seat.person)).length;
  return { ...course.quorum, present: inRoom, counted };
}

export function isItemQuorate(quorum: ReturnType<typeof itemQuorum>): boolean {
  return quorum !== null && isReached(quorum);
}

/** The chair goes to somebody in the room. Refuses chair-already, not-present. */
export async function handChair(
  act: Act,
  input: When & { readonly person: PersonId },
): Promise<Outcome<Room, HappenRefusal>> {
  return happen(act, input, async () => done([{ kind: 'chair-handed', person: input.person }]));
}

/** The minutes go to somebody in the room, who may run the conference from then on. Refuses secretary-already, not-present. */
export async function handMinutes(
  act: Act,
  input: When & { readonly person: PersonId },
): Promise<Outcome<Room, HappenRefusal>> {
  return happen(act, input, async ({ before, course, sitting }) => {
    const isFirst = before.secretary === null && course.secretary === null && sitting?.secretary === input.person;
    return isFirst
      ? refused('secretary-already', {}, 'person')
      : done([{ kind: 'secretary-handed', person: input.person }]);
  });
}

/** A break; continuing on another day is calling it again. */
export async function adjourn(
  act: Act,
  input: When & { readonly reason: string | null },
): Promise<Outcome<Room, HappenRefusal>> {
  const text = input.reason?.normalize('NFC').trim() || null;
  return happen(act, input, async ({ before }) =>
    done([
      ...(before.current ? [{ kind: 'item-closed' as const, item: before.current }] : []),
      { kind: 'adjourned' as const, text },
    ]),
  );
}

/** The end. Nothing is announced by it: the minutes and the notice of conclusions are acts of their own. */
export async function conclude(act: Act, when: When): Promise<Outcome<Room, HappenRefusal>> {
  return happen(act, when, async (room) => {
    const { before } = room;
    await setConferenceState(room.act, room.viewer, room.conference, 'concluded');
    return done([
      ...(before.current ? [{ kind: 'item-closed' as const, item: before.current }] : []),
      { kind: 'concluded' as const },
    ]);
  });
}

/** Too few came, and it is not called again: it was not held. */
export async function giveUp(act: Act, when: When): Promise<Outcome<Room, HappenRefusal | 'too-few-not-recorded'>> {
  return happen(act, when, async (room) => {
    if (!room.events.some((event) => event.kind === 'too-few' && event.revision === room.revision.number)) {
      return refused('too-few-not-recorded');
    }
    await setConferenceState(room.act, room.viewer, room.conference, 'concluded');
    return done([{ kind: 'given-up' }]);
  });
}

export type StrikeRefusal =
  | AccessRefusal
  | 'conference-unknown'
  | 'conference-cancelled'
  | 'strike-reason-missing'
  | 'sitting-text-too-long'
  | 'event-unknown'
  | 'strike-breaks-order'
  | 'opening-stands'
  | 'vote-stands'
  | 'minutes-confirmed';

/**
 * Takes a wrong record out, with the reason kept. Refuses opening-stands for the opening itself, vote-stands for a vote
 * (declared void or repeated, never struck), and strike-breaks-order when something recorded later rests on it.
 */
export async function strike(
  act: Act,
  input: { readonly conference: ConferenceId; readonly event: SittingEventId; readonly reason: string },
): Promise<Outcome<Room, StrikeRefusal>> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') return refused('strike-reason-missing', {}, 'reason');
  if (reason.length > textMax) return refused('sitting-text-too-long', { max: textMax }, 'reason');
  return inTransaction(act, async (tx) => {
    await store.lockSitting(tx, input.conference, 'running');
    const here = inside(act, tx);
    const found = await findRoomToRun(here, input.conference);
    if (!found.ok) return found;
    const room = found.value;
    const event = room.events.find((one) => one.id === input.event);
    if (!event) return refused('event-unknown', {}, 'event');
    if (room.sitting?.isFrozen) return refused('minutes-confirmed');
    if (event.kind === 'opened' || event.kind === 'resumed') return refused('opening-stands', {}, 'event');
    if (voteKinds.includes(event.kind)) return refused('vote-stands', {}, 'event');
    const others = room.events.filter((one) => one.id !== event.id);
    const rest = replay(inOrder(others), room.revision.chair, room.revision.number);
    if (!rest.ok) return refused('strike-breaks-order', { at: rest.facts.at ?? null }, 'event');
    await strikeEvent(tx, input.conference, event.id, { person: act.person, at: act.now, reason });
    if (rest.value.phase !== room.course.phase) {
      await store.changeSitting(tx, input.conference, { state: rest.value.phase });
      await setConferenceState(here, room.viewer, room.conference, rest.value.openedAt ? 'opened' : 'scheduled');
    }
    await record(tx, act, {
      kind: 'sittings.struck',
      committee: room.committee.id,
      subject: { kind: 'conference', id: input.conference },
      facts: { event: event.id, was: event.kind, happenedAt: event.at, reason: hashOf(reason) },
    });
    await redraw(here, input.conference, event.person ? [event.person] : 'all');
    return done({ ...room, course: rest.value, events: others });
  });
}

function isItem(items: Room['items'], item: SittingItemId | null): boolean {
  return item === null || items.some((one) => one.id === item);
}
