/** Members of a NomCom may not be nominees of their own cycle (RFC 8713, 5.11). */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

/** No verdict where members may be nominees, or where membership was not looked up. */
export function checkOwnCommittee(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const rule = ruleSet.parameters.membersMayBeNominees;
  if (rule.value || nomination.isCommitteeMember === null) return null;
  return verdictOf(ruleSet, {
    rule: 'own-committee',
    level: nomination.isCommitteeMember ? 'blocks' : 'passes',
    facts: { isCommitteeMember: nomination.isCommitteeMember },
    by: [rule],
  });
}
