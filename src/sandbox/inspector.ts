/** The last requests and answers between sandbox and bot, for the page's drawer and for tests. In memory only. */
import type { Live } from './live.ts';

export interface Exchange {
  id: number;
  /** `in`: the bot called the Web API. `out`: the sandbox called the bot. */
  direction: 'in' | 'out';
  name: string;
  teamId: string | null;
  status: number | null;
  ms: number;
  /** Slack's error name, or what went wrong on the way. */
  problem: string | null;
  request: unknown;
  response: unknown;
}

export interface Inspector {
  record(exchange: Omit<Exchange, 'id'>): void;
  entries(): Exchange[];
  clear(): void;
}

const kept = 400;

export function createInspector(live: Live): Inspector {
  let exchanges: Exchange[] = [];
  let count = 0;
  return {
    record(exchange) {
      count += 1;
      exchanges.push({ id: count, ...exchange });
      if (exchanges.length > kept) exchanges = exchanges.slice(-kept);
      live.tell(null, { kind: 'inspector' });
    },
    entries: () => [...exchanges],
    clear() {
      exchanges = [];
    },
  };
}
