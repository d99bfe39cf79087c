/** Every rule of a rule set against one nomination. */
import {
  type Confidence,
  type NominationFacts,
  type Parameters,
  type RuleKey,
  type RuleSet,
  ruleKeys,
  type Verdict,
} from '../types.ts';
import { checkAge } from './age.ts';
import { checkPeoplePerPosition, checkPositionsPerPerson } from './caps.ts';
import { checkCommitteeRatio } from './committee-ratio.ts';
import { checkAppointmentWait, checkDiscipline } from './discipline.ts';
import { checkOnlyHigher } from './only-higher.ts';
import { checkOwnCommittee } from './own-committee.ts';
import { checkPool } from './pool.ts';
import { checkSameTimeAsAppointment } from './same-time-as-appointment.ts';
import { cite, weakest } from './verdict.ts';

const rules = [
  checkPeoplePerPosition,
  checkPositionsPerPerson,
  checkAge,
  checkOnlyHigher,
  checkDiscipline,
  checkAppointmentWait,
  checkSameTimeAsAppointment,
  checkOwnCommittee,
  checkPool,
  checkCommitteeRatio,
] as const;

/** One verdict for each rule that the rule set has, in the order of `ruleKeys`. Missing data give not-known, never passes. */
export function checkNomination(nomination: NominationFacts, ruleSet: RuleSet): readonly Verdict[] {
  return rules
    .map((rule) => rule(nomination, ruleSet))
    .filter((verdict) => verdict !== null)
    .sort((a, b) => ruleKeys.indexOf(a.rule) - ruleKeys.indexOf(b.rule));
}

const decidedBy: Readonly<Record<RuleKey, readonly (keyof Parameters)[]>> = {
  'people-per-position': ['maxPeoplePerPosition'],
  'positions-per-person': ['maxPositionsPerPerson'],
  'age-next-term': ['nextTermMonths', 'ageReference', 'retirement'],
  'age-current-term': ['currentTermMonths', 'retirement'],
  'only-higher': ['onlyHigher'],
  discipline: ['discipline'],
  'appointment-wait': ['appointmentWaitMonths'],
  'same-time-as-appointment': ['forbidSameTimeAsAppointment'],
  'own-committee': ['membersMayBeNominees'],
  pool: ['pool'],
  'committee-ratio': ['committeeRatioPercent'],
};

/** How sure the parameters of a rule are, for a check that was kept without its sources: the weakest of them. */
export function confidenceOf(rule: RuleKey, { parameters }: RuleSet): Confidence {
  return weakest(decidedBy[rule].map((name) => parameters[name].confidence));
}

/** Rules about a person alone: by them a register is computed, whoever else stands for a position. */
const aboutPerson: readonly RuleKey[] = [
  'positions-per-person',
  'age-next-term',
  'age-current-term',
  'only-higher',
  'discipline',
  'appointment-wait',
  'own-committee',
];

/** Those of them that the rule set has and that are not confirmed: who passes them passes by something unconfirmed too. */
export function unsureRulesOf(ruleSet: RuleSet): readonly RuleKey[] {
  return aboutPerson.filter((rule) => {
    const [name] = decidedBy[rule];
    const value = name === undefined ? null : ruleSet.parameters[name].value;
    return value !== null && value !== false && confidenceOf(rule, ruleSet) === 'unconfirmed';
  });
}

/** A verdict that was kept without its sources, cited again from the rule set under which it was given. */
export function citedAgain(kept: Pick<Verdict, 'rule' | 'level' | 'facts' | 'ruleSet'>, ruleSet: RuleSet): Verdict {
  const sources = decidedBy[kept.rule].map((name) => cite(ruleSet, ruleSet.parameters[name]));
  return { ...kept, sources, confidence: confidenceOf(kept.rule, ruleSet) };
}

export const eligibilities = ['eligible', 'blocked', 'incomplete'] as const;
export type Eligibility = (typeof eligibilities)[number];

/** Blocked by one rule is blocked, whatever else is missing. Notes and what must be met before appointment do not hinder. */
export function summary(verdicts: readonly Verdict[]): Eligibility {
  if (verdicts.some((verdict) => verdict.level === 'blocks')) return 'blocked';
  return verdicts.some((verdict) => verdict.level === 'not-known') ? 'incomplete' : 'eligible';
}
