/** The ruling on one question: a pure function of the frozen rule, the frozen numbers and what was in the box. */
import type { Question, Tally, TallyLine } from '../types/paper.ts';
import type { Frozen, RankedCount, Ruling, RulingLine, RulingOutcome, TieDecisions } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { leastOf, standing } from './arithmetic.ts';
import { clauseOf } from './clause.ts';
import { baseOf, castOnLine, paperNumbers } from './denominators.ts';
import { type Placing, placeByVotes } from './placing.ts';
import { quorumOf } from './quorum.ts';
import { countSchulze } from './schulze.ts';
import { countStv } from './stv.ts';
import { sendOn, settleTies } from './what-follows.ts';

export interface Counted {
  readonly rule: VoteRule;
  readonly frozen: Frozen;
  readonly question: Question;
  readonly issued: number;
  readonly tally: Tally;
  /** Papers that somebody's proxy had; left out: none. */
  readonly byProxy?: number;
  /** What the head or the chair decided on the tied; who they may decide on is the ruling's, others are passed over. */
  readonly decisions?: TieDecisions;
}

/**
 * Exactly the share where more is needed is a tie at the threshold, equal votes at the last seat a tie for it; both are
 * ruled by the rule's tie rule. Decisions for more people than seats left decide nothing. The fallback waits for them.
 */
export function ruleOn(counted: Counted): Ruling {
  const { rule, frozen, question, issued, tally, byProxy = 0 } = counted;
  const papers = paperNumbers(rule, frozen, tally, byProxy);
  const quorum = quorumOf(rule, frozen, papers.present);
  const lines = tally.lines.map((line) => lineOf(counted, line));
  const { ranked, ruled } = quorum.reached
    ? outcomesOf(counted, lines)
    : { ranked: null, ruled: lines.map((line): RulingLine => ({ ...line, outcome: 'no-quorum' })) };
  return {
    question: question.key,
    seats: question.seats,
    outcome: overall(ruled),
    summoned: frozen.summoned,
    seated: frozen.seated,
    recused: frozen.recused.summoned,
    present: papers.present,
    issued,
    returned: tally.returned,
    invalid: tally.invalid,
    blank: tally.blank,
    abstained: tally.abstained,
    valid: papers.valid,
    cast: papers.cast,
    quorum,
    threshold: thresholdOf(rule),
    lines: [...ruled],
    ranked,
    ...proxiesOf(rule, byProxy),
    tieRule: rule.tie.value,
    clause: clauseOf(rule),
  };
}

function proxiesOf(rule: VoteRule, byProxy: number): Pick<Ruling, 'proxies'> {
  const perPerson = rule.proxiesPerPerson.value;
  if (perPerson === 0) return {};
  return { proxies: { perPerson, byProxy, arePresent: rule.proxiesPresent?.value ?? false } };
}

function thresholdOf(rule: VoteRule): Ruling['threshold'] {
  const threshold = rule.threshold.value;
  if (threshold === null) return null;
  const { share, comparison, base } = threshold;
  return { share, comparison, of: base.of, lessRecused: base.lessRecused };
}

function lineOf({ rule, frozen, tally }: Counted, line: TallyLine): RulingLine {
  const threshold = rule.threshold.value;
  const cast = castOnLine(rule.paper.value, tally, line);
  const base =
    threshold === null ? null : baseOf(threshold.base, frozen, { ...paperNumbers(rule, frozen, tally), cast });
  const needed = threshold === null || base === null ? null : leastOf(threshold.share, threshold.comparison, base);
  return { ...line, base, needed, got: line.for, outcome: 'not-passed', goesTo: null, tie: null };
}

function outcomesOf(
  counted: Counted,
  lines: readonly RulingLine[],
): { readonly ranked: RankedCount | null; readonly ruled: readonly RulingLine[] } {
  const { rule, question, tally, decisions = {} } = counted;
  const paper = rule.paper.value;
  if (paper.kind === 'ranked') {
    const { count, placing } = (paper.method === 'stv' ? countStv : countSchulze)(question, tally.rankings);
    // Where every paper is blank, nobody has been chosen, and no seat goes to whoever is left.
    const placed = tally.rankings.length === 0 ? { passed: [], tied: [], free: 0 } : placing;
    const ruled = settleTies(rule, passing(lines, placed), [{ at: 'last-place', ...placed }], decisions);
    return { ranked: count, ruled: sendOn(rule, question, ruled) };
  }
  const indexes = lines.map((_, index) => index);
  const stands = lines.map((line) => standingOf(rule, line));
  const above = indexes.filter((index) => stands[index] === 'above');
  const exact = indexes.filter((index) => stands[index] === 'exact');
  const places = rule.passing.value === 'seats' ? question.seats : lines.length;
  const scores = lines.map((line) => line.for);
  const placed = placeByVotes(above, scores, places);
  const left = places - placed.passed.length - placed.free;
  const ties = [
    { at: 'last-place', ...placed } as const,
    { at: 'threshold', tied: left > 0 ? exact : [], free: left } as const,
  ];
  return { ranked: null, ruled: sendOn(rule, question, settleTies(rule, passing(lines, placed), ties, decisions)) };
}

/** Without a threshold one vote is enough to stand for a seat. */
function standingOf(rule: VoteRule, line: RulingLine): 'above' | 'exact' | 'below' {
  const threshold = rule.threshold.value;
  if (threshold === null || line.base === null) return line.for > 0 ? 'above' : 'below';
  return standing(line.for, threshold.share, threshold.comparison, line.base);
}

function passing(lines: readonly RulingLine[], { passed }: Placing): readonly RulingLine[] {
  return lines.map((line, index) => (passed.includes(index) ? { ...line, outcome: 'passed' } : line));
}

/** Of the whole question: what still waits for somebody comes first. */
export function overall(lines: readonly RulingLine[]): RulingOutcome {
  const order: readonly RulingOutcome[] = ['no-quorum', 'tie', 'passed', 'goes-on'];
  return order.find((outcome) => lines.some((line) => line.outcome === outcome)) ?? 'not-passed';
}
