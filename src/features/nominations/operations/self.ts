/** Somebody puts themselves forward, where the rule set allows it: also somebody whom the register does not know yet. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { describeOneself, personOfAccount } from '../../people/operations/register.ts';
import type { ShortFormRefusal } from '../../people/rules/short-form.ts';
import type { ShortForm } from '../../people/types.ts';
import type { Plan } from '../../plans/types.ts';
import { ownAccount } from '../../workspaces/operations/accounts.ts';
import { authoriseProposing, type ProposingAccess } from './may-propose.ts';
import { type Proposed, type ProposeRefusal, proposeCandidate } from './propose.ts';

export interface SelfFormOf {
  readonly plan: Plan;
  readonly known: Pick<ShortForm, 'unit' | 'statePost'> & { readonly fullName: string | null };
  /** Whoever sends it consents by it. */
  readonly isConsent: boolean;
}

type At = { readonly committee: CommitteeId; readonly plan: PlanId };
type SelfAccess = ProposingAccess | 'self-not-allowed' | 'plan-closed' | 'plan-without-positions';

/** What the form needs: what the register says of the actor already. Refusals: access, plan, self-not-allowed. */
export async function selfFormOf(act: Act, at: At): Promise<Outcome<SelfFormOf, SelfAccess>> {
  const proposing = await authoriseProposing(act, at.committee, at.plan);
  if (!proposing.ok) return proposing;
  const { plan, rule } = proposing.value;
  if (!rule.mayProposeSelf) return refused('self-not-allowed');
  if (plan.isClosed) return refused('plan-closed', { title: plan.title });
  if (plan.positions.length === 0) return refused('plan-without-positions', { title: plan.title });
  const [self] = act.person ? await peopleByIds(act, at.committee, [act.person]) : [];
  const { fullName = null, unit = null, statePost = null } = self ?? {};
  return done({ plan, known: { fullName, unit, statePost }, isConsent: rule.consent !== 'not-asked' });
}

/**
 * Takes whoever is not in the register into it with the data they gave themselves, and puts them forward. Refusals:
 * those of proposing, of the short form, self-not-allowed.
 */
export async function proposeOneself(
  act: Act,
  input: At & {
    readonly position: PositionId;
    readonly reasons: string | null;
    readonly said: Partial<Pick<ShortForm, 'fullName' | 'unit' | 'statePost'>>;
  },
): Promise<Outcome<Proposed, ProposeRefusal | ShortFormRefusal>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const proposing = await authoriseProposing(within, input.committee, input.plan);
    if (!proposing.ok) return proposing;
    if (!proposing.value.rule.mayProposeSelf) return refused('self-not-allowed', {}, 'position');
    const account = act.person ? null : await ownAccount(within);
    const person = act.person ?? (account ? await personOfAccount(within, account) : null);
    if (!person) return refused('not-in-committee');
    const self = { ...within, person };
    const { committee, said } = input;
    const described = await describeOneself(self, { committee, person, isNew: act.person === null, said });
    if (!described.ok) return described;
    const proposed = await proposeCandidate(self, {
      committee,
      plan: input.plan,
      position: input.position,
      person,
      reasons: input.reasons,
      source: 'inside',
      onBehalfOf: null,
      via: null,
    });
    // The form has no field for the person: what a rule says of them stands beside the position.
    return proposed.ok || proposed.field !== 'person' ? proposed : { ...proposed, field: 'position' };
  });
}
