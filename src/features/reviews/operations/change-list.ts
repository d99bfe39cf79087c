/** The list under an open round must change: previewed, confirmed, a minute to undo it; comments on unchanged entries stay. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { type Id, type NomineeListId, newId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { candidatesForFreeze } from '../../nominations/operations/look.ts';
import { askedAbout } from '../rules/asked.ts';
import type { FreezeRefusal } from '../rules/freeze.ts';
import { isUnchanged } from '../rules/freeze.ts';
import {
  type ListChangeRefusal as ChangeRefusal,
  carriedLines,
  checkListChange,
  isDifferent,
  listDifference,
} from '../rules/list-change.ts';
import * as answers from '../store/answers.ts';
import * as changes from '../store/list-changes.ts';
import * as lists from '../store/lists.ts';
import * as rounds from '../store/rounds.ts';
import type { ListChange, ListChangeId, NomineeList, Round } from '../types/nouns.ts';
import type { ListChangeSeen } from '../types/seen.ts';
import { cardKinds } from './cards.ts';
import { endOf } from './closing.ts';
import { redrawRound } from './list-settled.ts';
import { freezeList, seeList } from './lists.ts';
import { undoMs } from './open.ts';
import { everythingOf } from './seat.ts';

export type ListChangeRefusal =
  | AccessRefusal
  | FreezeRefusal
  | ChangeRefusal
  | 'plan-unknown'
  | 'review-unknown'
  | 'review-closed'
  | 'review-cancelled'
  | 'review-not-yet'
  | 'review-paused'
  | 'review-list-anonymous';

/**
 * Freezes the next list of the plan beside the open round and shows what would differ; nobody is told. Refusals: access
 * (review.open), review-unknown, review-closed, review-not-yet, review-paused, those of freezing, review-list-same (as far
 * as the acting person may see), review-list-why, review-list-too-late {dueAt}.
 */
export async function prepareListChange(
  act: Act,
  input: { round: ReviewRoundId; why: string },
): Promise<Outcome<ListChangeSeen, ListChangeRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await openRoundFor(here, input.round);
    if (!found.ok) return found;
    const { round, viewer } = found.value;
    const at = { committee: round.committee, plan: round.list.plan, underReview: true };
    const frozen = await freezeList(here, at);
    if (!frozen.ok) return frozen;
    const to = frozen.value.list;
    const difference = listDifference(round.list.entries, to.entries);
    const dueAt = await endOf(here, round.id);
    const why = input.why.normalize('NFC');
    const checked = checkListChange({ difference, why, dueAt, now: act.now });
    if (!checked.ok) return checked;
    const { committee, id } = round;
    const change = { round: id, from: round.list.id, to: to.id, why, at: act.now, by: act.person };
    const prepared = await changes.insertListChange(tx, change);
    const participants = await rounds.participantsOf(tx, id);
    const seen = await seenBy(here, viewer, prepared);
    return seen ? done({ ...seen, people: participants.length }) : refused('review-unknown', { committee });
  });
}

/**
 * The round goes on with the new list. Answers are carried over where the entry is unchanged; everybody who was asked is
 * told in a minute unless it is undone, and nobody can answer before. Refusals: as of preparing; review-list-moved (the
 * list or the candidates have changed again since the preview).
 */
export async function applyListChange(
  act: Act,
  id: ListChangeId,
): Promise<Outcome<ListChangeSeen & { heldUntil: Date }, ListChangeRefusal | 'review-list-moved'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const change = await changes.findListChange(tx, id);
    if (!change) return refused('review-unknown');
    const found = await openRoundFor(here, change.round);
    if (!found.ok) return found;
    const { round, viewer } = found.value;
    const whole = await wholeOf(here, round, change);
    if (!whole || change.state !== 'prepared' || whole.round.list.id !== change.from)
      return refused('review-list-moved');
    const candidates = await candidatesForFreeze(here, { committee: round.committee, plan: round.list.plan });
    if (!candidates.ok) return candidates;
    if (!isUnchanged(whole.to.entries, candidates.value.candidates)) return refused('review-list-moved');
    const heldUntil = new Date(act.now.getTime() + undoMs);
    const batch = newId<Id<'batch'>>();
    await carryOver(here, whole, change);
    await changes.putOnList(tx, round.id, change.to, heldUntil);
    await changes.markApplied(tx, id, { at: act.now, batch, heldUntil });
    const participants = await rounds.participantsOf(tx, round.id);
    const nominees = [...new Set([...whole.round.list.entries, ...whole.to.entries].map(({ person }) => person))];
    await sendAll(
      tx,
      act,
      participants.map(({ person }) => ({
        kind: cardKinds.listChanged,
        ids: { round: round.id, change: id },
        to: { person },
        committee: round.committee,
        key: `${cardKinds.listChanged}:${id}:${person}`,
        holdUntil: heldUntil,
        batch,
        mayRepeat: true,
        nominees,
      })),
    );
    await enqueue(
      tx,
      { name: 'review-list-settled', payload: { workspace: act.workspace, change: id } },
      { now: act.now, at: heldUntil, key: `review-list-settled:${id}` },
    );
    await record(tx, act, {
      kind: 'reviews.list-changed',
      committee: round.committee,
      subject: { kind: 'review-round', id: round.id },
      facts: { from: change.from, to: change.to, change: id },
    });
    const seen = await seenBy(here, viewer, id);
    return seen ? done({ ...seen, people: participants.length, heldUntil }) : refused('review-unknown');
  });
}

/** While nobody has been told: the old list and the answers as they stood. Refusals: access, review-unknown, review-list-undo-too-late {until}. */
export async function undoListChange(
  act: Act,
  id: ListChangeId,
): Promise<Outcome<void, AccessRefusal | 'review-unknown' | 'review-list-undo-too-late'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const change = await changes.findListChange(tx, id);
    const committee = change && (await rounds.committeeOfRound(tx, change.round));
    if (!change || !committee) return refused('review-unknown');
    const viewer = await authorise(here, committee, 'review.open');
    if (!viewer.ok) return viewer;
    await rounds.holdRound(tx, change.round);
    const { batch, heldUntil, appliedAt } = change;
    const isInTime = change.state === 'applied' && heldUntil !== null && act.now < heldUntil;
    if (!isInTime || !batch || !appliedAt || !(await cancelBatch(tx, act, batch, { change: id }))) {
      return refused('review-list-undo-too-late', { until: heldUntil });
    }
    const everything = everythingOf(here, { committee });
    const before = new Set(await changes.supersededAt(tx, change.round, appliedAt));
    const all = await answers.allAnswers(tx, everything, change.round);
    const next = nextVersions(all);
    const back = all
      .filter((answer) => before.has(answer.id))
      .map((answer) => ({ answer, version: next(answer.person), lines: answer.lines, asksAgain: answer.asksAgain }));
    await changes.replaceAnswers(tx, change.round, back, act.now);
    const from = await lists.findList(tx, everything, change.from);
    const to = await lists.findList(tx, everything, change.to);
    await changes.moveDrafts(tx, change.round, samePeople(to, from));
    await changes.putOnList(tx, change.round, change.from, null);
    await changes.markUndone(tx, id);
    // A card that was worded again within the minute shows the new list.
    await redrawRound(here, change.round);
    await record(tx, act, {
      kind: 'reviews.list-change-undone',
      committee,
      subject: { kind: 'review-round', id: change.round },
      facts: { change: id },
    });
    return done();
  });
}

/** A change as the acting person may see it: for its card. Null: for them there is none. */
export async function seeListChange(act: Act, id: ListChangeId): Promise<ListChangeSeen | null> {
  const change = await changes.findListChange(act.store, id);
  const committee = change && (await rounds.committeeOfRound(act.store, change.round));
  if (!committee) return null;
  return seenBy(act, await viewerOf(act, committee), id);
}

/** A frozen list, and what the newest one of the same plan says otherwise. Refusals: as of seeList. */
export async function seeListWithNewer(act: Act, id: NomineeListId) {
  const found = await seeList(act, id);
  if (!found.ok) return found;
  const list = found.value;
  return done({ list, newer: await newerThan(act, await viewerOf(act, list.committee), list) });
}

/** Null: this is the newest, or nothing differs. */
async function newerThan(act: Act, viewer: Viewer, list: NomineeList): Promise<ListChangeSeen['lists'] | null> {
  const [newest] = await lists.listLists(act.store, viewer, list.plan);
  if (!newest || newest.number <= list.number) return null;
  const difference = listDifference(list.entries, newest.entries);
  return isDifferent(difference) ? { from: list, to: newest, difference } : null;
}

async function seenBy(act: Act, viewer: Viewer, id: ListChangeId): Promise<ListChangeSeen | null> {
  const change = await changes.findListChange(act.store, id);
  const round = change && (await rounds.findRound(act.store, viewer, change.round));
  const from = change && (await lists.findList(act.store, viewer, change.from));
  const to = change && (await lists.findList(act.store, viewer, change.to));
  if (!change || !round || !from || !to) return null;
  const difference = listDifference(from.entries, to.entries);
  // Typed reasons may name somebody: only who sees a difference reads them.
  return {
    change: { ...change, why: isDifferent(difference) ? change.why : null },
    round,
    lists: { from, to, difference },
    people: 0,
  };
}

async function openRoundFor(
  act: Act,
  id: ReviewRoundId,
): Promise<Outcome<{ round: Round; viewer: Viewer }, ListChangeRefusal>> {
  const committee = await rounds.committeeOfRound(act.store, id);
  if (!committee) return refused('review-unknown');
  const viewer = await authorise(act, committee, 'review.open');
  if (!viewer.ok) return viewer;
  await rounds.holdRound(act.store, id);
  const round = await rounds.findRound(act.store, viewer.value, id);
  if (!round || round.state === 'prepared') return refused('review-unknown');
  if (round.state === 'closed') return refused('review-closed', { closedAt: round.closedAt });
  if (round.state === 'cancelled') return refused('review-cancelled');
  // Sealed papers cannot be read, so nothing of them could be carried over.
  if (round.kind === 'anonymous') return refused('review-list-anonymous');
  if (round.heldUntil && act.now < round.heldUntil) return refused('review-not-yet', { from: round.heldUntil });
  if (round.pausedUntil && act.now < round.pausedUntil) return refused('review-paused', { from: round.pausedUntil });
  return done({ round, viewer: viewer.value });
}

/** With every entry, also those closed to whoever acts: comments on them are carried over too. */
async function wholeOf(act: Act, { committee, id }: Round, change: ListChange) {
  const everything = everythingOf(act, { committee });
  const round = await rounds.findRound(act.store, everything, id);
  const to = await lists.findList(act.store, everything, change.to);
  return round && to && { everything, round, to };
}

async function carryOver(
  act: Act,
  { everything, round, to }: { everything: Viewer; round: Round; to: NomineeList },
  change: ListChange,
): Promise<void> {
  const { kept, added, changed } = listDifference(round.list.entries, to.entries);
  const all = await answers.allAnswers(act.store, everything, round.id);
  const standing = new Set((await answers.standingAnswers(act.store, everything, round.id)).map(({ id }) => id));
  const recusals = await rounds.recusalsAt(act.store, round.committee, act.now);
  const next = nextVersions(all);
  const carried = all
    .filter(({ id }) => standing.has(id))
    .map((answer) => ({
      answer,
      version: next(answer.person),
      lines: carriedLines(answer.lines, kept),
      asksAgain: answer.asksAgain || askedAbout([...added, ...changed], answer.person, recusals).length > 0,
    }))
    .filter(({ lines }) => lines.length > 0);
  await changes.replaceAnswers(act.store, change.round, carried, act.now);
  await changes.moveDrafts(act.store, change.round, samePeople(round.list, to));
}

function nextVersions(all: readonly { readonly person: string; readonly version: number }[]) {
  return (person: string) =>
    1 + Math.max(0, ...all.filter((one) => one.person === person).map(({ version }) => version));
}

function samePeople(from: NomineeList | null, to: NomineeList | null) {
  const places = new Map((to?.entries ?? []).map((entry) => [entry.nomination, entry.id]));
  return (from?.entries ?? []).flatMap((entry) => {
    const place = places.get(entry.nomination);
    return place ? [{ from: entry.id, to: place }] : [];
  });
}
