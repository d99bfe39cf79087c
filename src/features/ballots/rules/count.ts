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

/** What was handed in: the papers, and how many of them by somebody's proxy. */
export interface HandedIn {
  readonly papers: readonly PaperMarks[];
  readonly byProxy: number;
}

/** Papers were handed to everybody who was asked; in the order of the questions. */
export function countPapers(round: Counted, { papers, byProxy }: HandedIn): readonly CountedQuestion[] {
  return questionsOf(round).map((question) => {
    const readings = papers.map((paper) => readOn(round.rule, question, paper));
    return countReadings(round, question, readings, byProxy);
  });
}

function countReadings(
  { rule, frozen }: Ruled,
  question: Question,
  readings: readonly Reading[],
  byProxy: number,
): CountedQuestion {
  const counted = { question, issued: votersOf(frozen), tally: tallyPapers(rule.paper.value, question, readings) };
  return byProxy > 0 ? { ...counted, byProxy } : counted;
}

export function ruleOnAll(round: Ruled, counted: readonly CountedQuestion[]): readonly Ruling[] {
  return counted.map((one) => ruleOnOne(round, one));
}

function ruleOnOne({ rule, frozen, decisions }: Ruled, counted: CountedQuestion): Ruling {
  return ruleOn({ rule, frozen, ...counted, decisions: decisions[counted.question.key] ?? {} });
}

function readOn(rule: VoteRule, question: Question, paper: PaperMarks): Reading {
  const marks = marksOn(question, paper);
  return marks === null ? { state: 'blank' } : readMarks(rule.paper.value, question, marks);
}

/**
 * Everybody has voted; or each line is judged for itself (yes or no, no places to compete for) and comes out the same
 * whether everybody who is left says yes, says no, abstains or stays away, themselves or by proxy. Papers that are in may still be changed: that
 * is why such a round also stays open for a least time.
 */
export function isSettled(round: Counted, { papers, byProxy }: HandedIn): boolean {
  const { rule, frozen } = round;
  const left = votersOf(frozen) - papers.length;
  if (left <= 0) return true;
  const paper = rule.paper.value;
  if (paper.kind !== 'yes-no' || paper.capYes) return false;
  return questionsOf(round).every((question) => {
    if (rule.passing.value === 'seats' && question.candidates.length > 1) return false;
    if (rule.fallback.value.kind !== 'none' && question.candidates.length > 1) return false;
    const readings = papers.map((one) => readOn(rule, question, one));
    const outcomes = (rest: readonly Reading[], restByProxy: number) => {
      const counted = countReadings(round, question, [...readings, ...rest], byProxy + restByProxy);
      return JSON.stringify(ruleOnOne(round, counted).lines.map(({ outcome }) => outcome));
    };
    const all = (reading: Reading) => Array.from({ length: left }, () => reading);
    const saying = (answer: 'yes' | 'no' | 'abstain'): Reading => ({
      state: 'valid',
      marks: { kind: 'yes-no', answers: Object.fromEntries(question.candidates.map((one) => [one, answer])) },
    });
    const endings = [[], all(saying('yes')), all(saying('no')), all(saying('abstain')), all({ state: 'blank' })];
    const byThemselves = endings.map((rest) => outcomes(rest, 0));
    const byOthers = rule.proxiesPerPerson.value > 0 ? endings.map((rest) => outcomes(rest, rest.length)) : [];
    return new Set([...byThemselves, ...byOthers]).size === 1;
  });
}
