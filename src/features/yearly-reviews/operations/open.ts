/** Opens a yearly review over a plan, and gives one up: what was decided in it stays to be read, and changes nothing. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import type { PlanUses } from '../../plans/types.ts';
import * as store from '../store.ts';
import type { YearlyReviewId } from '../types.ts';
import { type At, openReviewOf } from './look.ts';

export type OpenRefusal =
  | AccessRefusal
  | 'plan-unknown'
  | 'plan-closed'
  | 'yearly-review-open'
  | 'yearly-plan-empty'
  | 'yearly-ballot-runs';

/**
 * Over any plan in which somebody stands, imported ones too. Right: candidates.enter. Refusals: plan-unknown, plan-closed,
 * yearly-review-open {since}, yearly-ballot-runs {title}, yearly-plan-empty: nobody of whom the actor may know stands in
 * the plan or beside it.
 */
export async function openReview(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
  uses: readonly PlanUses[],
): Promise<Outcome<YearlyReviewId, OpenRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const plan = await holdPlan(within, viewer.value, at.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const open = await openReviewOf(within, viewer.value, plan.id);
    if (open) return refused('yearly-review-open', { title: plan.title, since: open.openedAt });
    const held = await heldByBallot(within, { ...at, title: plan.title }, uses);
    if (held) return held;
    const id = await store.insertReview(tx, plan.id, { at: act.now, by: act.person });
    if (!id) return refused('yearly-review-open', { title: plan.title, since: act.now });
    await record(tx, act, {
      kind: 'yearly-reviews.opened',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: { review: id },
    });
    return done(id);
  });
}

/** Nothing of the plan changes. Right: candidates.enter. Refusals: yearly-review-unknown, yearly-review-ended. */
export async function giveUpReview(
  act: Act,
  at: At,
): Promise<Outcome<PlanId, AccessRefusal | 'yearly-review-unknown' | 'yearly-review-ended'>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), at.committee, 'candidates.enter');
    if (!viewer.ok) return viewer;
    const review = await store.findReview(tx, viewer.value, at.review);
    if (!review) return refused('yearly-review-unknown');
    const ended = { at: act.now, by: act.person };
    if (!(await store.changeReview(tx, review.id, 'open', { state: 'given-up', ended, paper: null }))) {
      return refused('yearly-review-ended');
    }
    await record(tx, act, {
      kind: 'yearly-reviews.given-up',
      committee: at.committee,
      subject: { kind: 'plan', id: review.plan },
      facts: { review: review.id },
    });
    return done(review.plan);
  });
}

/** A vote that runs on the plan's list is on what the review would change: it ends first. */
export async function heldByBallot(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId; title: string },
  uses: readonly PlanUses[],
): Promise<Refused<'yearly-ballot-runs'> | null> {
  for (const each of uses) {
    const found = await each.usesOf(act, { ...at, stands: null });
    if (found.some(({ kind, holds }) => kind === 'ballot' && holds)) {
      return refused('yearly-ballot-runs', { title: at.title });
    }
  }
  return null;
}
