/**
 * Requests from Slack over HTTP, as a Bolt receiver that never listens itself: app.ts mounts it on the shared server.
 * It stands in for Bolt's own because that one accepts timestamps from the future, logs forged requests, refuses a
 * content type with a charset, and acknowledges events before their work is done.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { App, Receiver } from '@slack/bolt';
import type { Clock } from '../kernel/clock.ts';
import { Unavailable } from '../kernel/errors.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import type { Count } from './counts.ts';
import { bodyLimitBytes, times } from './limits.ts';
import { createPending } from './pending.ts';
import { verify } from './signature.ts';

export interface HttpReceiver extends Receiver {
  /** Nobody is being answered at the moment. */
  isAtRest(): boolean;
  requestListener(request: IncomingMessage, response: ServerResponse): void;
}

export interface HttpReceiverParts {
  readonly signingSecret: string;
  /** Real time, also when the bot's own clock is moved. */
  readonly clock: Clock;
  readonly log: Log;
  readonly count: Count;
  readonly answerByMs: number;
}

type Body = Record<string, unknown>;

export function createHttpReceiver(parts: HttpReceiverParts): HttpReceiver {
  const pending = createPending();
  let app: App | null = null;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const receivedAt = performance.now();
    const raw = await read(request);
    if (raw === 'too-large') {
      parts.count('too-large');
      response.setHeader('connection', 'close');
      response.once('finish', () => setTimeout(() => request.destroy(), 500).unref());
      return send(response, 413);
    }
    const isForm = mediaType(request) === 'application/x-www-form-urlencoded';
    // Slack checks the certificate of the address without a signature; nothing else of such a request is looked at.
    if (isForm && new URLSearchParams(raw.toString('utf8')).get('ssl_check') === '1') return send(response, 200);
    const verdict = verify({
      secret: parts.signingSecret,
      body: raw,
      timestamp: header(request, 'x-slack-request-timestamp'),
      signature: header(request, 'x-slack-signature'),
      now: parts.clock.now(),
    });
    if (verdict !== 'genuine') {
      parts.count(verdict);
      return send(response, 401);
    }
    const body = parse(raw.toString('utf8'), isForm);
    if (!body) {
      parts.count('malformed');
      return send(response, 400);
    }
    if (body.type === 'url_verification') return send(response, 200, { challenge: body.challenge });
    await process(request, response, body, receivedAt);
  }

  /** Everything but an event is answered when its listener says so; an event when its work is done, or time runs out. */
  async function process(request: IncomingMessage, response: ServerResponse, body: Body, receivedAt: number) {
    const isEvent = body.event !== undefined;
    const limit = setTimeout(() => void send(response, 200).catch(() => {}), parts.answerByMs + 100);
    try {
      await app?.processEvent({
        body,
        ack: async (answer) => {
          if (!isEvent) await send(response, 200, answer);
        },
        retryNum: Number(header(request, 'x-slack-retry-num') ?? 0),
        retryReason: header(request, 'x-slack-retry-reason') ?? '',
        customProperties: { receivedAt },
      });
      if (!response.headersSent) await send(response, 200);
    } catch (error) {
      parts.log.warn(errorFacts(error), 'a request from slack could not be handled');
      // Slack sends an event again after a 500, and nothing else.
      if (!response.headersSent) await send(response, isEvent ? 500 : 200).catch(() => {});
    } finally {
      clearTimeout(limit);
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    requestListener(request, response) {
      pending.add(
        handle(request, response).catch((error: unknown) => {
          parts.log.info(errorFacts(error), 'a connection from slack broke off');
        }),
      );
    },
    isAtRest: () => pending.isEmpty(),
    start: () => Promise.resolve(),
    stop: () => pending.done(times.apiCall),
  };
}

async function read(request: IncomingMessage): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let size = 0;
  const announced = Number(header(request, 'content-length') ?? 0);
  if (announced > bodyLimitBytes) return 'too-large';
  try {
    // Leaving the loop must not destroy the connection: the refusal still has to go out over it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > bodyLimitBytes) return 'too-large';
      chunks.push(chunk);
    }
  } catch (error) {
    // Somebody who hung up right after the last byte has asked all the same: they are answered by response_url.
    if (size === 0 || size !== announced) throw error;
  }
  return Buffer.concat(chunks);
}

function parse(text: string, isForm: boolean): Body | null {
  try {
    const payload = isForm ? new URLSearchParams(text).get('payload') : text;
    const body: unknown = payload === null ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(payload);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null;
  }
}

function mediaType(request: IncomingMessage): string {
  return (header(request, 'content-type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

function header(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Rejects when the other side has gone: an answer that nobody received must be given another way. */
function send(response: ServerResponse, status: number, body?: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    if (response.headersSent || response.destroyed) {
      reject(new Unavailable('the connection is closed or was answered already'));
      return;
    }
    response.once('finish', resolve);
    response.once('close', () => reject(new Unavailable('the connection closed before the answer was sent')));
    const isText = typeof body === 'string';
    response.statusCode = status;
    if (body !== undefined && body !== '') {
      response.setHeader('content-type', isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8');
    }
    response.end(body === undefined ? '' : isText ? body : JSON.stringify(body));
  });
}
