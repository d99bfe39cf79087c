/** A step that was held outside the bot, entered by the committee secretary as it came on paper. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type ViaKind } from '../../../kernel/act.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate } from '../../../kernel/time.ts';
import { eyesOf } from '../../ballots/operations/eyes.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { seeList } from '../../reviews/operations/lists.ts';
import { checkIsNext, checkMayStand, sentBackHere, votesOnCandidates } from '../rules/procedure.ts';
import { type ForStep, forStep, reasonMax } from '../rules/stand.ts';
import * as store from '../store.ts';
import { type EnteredCandidate, type EnteredStep, type ProcedureId, standKey } from '../types/current.ts';
import type { StepRecord } from '../types/procedure.ts';
import { type FoundStep, findStep, recordsToDecide, type StepRefusal } from './look.ts';

type AtStep = { readonly procedure: ProcedureId; readonly step: string };

export type EnterFormRefusal =
  | StepRefusal
  | 'procedure-step-not-next'
  | 'procedure-step-voted-here'
  | 'procedure-no-list'
  | 'step-before-is-open'
  | 'not-let-through';

export interface EnterParts extends FoundStep, ForStep {
  readonly zone: string;
}

/**
 * What the form offers. Refusals: access (plan.edit), procedure-unknown, procedure-step-not-next {number},
 * procedure-step-voted-here (its outcome is computed from the votes here), procedure-no-list (also where a case on it is
 * closed to the acting person: somebody else enters it then), step-before-is-open.
 */
export async function enterForm(act: Act, at: AtStep): Promise<Outcome<EnterParts, EnterFormRefusal>> {
  const found = await findStep(act, at, 'plan.edit');
  if (!found.ok) return found;
  const { current, step, list } = found.value;
  const { procedure } = current;
  const records = await recordsToDecide(act, current);
  const isNext = checkIsNext(procedure, records, step.key);
  if (!isNext.ok) return isNext;
  if (wasVotedHere(records, step.key)) return refused('procedure-step-voted-here');
  const committee = await committeeHeader(act, current.committee);
  if (!committee) return refused('committee-unknown');
  const parts = { ...found.value, zone: committee.zone };
  if (!votesOnCandidates(step)) return done({ ...parts, through: [], others: [] });
  if (!list) return refused('procedure-no-list');
  const whole = await seeList({ ...act, member: null, person: null }, list.id);
  if (!whole.ok || whole.value.entries.length !== list.entries.length) return refused('procedure-no-list');
  const mayStand = checkMayStand(procedure, records, { step: step.key, candidates: [], exceptions: [] });
  if (!mayStand.ok) return mayStand;
  return done({ ...parts, ...forStep(procedure, records, step.key, list.entries) });
}

function wasVotedHere(records: readonly StepRecord[], step: string): boolean {
  return records.some((one) => one.step === step && (one.isRunning || one.rulings.length > 0));
}

export interface ToEnter extends AtStep {
  readonly heldOn: string;
  readonly via: ViaKind;
  readonly reference: string;
  readonly note: string;
  readonly isPassed: boolean | null;
  readonly letThrough: readonly string[];
  readonly exceptions: readonly string[];
  readonly reason: string;
}

export type EnterRefusal =
  | EnterFormRefusal
  | 'procedure-held-later'
  | 'procedure-reason-too-long'
  | 'procedure-outcome-missing';

/**
 * Entering it again corrects what was entered before; the old words are kept. Refusals: those of the form;
 * procedure-held-later {today}, procedure-outcome-missing, procedure-reason-too-long {max}, not-let-through {count}.
 */
export async function enterOutcome(act: Act, input: ToEnter): Promise<Outcome<FoundStep, EnterRefusal>> {
  const reason = input.reason.normalize('NFC').trim();
  if (reason.length > reasonMax) return refused('procedure-reason-too-long', { max: reasonMax }, 'reason');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    await store.holdProcedure(tx, input.procedure);
    const parts = await enterForm(here, input);
    if (!parts.ok) return parts;
    const { current, step, zone, through, others } = parts.value;
    const today = dateIn(zone, act.now);
    if (!isPlainDate(input.heldOn) || input.heldOn > today) return refused('procedure-held-later', { today }, 'date');
    const decides = step.voteRule !== null && !votesOnCandidates(step);
    if (decides && input.isPassed === null) return refused('procedure-outcome-missing', {}, 'passed');
    const excepted = others.filter((one) => input.exceptions.includes(standKey(one.position, one.person)));
    const records = await recordsToDecide(here, current);
    const mayStand = checkMayStand(current.procedure, records, {
      ...{ step: step.key, candidates: excepted.map((one) => standKey(one.position, one.person)) },
      exceptions: excepted.map((one) => ({ candidate: standKey(one.position, one.person), reason })),
    });
    if (!mayStand.ok) return { ...mayStand, field: 'reason' };
    const asked = [...through, ...excepted].map((one) => ({
      ...{ person: one.person, position: one.position, exception: excepted.includes(one) ? reason : null },
      isLetThrough: input.letThrough.includes(standKey(one.position, one.person)),
    }));
    const before = await store.outcomesOf(tx, eyesOf(here, current.committee), current.id);
    const isAgain = sentBackHere(current.procedure, records, step.key).length > 0;
    const stands = isAgain ? stillCounting(before, records, step.key) : [];
    const entered = {
      ...{ step: step.key, heldOn: input.heldOn, via: input.via, candidates: [...stands, ...asked] },
      reference: input.reference.trim().slice(0, 100) || null,
      note: input.note.normalize('NFC').trim().slice(0, 1000) || null,
      isPassed: decides ? input.isPassed : null,
    };
    await store.insertOutcome(tx, current.id, entered, { at: act.now, person: act.person });
    await record(tx, act, {
      kind: before.some((one) => one.step === step.key) ? 'procedures.outcome-corrected' : 'procedures.outcome-entered',
      committee: current.committee,
      subject: { kind: 'plan', id: current.plan },
      facts: { step: step.key, heldOn: input.heldOn, via: input.via },
      nominees: asked.map(({ person }) => person),
    });
    return done(parts.value);
  });
}

/** Held again for those whom the authority sent back: what the step brought for the others stands. */
function stillCounting(
  before: readonly EnteredStep[],
  records: readonly StepRecord[],
  step: string,
): readonly EnteredCandidate[] {
  const record = records.find((one) => one.step === step)?.entered;
  const counting = [...(record?.letThrough ?? []), ...(record?.notLetThrough ?? [])];
  const entered = before.find((one) => one.step === step)?.candidates ?? [];
  return entered.filter(({ position, person }) => counting.includes(standKey(position, person)));
}
