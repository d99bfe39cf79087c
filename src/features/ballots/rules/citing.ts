/** Everything in vote rules that cites a source, for the check that all of them are in the register. */
import type { Citing } from '../../eligibility/rules/sources.ts';
import { ruleParts } from '../types/vote-rule.ts';
import { voteRules } from './vote-rules-for.ts';

export function citingOfBallots(): readonly Citing[] {
  return voteRules.flatMap((rule) =>
    ruleParts.map((part) => ({
      where: `vote rule ${rule.key} of ${rule.ruleSet.key}, ${part}`,
      ruleSet: rule.ruleSet,
      by: rule[part],
    })),
  );
}
