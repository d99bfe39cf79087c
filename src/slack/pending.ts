/** Work that goes on after an acknowledgement: stopping waits for it, for a while. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface Pending {
  add(work: Promise<unknown>): void;
  isEmpty(): boolean;
  done(withinMs: number): Promise<void>;
}

export function createPending(): Pending {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      const settled = work.catch(() => {}).finally(() => running.delete(settled));
      running.add(settled);
    },
    isEmpty: () => running.size === 0,
    async done(withinMs) {
      const limit = new AbortController();
      await Promise.race([
        Promise.all([...running]),
        sleep(withinMs, undefined, { signal: limit.signal }).catch(() => {}),
      ]);
      limit.abort();
    },
  };
}
