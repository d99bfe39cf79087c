/** Whether a name on the list comes from the pool that was confirmed before (planning 2.7, step 1). */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

/** A note, and a veto only where the rule set says so. No verdict where no pool was confirmed, or on whoever stands in the plan. */
export function checkPool({ pool }: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const rule = ruleSet.parameters.pool;
  if (rule.value === null || pool === null) return null;
  const outside = rule.value === 'required' ? 'blocks' : 'note';
  return verdictOf(ruleSet, {
    rule: 'pool',
    level: pool.isIn ? 'passes' : outside,
    facts: { version: pool.version, discussedOn: pool.discussedOn, isIn: pool.isIn },
    by: [rule],
  });
}
