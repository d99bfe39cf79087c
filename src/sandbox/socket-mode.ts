/** Socket Mode's server side: connections, hello, envelopes and their acknowledgements. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Log } from '../kernel/log.ts';
import type { Bag } from './contract/rules.ts';

export interface SocketMode {
  isConnected(): boolean;
  /** Sends one envelope to any connection; the acknowledgement's payload, or null when none came in time. */
  send(type: string, payload: Bag, extra: Bag, withinMs: number): Promise<{ payload: unknown } | null>;
  /** A one-time ticket that allows one connection. */
  ticket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Tells every connection to come back, as Slack does about once an hour. */
  refresh(reason: string): void;
  closeAll(): void;
}

export function createSocketMode(_log: Log): SocketMode {
  return {
    isConnected: () => false,
    send: () => Promise.resolve(null),
    ticket: () => '',
    upgrade: (_request, socket) => {
      socket.destroy();
    },
    refresh() {},
    closeAll() {},
  };
}
