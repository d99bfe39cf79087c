/** "I have no one to propose": the reminders of the call for names stop; a name can be put forward all the same. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { planOf } from '../../plans/operations/look.ts';
import type { Plan } from '../../plans/types.ts';
import * as store from '../store/nominations.ts';

/** Saying it twice is once. Refusals: access (candidates.suggest), plan-unknown, plan-closed. */
export async function sayNoNames(
  act: Act,
  at: { readonly committee: CommitteeId; readonly plan: PlanId },
): Promise<Outcome<Plan, AccessRefusal | 'plan-unknown' | 'plan-closed'>> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, at.committee, 'candidates.suggest');
    if (!viewer.ok) return viewer;
    const plan = await planOf(within, viewer.value, at.plan);
    if (!plan || !act.person) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const isNew = await store.insertNoNames(tx, { plan: plan.id, person: act.person, saidAt: act.now });
    if (!isNew) return done(plan);
    await record(tx, act, {
      kind: 'nominations.no-names',
      committee: at.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: {},
    });
    await dutyDone(tx, act, { subject: { kind: 'plan-names', id: plan.id }, persons: [act.person] });
    return done(plan);
  });
}
