/** The plan of one person's reminders for one date, as data (design 3, "Reminder rules"). */
import {
  addWorkingDays,
  clampEarlier,
  clampLater,
  inZone,
  isQuietTime,
  isWorkingDay,
  nextWorkingDay,
  onOrBefore,
  previousWorkingDay,
  type WorkingCalendar,
} from '../../../kernel/calendar.ts';
import { addDays, dateIn, momentAt, type PlainDate } from '../../../kernel/time.ts';
import type { LadderKind } from '../types/dates.ts';
import type { LadderSettings, Rung, RungKey } from '../types/ladder.ts';

export interface ReminderPlanInput {
  readonly ladder: LadderKind;
  readonly dueAt: Date;
  /** The committee's; its days count also for a person in another zone, its hours on that person's clock. */
  readonly calendar: WorkingCalendar;
  /** The person's. */
  readonly zone: string;
  readonly settings: LadderSettings;
  readonly now: Date;
  /** Those asked got a card of the feature at that moment; false: this reminder is the first they hear of it. */
  readonly hadCard?: boolean;
  /** The earlier date by which the same was asked for, where `dueAt` only closes it. */
  readonly askedFor?: Date | null;
}

/**
 * Rungs in the order of their moments, strictly increasing, all after `now` and all in the person's working hours.
 * Those before the date come before it (quiet time moves them earlier), those after it come after it (quiet time moves
 * them later). Rungs already past are left out. A conference is reminded of only before it.
 */
export function planReminders(input: ReminderPlanInput): readonly Rung[] {
  const calendar = inZone(input.calendar, input.zone);
  const rungs = input.ladder === 'conference' ? beforeConference(input, calendar) : aroundDate(input, calendar);
  return rungs.filter((rung) => rung.at > input.now && isSaidBesides(rung, input, calendar));
}

/** Of a closing date nothing is said before the date asked for has come, nor when the reminder after that one speaks. */
function isSaidBesides({ key, at }: Rung, input: ReminderPlanInput, calendar: WorkingCalendar): boolean {
  const { askedFor = null } = input;
  if (askedFor === null) return true;
  const again = afterDate({ ...input, dueAt: askedFor }, calendar).find((rung) => rung.key === 'after');
  return at > askedFor && key !== 'first-notice' && at.getTime() !== again?.at.getTime();
}

/** The morning message of a working day: at the set time, or when work begins if that time is outside the hours. */
export function morningOf(calendar: WorkingCalendar, settings: LadderSettings, day: PlainDate): Date {
  const morning = momentAt(calendar.zone, day, settings.morning);
  return isQuietTime(calendar, morning) ? clampLater(calendar, momentAt(calendar.zone, day, '00:00')) : morning;
}

/** When the next daily list goes to a person in this calendar's zone: strictly after `now`, on a working day. */
export function nextDigest(calendar: WorkingCalendar, settings: LadderSettings, now: Date): Date {
  const today = dateIn(calendar.zone, now);
  if (isWorkingDay(calendar, today) && morningOf(calendar, settings, today) > now)
    return morningOf(calendar, settings, today);
  return morningOf(calendar, settings, nextWorkingDay(calendar, today));
}

/** The morning of the last working day before the day of the date. */
export function workingMorningBefore(calendar: WorkingCalendar, settings: LadderSettings, dueAt: Date): Date {
  return morningOf(calendar, settings, previousWorkingDay(calendar, dateIn(calendar.zone, dueAt)));
}

function aroundDate(input: ReminderPlanInput, calendar: WorkingCalendar): Rung[] {
  const { dayBefore, hoursBefore } = input.settings;
  const singles = singlesBefore(input, calendar, { dayBefore, hoursBefore });
  return [...digestsBefore(input, calendar, singles[0]), ...singles, ...afterDate(input, calendar)];
}

function beforeConference(input: ReminderPlanInput, calendar: WorkingCalendar): Rung[] {
  const { dayBeforeConference, hoursBeforeConference } = input.settings;
  return singlesBefore(input, calendar, { dayBefore: dayBeforeConference, hoursBefore: hoursBeforeConference });
}

/** Of two that fall on one moment (a date right after a long holiday) the nearer one stays. */
function singlesBefore(
  input: ReminderPlanInput,
  calendar: WorkingCalendar,
  { dayBefore, hoursBefore }: Pick<LadderSettings, 'dayBefore' | 'hoursBefore'>,
): Rung[] {
  const { settings, dueAt, now } = input;
  const lastAt =
    hoursBefore === null ? null : clampEarlier(calendar, new Date(dueAt.getTime() - hoursBefore * 3_600_000));
  const morningAt = workingMorningBefore(calendar, settings, dueAt);
  const singles: Rung[] = [];
  if (dayBefore && morningAt > now && (lastAt === null || morningAt < lastAt))
    singles.push(before('day-before', morningAt, 'single'));
  if (lastAt !== null && lastAt > now) singles.push(before('hours-before', lastAt, 'single'));
  return singles;
}

/**
 * The list does not repeat a card on the same working day. What came outside the working hours is read when they begin
 * again, and counts for that day.
 */
function firstDigest(calendar: WorkingCalendar, settings: LadderSettings, now: Date): Date {
  const dayOfCard = dateIn(calendar.zone, clampLater(calendar, now));
  return morningOf(calendar, settings, nextWorkingDay(calendar, dayOfCard));
}

/** A list that would come together with a message of its own, or after it, would only say the same again. */
function digestsBefore(input: ReminderPlanInput, calendar: WorkingCalendar, firstSingle: Rung | undefined): Rung[] {
  const { settings, dueAt, now } = input;
  const dueDay = dateIn(calendar.zone, dueAt);
  const last = dueAt.getTime() - settings.digestFromHours * 3_600_000;
  const first = (input.hadCard ?? true) ? firstDigest(calendar, settings, now) : nextDigest(calendar, settings, now);
  const wanted: Rung[] = [
    ...(settings.firstNotice ? [before('first-notice', first, 'digest')] : []),
    ...[...settings.digestDays]
      .sort((a, b) => b - a)
      .map((days) => {
        const day = onOrBefore(calendar, addDays(dueDay, -days));
        return before(`days-${days}`, morningOf(calendar, settings, day), 'digest');
      }),
  ];
  return wanted.filter(
    (rung, index) =>
      rung.at >= first &&
      rung.at.getTime() < last &&
      (firstSingle === undefined || rung.at < firstSingle.at) &&
      !wanted.slice(index + 1).some((nearer) => nearer.at.getTime() === rung.at.getTime()),
  );
}

function afterDate(input: ReminderPlanInput, calendar: WorkingCalendar): Rung[] {
  const { settings } = input;
  const dueDay = dateIn(calendar.zone, input.dueAt);
  const morningAfter = (days: number) => morningOf(calendar, settings, addWorkingDays(calendar, dueDay, days));
  const rungs: Rung[] = [];
  if (settings.askAgainAfterDays !== null)
    rungs.push({ key: 'after', at: morningAfter(settings.askAgainAfterDays), mode: 'single', side: 'after' });
  rungs.push({ key: 'clerk', at: morningAfter(settings.tellClerkAfterDays), mode: 'clerk', side: 'after' });
  if (settings.tellChairAfterDays !== null) {
    // The committee secretary decides first, whatever the setting says.
    const days = Math.max(settings.tellChairAfterDays, settings.tellClerkAfterDays + 1);
    rungs.push({ key: 'chair', at: morningAfter(days), mode: 'chair', side: 'after' });
  }
  return rungs;
}

function before(key: RungKey, at: Date, mode: 'digest' | 'single'): Rung {
  return { key, at, mode, side: 'before' };
}
