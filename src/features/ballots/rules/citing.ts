/** Everything in vote rules and procedures that cites a source, for the check that all of them are in the register. */
import type { Citing } from '../../eligibility/rules/sources.ts';
import { ruleParts } from '../types/vote-rule.ts';
import { procedures } from './procedure.ts';
import { voteRules } from './vote-rules-for.ts';

export function citingOfBallots(): readonly Citing[] {
  const ofRules = voteRules.flatMap((rule) =>
    ruleParts.map((part) => ({
      where: `vote rule ${rule.key} of ${rule.ruleSet.key}, ${part}`,
      ruleSet: rule.ruleSet,
      by: rule[part],
    })),
  );
  const ofProcedures = procedures.map(({ key, ruleSet, steps }) => ({
    where: `procedure ${key} of ${ruleSet.key}`,
    ruleSet,
    by: steps,
  }));
  return [...ofRules, ...ofProcedures];
}
