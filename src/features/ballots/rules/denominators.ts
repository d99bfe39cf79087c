/** What a share is taken of: the usual serious mistake is the wrong one of these numbers. */
import type { Tally, TallyLine } from '../types/paper.ts';
import type { Frozen } from '../types/ruling.ts';
import type { Denominator, PaperKind, VoteRule } from '../types/vote-rule.ts';

export interface PaperNumbers {
  readonly present: number;
  readonly returned: number;
  readonly valid: number;
  readonly cast: number;
}

/**
 * How many papers there may be: of those present by the roll call and those of them who vote for somebody away; outside a
 * conference of those summoned.
 */
export function votersOf({ summoned, present, represented = 0, recused }: Frozen): number {
  return present === null ? summoned - recused.summoned : present - recused.present + represented;
}

/**
 * Who is there: by the roll call, outside a conference whoever handed in a paper. Somebody who votes by proxy is not,
 * unless the rule says so.
 */
export function presentBy(rule: VoteRule, frozen: Frozen, { returned, byProxy }: Heap): number {
  const arePresent = rule.proxiesPresent?.value ?? false;
  if (frozen.present === null) return returned - (arePresent ? 0 : byProxy);
  return frozen.present + (arePresent ? (frozen.represented ?? 0) : 0);
}

interface Heap {
  readonly returned: number;
  readonly byProxy: number;
}

export function paperNumbers(rule: VoteRule, frozen: Frozen, tally: Tally, byProxy = 0): PaperNumbers {
  const { returned, invalid, blank, abstained } = tally;
  return {
    present: presentBy(rule, frozen, { returned, byProxy }),
    returned,
    valid: returned - invalid - (rule.blank.value === 'invalid' ? blank : 0),
    cast: returned - blank - abstained,
  };
}

/** On a yes-or-no paper a line left empty is blank for that candidate, as if it were a paper of its own. */
export function castOnLine(paper: PaperKind, tally: Tally, line: TallyLine): number {
  if (paper.kind === 'yes-no') return tally.invalid + line.for + (line.against ?? 0);
  return tally.returned - tally.blank - tally.abstained;
}

/** `cast` is that of the line in question. */
export function baseOf(denominator: Denominator, frozen: Frozen, papers: PaperNumbers): number {
  const { of, lessRecused } = denominator;
  const less = (recused: number): number => (lessRecused ? recused : 0);
  switch (of) {
    case 'summoned':
      return frozen.summoned - less(frozen.recused.summoned);
    case 'seated':
      return frozen.seated - less(frozen.recused.seated);
    case 'present':
      // Outside a conference the present are those who handed in a paper, and nobody recused has. A vote by proxy is
      // always one of those that the share is taken of: else there could be more votes than people.
      if (frozen.present === null) return papers.returned;
      return frozen.present + (frozen.represented ?? 0) - less(frozen.recused.present);
    case 'returned':
      return papers.returned;
    case 'valid':
      return papers.valid;
    case 'cast':
      return papers.cast;
  }
}
