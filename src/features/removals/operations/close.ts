/** A named person brings a removal forward, and closes it: removed by a decision, or kept for a reason. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch, refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, Id, PlanEntryId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { undoSeconds } from '../../nominations/operations/tell.ts';
import { applyEntryChanges, undoEntryChanges } from '../../plans/operations/entries.ts';
import { entriesOf, holdPlan } from '../../plans/operations/look.ts';
import type { DecisionPaper, PlanChangeId, PlanUses, RemovalReason } from '../../plans/types.ts';
import { checkPaper, type PaperRefusal } from '../rules/paper.ts';
import * as store from '../store.ts';
import type { RemovalId, RemovalSeen } from '../types.ts';
import { type At, findSeen, usedAt, usesOf } from './look.ts';
import { type ToldHeads, tellHeads } from './tell.ts';

export const noteMax = 3000;

export type RemovalRefusal =
  | AccessRefusal
  | PaperRefusal
  | 'plan-unknown'
  | 'removal-unknown'
  | 'removal-closed'
  | 'removal-entry-gone'
  | 'removal-proposed-already'
  | 'removal-words-missing'
  | 'removal-words-too-long'
  | 'removal-ballot-runs'
  | 'too-late-to-undo';

/** What the register does not show, a political-standard conclusion say, is brought in a person's words. */
export async function proposeRemoval(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; entry: PlanEntryId; reason: RemovalReason; note: string },
): Promise<Outcome<RemovalId, RemovalRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const words = wordsOf(input.note);
    if (!words.ok) return words;
    const plan = await holdPlan(within, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    const entry = (await entriesOf(within, viewer.value, [plan.id])).find(({ id }) => id === input.entry);
    if (!entry) return refused('removal-entry-gone', {}, 'entry');
    const who = { plan: plan.id, entry: entry.id, person: entry.person, position: entry.position };
    const [id] = await store.insertRemovals(tx, [
      { ...who, source: 'person', reason: input.reason, evidence: null, note: words.value, since: act.now },
    ]);
    if (!id) return refused('removal-proposed-already', {}, 'entry');
    await record(tx, act, {
      kind: 'removals.proposed',
      committee: input.committee,
      subject: { kind: 'plan', id: plan.id },
      nominee: entry.person,
      facts: { reason: input.reason, note: hashOf(words.value) },
    });
    return done(id);
  });
}

/**
 * Takes the person out, and ends in the same step what ends with it. Right: candidates.enter. Refusals: removal-unknown,
 * removal-closed, removal-ballot-runs (a vote in which the person stands is open), those of the paper.
 */
export async function removeFromPlan(
  act: Act,
  input: At & { readonly paper: DecisionPaper },
  uses: readonly PlanUses[],
): Promise<Outcome<ToldHeads & { readonly seen: Omit<RemovalSeen, 'uses'> }, RemovalRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const opened = await holdProposal(within, input);
    if (!opened.ok) return opened;
    const { removal } = opened.value;
    const paper = checkPaper(input.paper, dateIn(act.zone, act.now));
    if (!paper.ok) return paper;
    const at = usedAt(input.committee, removal);
    const held = (await usesOf(within, at, uses)).find(({ holds }) => holds);
    if (held) return refused('removal-ballot-runs', { until: held.at });
    const { decision, decidedOn: on } = paper.value;
    const leave = [{ entry: removal.entry, reason: removal.reason, rule: removal.evidence?.rule ?? null }];
    await applyEntryChanges(within, { change: changeOf(removal.id), on, decision, leave, enter: [] });
    for (const each of uses) await each.leave?.(within, at, removal.reason);
    const ended = { at: act.now, by: act.person };
    await store.changeRemovals(tx, [removal.id], 'open', { state: 'removed', ended, paper: paper.value });
    const { body, basis } = paper.value;
    await record(tx, act, {
      kind: removal.reason === 'appointed' ? 'removals.appointed' : 'removals.removed',
      committee: input.committee,
      subject: { kind: 'plan', id: removal.plan },
      nominee: removal.person,
      facts: {
        reason: removal.reason,
        body: hashOf(body),
        decision: hashOf(decision),
        basis: basis === null ? null : hashOf(basis),
      },
    });
    await refresh(tx, act, { nominees: [removal.person] });
    const { committee } = input;
    const ids = { committee, removal: removal.id };
    const told = await tellHeads(within, committee, { kind: 'removals.removed', ids, nominees: [removal.person] });
    return done({ ...told, seen: opened.value });
  });
}

/** The person stays, and the watch does not bring this ground again. Refusals: removal-words-missing. */
export async function keepInPlan(
  act: Act,
  input: At & { readonly note: string },
): Promise<Outcome<Omit<RemovalSeen, 'uses'>, RemovalRefusal>> {
  return inTransaction(act, async (tx) => {
    const opened = await holdProposal(inside(act, tx), input);
    if (!opened.ok) return opened;
    const { removal } = opened.value;
    const words = wordsOf(input.note);
    if (!words.ok) return words;
    const ended = { at: act.now, by: act.person };
    await store.changeRemovals(tx, [removal.id], 'open', { state: 'kept', ended, endNote: words.value });
    await record(tx, act, {
      kind: 'removals.kept',
      committee: input.committee,
      subject: { kind: 'plan', id: removal.plan },
      nominee: removal.person,
      facts: { reason: removal.reason, note: hashOf(words.value) },
    });
    await refresh(tx, act, { nominees: [removal.person] });
    return done(opened.value);
  });
}

/** Within the minute: the person stands as before and the proposal is open again. */
export async function undoRemoval(
  act: Act,
  input: At & { readonly batch: string },
  uses: readonly PlanUses[],
): Promise<Outcome<void, RemovalRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const found = await findSeen(within, viewer.value, input);
    const removedAt = found?.removal.endedAt;
    if (found?.removal.state !== 'removed' || !removedAt) return refused('removal-unknown');
    await holdPlan(within, viewer.value, found.removal.plan);
    const isWithin = act.now.getTime() - removedAt.getTime() <= undoSeconds * 1000;
    const isTakenBack = input.batch === '' || (await cancelBatch(tx, act, input.batch, { removal: input.removal }));
    if (!isWithin || !isTakenBack) return refused('too-late-to-undo');
    await undoEntryChanges(within, changeOf(found.removal.id));
    await store.changeRemovals(tx, [found.removal.id], 'removed', { state: 'open', ended: null });
    const at = usedAt(input.committee, found.removal);
    for (const each of uses) await each.comeBack?.(within, at, removedAt);
    await record(tx, act, {
      kind: 'removals.undone',
      committee: input.committee,
      subject: { kind: 'plan', id: found.removal.plan },
      nominee: found.removal.person,
      facts: { reason: found.removal.reason },
    });
    await refresh(tx, act, { nominees: [found.removal.person] });
    return done();
  });
}

async function holdProposal(act: Act, at: At): Promise<Outcome<Omit<RemovalSeen, 'uses'>, RemovalRefusal>> {
  const viewer = await authorise(act, at.committee, 'candidates.enter');
  if (!viewer.ok) return viewer;
  const before = await findSeen(act, viewer.value, at);
  if (!before) return refused('removal-unknown');
  await holdPlan(act, viewer.value, before.removal.plan);
  const found = await findSeen(act, viewer.value, at);
  if (found?.removal.state !== 'open') return refused('removal-closed');
  const standing = await entriesOf(act, viewer.value, [found.removal.plan]);
  return standing.some(({ id }) => id === found.removal.entry) ? done(found) : refused('removal-entry-gone');
}

function wordsOf(typed: string): Outcome<string, 'removal-words-missing' | 'removal-words-too-long'> {
  const words = typed.normalize('NFC').trim();
  if (words === '') return refused('removal-words-missing', {}, 'note');
  return words.length > noteMax ? refused('removal-words-too-long', { max: noteMax }, 'note') : done(words);
}

function changeOf(removal: RemovalId): PlanChangeId {
  return removal as Id<string> as PlanChangeId;
}
