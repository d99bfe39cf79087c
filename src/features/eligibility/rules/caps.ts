/** How many people one position may have, and how many positions one person (planning 2.2). */
import type { NominationFacts, RuleSet, Verdict } from '../types.ts';
import { verdictOf } from './verdict.ts';

/** Counts this person in. The cap is for positions; committees are planned by ratio (committee-ratio.ts). */
export function checkPeoplePerPosition(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const cap = ruleSet.parameters.maxPeoplePerPosition;
  if (cap.value === null || nomination.position.isCommittee) return null;
  const people = nomination.othersInPosition + 1;
  return verdictOf(ruleSet, {
    rule: 'people-per-position',
    level: people > cap.value ? 'blocks' : 'passes',
    facts: { people, max: cap.value, seats: nomination.position.seats },
    by: [cap],
  });
}

/** Only positions at the same level count. Levels that are not known matter only if they could exceed the cap. */
export function checkPositionsPerPerson(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const cap = ruleSet.parameters.maxPositionsPerPerson;
  if (cap.value === null) return null;
  const { level } = nomination.position;
  const others = nomination.otherPositionLevels;
  const certain = 1 + (level === null ? 0 : others.filter((other) => other === level).length);
  const possible = 1 + mostAtOneLevel(level, others);
  const facts = { positions: certain, possiblePositions: possible, max: cap.value, level };
  const by = [cap];
  if (certain > cap.value) return verdictOf(ruleSet, { rule: 'positions-per-person', level: 'blocks', facts, by });
  if (possible <= cap.value) return verdictOf(ruleSet, { rule: 'positions-per-person', level: 'passes', facts, by });
  const missing = ['position-level'];
  return verdictOf(ruleSet, { rule: 'positions-per-person', level: 'not-known', facts: { ...facts, missing }, by });
}

/** However the unknown levels turn out. */
function mostAtOneLevel(level: number | null, others: readonly (number | null)[]): number {
  const unknown = others.filter((other) => other === null).length;
  const candidates = level === null ? [...new Set(others)] : [level];
  const known = candidates.map((candidate) => others.filter((other) => other !== null && other === candidate).length);
  return unknown + Math.max(0, ...known);
}
