/** What comes due for one person at one time, and which of the day's singles they get, over all their committees. */
import type { LadderSettings, RungMode } from '../types/ladder.ts';
import { admitSingles, type PlannedSingle } from './decide-reminder.ts';

/**
 * Of several rungs of one date that came due at once (an outage, quiet time) the last one speaks for all: a message of
 * its own before a line of the digest. What is told to others about the person is another matter and stays.
 */
export function lastOf<R extends { readonly mode: RungMode; readonly at: Date }>(
  due: readonly R[],
): { readonly speaks: readonly R[]; readonly superseded: readonly R[] } {
  const toOthers = due.filter(({ mode }) => mode === 'clerk' || mode === 'chair');
  const own = due.filter(({ mode }) => mode === 'single' || mode === 'digest');
  const ranked = [...own].sort(
    (a, b) => Number(a.mode === 'single') - Number(b.mode === 'single') || a.at.getTime() - b.at.getTime(),
  );
  const last = ranked.at(-1);
  return { speaks: last ? [last, ...toOthers] : toOthers, superseded: ranked.slice(0, -1) };
}

export interface SingleOfDay extends PlannedSingle {
  readonly deadline: string;
  readonly side: 'before' | 'after';
  /** Null: still planned. */
  readonly sentAt: Date | null;
}

/**
 * How many singles the person is to be taken to have had already when this one is decided: those sent today, or the full
 * number when the rest of the day is needed for dates that are nearer. `today` is the person's day.
 */
export function singlesBefore(
  id: string,
  singles: readonly SingleOfDay[],
  today: { readonly from: Date; readonly to: Date },
  settings: LadderSettings,
  now: Date,
): number {
  const isPlanned = singles.some((single) => single.id === id);
  const sent = singles.filter(({ sentAt }) => sentAt !== null && sentAt >= today.from && sentAt < today.to).length;
  // Asked for by somebody just now: what is still to come today does not count against it.
  if (!isPlanned) return sent;
  const stillDue = singles.filter(({ sentAt, side, dueAt }) => sentAt === null && (side === 'after' || dueAt > now));
  const oneEach = stillDue.filter(
    (single) => single.id === id || !stillDue.some((other) => other !== single && replaces(other, single, id)),
  );
  // A date that is still to come goes before one that has passed.
  const ranked = oneEach.map((single) => (single.side === 'after' ? { ...single, dueAt: endOfTime } : single));
  const { admitted } = admitSingles(ranked, sent, settings.singlesPerDay);
  return admitted.some((single) => single.id === id) ? sent : Math.max(sent, settings.singlesPerDay);
}

const endOfTime = new Date(8.64e15);

/** A date asks once a day in this count. */
function replaces(other: SingleOfDay, single: SingleOfDay, id: string): boolean {
  return other.deadline === single.deadline && (other.id === id || other.id < single.id);
}
