/** A sandbox and a bot of a few lines for it, for the tests of the sandbox itself. */
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLog } from '../../src/kernel/log.ts';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { demoWorkspaces } from '../../src/sandbox/demo-workspaces.ts';
import { type Listening, listenSandbox } from '../../src/sandbox/listen.ts';
import type { SandboxOptions } from '../../src/sandbox/types.ts';

export const team = 'T0VANPHONG';
export const channel = 'C0VPBCHDB';
export const secretary = 'U0VPTHUKY';
export const member = 'U0VPUV001';
export const guest = 'U0VPKHACH';
export const token = 'xoxb-sandbox-van-phong-0000000000';
export const signingSecret = 'for-tests-only';

/** What the bot was sent. */
export interface Heard {
  kind: 'command' | 'interaction' | 'event';
  body: Bag;
  headers: NodeJS.Dict<string | string[]>;
  isSigned: boolean;
}

export interface Reply {
  status?: number;
  body?: unknown;
  afterMs?: number;
}

export interface Bench extends Listening {
  /** Everything that the bot was sent, in order. */
  heard: Heard[];
  /** Answers the next requests; 200 without a body when nothing else is said. */
  answer(reply: (heard: Heard) => Reply | Promise<Reply>): void;
  api(method: string, args?: Bag, as?: string): Promise<Bag>;
  close(): Promise<void>;
}

export async function bench(more: Partial<SandboxOptions> = {}): Promise<Bench> {
  const heard: Heard[] = [];
  let reply: (heard: Heard) => Reply | Promise<Reply> = () => ({});
  const bot = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const one = { ...read(text), headers: request.headers, isSigned: isSigned(text, request.headers) };
    heard.push(one);
    const { status = 200, body, afterMs = 0 } = await reply(one);
    setTimeout(() => response.writeHead(status).end(body === undefined ? '' : JSON.stringify(body)), afterMs);
  });
  await new Promise<void>((resolve) => bot.listen(0, '127.0.0.1', resolve));
  const listening = await listenSandbox({
    seed: demoWorkspaces,
    stateFile: null,
    signingSecret,
    deliverTo: `http://127.0.0.1:${(bot.address() as AddressInfo).port}/slack/events`,
    clock: { now: () => new Date(), moveTo: () => Promise.resolve() },
    commands: () => [{ command: '/propose', description: 'Put a person forward' }],
    log: silentLog,
    ...more,
  });
  return {
    ...listening,
    heard,
    answer(next) {
      reply = next;
    },
    async api(method, args = {}, as = token) {
      const response = await fetch(`${listening.url}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${as}` },
        body: JSON.stringify(args),
      });
      return (await response.json()) as Bag;
    },
    async close() {
      await listening.stop();
      bot.closeAllConnections();
      await new Promise((resolve) => bot.close(resolve));
    },
  };
}

function read(text: string): Pick<Heard, 'kind' | 'body'> {
  if (text.startsWith('{')) return { kind: 'event', body: JSON.parse(text) as Bag };
  const form = Object.fromEntries(new URLSearchParams(text));
  if (form.payload) return { kind: 'interaction', body: JSON.parse(form.payload) as Bag };
  return { kind: 'command', body: form };
}

function isSigned(text: string, headers: NodeJS.Dict<string | string[]>): boolean {
  const base = `v0:${String(headers['x-slack-request-timestamp'])}:${text}`;
  return headers['x-slack-signature'] === `v0=${createHmac('sha256', signingSecret).update(base).digest('hex')}`;
}

export function plain(text: string): Bag {
  return { type: 'plain_text', text };
}

export function modal(blocks: unknown[] = [{ type: 'divider' }], more: Bag = {}): Bag {
  return { type: 'modal', title: plain('Form'), submit: plain('Send'), blocks, ...more };
}

export function input(
  blockId: string,
  element: Bag = { type: 'plain_text_input', action_id: 'v' },
  more: Bag = {},
): Bag {
  return { type: 'input', block_id: blockId, label: plain(`Label of ${blockId}`), element, ...more };
}
