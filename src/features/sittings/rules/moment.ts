/** When something happened, from a time of day as it is typed into a form: most of it is recorded a little later. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { addDays, dateIn, momentAt, type PlainTime, timeIn } from '../../../kernel/time.ts';

/** A sitting may run past midnight; an early time is then the next day. */
const earliestBeforeMs = 6 * 3_600_000;

/**
 * Null, and the present minute: now. Else the first such time of the committee's clock that is not more than six hours
 * before the start. Refuses what has not happened yet: time-ahead {at, now}; and what is no time: time-unreadable.
 */
export function momentOf(
  time: PlainTime | null,
  about: { readonly zone: string; readonly startsAt: Date; readonly now: Date },
): Outcome<Date, 'time-ahead' | 'time-unreadable'> {
  const { zone, startsAt, now } = about;
  if (time === null) return done(now);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/u.test(time)) return refused('time-unreadable', {}, 'time');
  const from = new Date(startsAt.getTime() - earliestBeforeMs);
  const date = dateIn(zone, from);
  const sameDay = momentAt(zone, date, time);
  const at = sameDay < from ? momentAt(zone, addDays(date, 1), time) : sameDay;
  if (time === timeIn(zone, now) && Math.abs(at.getTime() - now.getTime()) < 60_000) return done(now);
  return at > now ? refused('time-ahead', { at, now }, 'time') : done(at);
}
