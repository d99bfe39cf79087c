/** Every rule of a rule set against one nomination. */
import { type NominationFacts, type RuleSet, ruleKeys, type Verdict } from '../types.ts';
import { checkAge } from './age.ts';
import { checkPeoplePerPosition, checkPositionsPerPerson } from './caps.ts';
import { checkCommitteeRatio } from './committee-ratio.ts';
import { checkAppointmentWait, checkDiscipline } from './discipline.ts';
import { checkOnlyHigher } from './only-higher.ts';
import { checkOwnCommittee } from './own-committee.ts';
import { checkSameTimeAsAppointment } from './same-time-as-appointment.ts';

const rules = [
  checkPeoplePerPosition,
  checkPositionsPerPerson,
  checkAge,
  checkOnlyHigher,
  checkDiscipline,
  checkAppointmentWait,
  checkSameTimeAsAppointment,
  checkOwnCommittee,
  checkCommitteeRatio,
] as const;

/** One verdict for each rule that the rule set has, in the order of `ruleKeys`. Missing data give not-known, never passes. */
export function checkNomination(nomination: NominationFacts, ruleSet: RuleSet): readonly Verdict[] {
  return rules
    .map((rule) => rule(nomination, ruleSet))
    .filter((verdict) => verdict !== null)
    .sort((a, b) => ruleKeys.indexOf(a.rule) - ruleKeys.indexOf(b.rule));
}

export const eligibilities = ['eligible', 'blocked', 'incomplete'] as const;
export type Eligibility = (typeof eligibilities)[number];

/** Blocked by one rule is blocked, whatever else is missing. Notes and what must be met before appointment do not hinder. */
export function summary(verdicts: readonly Verdict[]): Eligibility {
  if (verdicts.some((verdict) => verdict.level === 'blocks')) return 'blocked';
  return verdicts.some((verdict) => verdict.level === 'not-known') ? 'incomplete' : 'eligible';
}
