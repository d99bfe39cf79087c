/** Who may put a name forward in this plan: a right of roles, widened where its rule set lets anyone propose. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import type { ProposingRule } from '../../eligibility/types.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';

export type ProposingAccess = AccessRefusal | 'plan-unknown';

export interface Proposing {
  readonly viewer: Viewer;
  readonly plan: Plan;
  readonly rule: ProposingRule;
}

/**
 * Where the rules say "anyone" (a NomCom), also somebody of the workspace without a role in the committee, but no guest
 * and nobody from outside; they propose and see nothing. Refusals: access, plan-unknown.
 */
export async function authoriseProposing(
  act: Act,
  committee: CommitteeId,
  plan: PlanId,
): Promise<Outcome<Proposing, ProposingAccess>> {
  const authorised = await authorise(act, committee, 'candidates.suggest');
  if (!authorised.ok && !isOutside(authorised.reason)) return authorised;
  const viewer = authorised.ok ? authorised.value : await viewerOf(act, committee);
  const found = await planOf(act, viewer, plan);
  const rule = found ? ruleSetOfPlan(found).parameters.proposing.value : null;
  if (!authorised.ok && (act.isOutsider || rule?.who !== 'anyone')) return authorised;
  if (!found || !rule) return refused('plan-unknown');
  return done({ viewer, plan: found, rule });
}

/** An unconfirmed committee, or one of another workspace, lets nobody in. */
function isOutside(reason: AccessRefusal): boolean {
  return reason === 'not-in-committee' || reason === 'right-missing';
}
