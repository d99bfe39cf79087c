/** A person is planned only for a position above the present one (planning 2.1; invariants 3 and 4). */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

export function checkOnlyHigher(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const { onlyHigher } = ruleSet.parameters;
  if (!onlyHigher.value) return null;
  const presentLevel = nomination.person.level;
  const positionLevel = nomination.position.level;
  const facts = { presentLevel, positionLevel };
  const missing = [
    ...(presentLevel === null ? ['present-level'] : []),
    ...(positionLevel === null ? ['position-level'] : []),
  ];
  if (presentLevel === null || positionLevel === null) {
    return verdictOf(ruleSet, {
      rule: 'only-higher',
      level: 'not-known',
      facts: { ...facts, missing },
      by: [onlyHigher],
    });
  }
  const level = positionLevel > presentLevel ? 'passes' : 'blocks';
  return verdictOf(ruleSet, { rule: 'only-higher', level, facts, by: [onlyHigher] });
}
