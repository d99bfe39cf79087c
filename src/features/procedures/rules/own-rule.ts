/** A part of a step's vote rule as the committee itself has set it: cited as its own, everything else as it was. Pure. */

import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { VoteRule } from '../../ballots/types/vote-rule.ts';
import { committeeOwn } from '../../eligibility/rules/verdict.ts';
import type { OwnPart, RuleChange } from '../types/own-rule.ts';

/** The latest of each part; nobody has confirmed that the committee may set it, and that is said. */
export function withOwnParts(rule: VoteRule, changes: readonly RuleChange[]): VoteRule {
  const own = changes.map(({ part, value, reason }) => {
    const source = { reference: committeeOwn.key, note: { vi: reason, en: reason } };
    return [part, { value, confidence: 'unconfirmed', source }] as const;
  });
  return { ...rule, ...(Object.fromEntries(own) as Partial<VoteRule>) };
}

/**
 * The rule with this part: procedure-rule-cannot-be where the parts do not go together (more than all is never reached, a
 * ranked paper has no threshold).
 */
export function checkOwnPart(
  rule: VoteRule,
  own: OwnPart,
  reason: string,
): Outcome<VoteRule, 'procedure-rule-cannot-be'> {
  const read = VoteRule.safeParse(withOwnParts(rule, [{ ...own, step: '', reason, changedAt: new Date(0) }]));
  return read.success ? done(read.data) : refused('procedure-rule-cannot-be', {}, 'numerator');
}
