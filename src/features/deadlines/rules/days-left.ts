/** How much time a date leaves, counted as an office counts it. */
import { isWorkingDay, type WorkingCalendar } from '../../../kernel/calendar.ts';
import { addDays, dateIn, daysBetween } from '../../../kernel/time.ts';

/**
 * Working days after today up to the day of the date, that day included; 0 on the day itself and when no working day is
 * left; null once the date has passed. `calendar` decides whose days they are.
 */
export function workingDaysLeft(calendar: WorkingCalendar, now: Date, dueAt: Date): number | null {
  if (dueAt <= now) return null;
  const today = dateIn(calendar.zone, now);
  const span = daysBetween(today, dateIn(calendar.zone, dueAt));
  let left = 0;
  for (let day = 1; day <= span; day += 1) if (isWorkingDay(calendar, addDays(today, day))) left += 1;
  return left;
}
