/** The ready-made vote rules of a rule set. Adding one: write its data in vote-rules/ and put it in the list there. */
import { Bug } from '../../../kernel/errors.ts';
import { VoteRule } from '../types/vote-rule.ts';
import { elsewhere } from './vote-rules/elsewhere.ts';
import { vietnamese } from './vote-rules/vietnam.ts';

export const voteRules: readonly VoteRule[] = [...vietnamese, ...elsewhere].map((data) => VoteRule.parse(data));

/** The usual one first. A rule set without any is a Bug. */
export function voteRulesFor(ruleSet: { readonly key: string; readonly version: number }): readonly VoteRule[] {
  const found = voteRules.filter(
    (rule) => rule.ruleSet.key === ruleSet.key && rule.ruleSet.version === ruleSet.version,
  );
  if (found.length === 0) throw new Bug(`no vote rules for ${ruleSet.key}`);
  return found;
}

export function voteRuleByKey(ruleSet: { readonly key: string; readonly version: number }, key: string): VoteRule {
  const found = voteRulesFor(ruleSet).find((rule) => rule.key === key);
  if (found === undefined) throw new Bug(`no vote rule ${key} in ${ruleSet.key}`);
  return found;
}
