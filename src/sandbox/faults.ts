/** What tests can make go wrong, each a number of times: lost replies, limits, server errors, slowness, repeats. */

export interface Faults {
  /** The method takes effect, then the connection dies without an answer. */
  loseReply(method: string, times?: number): void;
  rateLimit(method: string, retryAfterSeconds: number, times?: number): void;
  /** Answers with an HTTP status such as 503 and does nothing. */
  failWith(method: string, status: number, times?: number): void;
  /** Answers with one of Slack's error names and does nothing. */
  refuse(method: string, error: string, times?: number): void;
  slow(method: string, ms: number, times?: number): void;
  /** The next triggers are handed to the bot already expired. */
  expireTriggers(times?: number): void;
  /** The next events are sent once more although the bot answered, as Slack does when it missed the answer. */
  repeatEvents(times?: number): void;
  clear(): void;
}

export interface Fault {
  kind: 'lose-reply' | 'rate-limit' | 'status' | 'refuse' | 'slow' | 'expired-trigger' | 'repeat-event';
  method: string;
  value: number | string;
  times: number;
}

/** The plan as the server sees it. */
export interface FaultPlan extends Faults {
  /** The planned fault of this kind, used up by one; null when there is none. */
  take(kind: Fault['kind'], method?: string): Fault | null;
}

export function createFaults(): FaultPlan {
  const plan: Fault[] = [];
  const add = (kind: Fault['kind'], method: string, value: number | string, times: number) => {
    plan.push({ kind, method, value, times });
  };
  return {
    loseReply: (method, times = 1) => add('lose-reply', method, 0, times),
    rateLimit: (method, seconds, times = 1) => add('rate-limit', method, seconds, times),
    failWith: (method, status, times = 1) => add('status', method, status, times),
    refuse: (method, error, times = 1) => add('refuse', method, error, times),
    slow: (method, ms, times = 1) => add('slow', method, ms, times),
    expireTriggers: (times = 1) => add('expired-trigger', '', 0, times),
    repeatEvents: (times = 1) => add('repeat-event', '', 0, times),
    clear() {
      plan.length = 0;
    },
    take(kind, method = '') {
      const found = plan.find((fault) => fault.kind === kind && fault.method === method && fault.times > 0);
      if (!found) return null;
      found.times -= 1;
      return found;
    },
  };
}
