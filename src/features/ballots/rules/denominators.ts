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

/** Who may hand in a paper: of those present by the roll call, outside a conference of those summoned. */
export function votersOf({ summoned, present, recused }: Frozen): number {
  return present === null ? summoned - recused.summoned : present - recused.present;
}

export function paperNumbers(rule: VoteRule, frozen: Frozen, tally: Tally): PaperNumbers {
  const { returned, invalid, blank, abstained } = tally;
  return {
    present: frozen.present ?? returned,
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
      // Outside a conference the present are those who handed in a paper, and nobody recused has.
      return frozen.present === null ? papers.present : frozen.present - less(frozen.recused.present);
    case 'returned':
      return papers.returned;
    case 'valid':
      return papers.valid;
    case 'cast':
      return papers.cast;
  }
}
