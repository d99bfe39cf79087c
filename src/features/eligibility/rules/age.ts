/** Old enough to serve: months from a reference month to retirement against what the term asks (planning 2.3). */
import { monthOf, monthsBetween, type PlainMonth } from '../../../kernel/time.ts';
import type { NominationFacts, Parameter, RuleKey, RuleSet, Verdict, VerdictLevel } from '../types.ts';
import { retirementOf } from './retirement.ts';
import { verdictOf } from './verdict.ts';

interface Requirement {
  readonly rule: RuleKey;
  readonly required: number;
  /** Below it the verdict is a note. */
  readonly preferred: number | null;
  readonly referenceMonth: PlainMonth;
  readonly reference: 'congress-month' | 'term-start' | 'day-of-check';
  readonly by: readonly Parameter<unknown>[];
}

/**
 * A term that has not begun on the day of the check asks for one full term of 60 months, better two, from its congress (or
 * first) month; one that has begun asks for 40 months from the day of the check. A person with exactly the required
 * months passes. Birth month, sex or term unknown: not known. Null: the rule set has no such rule.
 */
export function checkAge(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const { retirement, nextTermMonths } = ruleSet.parameters;
  if (retirement.value === null || nextTermMonths.value === null) return null;
  const { birthMonth, sex } = nomination.person;
  const requirement = requirementOf(nomination, ruleSet);
  if (requirement === 'no-rule') return null;
  if (requirement === 'term-unknown' || birthMonth === null || sex === null) {
    return notKnown(nomination, ruleSet, requirement === 'term-unknown' ? null : requirement);
  }
  const { ageMonths, month } = retirementOf(birthMonth, sex, retirement.value);
  const remainingMonths = monthsBetween(requirement.referenceMonth, month);
  return verdictOf(ruleSet, {
    rule: requirement.rule,
    level: levelOf(remainingMonths, requirement),
    facts: {
      birthMonth,
      sex,
      retirementAgeMonths: ageMonths,
      retirementMonth: month,
      remainingMonths,
      ...requirementFacts(requirement),
    },
    by: [...requirement.by, retirement],
  });
}

function notKnown({ person }: NominationFacts, ruleSet: RuleSet, requirement: Requirement | null): Verdict {
  const { retirement, nextTermMonths } = ruleSet.parameters;
  const { birthMonth, sex } = person;
  const missing = [
    ...(birthMonth === null ? ['birth-month'] : []),
    ...(sex === null ? ['sex'] : []),
    ...(requirement === null ? ['term-start'] : []),
  ];
  return verdictOf(ruleSet, {
    rule: requirement?.rule ?? 'age-next-term',
    level: 'not-known',
    facts: { missing, birthMonth, sex, ...(requirement === null ? {} : requirementFacts(requirement)) },
    by: [...(requirement?.by ?? [nextTermMonths]), retirement],
  });
}

function levelOf(remaining: number, { required, preferred }: Requirement): VerdictLevel {
  if (remaining < required) return 'blocks';
  return preferred !== null && remaining < preferred ? 'note' : 'passes';
}

function requirementFacts({ required, preferred, referenceMonth, reference }: Requirement) {
  return { requiredMonths: required, preferredMonths: preferred, referenceMonth, reference };
}

function requirementOf(nomination: NominationFacts, ruleSet: RuleSet): Requirement | 'term-unknown' | 'no-rule' {
  const { ageReference, nextTermMonths, currentTermMonths } = ruleSet.parameters;
  const isByCongress = ageReference.value === 'congress-month' && nomination.term.congress !== null;
  const begins = isByCongress ? nomination.term.congress : nomination.term.start;
  if (begins === null) return 'term-unknown';
  const checkedIn = monthOf(nomination.on);
  if (checkedIn < begins) {
    if (nextTermMonths.value === null) return 'no-rule';
    return {
      rule: 'age-next-term',
      ...nextTermMonths.value,
      referenceMonth: begins,
      reference: isByCongress ? 'congress-month' : 'term-start',
      by: [nextTermMonths, ageReference],
    };
  }
  if (currentTermMonths.value === null) return 'no-rule';
  return {
    rule: 'age-current-term',
    required: currentTermMonths.value.required,
    preferred: null,
    referenceMonth: checkedIn,
    reference: 'day-of-check',
    by: [currentTermMonths],
  };
}
