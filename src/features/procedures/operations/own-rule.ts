/** One part of a step's vote rule, set by the committee itself before the vote of the step is prepared. */
import { hashOf, record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { checkOwnPart } from '../rules/own-rule.ts';
import { reasonMax } from '../rules/stand.ts';
import * as store from '../store.ts';
import type { ProcedureId } from '../types/current.ts';
import type { OwnPart } from '../types/own-rule.ts';
import { type FoundStep, findStep, recordsToDecide, type StepRefusal } from './look.ts';

type AtStep = { readonly procedure: ProcedureId; readonly step: string };

export type OwnRuleFormRefusal = StepRefusal | 'procedure-step-no-vote' | 'procedure-rule-in-use';

/**
 * What the form is filled with. Refusals: access (plan.edit), procedure-unknown, procedure-step-no-vote,
 * procedure-rule-in-use: the step has a vote already, and a rule is known before the vote, not made after it.
 */
export async function ownRuleForm(act: Act, at: AtStep): Promise<Outcome<FoundStep, OwnRuleFormRefusal>> {
  const found = await findStep(act, at, 'plan.edit');
  if (!found.ok) return found;
  if (found.value.rule === null) return refused('procedure-step-no-vote');
  const records = await recordsToDecide(act, found.value.current);
  const isUsed = records.some(
    ({ step, isRunning, rulings, entered }) => step === at.step && (isRunning || rulings.length > 0 || entered),
  );
  return isUsed ? refused('procedure-rule-in-use') : found;
}

/**
 * The part is cited from then on as the committee's own, with its reason; the other parts keep their sources. Refusals:
 * those of the form; procedure-reason-missing, procedure-reason-too-long {max}, procedure-rule-cannot-be.
 */
export async function setOwnPart(
  act: Act,
  input: AtStep & { readonly own: OwnPart; readonly reason: string },
): Promise<
  Outcome<
    FoundStep,
    OwnRuleFormRefusal | 'procedure-reason-missing' | 'procedure-reason-too-long' | 'procedure-rule-cannot-be'
  >
> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason === '') return refused('procedure-reason-missing', {}, 'reason');
  if (reason.length > reasonMax) return refused('procedure-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdProcedure(tx, input.procedure);
    const found = await ownRuleForm(here, input);
    if (!found.ok) return found;
    const { current, step, rule } = found.value;
    if (rule === null) return refused('procedure-step-no-vote');
    const checked = checkOwnPart(rule, input.own, reason);
    if (!checked.ok) return checked;
    const change = { ...input.own, step: step.key, reason, changedAt: act.now };
    await store.insertRuleChange(tx, current.id, change, act.person);
    await record(tx, act, {
      kind: 'procedures.rule-changed',
      committee: current.committee,
      subject: { kind: 'plan', id: current.plan },
      facts: { step: step.key, part: input.own.part, reason: hashOf(reason) },
    });
    return done({ ...found.value, rule: checked.value });
  });
}
