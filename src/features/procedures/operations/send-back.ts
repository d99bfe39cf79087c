/** Somebody whom the approving authority returned goes back to a step of the plan, and passes it and the later ones again. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { eyesOf } from '../../ballots/operations/eyes.ts';
import { votesOnCandidates } from '../rules/procedure.ts';
import * as store from '../store.ts';
import type { ProcedureStep } from '../types/procedure.ts';

export interface NumberedStep {
  /** From 1, as the plan shows it. */
  readonly number: number;
  readonly step: ProcedureStep;
}

type OfPlan = { readonly committee: CommitteeId; readonly plan: PlanId };

/** The steps that decide on names; none where the plan has no steps. The caller has authorised. */
export async function stepsToSendBackTo(act: Act, { committee, plan }: OfPlan): Promise<readonly NumberedStep[]> {
  const current = await store.currentOf(act.store, eyesOf(act, committee), plan);
  return (current?.procedure.steps.value ?? [])
    .map((step, index) => ({ number: index + 1, step }))
    .filter(({ step }) => votesOnCandidates(step));
}

/**
 * Inside the caller's transaction, which has authorised and records it. `step`: its number. Null: the plan has no such
 * step. Refuses procedure-step-no-vote: nobody decides on names there.
 */
export async function sendBackToStep(
  act: Act,
  sent: OfPlan & {
    readonly step: number;
    readonly person: PersonId;
    readonly position: PositionId;
    readonly submission: number;
  },
): Promise<Outcome<NumberedStep, 'procedure-step-no-vote'>> {
  const current = await store.currentOf(act.store, eyesOf(act, sent.committee), sent.plan);
  const found = (await stepsToSendBackTo(act, sent)).find(({ number }) => number === sent.step);
  if (!current || !found) return refused('procedure-step-no-vote', {}, 'step');
  await store.holdProcedure(act.store, current.id);
  const { person, position, submission } = sent;
  const back = { step: found.step.key, person, position, submission, at: act.now };
  await store.insertReturn(act.store, current.id, back, act.person);
  return done(found);
}
