/** When a person may ask to be reminded again instead. */
import { clampLater, nextWorkingDay, type WorkingCalendar } from '../../../kernel/calendar.ts';
import { dateIn } from '../../../kernel/time.ts';
import type { LadderSettings } from '../types/ladder.ts';
import type { SnoozeOption } from '../types/reminders.ts';
import { morningOf, workingMorningBefore } from './plan-reminders.ts';

/**
 * Only moments that lie ahead, in working time, before the date, each once and in order. Empty shortly before the date
 * and after it. `calendar` is the committee's in the person's zone.
 */
export function snoozeOptions(
  dueAt: Date,
  calendar: WorkingCalendar,
  settings: LadderSettings,
  now: Date,
): readonly SnoozeOption[] {
  const tomorrow = nextWorkingDay(calendar, dateIn(calendar.zone, now));
  const wanted: SnoozeOption[] = [
    { key: 'three-hours', at: clampLater(calendar, new Date(now.getTime() + 3 * 3_600_000)) },
    { key: 'tomorrow-morning', at: morningOf(calendar, settings, tomorrow) },
    { key: 'day-before', at: workingMorningBefore(calendar, settings, dueAt) },
  ];
  const possible = wanted.filter((option) => option.at > now && option.at < dueAt);
  const once = possible.filter(
    (option, index) => possible.findIndex((other) => other.at.getTime() === option.at.getTime()) === index,
  );
  return once.sort((a, b) => a.at.getTime() - b.at.getTime());
}
