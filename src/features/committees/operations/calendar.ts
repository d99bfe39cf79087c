/** The working calendar of a committee: its weekdays and hours, the public holidays, its own closed days. */
import { holidaysOf } from '../../../documents/holidays.ts';
import type { WorkingCalendar } from '../../../kernel/calendar.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { Committee } from '../types.ts';

/** Knows the holidays from last year to three years ahead: deadlines reach no further. */
export function workingCalendarOf(committee: Committee, now: Date): WorkingCalendar {
  const { settings, zone, country } = committee;
  const year = Number(dateIn(zone, now).slice(0, 4));
  const holidays = holidaysOf(country, [year - 1, year, year + 1, year + 2, year + 3]).map((holiday) => holiday.date);
  return {
    zone,
    workingWeekdays: settings.workingWeekdays,
    workingHours: settings.workingHours.map(([from, to]) => ({ from, to })),
    endOfDay: settings.endOfDay,
    holidays: new Set([...holidays, ...settings.closedDays]),
    workedInstead: new Set(settings.compensationDays),
  };
}
