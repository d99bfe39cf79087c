/** Disciplinary measures: whether they stand in the way of planning, and how long of an appointment (planning 2.5, 2.8). */
import type { Facts } from '../../../kernel/outcome.ts';
import { addMonths, type PlainDate } from '../../../kernel/time.ts';
import {
  type DisciplineRecord,
  type NominationFacts,
  type RuleSet,
  type Verdict,
  type VerdictLevel,
  verdictLevels,
} from '../types.ts';
import { verdictOf } from './verdict.ts';

interface Weighed {
  readonly level: VerdictLevel;
  readonly facts: Facts;
}

/** The verdict of the gravest measure. A measure whose end is not known is not known, never over. */
export function checkDiscipline(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const { discipline } = ruleSet.parameters;
  const { disciplines } = nomination.person;
  if (discipline.value === null) return null;
  if (disciplines === null) {
    const facts = { missing: ['disciplines'] };
    return verdictOf(ruleSet, { rule: 'discipline', level: 'not-known', facts, by: [discipline] });
  }
  const weighed = disciplines.map((measure) => weigh(measure, nomination, discipline.value!));
  const gravest = worst(weighed) ?? { level: 'passes' as const, facts: {} };
  return verdictOf(ruleSet, {
    rule: 'discipline',
    level: gravest.level,
    facts: { measures: disciplines.length, on: nomination.on, ...gravest.facts },
    by: [discipline],
  });
}

/** What must have passed before an appointment; no verdict for somebody without measures, or where none is asked for. */
export function checkAppointmentWait(nomination: NominationFacts, ruleSet: RuleSet): Verdict | null {
  const wait = ruleSet.parameters.appointmentWaitMonths;
  if (wait.value === null) return null;
  const weighed: Weighed[] = [];
  for (const { kind, decidedOn } of nomination.person.disciplines ?? []) {
    const waitMonths = wait.value[kind];
    if (waitMonths === undefined) continue;
    if (decidedOn === null) {
      weighed.push({ level: 'not-known', facts: { kind, waitMonths, missing: ['decided-on'] } });
      continue;
    }
    const mayBeAppointedFrom = monthsLater(decidedOn, waitMonths);
    const level = nomination.on < mayBeAppointedFrom ? 'before-appointment' : 'passes';
    weighed.push({ level, facts: { kind, decidedOn, waitMonths, mayBeAppointedFrom } });
  }
  const longest = worst(weighed);
  if (longest === undefined) return null;
  return verdictOf(ruleSet, { rule: 'appointment-wait', level: longest.level, facts: longest.facts, by: [wait] });
}

function weigh(
  { kind, decidedOn, effectUntil }: DisciplineRecord,
  { on, plannedSince }: NominationFacts,
  rule: NonNullable<RuleSet['parameters']['discipline']['value']>,
): Weighed {
  const facts = { kind, decidedOn, effectUntil };
  if (rule.removesFromPlan && plannedSince !== null) {
    if (decidedOn === null) return { level: 'not-known', facts: { ...facts, missing: ['decided-on'] } };
    if (decidedOn >= plannedSince)
      return { level: 'blocks', facts: { ...facts, plannedSince, isRemovedFromPlan: true } };
  }
  if (effectUntil === null) return { level: 'not-known', facts: { ...facts, missing: ['effect-until'] } };
  if (on <= effectUntil) return { level: rule.whileInEffect, facts };
  const level = rule.afterwards[kind];
  // The rule as published does not speak of this kind: a person has to decide.
  return { level, facts: level === 'not-known' ? { ...facts, missing: ['ruling-on-measure'] } : facts };
}

/** Of equally grave ones the longest wait, else the first. */
function worst(weighed: readonly Weighed[]): Weighed | undefined {
  return [...weighed].sort(
    (a, b) =>
      verdictLevels.indexOf(a.level) - verdictLevels.indexOf(b.level) ||
      String(b.facts.mayBeAppointedFrom ?? '').localeCompare(String(a.facts.mayBeAppointedFrom ?? '')),
  )[0];
}

/** The same day of a later month; a day that this month lacks becomes the first of the next, never an earlier one. */
function monthsLater(date: PlainDate, months: number): PlainDate {
  const month = addMonths(date.slice(0, 7), months);
  const day = Number(date.slice(8));
  const lastDay = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  return day <= lastDay ? `${month}-${date.slice(8)}` : `${addMonths(month, 1)}-01`;
}
