/**
 * A vote inside a running conference, seen from the sitting: who takes part by the roll call of this moment, and its place
 * among what happened. The vote itself (papers, count, ruling) is the ballots'; they call this inside their transactions.
 */
import type { Act } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type CourseRefusal, check, presentFor } from '../rules/course.ts';
import { leaderOfItem } from '../rules/item-chair.ts';
import { type VotingPlace, votingPlaces } from '../rules/voters.ts';
import * as events from '../store/events.ts';
import * as store from '../store/sittings.ts';
import type { EventKind, SittingItemId } from '../types.ts';
import { closedFor, redraw } from './happen.ts';
import { findRoom, type Room } from './room.ts';

export interface VoteHere {
  readonly conference: ConferenceId;
  readonly item: SittingItemId;
  readonly round: string;
  /** Of a question: typed, so that whoever may not read it does not read that there was a vote. */
  readonly text: string | null;
}

export type RoomRefusal = 'conference-unknown' | 'conference-cancelled' | 'item-unknown';

export interface RoomVoters {
  /** In protocol order. */
  readonly places: readonly VotingPlace[];
  /** Members with a vote, summoned or not. */
  readonly seated: readonly PersonId[];
}

/** By the roll call as it stands now. For counting, never for showing. */
export async function votersInRoom(
  act: Act,
  { conference, item }: Pick<VoteHere, 'conference' | 'item'>,
): Promise<Outcome<RoomVoters, RoomRefusal>> {
  const room = await wholeRoom(act, conference);
  if (!room.ok) return room;
  const { seats, course, delegatesCount, members, voters, items } = room.value;
  const found = items.find((one) => one.id === item);
  if (!found) return refused('item-unknown');
  const isMember = new Set(members.map(({ person }) => person));
  return done({
    seated: [...voters],
    places: votingPlaces({
      ...{ seats, present: presentFor(course, item), delegatesCount },
      out: await closedFor(act, room.value, found),
      mayVote: (person) => voters.has(person) || !isMember.has(person),
    }),
  });
}

/**
 * Papers are out from now on; until they are in, the item stays under discussion. Refusals: item-not-current,
 * vote-open-here (one vote at a time), sitting-not-open, sitting-over, roll-call-not-begun, minutes-confirmed.
 */
export async function voteOpens(
  act: Act,
  vote: VoteHere,
): Promise<Outcome<void, RoomRefusal | CourseRefusal | 'roll-call-not-begun' | 'minutes-confirmed'>> {
  await store.lockSitting(act.store, vote.conference, 'running');
  const room = await wholeRoom(act, vote.conference);
  if (!room.ok) return room;
  const { sitting, course } = room.value;
  if (!sitting) return refused('roll-call-not-begun');
  if (sitting.isFrozen) return refused('minutes-confirmed');
  const may = check(course, { kind: 'vote-opened', person: null, item: vote.item });
  if (!may.ok) return may;
  await put(act, room.value, vote, 'vote-opened');
  return done();
}

/** No paper is taken any more: `voted` when it is counted as well. What is confirmed or over already stays as it is. */
export async function voteEnds(act: Act, vote: VoteHere, how: 'vote-closed' | 'voted' | 'vote-void'): Promise<void> {
  await store.lockSitting(act.store, vote.conference, 'running');
  const room = await wholeRoom(act, vote.conference);
  if (!room.ok || room.value.sitting?.isFrozen !== false) return;
  if (check(room.value.course, { kind: how, person: null, item: vote.item }).ok) await put(act, room.value, vote, how);
}

/** Within its minute: as if it had not been opened. */
export async function voteTakenBack(act: Act, vote: VoteHere, reason: string): Promise<void> {
  await store.lockSitting(act.store, vote.conference, 'running');
  const room = await wholeRoom(act, vote.conference);
  if (!room.ok) return;
  const opened = room.value.events.find(({ kind, facts }) => kind === 'vote-opened' && facts.round === vote.round);
  if (opened)
    await events.strikeEvent(act.store, vote.conference, opened.id, { person: act.person, at: act.now, reason });
  await redraw(act, vote.conference, []);
}

/** Whether somebody is in the room for the item at this moment: in one statement, because it is asked of every paper. */
export async function isInRoom(
  act: Act,
  { conference, item }: Pick<VoteHere, 'conference' | 'item'>,
  person: PersonId,
): Promise<boolean> {
  const last = await events.lastMovements(act.store, conference, item, person);
  return last.room === 'arrived' && last.item !== 'stepped-out';
}

/**
 * Who leads the item under discussion, else the conference; and to whom the item of a vote is closed. For deciding who
 * may do what, never for showing.
 */
export async function leadingOf(
  act: Act,
  { conference, item }: { readonly conference: ConferenceId; readonly item: string | null },
): Promise<{ readonly leader: PersonId | null; readonly closedTo: ReadonlySet<PersonId> }> {
  const room = await wholeRoom(act, conference);
  if (!room.ok) return { leader: null, closedTo: new Set() };
  const { course, members, items } = room.value;
  const found = items.find(({ id }) => id === item);
  const closedTo = found ? await closedFor(act, room.value, found) : [];
  return { leader: leaderOfItem(course, members), closedTo: new Set(closedTo) };
}

async function put(act: Act, { conference, revision }: Room, vote: VoteHere, kind: EventKind): Promise<void> {
  const { item, round, text } = vote;
  const event = { kind, at: act.now, person: null, item, text, facts: { round }, revision: revision.number };
  await events.insertEvents(act.store, conference.id, [event], { at: act.now, by: act.person });
  await redraw(act, conference.id, []);
}

/** Through the clockwork's eyes: who votes does not depend on what the acting person may see. */
function wholeRoom(act: Act, conference: ConferenceId) {
  return findRoom({ ...act, member: null, person: null }, conference);
}
