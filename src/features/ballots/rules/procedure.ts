/** Who may stand in a step, and where everybody stands: computed from the rulings of the steps before, never kept. */
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import {
  type CandidateStanding,
  type Exception,
  type Occasion,
  Procedure,
  type ProcedureStep,
  type StepRecord,
} from '../types/procedure.ts';
import type { RulingLine } from '../types/ruling.ts';
import { readyMade } from './procedures/ready-made.ts';

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
  const lines = linesOf(records, last.key);
  return lines.filter((line) => isLetThrough(line)).map(({ candidate }) => candidate);
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
  const lines = linesOf(records, last.key);
  if (lines.length === 0 || lines.some(isWaiting)) return refused('step-before-is-open');
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
      found.set(candidate, { candidate, standing: 'waiting', step: step.key, ruled: null, exception: reason });
    }
    for (const line of votesOnCandidates(step) ? linesOf(records, step.key) : []) {
      const standing = isWaiting(line) ? 'waiting' : isLetThrough(line) ? 'let-through' : 'not-let-through';
      const exception = found.get(line.candidate)?.exception ?? null;
      found.set(line.candidate, { candidate: line.candidate, standing, step: step.key, ruled: line, exception });
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

/** A decision on a plan of work lets nobody through and keeps nobody out. */
function votesOnCandidates({ voteRule, purpose }: ProcedureStep): boolean {
  return voteRule !== null && purpose !== 'decide';
}

/** A later round of the same step takes the place of the line before. */
function linesOf(records: readonly StepRecord[], step: string): readonly RulingLine[] {
  const lines = records
    .filter((one) => one.step === step)
    .flatMap(({ rulings }) => rulings.flatMap((one) => one.lines));
  return [...new Map(lines.map((line) => [line.candidate, line])).values()];
}

function isLetThrough({ outcome, goesTo }: RulingLine): boolean {
  return outcome === 'passed' || (outcome === 'goes-on' && goesTo === 'next-step');
}

/** Tied and not yet decided, or standing again in another round of the same step. */
function isWaiting({ outcome, goesTo }: RulingLine): boolean {
  return outcome === 'tie' || outcome === 'no-quorum' || (outcome === 'goes-on' && goesTo === 'next-round');
}
