/** Legs: when two overlap, when one is over, and when to think of what follows. */
import { addDays, type PlainDate } from '../../../kernel/time.ts';
import type { Leg, Movement } from '../types.ts';

type Dates = Pick<Leg, 'startsOn' | 'endsOn'> & Partial<Pick<Leg, 'endedOn'>>;

/** The last day that it takes; a move for good takes the one day on which it happens. */
export function lastDay(leg: Dates): PlainDate {
  return leg.endedOn ?? leg.endsOn ?? leg.startsOn;
}

/** Both first and last day belong to a leg: one that begins the day after another ends does not overlap it. */
export function overlapping<L extends Dates>(leg: Dates, others: readonly L[]): L | null {
  return others.find((other) => leg.startsOn <= lastDay(other) && other.startsOn <= lastDay(leg)) ?? null;
}

/** The newest leg of an approved movement for a time, until its end is recorded. */
export function runningLeg(movement: Pick<Movement, 'state' | 'legs'>): Leg | null {
  const last = movement.legs.at(-1);
  return movement.state === 'approved' && last?.endsOn && !last.ending ? last : null;
}

/** So many days before the end; the end itself when that is nearer; null: the end has passed. */
export function noticeDay(endsOn: PlainDate, today: PlainDate, days: number): PlainDate | null {
  const early = addDays(endsOn, -days);
  if (early > today) return early;
  return endsOn > today ? endsOn : null;
}
