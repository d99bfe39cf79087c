/** What the sender works with, and how patient it is. */
import type { Platform } from '../chat/platform.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Limits } from './limits.ts';
import type { Renderers } from './renderers.ts';
import type { Fingerprint } from './words.ts';

/** Milliseconds by our clock. */
export interface Patience {
  /** A post whose sender is gone may still be on its way: not asked about earlier. Longer than any one call takes. */
  readonly settleMs: number;
  /** A card whose fate nobody can tell holds up its lane no longer than this. */
  readonly stepAsideMs: number;
  /** An invitation or a ballot whose fate nobody can tell is then posted again, marked "sent again". */
  readonly repeatAfterMs: number;
  /** Any other card is then given up, and the committee secretary told. */
  readonly giveUpAfterMs: number;
  /** The first wait after a failure; doubled each time. */
  readonly retryMs: number;
  readonly longestRetryMs: number;
  /** Real time: a platform call that takes longer counts as "unknown". */
  readonly callLimitMs: number;
}

export const usualPatience: Patience = {
  settleMs: 40_000,
  stepAsideMs: 5 * 60_000,
  repeatAfterMs: 10 * 60_000,
  giveUpAfterMs: 24 * 3_600_000,
  retryMs: 2_000,
  longestRetryMs: 5 * 60_000,
  callLimitMs: 30_000,
};

export type DeliveryCount =
  | 'sent'
  | 'sent-again'
  | 'redrawn'
  | 'found-after-loss'
  | 'rate-limited'
  | 'unknown'
  | 'undeliverable'
  | 'dropped';

export interface SenderContext {
  readonly store: StoreHandle;
  readonly platform: Platform;
  readonly renderers: Renderers;
  readonly clock: Clock;
  readonly log: Log;
  readonly limits: Limits;
  readonly fingerprint: Fingerprint;
  readonly patience: Patience;
  /** Called once per outcome; never with anything that names somebody. */
  readonly count: (what: DeliveryCount) => void;
}

export function retryAt(context: SenderContext, attempts: number): Date {
  const { retryMs, longestRetryMs } = context.patience;
  return new Date(context.clock.now().getTime() + Math.min(retryMs * 2 ** Math.min(attempts, 20), longestRetryMs));
}

/** The platform's answer, or `late` when it takes too long. A call that is late may still have its effect. */
export async function answered<T>(context: SenderContext, call: Promise<T>, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), context.patience.callLimitMs);
  });
  return Promise.race([call, limit]).finally(() => clearTimeout(timer));
}
