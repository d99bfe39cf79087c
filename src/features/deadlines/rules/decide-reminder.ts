/** What becomes of a planned reminder when its time has come: decided again with what is true now. */
import { clampLater, isQuietTime, type WorkingCalendar } from '../../../kernel/calendar.ts';
import type { LadderSettings, Rung } from '../types/ladder.ts';
import type { ReminderDecision, ReminderFacts, SkipReason } from '../types/reminders.ts';
import { nextDigest } from './plan-reminders.ts';

/**
 * `calendar` is the committee's in the zone of whoever receives the message. Asking twice gives the same answer for the
 * same facts; the caller marks the rung as handled in the same transaction (except after `wait`, which moves its job).
 */
export function decideReminder(
  rung: Rung,
  facts: ReminderFacts,
  calendar: WorkingCalendar,
  settings: LadderSettings,
): ReminderDecision {
  if (facts.hasLeft) return skip('left');
  if (facts.isRecused) return skip('recused');
  if (!facts.stillAsked) return skip('done');
  if (rung.side === 'before' && facts.now >= facts.dueAt) return skip('no-longer-due');
  const isAway = facts.awayUntil !== null && facts.awayUntil > facts.now;
  if (rung.mode === 'digest') return isAway ? skip('away') : foldOrLeave(rung, facts, calendar, settings);
  if (isQuietTime(calendar, momentJudged(rung, facts.now))) return waitForWorkingTime(rung, facts, calendar);
  if (rung.mode === 'clerk') return { kind: 'tell-clerk', because: 'no-answer' };
  if (rung.mode === 'chair') return { kind: 'tell-chair' };
  if (isAway) return whileAway(rung, facts, settings);
  // The list says the same: one message is enough.
  if (facts.isListedNow) return { kind: 'leave-to-list' };
  if (facts.singlesToday < settings.singlesPerDay) return { kind: 'send' };
  const isInTime = rung.side === 'after' || facts.nextDigestAt < facts.dueAt;
  return isInTime ? { kind: 'fold-into-digest' } : skip('enough-for-today');
}

/**
 * Late after an outage, a line of the list would come together with a message of its own about the same date, or after
 * it: then that one speaks.
 */
function foldOrLeave(
  rung: Rung,
  facts: ReminderFacts,
  calendar: WorkingCalendar,
  settings: LadderSettings,
): ReminderDecision {
  const { nextSingleAt, dueAt, now } = facts;
  if (nextSingleAt === null || !isLate(rung, now)) return { kind: 'fold-into-digest' };
  const at = digestMoment(calendar, settings, rung, now);
  const isTooNear = dueAt.getTime() - at.getTime() <= settings.digestFromHours * 3_600_000;
  return isTooNear || nextSingleAt <= at ? skip('superseded') : { kind: 'fold-into-digest' };
}

/**
 * A line of the digest goes with today's, also a few hours late; never in the night, and one that did not fit into the
 * day's messages goes with the next.
 */
export function digestMoment(calendar: WorkingCalendar, settings: LadderSettings, rung: Rung, now: Date): Date {
  // Quiet although on time: the person has moved to another zone since it was planned.
  const isTodays = rung.mode === 'digest' && !isQuietTime(calendar, momentJudged(rung, now));
  return isTodays ? now : nextDigest(calendar, settings, now);
}

/** Jobs may run a few minutes after their moment; more is an outage. */
function isLate(rung: Rung, now: Date): boolean {
  const lateByMs = now.getTime() - rung.at.getTime();
  return lateByMs < 0 || lateByMs > 15 * 60_000;
}

export interface PlannedSingle {
  readonly id: string;
  readonly dueAt: Date;
}

/** Which of one person's singles of one day, over all committees, may go: the nearest dates first. */
export function admitSingles<T extends PlannedSingle>(
  planned: readonly T[],
  alreadySentToday: number,
  singlesPerDay: number,
): { readonly admitted: readonly T[]; readonly held: readonly T[] } {
  const room = Math.max(0, singlesPerDay - alreadySentToday);
  const nearest = [...planned].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.id < b.id ? -1 : 1));
  return { admitted: nearest.slice(0, room), held: nearest.slice(room) };
}

/** The committee secretary hears of it once, while there is still time to find a way. */
function whileAway(rung: Rung, facts: ReminderFacts, settings: LadderSettings): ReminderDecision {
  const firstSingle = settings.dayBefore ? 'day-before' : 'hours-before';
  const isAwayOverTheDate = facts.awayUntil !== null && facts.awayUntil >= facts.dueAt;
  if (rung.key === firstSingle && isAwayOverTheDate) return { kind: 'tell-clerk', because: 'away-over-the-date' };
  return skip('away');
}

/** A rung at the last minute of working time is not lost because its job ran a few minutes later. */
function momentJudged(rung: Rung, now: Date): Date {
  return isLate(rung, now) ? now : rung.at;
}

function waitForWorkingTime(rung: Rung, facts: ReminderFacts, calendar: WorkingCalendar): ReminderDecision {
  const until = clampLater(calendar, facts.now);
  return rung.side === 'before' && until >= facts.dueAt ? skip('no-longer-due') : { kind: 'wait', until };
}

function skip(reason: SkipReason): ReminderDecision {
  return { kind: 'skip', reason };
}
