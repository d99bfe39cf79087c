/** What each step has brought, put together from its votes and from what was entered. Pure. */
import { type BallotRound, motion } from '../../ballots/types/round.ts';
import type { RulingLine } from '../../ballots/types/ruling.ts';
import { type EnteredStep, standKey } from '../types/current.ts';
import type { Procedure, StepRecord } from '../types/procedure.ts';

/** `rounds` are the procedure's, the newest first. In the records candidates go by `standKey`. */
export function recordsOf(
  procedure: Procedure,
  rounds: readonly BallotRound[],
  entered: readonly EnteredStep[],
): readonly StepRecord[] {
  const inOrder = rounds.filter(({ state }) => state !== 'void' && state !== 'cancelled').reverse();
  return procedure.steps.value.map(({ key }) => {
    const ofStep = inOrder.filter(({ step }) => step?.key === key);
    const paper = entered.find(({ step }) => step === key) ?? null;
    return {
      step: key,
      isRunning: ofStep.some(({ rulings }) => rulings === null),
      rulings: ofStep.flatMap((round) =>
        (round.rulings ?? []).map((ruling) => ({ ...ruling, lines: ruling.lines.map((line) => named(round, line)) })),
      ),
      entered: paper && {
        isPassed: paper.isPassed,
        letThrough: keysOf(paper.candidates.filter(({ isLetThrough }) => isLetThrough)),
        notLetThrough: keysOf(paper.candidates.filter(({ isLetThrough }) => !isLetThrough)),
      },
      exceptions: [...ofStep.flatMap(exceptionsOf), ...(paper?.candidates ?? []).flatMap(exceptionOf)],
    };
  });
}

/** A round's candidates have ids of that round; from step to step they are somebody for a position. */
function named({ questions }: BallotRound, line: RulingLine): RulingLine {
  const question = questions.find(({ candidates }) => candidates.some(({ id }) => id === line.candidate));
  const found = question?.candidates.find(({ id }) => id === line.candidate);
  if (found) return { ...line, candidate: standKey(question?.position ?? null, found.person) };
  return line.writtenIn ? { ...line, candidate: standKey(null, `=${line.candidate}`) } : { ...line, candidate: motion };
}

function exceptionsOf({ questions }: BallotRound): StepRecord['exceptions'] {
  return questions.flatMap(({ position, candidates }) =>
    candidates.flatMap((one) => exceptionOf({ position, person: one.person, exception: one.exception })),
  );
}

function exceptionOf(one: {
  readonly position: string | null;
  readonly person: string;
  readonly exception: string | null;
}): StepRecord['exceptions'] {
  if (one.exception === null) return [];
  return [{ candidate: standKey(one.position, one.person), reason: one.exception }];
}

function keysOf(candidates: EnteredStep['candidates']): readonly string[] {
  return candidates.map(({ position, person }) => standKey(position, person));
}
