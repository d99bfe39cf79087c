/**
 * Socket Mode as a Bolt receiver. It stands in for Bolt's own, whose client (socket-mode 3.1.0) leaves a rejection
 * unhandled when a reconnection fails, which ends the process; stays away for five seconds and more at each of Slack's
 * hourly refreshes; and acknowledges events before their work is done.
 */
import type { App, Receiver } from '@slack/bolt';
import { webApi } from '@slack/bolt';
import { WebSocket } from 'ws';
import { Unavailable } from '../kernel/errors.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { clientOptions, failureOf } from './api.ts';
import type { Count } from './counts.ts';
import { times } from './limits.ts';
import { createPending } from './pending.ts';

export interface SocketReceiverParts {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  readonly count: Count;
  readonly answerByMs: number;
  readonly pauses?: { readonly firstMs: number; readonly longestMs: number };
}

interface Envelope {
  readonly type: string;
  readonly envelope_id?: string;
  readonly payload?: Record<string, unknown>;
  readonly reason?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** Slack pings every few seconds; this long without a sign of life and the connection is taken for dead. */
const silenceMs = 30_000;
const helloMs = 10_000;
const stableMs = 5_000;
/** Slack only wants the connection made anew; any other reason (link_disabled, too_many_websockets) will not pass soon. */
const passingReasons = ['warning', 'refresh_requested'];

export interface SocketReceiver extends Receiver {
  /** Nobody is being answered at the moment. */
  isAtRest(): boolean;
}

export function createSocketReceiver(parts: SocketReceiverParts): SocketReceiver {
  const { log, count, pauses = { firstMs: 200, longestMs: 30_000 } } = parts;
  const web = new webApi.WebClient(parts.appToken, clientOptions(parts.apiUrl, log));
  const pending = createPending();
  const open = new Set<WebSocket>();
  let app: App | null = null;
  let isStopping = false;
  let pauseMs = 0;
  let timer: NodeJS.Timeout | undefined;

  /** One connection after another, for ever: any failure only lengthens the pause before the next try. */
  async function connect(): Promise<void> {
    if (isStopping) return;
    try {
      const { url } = await web.apps.connections.open();
      if (!url) throw new Unavailable('slack gave no address for the socket');
      await greeted(url);
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'wait') pauseMs = Math.max(pauseMs, failure.retryAfterMs);
      log.warn({ ...errorFacts(error), pauseMs }, 'no socket to slack; trying again');
      again();
    }
  }

  function again(): void {
    if (isStopping || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      count('socket-reconnected');
      void connect();
    }, pauseMs);
    pauseMs = Math.min(Math.max(pauses.firstMs, pauseMs * 2), pauses.longestMs);
  }

  function greeted(url: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const socket = new WebSocket(url, { handshakeTimeout: helloMs, maxPayload: 16 * 1024 * 1024 });
      // Replaced once: by Slack's notice before the end, or by the end itself.
      let isReplaced = false;
      const replace = () => {
        if (!isReplaced) again();
        isReplaced = true;
      };
      let stable: NodeJS.Timeout | undefined;
      let alive = setTimeout(() => socket.terminate(), helloMs);
      const signOfLife = () => {
        clearTimeout(alive);
        alive = setTimeout(() => socket.terminate(), silenceMs);
      };
      open.add(socket);
      socket.on('ping', signOfLife);
      socket.on('message', (data) => {
        signOfLife();
        const envelope = parse(String(data));
        if (envelope?.type === 'hello') {
          // Only a connection that lasts takes the pause away: one that is cut at once must not be made in a loop.
          stable = setTimeout(() => {
            pauseMs = 0;
          }, stableMs);
          resolve();
        } else if (envelope?.type === 'disconnect') {
          if (!passingReasons.includes(envelope.reason ?? '')) pauseMs = pauses.longestMs;
          replace();
          setTimeout(() => socket.close(1000), silenceMs).unref();
        } else if (envelope?.envelope_id) pending.add(handle(socket, envelope));
      });
      socket.on('error', (error) => {
        log.info(errorFacts(error), 'the socket to slack broke');
        reject(error);
      });
      socket.on('close', () => {
        clearTimeout(alive);
        clearTimeout(stable);
        open.delete(socket);
        reject(new Unavailable('the socket to slack closed'));
        replace();
      });
    });
  }

  async function handle(socket: WebSocket, envelope: Envelope): Promise<void> {
    const receivedAt = performance.now();
    const isEvent = envelope.type === 'events_api';
    let isAcknowledged = false;
    const acknowledge = async (payload?: unknown) => {
      if (isAcknowledged) return;
      isAcknowledged = true;
      await send(socket, { envelope_id: envelope.envelope_id, ...(payload === undefined ? {} : { payload }) });
    };
    const limit = setTimeout(() => void acknowledge().catch(() => {}), parts.answerByMs + 100);
    try {
      await app?.processEvent({
        body: envelope.payload ?? {},
        ack: async (answer) => {
          if (!isEvent) await acknowledge(typeof answer === 'string' ? { text: answer } : answer);
        },
        retryNum: envelope.retry_attempt ?? 0,
        retryReason: envelope.retry_reason ?? '',
        customProperties: { receivedAt },
      });
      await acknowledge();
    } catch (error) {
      // An event without an acknowledgement is sent again.
      log.warn(errorFacts(error), 'an envelope from slack could not be handled');
      if (!isEvent) await acknowledge().catch(() => {});
    } finally {
      clearTimeout(limit);
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    start() {
      isStopping = false;
      return connect();
    },
    isAtRest: () => pending.isEmpty(),
    async stop() {
      isStopping = true;
      clearTimeout(timer);
      timer = undefined;
      await pending.done(times.apiCall);
      for (const socket of open) socket.close(1000);
      for (const socket of open) setTimeout(() => socket.terminate(), 500).unref();
    },
  };
}

/** Rejects when the connection is gone: the answer must then be given another way. */
function send(socket: WebSocket, message: object): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(JSON.stringify(message), (error) => (error ? reject(error) : resolve()));
  });
}

function parse(text: string): Envelope | null {
  try {
    const envelope: unknown = JSON.parse(text);
    return typeof envelope === 'object' && envelope !== null ? (envelope as Envelope) : null;
  } catch {
    return null;
  }
}
