/**
 * What is particular to a vote whose papers are sealed (secrecy.md): what stands on a paper, who can send one, and which
 * results would tell how somebody voted. Pure.
 */
import type { PersonId } from '../../../kernel/ids.ts';
import { ruleSetByKey } from '../../eligibility/rules/rule-set-for.ts';
import { type PaperSize, paperSizes } from '../../sealing/types.ts';
import type { Question, Reading, Tally } from '../types/paper.ts';
import { type BallotQuestion, type BallotRound, motion, type PaperMarks } from '../types/round.ts';
import type { PaperKind, VoteRule } from '../types/vote-rule.ts';
import { paperBytes, readPaper, writePaper } from './paper.ts';

/** No group smaller than this is shown in numbers (min_ballots_to_publish, planning.md 8.4). */
export function shieldOf({ ruleSet }: Pick<VoteRule, 'ruleSet'>): number {
  return ruleSetByKey(ruleSet.key, ruleSet.version).parameters.minBallotsToPublish.value;
}

/**
 * With everybody who stood when it opened, also who has withdrawn since: papers name places on the list, and a place must
 * mean the same for the first paper and the last. (A withdrawal makes the whole round void.)
 */
export function sealedQuestions(round: Pick<BallotRound, 'questions'>): readonly Question[] {
  return round.questions.map(({ key, seats, candidates }: BallotQuestion) => ({
    key,
    seats,
    candidates: key === motion ? [motion] : candidates.map(({ id }) => id as string),
  }));
}

/** Marks that were judged valid, question by question; a question without marks is blank. */
export function sealedContent(questions: readonly Question[], marks: PaperMarks): string {
  return questions.map((question) => writePaper(question, marks[question.key] ?? null)).join('\n');
}

/** Judged again when it is opened, one reading for each question: what no form of ours could have sent is invalid. */
export function sealedReadings(kind: PaperKind, questions: readonly Question[], content: string): readonly Reading[] {
  const texts = content.split('\n');
  return questions.map((question, index) => readPaper(kind, question, texts[index] ?? ''));
}

/** The smallest that holds every valid paper of this round. */
export function sealedSize(kind: PaperKind, questions: readonly Question[]): PaperSize {
  // Written as JSON inside the sealed paper: a quotation mark or a line break takes two bytes there.
  const bytes = questions.reduce((sum, question) => sum + 2 * paperBytes(kind, question) + 2, 0);
  const around = 40;
  return paperSizes.find((size) => size >= bytes + around) ?? 16_384;
}

/**
 * Whether the numbers tell how somebody voted: too few papers; all alike on somebody; or another round on the same, whose
 * electorate differs by one to shield − 1 people. Then they are seen only by those named before the opening.
 */
export function tellsTooMuch(input: {
  readonly tallies: readonly Tally[];
  readonly electors: ReadonlySet<PersonId>;
  readonly related: readonly ReadonlySet<PersonId>[];
  readonly shield: number;
}): boolean {
  const { tallies, electors, related, shield } = input;
  return (
    tallies.some((tally) => tally.returned < shield || isUnanimous(tally)) ||
    related.some((other) => {
      const apart = difference(electors, other);
      return apart > 0 && apart < shield;
    })
  );
}

/** Everybody said the same of somebody: then everybody's paper is known. */
function isUnanimous({ returned, abstained, lines, blank, invalid }: Tally): boolean {
  if (returned === 0) return false;
  const alike = [abstained, blank, invalid, ...lines.flatMap((line) => [line.for, line.against ?? 0, line.abstained])];
  return alike.some((count) => count === returned);
}

function difference(one: ReadonlySet<PersonId>, other: ReadonlySet<PersonId>): number {
  const missing = (a: ReadonlySet<PersonId>, b: ReadonlySet<PersonId>) => [...a].filter((who) => !b.has(who)).length;
  return missing(one, other) + missing(other, one);
}
