/** Moves the sandbox's clock: every tick and every job on the way runs at its moment, in order. Real modes have none of it. */
import type { StoreHandle } from '../kernel/act.ts';
import { type MovableClock, stopwatch } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import { followClock, isQueueIdle, nextJobAt } from '../queue/waiting.ts';
import { nextTick, type PeriodicTask } from './schedules.ts';

export interface AdvanceOptions {
  readonly store: StoreHandle;
  readonly clock: MovableClock;
  readonly periodic: readonly PeriodicTask[];
  /** The heartbeat's own step. */
  readonly tick: () => Promise<void>;
  /** When the sender has nothing on its way, and nothing that is due waits for it. */
  readonly sendingIdle: () => Promise<void>;
  readonly log: Log;
  readonly limits?: Partial<AdvanceLimits>;
}

export interface AdvanceLimits {
  readonly steps: number;
  readonly totalMs: number;
  /** A moment whose jobs take longer is left behind; they go on meanwhile. */
  readonly momentMs: number;
}

const usualLimits: AdvanceLimits = { steps: 5_000, totalMs: 180_000, momentMs: 15_000 };

/**
 * `reached` is where the clock stands, earlier than asked when it took too long: moving on continues from there.
 * Never backwards: an earlier moment only runs what is due.
 */
export async function advanceClock(options: AdvanceOptions, to: Date): Promise<{ reached: Date; steps: number }> {
  const limits = { ...usualLimits, ...options.limits };
  const { store, clock } = options;
  const elapsed = stopwatch();
  await options.tick();
  await quiet(options, limits.momentMs);
  for (let steps = 0; ; steps += 1) {
    const next = await nextDue(options);
    if (!next || next > to) {
      await moveTo(store, clock, to);
      await options.tick();
      await quiet(options, limits.momentMs);
      return { reached: clock.now(), steps };
    }
    if (steps >= limits.steps || elapsed() > limits.totalMs) {
      options.log.warn({ steps }, 'moving the clock took too long and stopped on the way');
      return { reached: clock.now(), steps };
    }
    await moveTo(store, clock, next);
    await options.tick();
    await quiet(options, limits.momentMs);
  }
}

/** The next moment at which anything happens by itself; null: nothing is planned. */
export async function nextDue(options: Pick<AdvanceOptions, 'store' | 'clock' | 'periodic'>): Promise<Date | null> {
  const now = options.clock.now();
  const ticks = options.periodic.filter((task) => !task.isHousekeeping).map((task) => nextTick(task.rhythm, now));
  const job = await nextJobAt(options.store, now);
  const moments = (job ? [...ticks, job] : ticks).map((moment) => moment.getTime());
  return moments.length > 0 ? new Date(Math.min(...moments)) : null;
}

async function moveTo(store: StoreHandle, clock: MovableClock, at: Date): Promise<void> {
  const before = clock.now();
  const target = new Date(Math.max(at.getTime(), before.getTime()));
  clock.setTo(target);
  await followClock(store, target, target.getTime() - before.getTime());
}

/** Jobs wake the sender and sending may add jobs: quiet is when both are, one look after the other. */
async function quiet(options: AdvanceOptions, limitMs: number): Promise<void> {
  const elapsed = stopwatch();
  let pauseMs = 2;
  for (;;) {
    if (await isQueueIdle(options.store)) {
      await Promise.race([options.sendingIdle(), pause(limitMs)]);
      if (await isQueueIdle(options.store)) return;
    }
    if (elapsed() > limitMs) {
      options.log.warn({}, 'something still runs while the clock moves on');
      return;
    }
    await pause(pauseMs);
    pauseMs = Math.min(pauseMs * 2, 20);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
