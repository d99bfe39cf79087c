/**
 * How many posts a workspace got in the running minute. The limits of this process remember nothing of a sender before
 * it, and let posts bunch up when the process was held up; this counts what the delivery table says was posted.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pacing } from './limits.ts';

/** A post of the last minute, by whichever sender. */
export interface EarlierPost {
  readonly lane: string;
  readonly agoMs: number;
}

export interface RunningMinute {
  /** Waits until one more post keeps the pace. Does nothing when this process is not to post any more. */
  inTurn(lane: string, isOurs: () => boolean, post: () => Promise<void>): Promise<void>;
}

const minuteMs = 60_000;
/** Somebody who waits for a turn notices within this time that the lock is gone, or that we are stopping. */
const lookAgainMs = 250;

export function openRunningMinute(
  pacing: Pick<Pacing, 'perChannelMs' | 'perWorkspaceMs'>,
  earlier: readonly EarlierPost[],
): RunningMinute {
  const most = pacing.perWorkspaceMs > 0 ? Math.max(1, Math.floor(minuteMs / pacing.perWorkspaceMs)) : Infinity;
  const start = performance.now();
  // When each post was answered; those on their way may still arrive, so they count until they are. A channel's gap counts
  // from the answer too: between a turn and its call a card is worded, one for longer than the next.
  let answered = earlier.map(({ agoMs }) => start - agoMs).sort((a, b) => a - b);
  let onTheirWay = 0;
  const laneFreeAt = new Map<string, number>();
  for (const { lane, agoMs } of earlier) {
    const at = start - agoMs + pacing.perChannelMs;
    laneFreeAt.set(lane, Math.max(at, laneFreeAt.get(lane) ?? at));
  }

  function waitMs(lane: string): number {
    const now = performance.now();
    answered = answered.filter((at) => now - at < minuteMs);
    const laneMs = (laneFreeAt.get(lane) ?? now) - now;
    const tooMany = answered.length + onTheirWay + 1 - most;
    if (tooMany <= 0) return laneMs;
    const leaves = answered[tooMany - 1];
    return Math.max(laneMs, leaves === undefined ? lookAgainMs : leaves + minuteMs - now);
  }

  return {
    async inTurn(lane, isOurs, post) {
      for (let wait = waitMs(lane); wait > 0; wait = waitMs(lane)) {
        await sleep(Math.min(Math.ceil(wait), lookAgainMs));
        if (!isOurs()) return;
      }
      onTheirWay += 1;
      await post().finally(() => {
        onTheirWay -= 1;
        answered.push(performance.now());
        laneFreeAt.set(lane, performance.now() + pacing.perChannelMs);
      });
    },
  };
}
