/** How far a procedure is, who may stand in a step, and where everybody stands: computed from rulings, never kept. */
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { RulingLine } from '../../ballots/types/ruling.ts';
import {
  type CandidateStanding,
  type Exception,
  type Occasion,
  Procedure,
  type ProcedureStep,
  type StepRecord,
  type StepState,
} from '../types/procedure.ts';
import { readyMade } from './ready-made.ts';

export const procedures: readonly Procedure[] = readyMade.map((data) => Procedure.parse(data));

/** Null: this rule set has no steps for the occasion. */
export function procedureFor(
  ruleSet: { readonly key: string; readonly version: number },
  occasion: Occasion,
): Procedure | null {
  const fits = (one: Procedure): boolean =>
    one.ruleSet.key === ruleSet.key && one.ruleSet.version === ruleSet.version && one.occasion === occasion;
  return procedures.find(fits) ?? null;
}

/**
 * Whom the last step with a ballot on candidates let through: passed, or sent on by its tie rule or fallback. Null: no
 * step before has voted on anybody, so everybody on the list may stand. A step of another procedure is a Bug.
 */
export function letThroughTo(
  procedure: Procedure,
  records: readonly StepRecord[],
  step: string,
): readonly string[] | null {
  const before = stepsBefore(procedure, step).filter(votesOnCandidates);
  const last = before.at(-1);
  if (last === undefined) return null;
  const found = verdictsOf(records, last.key);
  return found.filter(({ standing }) => standing === 'let-through').map(({ candidate }) => candidate);
}

/** Those whom the approving authority sent back and who now have to pass this step: the steps before let them through. */
export function sentBackHere(procedure: Procedure, records: readonly StepRecord[], step: string): readonly string[] {
  const sentBack = records.find((one) => one.step === step)?.sentBack ?? [];
  const through = sentBack.length > 0 ? letThroughTo(procedure, records, step) : null;
  return sentBack.map(({ candidate }) => candidate).filter((one) => through === null || through.includes(one));
}

/** The state of every step, in their order: the first that is not done is the next. */
export function statesOf(procedure: Procedure, records: readonly StepRecord[]): readonly StepState[] {
  let isNext = true;
  return procedure.steps.value.map((step) => {
    const state = reached(procedure, step, records);
    if (state === 'done' || !isNext) return state ?? 'later';
    isNext = false;
    return state ?? 'next';
  });
}

/** Refuses `procedure-step-not-next` {number}: steps run in their order (planning 8.3, 7). A step may be held again. */
export function checkIsNext(
  procedure: Procedure,
  records: readonly StepRecord[],
  step: string,
): Outcome<void, 'procedure-step-not-next'> {
  const open = stepsBefore(procedure, step).findIndex((before) => reached(procedure, before, records) !== 'done');
  return open < 0 ? done() : refused('procedure-step-not-next', { number: open + 1 });
}

/**
 * Refuses `step-before-is-open` as long as the step before has not ruled or leaves a tie undecided, and
 * `not-let-through` {count} for people without an exception that has a reason (planning 8.3, 7).
 */
export function checkMayStand(
  procedure: Procedure,
  records: readonly StepRecord[],
  asked: { readonly step: string; readonly candidates: readonly string[]; readonly exceptions: readonly Exception[] },
): Outcome<void, 'step-before-is-open' | 'not-let-through'> {
  const last = stepsBefore(procedure, asked.step).filter(votesOnCandidates).at(-1);
  const through = letThroughTo(procedure, records, asked.step);
  if (last === undefined || through === null) return done();
  const before = verdictsOf(records, last.key);
  if (before.length === 0 || before.some(({ standing }) => standing === 'waiting'))
    return refused('step-before-is-open');
  const excepted = asked.exceptions.filter(({ reason }) => reason.trim() !== '').map(({ candidate }) => candidate);
  const strangers = asked.candidates.filter((one) => !through.includes(one) && !excepted.includes(one));
  return strangers.length > 0 ? refused('not-let-through', { count: strangers.length }) : done();
}

/** Everybody whom any step has ruled on or taken up, by the last of them; in the order in which they appeared. */
export function whereTheyStand(procedure: Procedure, records: readonly StepRecord[]): readonly CandidateStanding[] {
  const found = new Map<string, CandidateStanding>();
  for (const step of procedure.steps.value) {
    for (const { candidate, reason } of records
      .filter((one) => one.step === step.key)
      .flatMap((one) => one.exceptions)) {
      const asked = { candidate, standing: 'waiting' as const, step: step.key, ruled: null, sentBackWith: null };
      found.set(candidate, { ...asked, exception: reason });
    }
    for (const verdict of votesOnCandidates(step) ? verdictsOf(records, step.key) : []) {
      const before = found.get(verdict.candidate);
      // Sent back to an earlier step: there they stand, not at the later ones that they have to pass again.
      if (verdict.sentBackWith !== null && before && before.standing !== 'let-through') continue;
      found.set(verdict.candidate, { ...verdict, step: step.key, exception: before?.exception ?? null });
    }
  }
  return [...found.values()];
}

function stepsBefore(procedure: Procedure, key: string): readonly ProcedureStep[] {
  const steps = procedure.steps.value;
  const index = steps.findIndex((step) => step.key === key);
  if (index < 0) throw new Bug(`procedure ${procedure.key} has no such step`);
  return steps.slice(0, index);
}

/** Null: nothing has come of it yet. */
function reached(procedure: Procedure, step: ProcedureStep, records: readonly StepRecord[]): StepState | null {
  const record = records.find((one) => one.step === step.key);
  if (!record) return null;
  if (!record.isRunning && sentBackHere(procedure, records, step.key).length > 0) return 'sent-back';
  if (record.entered) return record.entered.isPassed === false ? 'failed' : 'done';
  if (record.isRunning) return 'running';
  if (record.rulings.length === 0) return null;
  if (votesOnCandidates(step)) {
    return verdictsOf(records, step.key).some(({ standing }) => standing === 'waiting') ? 'waiting' : 'done';
  }
  const last = record.rulings.at(-1)?.lines[0];
  if (last?.outcome === 'passed') return 'done';
  return last && isWaiting(last) ? 'waiting' : 'failed';
}

/** A decision on a plan of work lets nobody through and keeps nobody out. */
export function votesOnCandidates({ voteRule, purpose }: ProcedureStep): boolean {
  return voteRule !== null && purpose !== 'decide';
}

type Verdict = Pick<CandidateStanding, 'candidate' | 'standing' | 'ruled' | 'sentBackWith'>;

/** A later round of the same step takes the place of the line before. */
function verdictsOf(records: readonly StepRecord[], step: string): readonly Verdict[] {
  const verdicts = records
    .filter((one) => one.step === step)
    .flatMap(({ rulings, entered, sentBack }): readonly Verdict[] => [
      ...rulings.flatMap(({ lines }) => lines.map(verdictOf)),
      ...(entered?.letThrough ?? []).map((candidate) => enteredVerdict(candidate, 'let-through')),
      ...(entered?.notLetThrough ?? []).map((candidate) => enteredVerdict(candidate, 'not-let-through')),
      ...sentBack.map(({ candidate, submission }) => ({
        ...{ candidate, standing: 'waiting' as const, ruled: null, sentBackWith: submission },
      })),
    ]);
  return [...new Map(verdicts.map((one) => [one.candidate, one])).values()];
}

function verdictOf(line: RulingLine): Verdict {
  const standing = isWaiting(line) ? 'waiting' : isLetThrough(line) ? 'let-through' : 'not-let-through';
  return { candidate: line.candidate, standing, ruled: line, sentBackWith: null };
}

function enteredVerdict(candidate: string, standing: Verdict['standing']): Verdict {
  return { candidate, standing, ruled: null, sentBackWith: null };
}

function isLetThrough({ outcome, goesTo }: RulingLine): boolean {
  return outcome === 'passed' || (outcome === 'goes-on' && goesTo === 'next-step');
}

/** Tied and not yet decided, or standing again in another round of the same step. */
function isWaiting({ outcome, goesTo }: RulingLine): boolean {
  return outcome === 'tie' || outcome === 'no-quorum' || (outcome === 'goes-on' && goesTo === 'next-round');
}
