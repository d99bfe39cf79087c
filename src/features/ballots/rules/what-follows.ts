/** What the rule says of ties, and of those who have not passed. */
import type { Question } from '../types/paper.ts';
import type { RulingLine, TieDecisions, TieFound } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';

export interface Tie {
  readonly at: TieFound['at'];
  readonly tied: readonly number[];
  readonly free: number;
}

export function settleTies(
  rule: VoteRule,
  lines: readonly RulingLine[],
  ties: readonly Tie[],
  decisions: TieDecisions,
): readonly RulingLine[] {
  return ties.reduce(
    (settled, tie) => (tie.tied.length === 0 ? settled : settleTie(rule, settled, tie, decisions)),
    lines,
  );
}

function settleTie(
  rule: VoteRule,
  lines: readonly RulingLine[],
  { at, tied, free }: Tie,
  decisions: TieDecisions,
): readonly RulingLine[] {
  const tieRule = rule.tie.value;
  const change = (to: (line: RulingLine) => Partial<RulingLine>): readonly RulingLine[] =>
    lines.map((line, index) => (tied.includes(index) ? { ...line, ...to(line) } : line));
  const found: TieFound = { at, rule: tieRule, decidedBy: null };
  switch (tieRule) {
    case 'fails':
      return change(() => ({ outcome: 'not-passed', tie: found }));
    case 'next-round':
      return change(() => ({ outcome: 'goes-on', goesTo: 'next-round', tie: found }));
    case 'both-go-on':
      return change(() => ({ outcome: 'goes-on', goesTo: 'next-step', tie: found }));
    case 'head-decides':
    case 'chairs-side': {
      const decidedBy = tieRule === 'head-decides' ? 'head' : 'chair';
      const chosen = tied.filter((index) => decisions[lines[index]!.candidate] === 'passed').length;
      return change(({ candidate }) => {
        const decided = chosen > free ? undefined : decisions[candidate];
        if (decided !== undefined) return { outcome: decided, tie: { ...found, decidedBy } };
        // Once the last seat is given, nobody waits for a word any more.
        if (chosen === free) return { outcome: 'not-passed', tie: { ...found, decidedBy } };
        return { outcome: 'tie', tie: found };
      });
    }
  }
}

/** The fallback of the rule. As long as a tie waits for somebody it waits too; whom they turned down it does not revive. */
export function sendOn(
  rule: VoteRule,
  { seats }: Pick<Question, 'seats'>,
  lines: readonly RulingLine[],
): readonly RulingLine[] {
  const fallback = rule.fallback.value;
  if (fallback.kind === 'none' || lines.some((line) => line.outcome === 'tie')) return lines;
  const passed = lines.filter((line) => line.outcome === 'passed').length;
  const isOpen = (line: RulingLine): boolean => line.outcome === 'not-passed' && line.tie?.decidedBy == null;
  if (fallback.kind === 'another-round') {
    const isFilled = rule.passing.value === 'seats' ? passed >= seats : passed > 0;
    if (isFilled) return lines;
    return lines.map((line) => (isOpen(line) ? { ...line, outcome: 'goes-on', goesTo: 'next-round' } : line));
  }
  if (passed > 0 || lines.some((line) => line.outcome === 'goes-on')) return lines;
  const standing = lines.filter((line) => isOpen(line) && line.for > 0).map((line) => line.for);
  const least = standing.sort((a, b) => b - a).at(Math.min(fallback.n, standing.length) - 1);
  if (least === undefined) return lines;
  return lines.map((line) =>
    isOpen(line) && line.for > 0 && line.for >= least ? { ...line, outcome: 'goes-on', goesTo: fallback.to } : line,
  );
}
