/** Yearly reviews and what was decided in them. A viewer sees no decision on somebody whose case is closed to them. */
import { client } from '../../database/client.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { newId, type PersonId, type PlanId, type PositionId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import type { DecisionPaper, RemovalReason } from '../plans/types.ts';
import type {
  Decision,
  Evidence,
  ReviewAction,
  SubjectId,
  YearlyReview,
  YearlyReviewId,
  YearlyReviewState,
} from './types.ts';

/** The newest first. */
export async function listReviews(
  store: StoreHandle,
  viewer: Viewer,
  which: {
    readonly id?: YearlyReviewId;
    readonly plans?: readonly PlanId[];
    readonly states?: readonly YearlyReviewState[];
  },
): Promise<readonly YearlyReview[]> {
  const rows = await client(store).yearlyReview.findMany({
    where: {
      plan: { committeeId: viewer.committee },
      ...(which.id && { id: which.id }),
      ...(which.plans && { planId: { in: [...which.plans] } }),
      ...(which.states && { state: { in: [...which.states] } }),
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  });
  return rows.map(({ body, decision, decidedOn, basis, ...row }) => ({
    id: row.id as YearlyReviewId,
    plan: row.planId as PlanId,
    state: row.state as YearlyReviewState,
    openedAt: row.openedAt,
    endedAt: row.endedAt,
    endedBy: row.endedBy as PersonId | null,
    paper: body !== null && decision !== null && decidedOn !== null ? { body, decision, decidedOn, basis } : null,
  }));
}

export async function findReview(store: StoreHandle, viewer: Viewer, id: YearlyReviewId): Promise<YearlyReview | null> {
  const [review] = await listReviews(store, viewer, { id });
  return review ?? null;
}

/** Null: another review of the plan is open. */
export async function insertReview(
  tx: StoreHandle,
  plan: PlanId,
  opened: { readonly at: Date; readonly by: PersonId | null },
): Promise<YearlyReviewId | null> {
  const id = newId<YearlyReviewId>();
  const { count } = await client(tx).yearlyReview.createMany({
    data: [{ id, planId: plan, state: 'open', openedAt: opened.at, openedBy: opened.by }],
    skipDuplicates: true,
  });
  return count === 1 ? id : null;
}

/** False: it is no longer in the state that the caller saw. */
export async function changeReview(
  tx: StoreHandle,
  id: YearlyReviewId,
  from: YearlyReviewState,
  to: {
    readonly state: YearlyReviewState;
    readonly ended: { readonly at: Date; readonly by: PersonId | null } | null;
    readonly paper: DecisionPaper | null;
  },
): Promise<boolean> {
  const none = { body: null, decision: null, decidedOn: null, basis: null };
  const { count } = await client(tx).yearlyReview.updateMany({
    where: { id, state: from },
    data: { state: to.state, endedAt: to.ended?.at ?? null, endedBy: to.ended?.by ?? null, ...(to.paper ?? none) },
  });
  return count === 1;
}

export async function listDecisions(
  store: StoreHandle,
  viewer: Viewer,
  review: YearlyReviewId,
): Promise<readonly Decision[]> {
  const rows = await client(store).yearlyReviewDecision.findMany({
    where: {
      reviewId: review,
      review: { plan: { committeeId: viewer.committee } },
      personId: { notIn: [...viewer.hiddenNominees] },
    },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    subject: row.subjectId as SubjectId,
    person: row.personId as PersonId,
    position: row.positionId as PositionId,
    action: row.action as ReviewAction,
    reason: row.reason as RemovalReason | null,
    note: row.note,
    toPlan: row.toPlanId as PlanId | null,
    toPosition: row.toPositionId as PositionId | null,
    evidence: row.evidence as unknown as readonly Evidence[],
    decidedBy: row.decidedBy as PersonId | null,
  }));
}

/** What was decided of the same before gives way. Two statements, whatever the number. */
export async function keepDecisions(
  tx: StoreHandle,
  review: YearlyReviewId,
  decisions: readonly Decision[],
  now: Date,
): Promise<void> {
  await client(tx).yearlyReviewDecision.deleteMany({
    where: { reviewId: review, subjectId: { in: decisions.map(({ subject }) => subject) } },
  });
  await client(tx).yearlyReviewDecision.createMany({
    data: decisions.map(({ subject, person, position, toPlan, toPosition, evidence, ...rest }) => ({
      ...{ id: newId(), reviewId: review, subjectId: subject, personId: person, positionId: position },
      ...{ toPlanId: toPlan, toPositionId: toPosition, decidedAt: now },
      evidence: evidence as unknown as Prisma.InputJsonValue,
      ...rest,
    })),
  });
}

export const yearlyReviewsHoldPeople: HoldsPeople = {
  moves: [{ table: 'yearly_review_decision', column: 'personId' }],
  clashes: [],
  stays: {
    'yearly_review.openedBy': 'who did it then',
    'yearly_review.endedBy': 'who did it then',
    'yearly_review_decision.decidedBy': 'who did it then',
  },
  erases: [{ table: 'yearly_review_decision', where: 't."personId" = ANY ($1::uuid[])', set: `"note" = NULL` }],
  told: {
    recorded: ['yearly_review.openedBy', 'yearly_review.endedBy', 'yearly_review_decision.decidedBy'],
    case: ['yearly_review_decision.personId'],
  },
};
