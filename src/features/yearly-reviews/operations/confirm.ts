/** The difference, confirmed by a named person with the decision behind it: applied in one step, and undone in one. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { cancelBatch } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, clockworkViewer } from '../../access/operations.ts';
import { undoSeconds } from '../../nominations/operations/tell.ts';
import { applyEntryChanges, undoEntryChanges } from '../../plans/operations/entries.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import type { DecisionPaper, EntryChanges, PlanChangeId, PlanUses } from '../../plans/types.ts';
import { tellHeads } from '../../removals/operations/tell.ts';
import { checkPaper, type PaperRefusal } from '../../removals/rules/paper.ts';
import { isChange, progressOf } from '../rules/decide.ts';
import * as store from '../store.ts';
import type { Decision, ReviewSeen } from '../types.ts';
import { checkTarget, holdOpen } from './decide.ts';
import type { At } from './look.ts';
import { heldByBallot } from './open.ts';

export type ConfirmRefusal =
  | AccessRefusal
  | 'yearly-review-unknown'
  | 'yearly-review-ended'
  | 'yearly-undecided'
  | 'yearly-ballot-runs'
  | PaperRefusal
  | 'yearly-no-longer-fits';

export interface Confirmed {
  readonly batch: string | null;
  /** Who is told, once the minute of undo is over. */
  readonly told: readonly PersonId[];
  readonly count: number;
}

/**
 * Applies everything that was decided, also of people whose case is closed to whoever confirms. Right: candidates.enter.
 * Refusals: yearly-undecided {count}, yearly-ballot-runs, those of the paper, yearly-no-longer-fits {name, position}: what
 * was decided of somebody breaks a rule with what has happened since.
 */
export async function confirmReview(
  act: Act,
  input: At & { readonly paper: DecisionPaper },
  uses: readonly PlanUses[],
): Promise<Outcome<Confirmed, ConfirmRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const opened = await holdOpen(within, input);
    if (!opened.ok) return opened;
    const { viewer, gathered } = opened.value;
    const { plan, items } = gathered.seen;
    const { undecided: count } = progressOf(items);
    if (count > 0) return refused('yearly-undecided', { count });
    const paper = checkPaper(input.paper, dateIn(act.zone, act.now));
    if (!paper.ok) return paper;
    const held = await heldByBallot(within, { committee: input.committee, plan: plan.id, title: plan.title }, uses);
    if (held) return held;
    for (const next of gathered.seen.nextPlans) await holdPlan(within, viewer, next.id);
    for (const { decision, person } of items) {
      if (!decision) continue;
      const fits = await checkTarget(within, viewer, gathered, decision);
      if (!fits.ok) return refused('yearly-no-longer-fits', { name: person.fullName });
    }
    const everything = clockworkViewer({ ...within, member: null, person: null }, input.committee);
    const everybody = await store.listDecisions(tx, everything, input.review);
    const readiness = new Map(gathered.standing.entries.map((entry) => [entry.id as string, entry.readiness]));
    await applyEntryChanges(within, changesOf(input, gathered.seen, everybody, paper.value, readiness));
    const ended = { at: act.now, by: act.person };
    if (!(await store.changeReview(tx, input.review, 'open', { state: 'confirmed', ended, paper: paper.value }))) {
      return refused('yearly-review-ended');
    }
    const changed = everybody.filter(isChange);
    await record(tx, act, {
      kind: 'yearly-reviews.confirmed',
      committee: input.committee,
      subject: { kind: 'plan', id: plan.id },
      nominees: changed.map(({ person }) => person),
      facts: { review: input.review, body: hashOf(paper.value.body), decision: hashOf(paper.value.decision) },
    });
    return done({
      ...(await tellOfReview(within, input)),
      count: items.filter(({ decision }) => decision && isChange(decision)).length,
    });
  });
}

/** Within the minute: everybody stands as before, and the review is open again. Refusals: too-late-to-undo. */
export async function undoConfirmation(
  act: Act,
  input: At & { readonly batch: string },
): Promise<Outcome<void, AccessRefusal | 'yearly-review-unknown' | 'yearly-review-open' | 'too-late-to-undo'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const review = await store.findReview(tx, viewer.value, input.review);
    if (review?.state !== 'confirmed' || !review.endedAt) return refused('yearly-review-unknown');
    const plan = await holdPlan(within, viewer.value, review.plan);
    if (!plan) return refused('yearly-review-unknown');
    const isWithin = act.now.getTime() - review.endedAt.getTime() <= undoSeconds * 1000;
    const isTakenBack = input.batch === '' || (await cancelBatch(tx, act, input.batch, { review: review.id }));
    if (!isWithin || !isTakenBack) return refused('too-late-to-undo');
    const [open] = await store.listReviews(tx, viewer.value, { plans: [review.plan], states: ['open'] });
    if (open) return refused('yearly-review-open', { title: plan.title, since: open.openedAt });
    await undoEntryChanges(within, review.id as Id<string> as PlanChangeId);
    await store.changeReview(tx, review.id, 'confirmed', { state: 'open', ended: null, paper: null });
    await record(tx, act, {
      kind: 'yearly-reviews.undone',
      committee: input.committee,
      subject: { kind: 'plan', id: review.plan },
      facts: { review: review.id },
    });
    return done();
  });
}

function tellOfReview(act: Act, { committee, review }: At) {
  return tellHeads(act, committee, { kind: 'yearly-reviews.confirmed', ids: { committee, review }, nominees: [] });
}

/** A move leaves one position and enters another; who is carried over stays here for this term. */
function changesOf(
  { review }: At,
  { plan }: ReviewSeen,
  decisions: readonly Decision[],
  { decision: decisionIn, decidedOn }: DecisionPaper,
  readiness: ReadonlyMap<string, string | null>,
): EntryChanges {
  const leave = decisions.flatMap<EntryChanges['leave'][number]>(({ action, subject, reason, evidence }) => {
    const entry = subject as EntryChanges['leave'][number]['entry'];
    const rule = evidence.find(({ level }) => level === 'blocks')?.rule ?? null;
    if (action === 'remove') return [{ entry, reason: reason ?? 'other', rule }];
    return action === 'move' ? [{ entry, reason: 'moved', rule: null }] : [];
  });
  const enter = decisions.flatMap((one) => {
    const isAdded = one.action === 'add';
    if (!isAdded && one.action !== 'move' && one.action !== 'carry-over') return [];
    const position = isAdded ? one.position : one.toPosition;
    const to = isAdded ? plan.id : one.toPlan;
    if (position === null || to === null) return [];
    const { person, subject } = one;
    return [
      { plan: to, position, person, readiness: readiness.get(subject) ?? null, enteredOn: decidedOn, decisionIn },
    ];
  });
  return { change: review as Id<string> as PlanChangeId, on: decidedOn, decision: decisionIn, leave, enter };
}
