/** Periodic tasks as data, when they tick, and the heartbeat that looks every minute. The only file that knows node-cron. */
import { schedule } from 'node-cron';
import { addDays, dateIn, momentAt, type PlainTime } from '../kernel/time.ts';

export type Rhythm =
  /** At every multiple of so many minutes since the epoch. */
  { readonly everyMinutes: number } | { readonly daily: PlainTime; readonly zone: string };

export interface PeriodicTask {
  /** Lower case and hyphens; part of the tick's key, so renaming it makes it a new task. */
  readonly name: string;
  readonly rhythm: Rhythm;
  /** After an outage a tick this old is still run, an older one is skipped (default: two hours). */
  readonly catchUpMinutes?: number;
  /** Nothing that anybody could notice: left out when the sandbox's clock is moved over weeks. */
  readonly isHousekeeping?: boolean;
  run(tick: { readonly at: Date; readonly now: Date }): Promise<void>;
}

/** The last tick at or before this moment. */
export function lastTick(rhythm: Rhythm, at: Date): Date {
  if ('everyMinutes' in rhythm) {
    const step = rhythm.everyMinutes * 60_000;
    return new Date(Math.floor(at.getTime() / step) * step);
  }
  const today = dateIn(rhythm.zone, at);
  const tick = momentAt(rhythm.zone, today, rhythm.daily);
  return tick <= at ? tick : momentAt(rhythm.zone, addDays(today, -1), rhythm.daily);
}

/** The first tick after this moment. */
export function nextTick(rhythm: Rhythm, after: Date): Date {
  if ('everyMinutes' in rhythm) {
    const step = rhythm.everyMinutes * 60_000;
    return new Date((Math.floor(after.getTime() / step) + 1) * step);
  }
  const today = dateIn(rhythm.zone, after);
  const tick = momentAt(rhythm.zone, today, rhythm.daily);
  return tick > after ? tick : momentAt(rhythm.zone, addDays(today, 1), rhythm.daily);
}

/** Ticks to be made now: the last one of each task, unless it is too old to be caught up. */
export function dueTicks(tasks: readonly PeriodicTask[], now: Date): readonly { task: string; at: Date }[] {
  return tasks.flatMap((task) => {
    const at = lastTick(task.rhythm, now);
    const isStale = now.getTime() - at.getTime() > (task.catchUpMinutes ?? 120) * 60_000;
    return isStale ? [] : [{ task: task.name, at }];
  });
}

/**
 * Calls `beat` at the start of every minute, never two at once. When each task ticks is reckoned by our own clock
 * (dueTicks), because the sandbox's can be moved and a sleeping machine misses beats.
 */
export function startHeartbeat(beat: () => Promise<void>): { stop(): Promise<void> } {
  const task = schedule('* * * * *', beat, { noOverlap: true, name: 'heartbeat' });
  return {
    async stop() {
      await task.destroy();
    },
  };
}
