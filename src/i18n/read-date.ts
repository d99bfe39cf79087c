/**
 * Reads a date that somebody typed, in Vietnamese or English, whichever the reader's language. Only a text that is
 * understood as a whole counts; numbers are day/month in both languages. The caller repeats it with its weekday.
 */
import { addDays, isPlainDate, type PlainDate, type PlainTime, weekday } from '../kernel/time.ts';
import { foldName } from './names.ts';

export interface ReadDate {
  readonly date: PlainDate;
  /** Null: no hour was typed. */
  readonly time: PlainTime | null;
}

/**
 * `today` is the date where the person is. A day and month without a year is the next one to come, today included.
 * Null when any part is not understood, does not exist (30/2), or could mean two things.
 */
export function readDate(typed: string, today: PlainDate): ReadDate | null {
  let rest = tidy(typed);
  const time = takeTime(rest);
  if (time) rest = time.rest;
  const date = readDay(rest, today);
  return date === null ? null : { date, time: time?.value ?? null };
}

function tidy(typed: string): string {
  return foldName(typed)
    .replace(/[,.]+(?=\s|$)/gu, ' ')
    .replace(/,/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** 16:30 · 16h30 · 16h · 4pm · 4:30 pm · 16 gio 30 · 4 gio chieu, before or after the day, with "at" or "luc". */
const clock =
  '(?:(?:at|luc|vao luc) )?' +
  '(?<hour>\\d{1,2})(?:(?<unit>:|h|g| ?gio ?)(?<minute>\\d{2})?(?: ?phut)?)?' +
  '(?: ?(?<half>am|pm|sang|trua|chieu|toi))?';
const clockAtEnd = new RegExp(`(?:^| )${clock}$`, 'u');
const clockAtStart = new RegExp(`^${clock}(?: ngay)? `, 'u');

function takeTime(text: string): { value: PlainTime; rest: string } | null {
  for (const pattern of [clockAtEnd, clockAtStart]) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { hour = '', unit, minute, half } = found.groups ?? {};
    // A bare number is a day or a year, not an hour.
    if (half === undefined && (unit === undefined || (unit === ':' && minute === undefined))) continue;
    const value = timeOf(Number(hour), Number(minute ?? 0), half ?? null);
    if (value === null) return null;
    const before = text.slice(0, found.index);
    const after = text.slice(found.index + found[0].length);
    return { value, rest: `${before} ${after}`.trim() };
  }
  return null;
}

function timeOf(hour: number, minute: number, half: string | null): PlainTime | null {
  if (minute > 59 || hour > 23) return null;
  if (half !== null && (hour < 1 || hour > 12)) return null;
  const isAfternoon = half === 'pm' || half === 'chieu' || half === 'toi' || (half === 'trua' && hour < 10);
  const isMorning = half === 'am' || half === 'sang';
  const full = isAfternoon && hour < 12 ? hour + 12 : isMorning && hour === 12 ? 0 : hour;
  return `${two(full)}:${two(minute)}`;
}

function readDay(text: string, today: PlainDate): PlainDate | null {
  const day = text.replace(/^(?:on |the |ngay (?=\d))/u, '').trim();
  return (
    named(day, today) ??
    inSoMany(day, today) ??
    numeric(day, today) ??
    withMonthName(day, today) ??
    onWeekday(day, today)
  );
}

const relative: Readonly<Record<string, number>> = {
  'hom nay': 0,
  today: 0,
  mai: 1,
  'ngay mai': 1,
  'sang mai': 1,
  tomorrow: 1,
  'ngay kia': 2,
  'ngay mot': 2,
  'day after tomorrow': 2,
};

function named(text: string, today: PlainDate): PlainDate | null {
  const days = Object.hasOwn(relative, text) ? relative[text] : undefined;
  return days === undefined ? null : addDays(today, days);
}

/** "in 3 days", "3 days", "2 weeks", "3 ngay nua", "2 tuan nua". */
function inSoMany(text: string, today: PlainDate): PlainDate | null {
  const found = /^(?:(?:in|sau) )?(?<count>\d{1,3}) (?<unit>days?|weeks?|ngay|tuan)(?: nua| from now)?$/u.exec(text);
  if (!found?.groups) return null;
  const isWeeks = /^(?:week|tuan)/u.test(found.groups.unit ?? '');
  return addDays(today, Number(found.groups.count) * (isWeeks ? 7 : 1));
}

/** 15/12 · 15-12-2026 · 15.12.26 · 2026-12-15. */
function numeric(text: string, today: PlainDate): PlainDate | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const found = /^(?<day>\d{1,2})(?<mark>[/.-])(?<month>\d{1,2})(?:\k<mark>(?<year>\d{4}|\d{2}))?$/u.exec(text);
  return found?.groups ? dayAndMonth(found.groups, Number(found.groups.month), today) : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const fullMonths = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july'],
  ...['august', 'september', 'october', 'november', 'december'],
];

/** "15 thang 12 nam 2026" · "15 december" · "december 15 2026" · "15th of dec". */
function withMonthName(text: string, today: PlainDate): PlainDate | null {
  const vietnamese = /^(?<day>\d{1,2}) thang (?<month>\d{1,2})(?:(?: nam|\/)? ?(?<year>\d{4}))?$/u.exec(text);
  if (vietnamese?.groups) return dayAndMonth(vietnamese.groups, Number(vietnamese.groups.month), today);
  const english =
    /^(?<day>\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<name>[a-z]+)(?: (?<year>\d{4}))?$/u.exec(text) ??
    /^(?<name>[a-z]+) (?<day>\d{1,2})(?:st|nd|rd|th)?(?: (?<year>\d{4}))?$/u.exec(text);
  const name = english?.groups?.name ?? '';
  const month = fullMonths.indexOf(name) + 1 || months.indexOf(name === 'sept' ? 'sep' : name) + 1;
  return english?.groups && month > 0 ? dayAndMonth(english.groups, month, today) : null;
}

function dayAndMonth(groups: Readonly<Record<string, string | undefined>>, month: number, today: PlainDate) {
  const day = Number(groups.day);
  if (groups.year !== undefined) {
    const year = Number(groups.year);
    return existing(year < 100 ? 2000 + year : year, month, day);
  }
  const year = Number(today.slice(0, 4));
  // 29 February waits for its leap year no longer than the next one or two years tell.
  const candidates = [year, year + 1].map((one) => existing(one, month, day));
  return candidates.find((date) => date !== null && date >= today) ?? null;
}

const weekdays: readonly (readonly string[])[] = [
  ['thu hai', 'thu 2', 't2', 'monday', 'mon'],
  ['thu ba', 'thu 3', 't3', 'tuesday', 'tue'],
  ['thu tu', 'thu 4', 't4', 'wednesday', 'wed'],
  ['thu nam', 'thu 5', 't5', 'thursday', 'thu'],
  ['thu sau', 'thu 6', 't6', 'friday', 'fri'],
  ['thu bay', 'thu 7', 't7', 'saturday', 'sat'],
  ['chu nhat', 'cn', 'sunday', 'sun'],
];

/**
 * A weekday alone is the next one to come, never today. "This week" is today's calendar week (Monday to Sunday), "next
 * week" the one after it; "next friday" is the Friday of next week, as "thu sau tuan sau" is.
 */
function onWeekday(text: string, today: PlainDate): PlainDate | null {
  const found =
    /^(?:(?<lead>next|this) )?(?<name>.+?)(?: (?<tail>tuan sau|tuan toi|tuan nay|next week|this week))?$/u.exec(text);
  const name = found?.groups?.name ?? '';
  const index = weekdays.findIndex((names) => names.includes(name));
  if (index < 0) return null;
  const { lead, tail } = found?.groups ?? {};
  if (lead !== undefined && tail !== undefined) return null;
  const monday = addDays(today, 1 - weekday(today));
  if (lead === 'next' || tail === 'tuan sau' || tail === 'tuan toi' || tail === 'next week')
    return addDays(monday, 7 + index);
  if (lead === 'this' || tail === 'tuan nay' || tail === 'this week') return addDays(monday, index);
  const ahead = (index + 1 - weekday(today) + 7) % 7;
  return addDays(today, ahead === 0 ? 7 : ahead);
}

function existing(year: number, month: number, day: number): PlainDate | null {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isPlainDate(date) && year >= 1900 ? date : null;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
