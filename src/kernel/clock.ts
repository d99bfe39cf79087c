/** The only file that asks the time. Everything else is told `now`. */

export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be moved, for the sandbox and tests. It keeps running from where it was put. */
export interface MovableClock extends Clock {
  /** Milliseconds that this clock is ahead of the real one. */
  offset(): number;
  setTo(at: Date): void;
}

export function movableClock(offsetMs = 0): MovableClock {
  let offset = offsetMs;
  return {
    now: () => new Date(Date.now() + offset),
    offset: () => offset,
    setTo(at) {
      offset = at.getTime() - Date.now();
    },
  };
}

/** A clock that stands still until it is moved: stories and rule tests. */
export function stoppedClock(at: Date): MovableClock {
  let now = at;
  return {
    now: () => new Date(now),
    offset: () => now.getTime() - Date.now(),
    setTo(next) {
      now = next;
    },
  };
}

/** Real milliseconds for measuring and for time limits on the wire; unaffected by a moved clock. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => performance.now() - start;
}
