/** Whether enough are present for a vote, by the vote rule's own quorum. */
import type { Frozen, Ruling } from '../types/ruling.ts';
import type { VoteRule } from '../types/vote-rule.ts';
import { leastOf } from './arithmetic.ts';

/** `present`: the roll call, outside a conference the papers handed in. Nobody summoned or seated is no quorum. */
export function quorumOf(rule: VoteRule, frozen: Frozen, present: number): Ruling['quorum'] {
  const quorum = rule.quorum.value;
  const none = { share: null, comparison: null, of: null, lessRecused: false, base: null };
  if (quorum.kind === 'none') return { kind: 'none', ...none, needed: 0, got: present, reached: true };
  if (quorum.kind === 'count') {
    return { kind: 'count', ...none, needed: quorum.atLeast, got: present, reached: present >= quorum.atLeast };
  }
  const { share, comparison } = quorum;
  const { of, lessRecused } = quorum.base;
  const base = frozen[of] - (lessRecused ? frozen.recused[of] : 0);
  // Whoever is recused is not counted on one side only.
  const got = lessRecused && frozen.present !== null ? present - frozen.recused.present : present;
  const needed = leastOf(share, comparison, base);
  return { kind: 'share', share, comparison, of, lessRecused, base, needed, got, reached: base > 0 && got >= needed };
}
