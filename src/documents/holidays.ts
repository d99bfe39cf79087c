/** Public holidays of a country from date-holidays (it computes Tết), with the days off given in lieu where we know the law. */
import Holidays from 'date-holidays';
import { addDays, dateIn, daysBetween, type PlainDate, weekday } from '../kernel/time.ts';

export interface PublicHoliday {
  readonly date: PlainDate;
  readonly name: { readonly vi: string; readonly en: string };
  /** The day is off because a holiday fell on a weekly day of rest. */
  readonly inLieu: boolean;
}

/**
 * Every day off of the years, in order, each date once. An unknown country has none.
 * Not in it, because they are announced year by year: Viet Nam's second day of National Day, swapped Saturdays. The
 * committee secretary adds them in the committee's settings.
 */
export function holidaysOf(country: string, years: readonly number[]): readonly PublicHoliday[] {
  const found = new Map<PlainDate, PublicHoliday>();
  for (const year of years) {
    for (const holiday of publicHolidays(country, year)) if (!found.has(holiday.date)) found.set(holiday.date, holiday);
  }
  const days = [...found.values()].sort(byDate);
  return country === 'VN' ? withDaysInLieu(days) : days;
}

/** Two-letter country codes that have holidays here. */
export function isKnownCountry(country: string): boolean {
  return country in new Holidays().getCountries();
}

/** Computing lunar dates takes tens of milliseconds a year, and calendars are built in every command. */
const computed = new Map<string, readonly PublicHoliday[]>();

function publicHolidays(country: string, year: number): readonly PublicHoliday[] {
  const key = `${country} ${year}`;
  const known = computed.get(key);
  if (known !== undefined) return known;
  const days = isKnownCountry(country) ? compute(country, year) : [];
  computed.set(key, days);
  return days;
}

function compute(country: string, year: number): readonly PublicHoliday[] {
  const source = new Holidays(country, { types: ['public'] });
  const zone = source.getTimezones()[0] ?? 'UTC';
  const vietnamese = new Map(source.getHolidays(year, 'vi').map((holiday) => [holiday.date, holiday.name]));
  const days = new Map<PlainDate, PublicHoliday>();
  // Shorter ones last: within the days of Tết, New Year's Day keeps its own name.
  const spans = source.getHolidays(year, 'en').map((holiday) => ({
    first: dateIn(zone, holiday.start),
    // `end` is the midnight after the last day.
    last: dateIn(zone, new Date(holiday.end.getTime() - 1)),
    name: { vi: vietnamese.get(holiday.date) ?? holiday.name, en: holiday.name },
  }));
  spans.sort((a, b) => daysBetween(b.first, b.last) - daysBetween(a.first, a.last));
  for (const span of spans) {
    for (let date = span.first; date <= span.last; date = addDays(date, 1)) {
      days.set(date, { date, name: span.name, inLieu: false });
    }
  }
  return [...days.values()];
}

/** Labour Code 2019, Art. 111(3): a holiday on the weekly day of rest gives the next working day off. */
function withDaysInLieu(days: readonly PublicHoliday[]): readonly PublicHoliday[] {
  const taken = new Set(days.map((day) => day.date));
  const extra: PublicHoliday[] = [];
  for (const day of days) {
    if (weekday(day.date) < 6) continue;
    let date = day.date;
    while (taken.has(date) || weekday(date) >= 6) date = addDays(date, 1);
    taken.add(date);
    extra.push({ date, name: day.name, inLieu: true });
  }
  return [...days, ...extra].sort(byDate);
}

function byDate(a: PublicHoliday, b: PublicHoliday): number {
  return a.date < b.date ? -1 : 1;
}
