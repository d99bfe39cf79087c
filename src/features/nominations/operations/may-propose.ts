/** Who may put a name forward in this plan: a right of roles, widened where its rule set lets anyone propose. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Viewer } from '../../access/types.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { ruleSetOfPlan } from '../../eligibility/operations.ts';
import { askedData } from '../../eligibility/rules/asked.ts';
import type { ProposingRule } from '../../eligibility/types.ts';
import { peopleByIds, searchAs } from '../../people/operations/find.ts';
import { emptyShortForm, type Person } from '../../people/types.ts';
import { planOf, plansOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import { stateOfProposal } from '../rules.ts';
import type { NominationState } from '../types.ts';

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

/** Open plans in which the acting person may put a name forward; and whether they could make one. */
export async function proposablePlans(
  act: Act,
  committee: CommitteeId,
): Promise<Outcome<{ plans: readonly Plan[]; mayMakePlan: boolean }, AccessRefusal>> {
  const authorised = await authorise(act, committee, 'candidates.suggest');
  const viewer = authorised.ok ? authorised.value : await viewerOf(act, committee);
  if (!authorised.ok && !isOutside(authorised.reason)) return authorised;
  const open = (await plansOf(act, viewer)).filter((plan) => !plan.isClosed);
  if (authorised.ok) return done({ plans: open, mayMakePlan: may(viewer, 'plan.edit') });
  const plans = open.filter((plan) => ruleSetOfPlan(plan).parameters.proposing.value.who === 'anyone');
  return act.isOutsider || plans.length === 0 ? authorised : done({ plans, mayMakePlan: false });
}

/** People to choose from while typing. Somebody without a role in the committee gets names, and nothing else of them. */
export async function searchForProposal(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
  typed: string,
  limit: number,
): Promise<readonly Person[]> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  if (!proposing.ok) return [];
  const { viewer } = proposing.value;
  return asShownTo(viewer, await searchAs(act, viewer, typed, limit));
}

/** The chosen ones again, when the form is redrawn: no more of them than the search showed. */
export async function chosenForProposal(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
  ids: readonly PersonId[],
): Promise<readonly Person[]> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  return proposing.ok ? asShownTo(proposing.value.viewer, await peopleByIds(act, at.committee, ids)) : [];
}

function asShownTo(viewer: Viewer, people: readonly Person[]): readonly Person[] {
  return viewer.roles.length > 0 ? people : people.map((person) => ({ ...person, ...emptyShortForm, disciplines: [] }));
}

export interface ProposeForm {
  readonly plan: Plan;
  readonly state: NominationState;
  readonly maySelf: boolean;
  readonly asksOrigin: boolean;
  readonly members: readonly { readonly person: PersonId; readonly fullName: string }[];
}

/** What the form needs: the plan, what a proposal becomes, and the members for whom the actor may enter one. */
export async function proposeFormOf(
  act: Act,
  at: { committee: CommitteeId; plan: PlanId },
): Promise<Outcome<ProposeForm, ProposingAccess | 'plan-closed' | 'plan-without-positions'>> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  if (!proposing.ok) return proposing;
  const { viewer, plan, rule } = proposing.value;
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  if (plan.positions.length === 0) return refused('plan-without-positions', { title: plan.title });
  const members = may(viewer, 'candidates.enter') ? await membersOf(act, at.committee) : [];
  return done({
    plan,
    state: stateOfProposal(viewer.roles, rule),
    maySelf: rule.mayProposeSelf,
    asksOrigin: askedData(ruleSetOfPlan(plan)).origins,
    members: members.filter(({ person }) => person !== act.person),
  });
}
