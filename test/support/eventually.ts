/** Waiting for states, never for times. The limits are generous: where all is well, waiting longer costs nothing. */

/** How long anything may take on the busiest machine. */
export const patienceMs = 60_000;

/** What is seen once it holds. */
export async function eventually<T>(
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
  withinMs = patienceMs,
): Promise<T> {
  const end = performance.now() + withinMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (performance.now() > end) throw new Error(`it did not happen within ${withinMs} ms: ${JSON.stringify(seen)}`);
    await pause(25);
  }
}

/** On a busy machine an act may not be saved in time: it is repeated, as a person would. */
export async function patiently<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await run();
    } catch (error) {
      if (tries === 8) throw error;
      await pause(500);
    }
  }
}

/**
 * Acts until its effect is there: a click on a busy machine may come to nothing, and whoever clicked is told so in a
 * message that nobody reads here.
 */
export function actUntil<T>(
  act: () => Promise<unknown>,
  look: () => Promise<T> | T,
  holds: (seen: T) => boolean,
): Promise<T> {
  return patiently(async () => {
    const before = await look();
    if (holds(before)) return before;
    await act();
    return eventually(look, holds, 10_000);
  });
}

/**
 * The promise of an answer within three seconds, held against a machine that may stop for a second at any moment: one
 * answer in four has to be in time. What waits for something that does not come is late every time.
 */
export async function inTime<T extends { readonly ms: number }>(act: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const done = await act();
    if (done.ms < 3_000 || tries === 4) return done;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
