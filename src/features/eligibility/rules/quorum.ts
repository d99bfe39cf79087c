/** How many must be present, by a rule set's quorum rule. Whole numbers only: two thirds of 20 is not 13.33 people. */
import type { QuorumRule } from '../types.ts';

/** The least number of people with a vote that reaches the quorum; `base` is the number of those the rule counts. */
export function quorumNeeded(rule: QuorumRule, base: number): number {
  if (rule.kind === 'count') return rule.atLeast;
  const share = rule.numerator * base;
  if (rule.comparison === 'at-least') return Math.ceil(share / rule.denominator);
  return Math.floor(share / rule.denominator) + 1;
}

/** Nobody summoned is no quorum. */
export function isQuorumReached(rule: QuorumRule, present: number, base: number): boolean {
  return base > 0 && present >= quorumNeeded(rule, base);
}
