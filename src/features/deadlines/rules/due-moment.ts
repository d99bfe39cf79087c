/** When a stated date ends. */
import { onOrBefore, type WorkingCalendar, whyNotWorking } from '../../../kernel/calendar.ts';
import { momentAt } from '../../../kernel/time.ts';
import type { DueMoment, StatedDate } from '../types/dates.ts';

/**
 * A date without an hour ends with the committee's working day, and moves to the working day before when it falls on a
 * day off (design 3). A date with an hour was chosen on purpose and stays, also at a weekend.
 */
export function dueMoment(stated: StatedDate, calendar: WorkingCalendar): DueMoment {
  if (stated.time !== null) {
    return {
      dueAt: momentAt(calendar.zone, stated.date, stated.time),
      date: stated.date,
      time: stated.time,
      moved: null,
    };
  }
  const because = whyNotWorking(calendar, stated.date);
  const date = onOrBefore(calendar, stated.date);
  return {
    dueAt: momentAt(calendar.zone, date, calendar.endOfDay),
    date,
    time: calendar.endOfDay,
    moved: because === null ? null : { from: stated.date, because },
  };
}
