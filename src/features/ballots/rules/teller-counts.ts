/** Two tellers count each alone: where their numbers differ. Pure. */

import type { Question, TallyLine } from '../types/paper.ts';
import type { CountedQuestion } from '../types/round.ts';

export const countedParts = ['issued', 'returned', 'invalid', 'blank', 'abstained'] as const;
export const lineParts = ['for', 'against', 'abstained'] as const;

export interface Difference {
  readonly question: string;
  /** Null: of the papers as a whole. */
  readonly candidate: string | null;
  readonly part: (typeof countedParts)[number] | (typeof lineParts)[number];
  readonly numbers: readonly [number, number];
}

/** Counted on those who stand now; not, when somebody has withdrawn since: then it is asked for again. */
export function isCurrent(count: readonly CountedQuestion[], standing: readonly Question[]): boolean {
  const asked = (questions: readonly Question[]) => questions.map(({ key, candidates }) => [key, ...candidates].join());
  return asked(count.map(({ question }) => question)).join(';') === asked(standing).join(';');
}

/** None: they counted the same. Names written in are compared whatever their order. */
export function differences(one: readonly CountedQuestion[], other: readonly CountedQuestion[]): readonly Difference[] {
  return one.flatMap((mine, index): readonly Difference[] => {
    const theirs = other[index];
    if (!theirs) return [];
    const question = mine.question.key;
    const whole = countedParts.map((part): Difference => {
      const of = (count: CountedQuestion) => (part === 'issued' ? count.issued : count.tally[part]);
      return { question, candidate: null, part, numbers: [of(mine), of(theirs)] };
    });
    const named = new Set([...mine.tally.lines, ...theirs.tally.lines].map(({ candidate }) => candidate));
    const lines = [...named].flatMap((candidate) =>
      lineParts.map((part): Difference => {
        const of = (count: CountedQuestion) => votesOn(count.tally.lines, candidate, part);
        return { question, candidate, part, numbers: [of(mine), of(theirs)] };
      }),
    );
    return [...whole, ...lines].filter(({ numbers: [a, b] }) => a !== b);
  });
}

function votesOn(lines: readonly TallyLine[], candidate: string, part: (typeof lineParts)[number]): number {
  return lines.find((line) => line.candidate === candidate)?.[part] ?? 0;
}
