/** Calendar dates, months and zone-aware moments. Pure: the present is always an argument. */
import { DateTime } from 'luxon';

/** A calendar date, yyyy-mm-dd. */
export type PlainDate = string;
/** A calendar month, yyyy-mm (birth months: planning counts ages in months). */
export type PlainMonth = string;
/** A time of day, HH:mm. */
export type PlainTime = string;

const dayMs = 86_400_000;

export function dateIn(zone: string, at: Date): PlainDate {
  return DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');
}

export function timeIn(zone: string, at: Date): PlainTime {
  return DateTime.fromJSDate(at, { zone }).toFormat('HH:mm');
}

/** The moment of a wall-clock time. A time skipped by daylight saving moves forward; a repeated one is the first. */
export function momentAt(zone: string, date: PlainDate, time: PlainTime): Date {
  return DateTime.fromISO(`${date}T${time}`, { zone }).toJSDate();
}

/** Calendars are walked day by day, so this and the next two do without a date library. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/** 1 = Monday … 7 = Sunday. */
export function weekday(date: PlainDate): number {
  return new Date(Date.parse(date)).getUTCDay() || 7;
}

/** Whole months from one month to another; negative when `to` is earlier. */
export function monthsBetween(from: PlainMonth, to: PlainMonth): number {
  const [fromYear, fromMonth] = split(from);
  const [toYear, toMonth] = split(to);
  return (toYear - fromYear) * 12 + (toMonth - fromMonth);
}

export function addMonths(month: PlainMonth, months: number): PlainMonth {
  const [year, start] = split(month);
  const index = year * 12 + (start - 1) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((((index % 12) + 12) % 12) + 1).padStart(2, '0')}`;
}

/** The same day so many months later; where that month is too short, its last day. */
export function dayAfterMonths(date: PlainDate, months: number): PlainDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ months }).toFormat('yyyy-MM-dd');
}

export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7);
}

export function isPlainDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && DateTime.fromISO(text, { zone: 'utc' }).isValid;
}

export function isPlainMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function isZone(name: string): boolean {
  return DateTime.utc().setZone(name).isValid;
}

function split(month: PlainMonth): [number, number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
}
