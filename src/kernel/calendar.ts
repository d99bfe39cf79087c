/**
 * Working days and working hours as data, and the arithmetic on them.
 * Which days are holidays is not known here: the caller brings them (documents/holidays.ts, settings).
 */
import { Bug } from './errors.ts';
import { addDays, dateIn, momentAt, type PlainDate, type PlainTime, timeIn, weekday } from './time.ts';

/** Both ends belong to the span. */
export interface HoursOfDay {
  readonly from: PlainTime;
  readonly to: PlainTime;
}

export interface WorkingCalendar {
  readonly zone: string;
  /** 1 = Monday … 7 = Sunday. */
  readonly workingWeekdays: readonly number[];
  /** In order, not touching each other. Outside them is quiet time. */
  readonly workingHours: readonly HoursOfDay[];
  /** When a date without an hour ends. */
  readonly endOfDay: PlainTime;
  /** Days off, those given in lieu of a holiday at the weekend included. */
  readonly holidays: ReadonlySet<PlainDate>;
  /** Weekend days or holidays worked in exchange for another day off (làm bù): they win over everything else. */
  readonly workedInstead: ReadonlySet<PlainDate>;
}

export const usualWorkingHours: readonly HoursOfDay[] = [
  { from: '08:00', to: '11:30' },
  { from: '13:30', to: '17:00' },
];

/** The committee's days and hours on the clock of a person who lives in another zone. */
export function inZone(calendar: WorkingCalendar, zone: string): WorkingCalendar {
  return { ...calendar, zone };
}

export function isWorkingDay(calendar: WorkingCalendar, date: PlainDate): boolean {
  return whyNotWorking(calendar, date) === null;
}

/** Null on a working day; otherwise what to tell people when a date is moved. */
export function whyNotWorking(calendar: WorkingCalendar, date: PlainDate): 'weekend' | 'holiday' | null {
  if (calendar.workedInstead.has(date)) return null;
  if (calendar.holidays.has(date)) return 'holiday';
  return calendar.workingWeekdays.includes(weekday(date)) ? null : 'weekend';
}

/** The last working day strictly before the date. */
export function previousWorkingDay(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return step(calendar, date, -1);
}

/** The first working day strictly after the date. */
export function nextWorkingDay(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return step(calendar, date, 1);
}

export function onOrBefore(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return isWorkingDay(calendar, date) ? date : previousWorkingDay(calendar, date);
}

export function onOrAfter(calendar: WorkingCalendar, date: PlainDate): PlainDate {
  return isWorkingDay(calendar, date) ? date : nextWorkingDay(calendar, date);
}

/** Counts working days only, forwards or backwards; the date itself is not counted. Zero gives the date back as it is. */
export function addWorkingDays(calendar: WorkingCalendar, date: PlainDate, days: number): PlainDate {
  let at = date;
  for (let left = Math.abs(days); left > 0; left -= 1) at = step(calendar, at, days < 0 ? -1 : 1);
  return at;
}

export function endOfWorkingDay(calendar: WorkingCalendar, date: PlainDate): Date {
  return momentAt(calendar.zone, date, calendar.endOfDay);
}

export function isQuietTime(calendar: WorkingCalendar, at: Date): boolean {
  const time = timeIn(calendar.zone, at);
  const isWorkingHour = calendar.workingHours.some((span) => span.from <= time && time <= span.to);
  return !isWorkingHour || !isWorkingDay(calendar, dateIn(calendar.zone, at));
}

/** The same moment in working time, else the end of the working hours before it. Never later than `at`. */
export function clampEarlier(calendar: WorkingCalendar, at: Date): Date {
  if (!isQuietTime(calendar, at)) return at;
  const date = dateIn(calendar.zone, at);
  const time = timeIn(calendar.zone, at);
  const ended = isWorkingDay(calendar, date)
    ? calendar.workingHours.filter((span) => span.to < time).at(-1)
    : undefined;
  if (ended !== undefined) return momentAt(calendar.zone, date, ended.to);
  return momentAt(calendar.zone, previousWorkingDay(calendar, date), hours(calendar).at(-1)!.to);
}

/** The same moment in working time, else the start of the working hours after it. Never earlier than `at`. */
export function clampLater(calendar: WorkingCalendar, at: Date): Date {
  if (!isQuietTime(calendar, at)) return at;
  const date = dateIn(calendar.zone, at);
  const time = timeIn(calendar.zone, at);
  const coming = isWorkingDay(calendar, date) ? calendar.workingHours.find((span) => span.from > time) : undefined;
  if (coming !== undefined) return momentAt(calendar.zone, date, coming.from);
  return momentAt(calendar.zone, nextWorkingDay(calendar, date), hours(calendar)[0]!.from);
}

function hours(calendar: WorkingCalendar): readonly HoursOfDay[] {
  if (calendar.workingHours.length === 0) throw new Bug('a calendar without working hours');
  return calendar.workingHours;
}

/** A year without a working day is a broken setting, and would search for ever. */
function step(calendar: WorkingCalendar, from: PlainDate, by: 1 | -1): PlainDate {
  for (let away = 1; away <= 366; away += 1) {
    const date = addDays(from, by * away);
    if (isWorkingDay(calendar, date)) return date;
  }
  throw new Bug('a calendar without working days');
}
