/** Sends one request to the bot, signed over HTTP or as an envelope over a socket, and waits Slack's three seconds. */
import { createHmac } from 'node:crypto';
import { stopwatch } from '../../kernel/clock.ts';
import type { Bag } from '../contract/rules.ts';
import { realNow, type World } from '../world.ts';

export type Delivery =
  | { kind: 'command'; teamId: string; name: string; form: Record<string, string> }
  | { kind: 'interaction'; teamId: string; name: string; payload: Bag }
  | { kind: 'event'; teamId: string; name: string; body: Bag; retry: { count: number; reason: string } | null };

export interface BotAnswer {
  ok: boolean;
  status: number | null;
  ms: number;
  /** Parsed when it is JSON, else the text; null when empty. */
  body: unknown;
  /** Slack's name for what went wrong. */
  failure: 'operation_timeout' | 'dispatch_failed' | 'dispatch_unknown_error' | null;
  mayRetry: boolean;
}

export async function deliver(world: World, delivery: Delivery): Promise<BotAnswer> {
  const elapsed = stopwatch();
  world.activity.inFlight += 1;
  const answer = await (world.socketMode.isConnected() ? overSocket(world, delivery) : overHttp(world, delivery));
  world.activity.inFlight -= 1;
  world.activity.sinceLast = stopwatch();
  const done = { ...answer, ms: Math.round(elapsed()) };
  world.inspector.record({
    direction: 'out',
    name: delivery.name,
    teamId: delivery.teamId,
    status: done.status,
    ms: done.ms,
    problem: done.failure,
    request: contentOf(delivery),
    response: done.body,
  });
  return done;
}

type Answer = Omit<BotAnswer, 'ms'>;

async function overHttp(world: World, delivery: Delivery): Promise<Answer> {
  const { deliverTo, signingSecret } = world.options;
  const body = delivery.kind === 'event' ? JSON.stringify(delivery.body) : encodeForm(delivery);
  const timestamp = String(Math.floor(realNow() / 1000));
  const signature = `v0=${createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
  const headers: Record<string, string> = {
    // Bolt refuses a content type with a charset, which fetch would add by itself.
    'content-type': delivery.kind === 'event' ? 'application/json' : 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    ...retryHeaders(delivery),
  };
  const deadline = AbortSignal.timeout(withinMs(world));
  try {
    const response = await fetch(deliverTo, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
      signal: deadline,
    });
    const text = await response.text();
    const ok = delivery.kind === 'event' ? response.ok : response.status === 200;
    const mayRetry = response.headers.get('x-slack-no-retry') !== '1';
    return { ok, status: response.status, body: parse(text), failure: ok ? null : 'dispatch_failed', mayRetry };
  } catch {
    const failure = deadline.aborted ? 'operation_timeout' : 'dispatch_failed';
    return { ok: false, status: null, body: null, failure, mayRetry: true };
  }
}

async function overSocket(world: World, delivery: Delivery): Promise<Answer> {
  const types = { command: 'slash_commands', interaction: 'interactive', event: 'events_api' } as const;
  const retry = delivery.kind === 'event' ? delivery.retry : null;
  const extra = { retry_attempt: retry?.count ?? 0, retry_reason: retry?.reason ?? '' };
  const payload = contentOf(delivery) as Bag;
  const ack = await world.socketMode.send(types[delivery.kind], payload, extra, withinMs(world));
  if (!ack) return { ok: false, status: null, body: null, failure: 'operation_timeout', mayRetry: true };
  return { ok: true, status: 200, body: ack.payload ?? null, failure: null, mayRetry: true };
}

function withinMs(world: World): number {
  return world.options.answerWithinMs ?? 3000;
}

function encodeForm(delivery: Exclude<Delivery, { kind: 'event' }>): string {
  const fields = delivery.kind === 'command' ? delivery.form : { payload: JSON.stringify(delivery.payload) };
  return new URLSearchParams(fields).toString();
}

function contentOf(delivery: Delivery): unknown {
  if (delivery.kind === 'command') return delivery.form;
  return delivery.kind === 'interaction' ? delivery.payload : delivery.body;
}

function retryHeaders(delivery: Delivery): Record<string, string> {
  if (delivery.kind !== 'event' || !delivery.retry) return {};
  return { 'x-slack-retry-num': String(delivery.retry.count), 'x-slack-retry-reason': delivery.retry.reason };
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
