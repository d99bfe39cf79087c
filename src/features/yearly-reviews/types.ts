/**
 * A *yearly review* (rà soát, bổ sung) goes through everybody who stands in a plan, and through the candidates beside
 * them. For each a person *decides*; nothing is applied before the whole *difference* is confirmed, and then all of it is.
 */
import type { CommitteeId, Id, NominationId, PersonId, PlanEntryId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { Measure } from '../development/types.ts';
import type { KeptCheck, Verdict } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { DecisionPaper, Plan, PlanEntry, Position, RemovalReason } from '../plans/types.ts';

export type YearlyReviewId = Id<'yearly-review'>;

export const yearlyReviewStates = ['open', 'confirmed', 'given-up'] as const;
export type YearlyReviewState = (typeof yearlyReviewStates)[number];

/** Carrying over leaves the person in this plan for its own term, and enters them in that of the next. */
export const entryActions = ['keep', 'remove', 'move', 'carry-over'] as const;
export const additionActions = ['add', 'not-now'] as const;
export type EntryAction = (typeof entryActions)[number];
export type AdditionAction = (typeof additionActions)[number];
export type ReviewAction = EntryAction | AdditionAction;

export interface YearlyReview {
  readonly id: YearlyReviewId;
  readonly plan: PlanId;
  readonly state: YearlyReviewState;
  readonly openedAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: PersonId | null;
  /** Null until it is confirmed. */
  readonly paper: DecisionPaper | null;
}

/** What the rules said of the person on the day of the decision; counts of other people are left out. */
export type Evidence = Pick<KeptCheck, 'rule' | 'level' | 'facts' | 'ruleSet'>;

export type SubjectId = PlanEntryId | NominationId;

export interface Decision {
  readonly subject: SubjectId;
  readonly person: PersonId;
  readonly position: PositionId;
  readonly action: ReviewAction;
  readonly reason: RemovalReason | null;
  /** Typed. */
  readonly note: string | null;
  readonly toPlan: PlanId | null;
  readonly toPosition: PositionId | null;
  readonly evidence: readonly Evidence[];
  readonly decidedBy: PersonId | null;
}

/** Somebody who stands in the plan, or a candidate beside them, with what the rules say today. */
export interface ReviewItem {
  readonly subject: SubjectId;
  readonly kind: 'entry' | 'addition';
  readonly person: Person;
  readonly position: Position;
  /** Null for an addition. */
  readonly entry: PlanEntry | null;
  readonly verdicts: readonly Verdict[];
  /** Why the rules suggest that the person leaves; null: they suggest nothing. */
  readonly suggested: RemovalReason | null;
  readonly decision: Decision | null;
  /** What makes the person ready, the earliest date first. */
  readonly measures: readonly Measure[];
}

export interface ReviewSeen {
  readonly committee: CommitteeId;
  readonly review: YearlyReview;
  readonly plan: Plan;
  /** Plans of later terms of the same kind, the nearest first: where somebody can be carried over to. */
  readonly nextPlans: readonly Plan[];
  /** Whether the plan's rules have forms in which a review is handed in. */
  readonly hasSheets: boolean;
  /** In the order of the positions, then by given name; candidates after those who stand in the plan. */
  readonly items: readonly ReviewItem[];
}

/** One line of the difference. */
export interface Change {
  readonly person: PersonId;
  readonly decision: Decision;
}
