/** The one port: what Slack sends, health, metrics, calendars, answer pages, and in sandbox mode the chat page. */
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type AnswerPages, serveAnswerPage } from './answer-pages.ts';
import { errorFacts, type Log } from './kernel/log.ts';
import type { Metrics } from './metrics.ts';

export interface HttpParts {
  readonly slackEvents: ((request: IncomingMessage, response: ServerResponse) => void) | null;
  readonly isReady: () => Promise<boolean>;
  readonly metrics: Metrics;
  /** The calendar behind a secret address; null: there is none. */
  readonly calendar: (secret: string) => Promise<string | null>;
  readonly answers: AnswerPages;
  readonly sandbox: {
    handle(request: IncomingMessage, response: ServerResponse): boolean;
    handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  } | null;
}

export interface HttpServer {
  /** The port that is really used (0 asks for any). Until it is opened, /health says ok and all else "not yet". */
  listen(port: number, host: string | undefined): Promise<number>;
  open(parts: HttpParts): void;
  close(): Promise<void>;
}

/** How long requests that are being answered may finish when the app stops. */
const graceMs = 3_000;

/** Whoever comes during the start is let in when it is over: of Slack's three seconds some are left for the answer. */
const patienceMs = 2_000;

export function createHttpServer(log: Log): HttpServer {
  let parts: HttpParts | null = null;
  const doors = new EventEmitter().setMaxListeners(0);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!parts && asksForState(request)) return notYet(request, response);
    if (!parts) await once(doors, 'open', { signal: AbortSignal.timeout(patienceMs) }).catch(() => {});
    if (!parts) return notYet(request, response);
    return route(parts, request, response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      log.error(errorFacts(error), 'a request could not be answered');
      if (!response.headersSent) plain(response, 500, 'error');
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (!parts?.sandbox?.handleUpgrade(request, socket, head)) socket.destroy();
  });
  return {
    open(all) {
      parts = all;
      doors.emit('open');
    },
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        const force = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(force);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function route(parts: HttpParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  if (path === '/slack/events') {
    if (request.method !== 'POST' || !parts.slackEvents) return plain(response, 404, 'not found');
    return parts.slackEvents(request, response);
  }
  const answer = /^\/answer\/([\w-]{20,100})$/.exec(path)?.[1];
  if (answer) return serveAnswerPage(parts.answers, answer, request, response);
  if (parts.sandbox?.handle(request, response)) return;
  if (request.method !== 'GET') return plain(response, 404, 'not found');
  if (path === '/health') return plain(response, 200, 'ok');
  if (path === '/ready') {
    const isReady = await parts.isReady();
    return plain(response, isReady ? 200 : 503, isReady ? 'ready' : 'not ready');
  }
  if (path === '/metrics') {
    const { contentType, body } = await parts.metrics.text();
    return plain(response, 200, body, contentType);
  }
  const secret = /^\/calendar\/([\w-]{20,100})\.ics$/.exec(path)?.[1];
  const calendar = secret ? await parts.calendar(secret) : null;
  if (calendar !== null) return plain(response, 200, calendar, 'text/calendar; charset=utf-8');
  plain(response, 404, 'not found');
}

function asksForState(request: IncomingMessage): boolean {
  return request.url === '/health' || request.url === '/ready';
}

/** Alive, and at nobody's service yet: the database may be waited for. */
function notYet(request: IncomingMessage, response: ServerResponse): void {
  if (request.url === '/health') plain(response, 200, 'ok');
  else plain(response, 503, 'not ready');
}

function plain(
  response: ServerResponse,
  status: number,
  body: string,
  contentType = 'text/plain; charset=utf-8',
): void {
  response.writeHead(status, { 'content-type': contentType, 'cache-control': 'no-store' });
  response.end(body);
}
