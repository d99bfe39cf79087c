/** What each step has brought, put together from its votes and from what was entered. Pure. */
import { type BallotRound, motion } from '../../ballots/types/round.ts';
import type { RulingLine } from '../../ballots/types/ruling.ts';
import { type EnteredStep, type StepReturn, standKey } from '../types/current.ts';
import type { Procedure, ProcedureStep, StepRecord } from '../types/procedure.ts';
import { votesOnCandidates } from './procedure.ts';

/**
 * `rounds` are the procedure's, the newest first. In the records candidates go by `standKey`. Of somebody who was sent
 * back to a step, what it and the later ones brought before that moment is left out.
 */
export function recordsOf(
  procedure: Procedure,
  rounds: readonly BallotRound[],
  entered: readonly EnteredStep[],
  returns: readonly StepReturn[] = [],
): readonly StepRecord[] {
  const inOrder = rounds.filter(({ state }) => state !== 'void' && state !== 'cancelled').reverse();
  return procedure.steps.value.map((step) => {
    const again = sentBackTo(procedure, returns, step);
    const counts = (candidate: string, at: Date) => !((again.get(candidate)?.at ?? at) > at);
    const ofStep = inOrder.filter((round) => round.step?.key === step.key);
    const paper = entered.find((one) => one.step === step.key) ?? null;
    const onPaper = paper ? paper.candidates.filter((one) => counts(keyOf(one), paper.enteredAt)) : [];
    const asked = ofStep.flatMap((round) => candidatesOf(round).filter((one) => counts(keyOf(one), round.preparedAt)));
    return {
      step: step.key,
      isRunning: ofStep.some(({ rulings }) => rulings === null),
      rulings: ofStep.flatMap((round) =>
        (round.rulings ?? []).map((ruling) => ({
          ...ruling,
          lines: ruling.lines
            .map((line) => named(round, line))
            .filter(({ candidate }) => counts(candidate, round.preparedAt)),
        })),
      ),
      entered: paper && {
        isPassed: paper.isPassed,
        letThrough: onPaper.filter(({ isLetThrough }) => isLetThrough).map(keyOf),
        notLetThrough: onPaper.filter(({ isLetThrough }) => !isLetThrough).map(keyOf),
      },
      exceptions: [...asked, ...onPaper].flatMap(exceptionOf),
      sentBack: [...again]
        .filter(([candidate]) => ![...asked, ...onPaper].some((one) => keyOf(one) === candidate))
        .map(([candidate, { submission }]) => ({ candidate, submission })),
    };
  });
}

/** Everybody who has to pass a step again: it is the one they were sent back to, or comes after it. The last time counts. */
function sentBackTo(
  { steps }: Procedure,
  returns: readonly StepReturn[],
  step: ProcedureStep,
): ReadonlyMap<string, StepReturn> {
  if (!votesOnCandidates(step)) return new Map();
  const until = steps.value.slice(0, steps.value.indexOf(step) + 1).map(({ key }) => key);
  const found = returns.filter((one) => until.includes(one.step)).toSorted((one, two) => +one.at - +two.at);
  return new Map(found.map((one) => [keyOf(one), one]));
}

/** A round's candidates have ids of that round; from step to step they are somebody for a position. */
function named({ questions }: BallotRound, line: RulingLine): RulingLine {
  const question = questions.find(({ candidates }) => candidates.some(({ id }) => id === line.candidate));
  const found = question?.candidates.find(({ id }) => id === line.candidate);
  if (found) return { ...line, candidate: standKey(question?.position ?? null, found.person) };
  return line.writtenIn ? { ...line, candidate: standKey(null, `=${line.candidate}`) } : { ...line, candidate: motion };
}

type Standing = { readonly position: string | null; readonly person: string; readonly exception: string | null };

/** Those on the papers of a round. */
function candidatesOf({ questions }: BallotRound): readonly Standing[] {
  return questions.flatMap(({ position, candidates }) => candidates.map((one) => ({ ...one, position })));
}

function exceptionOf(one: Standing): StepRecord['exceptions'] {
  return one.exception === null ? [] : [{ candidate: keyOf(one), reason: one.exception }];
}

function keyOf({ position, person }: { readonly position: string | null; readonly person: string }): string {
  return standKey(position, person);
}
