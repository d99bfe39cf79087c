/** Papers of an open vote counted and ruled on, and whether those that may still come could change what comes of it. Pure. */
import type { Question, Reading } from '../types/paper.ts';
import type { BallotRound, CountedQuestion, PaperMarks } from '../types/round.ts';
import type { Frozen, Ruling } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { votersOf } from './denominators.ts';
import { readMarks } from './paper.ts';
import { ruleOn } from './ruling.ts';
import { marksOn, questionsOf } from './standing-marks.ts';
import { tallyPapers } from './tally.ts';

type Ruled = Pick<BallotRound, 'rule' | 'decisions'> & { readonly frozen: Frozen };
type Counted = Ruled & Pick<BallotRound, 'questions'>;

/** Papers were handed to everybody who was asked; in the order of the questions. */
export function countPapers(round: Counted, papers: readonly PaperMarks[]): readonly CountedQuestion[] {
  return questionsOf(round).map((question) =>
    countReadings(
      round,
      question,
      papers.map((paper) => readOn(round.rule, question, paper)),
    ),
  );
}

function countReadings({ rule, frozen }: Ruled, question: Question, readings: readonly Reading[]): CountedQuestion {
  const issued = votersOf(frozen);
  return { question, issued, tally: tallyPapers(rule.paper.value, question, readings) };
}

export function ruleOnAll(round: Ruled, counted: readonly CountedQuestion[]): readonly Ruling[] {
  return counted.map((one) => ruleOnOne(round, one));
}

function ruleOnOne({ rule, frozen, decisions }: Ruled, { question, issued, tally }: CountedQuestion): Ruling {
  return ruleOn({ rule, frozen, question, issued, tally, decisions: decisions[question.key] ?? {} });
}

function readOn(rule: VoteRule, question: Question, paper: PaperMarks): Reading {
  const marks = marksOn(question, paper);
  return marks === null ? { state: 'blank' } : readMarks(rule.paper.value, question, marks);
}

/**
 * Everybody has voted; or each line is judged for itself (yes or no, no places to compete for) and comes out the same
 * whether everybody who is left says yes, says no, abstains or stays away. Papers that are in may still be changed: that
 * is why such a round also stays open for a least time.
 */
export function isSettled(round: Counted, papers: readonly PaperMarks[]): boolean {
  const { rule, frozen } = round;
  const left = votersOf(frozen) - papers.length;
  if (left <= 0) return true;
  const paper = rule.paper.value;
  if (paper.kind !== 'yes-no' || paper.capYes) return false;
  return questionsOf(round).every((question) => {
    if (rule.passing.value === 'seats' && question.candidates.length > 1) return false;
    if (rule.fallback.value.kind !== 'none' && question.candidates.length > 1) return false;
    const readings = papers.map((one) => readOn(rule, question, one));
    const outcomes = (rest: readonly Reading[]) =>
      JSON.stringify(
        ruleOnOne(round, countReadings(round, question, [...readings, ...rest])).lines.map(({ outcome }) => outcome),
      );
    const all = (reading: Reading) => Array.from({ length: left }, () => reading);
    const saying = (answer: 'yes' | 'no' | 'abstain'): Reading => ({
      state: 'valid',
      marks: { kind: 'yes-no', answers: Object.fromEntries(question.candidates.map((one) => [one, answer])) },
    });
    const endings = [[], all(saying('yes')), all(saying('no')), all(saying('abstain')), all({ state: 'blank' })];
    return new Set(endings.map(outcomes)).size === 1;
  });
}
