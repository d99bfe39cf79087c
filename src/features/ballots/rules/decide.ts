/** What becomes of a ruling once the head or the chair has decided on the tied: without counting a paper again. Pure. */
import type { Ruling, TieDecisions } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { overall } from './ruling.ts';
import { sendOn, settleTies } from './what-follows.ts';

/**
 * Ranked papers are not needed for it, so of sealed ones nothing has to be kept while a tie waits: who surely has a place,
 * and between whom it is equal, stands in the ruling. The same as ruling with these decisions from the beginning.
 */
export function decideOn(rule: VoteRule, ruling: Ruling, decisions: TieDecisions): Ruling {
  const indexes = ruling.lines.map((_, index) => index);
  const passed = ruling.lines.filter(({ outcome }) => outcome === 'passed').length;
  const ties = (['last-place', 'threshold'] as const).map((at) => {
    const tied = indexes.filter((index) => {
      const { outcome, tie } = ruling.lines[index]!;
      return outcome === 'tie' && tie?.at === at;
    });
    return { at, tied, free: ruling.seats - passed };
  });
  const lines = [...sendOn(rule, ruling, settleTies(rule, ruling.lines, ties, decisions))];
  return { ...ruling, lines, outcome: overall(lines) };
}
