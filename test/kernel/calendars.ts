/** Calendars for tests: a Vietnamese office and an English one, without holidays unless given. */
import { usualWorkingHours, type WorkingCalendar } from '../../src/kernel/calendar.ts';

export function calendarOf(changes: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    zone: 'Asia/Ho_Chi_Minh',
    workingWeekdays: [1, 2, 3, 4, 5],
    workingHours: usualWorkingHours,
    endOfDay: '16:30',
    holidays: new Set(),
    workedInstead: new Set(),
    ...changes,
  };
}

/** Zones with none, one-hour, half-hour and southern daylight saving, and odd offsets. */
export const zones = [
  'Asia/Ho_Chi_Minh',
  'Europe/London',
  'America/New_York',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
  'UTC',
] as const;
