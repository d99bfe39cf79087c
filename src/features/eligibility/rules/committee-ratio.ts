/** Planned people for each seat of a committee (planning 2.2): a target, so at most a note. */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

/** The plan's own ratio wins over the rule set's, which has no legal default. No ratio, no verdict. */
export function checkCommitteeRatio(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const parameter = ruleSet.parameters.committeeRatioPercent;
  const { min, max } = nomination.ratioPercent ?? parameter.value;
  const { seats, isCommittee } = nomination.position;
  if (!isCommittee || seats === 0 || (min === null && max === null)) return null;
  const planned = nomination.othersInPosition + 1;
  const isAbove = max !== null && planned * 100 > max * seats;
  return verdictOf(ruleSet, {
    rule: 'committee-ratio',
    level: isAbove ? 'note' : 'passes',
    facts: {
      planned,
      seats,
      ratioPercent: Math.round((planned * 100) / seats),
      minPercent: min,
      maxPercent: max,
      isSetByPlan: nomination.ratioPercent !== null,
    },
    by: [parameter],
  });
}
