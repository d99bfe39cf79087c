/** Shares of people in whole numbers: no decimal ever stands between a count and its verdict. */
import type { Comparison, Share } from '../types/vote-rule.ts';

/** The least whole number that reaches the share of `base`. */
export function leastOf(share: Share, comparison: Comparison, base: number): number {
  const product = share.numerator * base;
  const rest = product % share.denominator;
  const whole = (product - rest) / share.denominator;
  if (comparison === 'more-than') return whole + 1;
  return rest === 0 ? whole : whole + 1;
}

/** Of nothing, no share is reached. `exact`: the share itself, where more than it is needed. */
export function standing(got: number, share: Share, comparison: Comparison, base: number): 'above' | 'exact' | 'below' {
  if (base <= 0) return 'below';
  const [here, there] = [got * share.denominator, share.numerator * base];
  if (here > there) return 'above';
  if (here < there) return 'below';
  return comparison === 'at-least' ? 'above' : 'exact';
}
