/** How secret a plan and all that hangs on it is: said by whoever keeps the plan, with a reason. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { keepLevel, type LevelRefusal, type LevelSaid } from '../../classification/operations/keep.ts';
import * as store from '../store/plans.ts';

/**
 * `version`: of the plan that the form was drawn from. Refusals: access (plan.edit), plan-unknown, plan-changed-meanwhile,
 * and those of keepLevel. A closed plan may be classified too: its lists are still read.
 */
export async function classifyPlan(
  act: Act,
  input: { readonly committee: CommitteeId; readonly plan: PlanId; readonly version: number } & Omit<LevelSaid, 'from'>,
): Promise<Outcome<void, AccessRefusal | LevelRefusal | 'plan-unknown' | 'plan-changed-meanwhile'>> {
  const { committee } = input;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await store.lockPlan(tx, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.version !== input.version) return refused('plan-changed-meanwhile', { title: plan.title });
    const kept = await keepLevel(here, { kind: 'plan', id: plan.id }, { ...input, from: plan.classification });
    if (!kept.ok) return kept;
    const { level, reason, decision } = kept.value;
    await store.setLevel(tx, plan.id, level);
    await record(tx, act, {
      ...{ kind: 'plans.classified', committee, subject: { kind: 'plan', id: plan.id } },
      facts: {
        ...{ from: plan.classification, to: level, reason: hashOf(reason), version: plan.version + 1 },
        ...(decision && { decision: hashOf(decision) }),
      },
    });
    return done();
  });
}
