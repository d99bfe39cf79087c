/** Choosing the steps of a plan: the ready-made ones of its rule set, for a new plan or a yearly review. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { holdPlan } from '../../plans/operations/look.ts';
import { procedureFor, statesOf } from '../rules/procedure.ts';
import * as store from '../store.ts';
import type { ProcedureId } from '../types/current.ts';
import type { Occasion } from '../types/procedure.ts';
import { recordsToDecide } from './look.ts';

export type StartRefusal =
  | AccessRefusal
  | 'plan-unknown'
  | 'plan-closed'
  | 'procedure-not-offered'
  | 'procedure-runs-already';

/**
 * The steps are frozen as they are today. Where one is chosen already and no step of it has brought anything, or all
 * have, this one takes its place. Refusals: access (plan.edit), plan-unknown, plan-closed, procedure-not-offered (the
 * plan's rule set has none for the occasion), procedure-runs-already.
 */
export async function startProcedure(
  act: Act,
  input: { readonly committee: CommitteeId; readonly plan: PlanId; readonly occasion: Occasion },
): Promise<Outcome<ProcedureId, StartRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await holdPlan(here, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const procedure = procedureFor({ key: plan.ruleSet, version: plan.ruleSetVersion }, input.occasion);
    if (!procedure) return refused('procedure-not-offered');
    const before = await store.currentOf(tx, viewer.value, plan.id);
    if (before) {
      const states = statesOf(before.procedure, await recordsToDecide(here, before));
      const hasBegun = states.some((state) => state !== 'next' && state !== 'later');
      if (hasBegun && states.some((state) => state !== 'done')) return refused('procedure-runs-already');
      await store.endProcedure(tx, before.id, act.now);
    }
    const id = await store.insertProcedure(tx, { plan: plan.id, procedure }, { at: act.now, person: act.person });
    if (!id) return refused('procedure-runs-already');
    await record(tx, act, {
      kind: 'procedures.started',
      committee: input.committee,
      subject: { kind: 'plan', id: plan.id },
      facts: { occasion: procedure.occasion, ruleSet: procedure.ruleSet.key, steps: procedure.steps.value.length },
    });
    return done(id);
  });
}
