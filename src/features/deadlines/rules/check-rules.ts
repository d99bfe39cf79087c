/** Whether a committee's reminder rules go together, and what was written in the form as rules. */
import { type Refused, refused } from '../../../kernel/outcome.ts';
import type { EnteredRules, ReminderRules } from '../types/ladder.ts';

export type RuleRefusal =
  | 'reminder-hours-unreadable'
  | 'reminder-hours-overlap'
  | 'digest-outside-hours'
  | 'digest-days-unreadable'
  | 'digest-day-too-near'
  | 'reminder-number-outside'
  | 'nothing-before-the-date'
  | 'nothing-before-a-conference'
  | 'clerk-before-person'
  | 'chair-before-clerk';

/** Of every number: the least and the most that makes sense for reminders. */
const bounds = {
  digestFromHours: [0, 168],
  hoursBefore: [1, 24],
  conferenceHours: [1, 24],
  perDay: [1, 10],
  askAgain: [1, 10],
  tellClerk: [1, 20],
  tellChair: [2, 30],
} as const;
const digestDays = { min: 1, max: 60, most: 6 };

/**
 * Everything that does not go together, each with its numbers and the field it is about; empty when the rules hold.
 * The person is asked before the committee secretary hears of it, and the committee secretary before the chair.
 */
export function checkRules(rules: ReminderRules): readonly Refused<RuleRefusal>[] {
  const problems: Refused<RuleRefusal>[] = [];
  const { workingHours: spans, digestAt } = rules;
  for (const [index, [from, to]] of spans.entries()) {
    const next = spans[index + 1];
    if (from >= to) problems.push(refused('reminder-hours-unreadable', { text: `${from}–${to}` }, 'hours'));
    if (next && next[0] <= to)
      problems.push(refused('reminder-hours-overlap', { first: `${from}–${to}`, second: next.join('–') }, 'hours'));
  }
  // With hours that are none, nothing can lie in them: said once.
  if (problems.length === 0 && !spans.some(([from, to]) => from <= digestAt && digestAt <= to))
    problems.push(refused('digest-outside-hours', { at: digestAt, hours: hoursText(spans) }, 'digestAt'));
  const tooNear = rules.digestDaysBefore.find((days) => days * 24 <= rules.digestFromHours);
  if (tooNear !== undefined)
    problems.push(refused('digest-day-too-near', { days: tooNear, hours: rules.digestFromHours }, 'digestDays'));
  const hasList = rules.firstNotice || rules.digestDaysBefore.length > 0;
  if (!hasList && !rules.dayBefore && rules.singleHoursBefore === null)
    problems.push(refused('nothing-before-the-date', {}, 'kinds'));
  if (!rules.conferenceDayBefore && rules.conferenceHoursBefore === null)
    problems.push(refused('nothing-before-a-conference', {}, 'kinds'));
  const { askAgainAfterDays: person, tellClerkAfterDays: clerk, tellChairAfterDays: chair } = rules;
  if (person !== null && clerk < person) problems.push(refused('clerk-before-person', { clerk, person }, 'tellClerk'));
  if (chair !== null && chair <= clerk) problems.push(refused('chair-before-clerk', { chair, clerk }, 'tellChair'));
  return problems;
}

/** The rules that were written, or what cannot be read or lies outside its bounds. */
export function readRules(
  entered: EnteredRules,
): { readonly rules: ReminderRules } | { readonly problems: readonly Refused<RuleRefusal>[] } {
  const problems: Refused<RuleRefusal>[] = [];
  const number = (field: keyof typeof bounds): number | null => {
    const text = entered[field];
    if (text === null || text.trim() === '') return null;
    const [min, max] = bounds[field];
    const value = Number(text);
    if (Number.isInteger(value) && value >= min && value <= max) return value;
    problems.push(refused('reminder-number-outside', { text: text.slice(0, 20), min, max }, field));
    return null;
  };
  const hours = readHours(entered.hours);
  if (!hours) problems.push(refused('reminder-hours-unreadable', { text: entered.hours.slice(0, 60) }, 'hours'));
  const days = readDays(entered.digestDays ?? '');
  if (!days)
    problems.push(
      refused('digest-days-unreadable', { text: (entered.digestDays ?? '').slice(0, 60), ...digestDays }, 'digestDays'),
    );
  const rules: ReminderRules = {
    workingHours: hours ?? [],
    digestAt: entered.digestAt ?? '08:30',
    firstNotice: entered.kinds.includes('first-notice'),
    digestDaysBefore: days ?? [],
    digestFromHours: number('digestFromHours') ?? 0,
    dayBefore: entered.kinds.includes('day-before'),
    singleHoursBefore: number('hoursBefore'),
    conferenceDayBefore: entered.kinds.includes('conference-day-before'),
    conferenceHoursBefore: number('conferenceHours'),
    singlesPerDay: number('perDay') ?? 1,
    askAgainAfterDays: number('askAgain'),
    tellClerkAfterDays: number('tellClerk') ?? 1,
    tellChairAfterDays: number('tellChair'),
  };
  return problems.length > 0 ? { problems } : { rules };
}

export function enteredFrom(rules: ReminderRules): EnteredRules {
  const text = (value: number | null) => (value === null ? null : String(value));
  return {
    hours: hoursText(rules.workingHours),
    digestAt: rules.digestAt,
    digestDays: rules.digestDaysBefore.join(', '),
    digestFromHours: text(rules.digestFromHours),
    kinds: [
      ...(rules.firstNotice ? ['first-notice'] : []),
      ...(rules.dayBefore ? ['day-before'] : []),
      ...(rules.conferenceDayBefore ? ['conference-day-before'] : []),
    ],
    hoursBefore: text(rules.singleHoursBefore),
    conferenceHours: text(rules.conferenceHoursBefore),
    perDay: text(rules.singlesPerDay),
    askAgain: text(rules.askAgainAfterDays),
    tellClerk: text(rules.tellClerkAfterDays),
    tellChair: text(rules.tellChairAfterDays),
  };
}

export function hoursText(spans: readonly (readonly [string, string])[]): string {
  return spans.map((span) => span.join('–')).join(', ');
}

/** "8:00-11:30, 13:30-17:00"; null: not hours. */
function readHours(text: string): [string, string][] | null {
  const spans = text.split(/[,;]/u).map((part) => /^\s*(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})\s*$/u.exec(part));
  const hours: [string, string][] = [];
  for (const span of spans) {
    if (!span) return null;
    const [, fromHour = '', fromMinute = '', toHour = '', toMinute = ''] = span;
    if (Number(fromHour) > 23 || Number(toHour) > 23 || fromMinute > '59' || toMinute > '59') return null;
    hours.push([`${fromHour.padStart(2, '0')}:${fromMinute}`, `${toHour.padStart(2, '0')}:${toMinute}`]);
  }
  return hours;
}

/** "7, 3"; empty: none. */
function readDays(text: string): number[] | null {
  if (text.trim() === '') return [];
  const days = text.split(/[,;]/u).map((part) => (/^\s*\d{1,2}\s*$/u.test(part) ? Number(part) : Number.NaN));
  const isFine = days.every((day) => day >= digestDays.min && day <= digestDays.max);
  return isFine && days.length <= digestDays.most ? [...new Set(days)].sort((a, b) => b - a) : null;
}
