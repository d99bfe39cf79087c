/** Planning is not done together with proposing appointment or candidacy to the same position (planning 2.1). */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

/** No verdict where nothing is recorded about appointments. */
export function checkSameTimeAsAppointment(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const rule = ruleSet.parameters.forbidSameTimeAsAppointment;
  if (!rule.value || nomination.isBeingAppointed === null) return null;
  return verdictOf(ruleSet, {
    rule: 'same-time-as-appointment',
    level: nomination.isBeingAppointed ? 'blocks' : 'passes',
    facts: { isBeingAppointed: nomination.isBeingAppointed },
    by: [rule],
  });
}
