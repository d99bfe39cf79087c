/** The bot starts although Slack is silent, says so to whoever comes early, and finds out whose token it has. */
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { silentLog } from '../../src/kernel/log.ts';
import { createClients } from '../../src/slack/api.ts';
import { createSlackApp } from '../../src/slack/bolt-app.ts';
import { installationByToken } from '../../src/slack/installations.ts';
import { eventually } from '../support/eventually.ts';
import { anh, signingSecret, stubConversation, team } from './bot-in-sandbox.ts';

let slack: Server;
let apiUrl: string;
let isAway: boolean;
beforeEach(async () => {
  isAway = true;
  slack = createServer((request, response) => {
    if (isAway) return request.socket.destroy();
    response.setHeader('content-type', 'application/json');
    return response.end(JSON.stringify({ ok: true, team_id: team, user_id: 'U0BOT', bot_id: 'B0BOT' }));
  });
  apiUrl = await listening(slack);
});
afterEach(() => {
  slack.closeAllConnections();
  slack.close();
});

test('whoever comes before Slack has answered is asked to repeat; afterwards the bot is there by itself', async () => {
  const clients = createClients(apiUrl, silentLog);
  const installations = installationByToken('xoxb-test', clients, silentLog);
  const app = createSlackApp({
    conversation: stubConversation({
      answer: () => ({ kind: 'show', message: { summary: 'Here you are.', blocks: [] } }),
      options: () => [],
      locale: 'en',
    }),
    onPlatformEvent: async () => {},
    installations,
    clients,
    transport: { kind: 'http', signingSecret },
    apiUrl,
    log: silentLog,
    count: () => {},
  });
  const bot = createServer((request, response) => app.requestListener?.(request, response));
  const botUrl = await listening(bot);
  void installations.resolve();

  const early = await command(botUrl);
  const wasReady = installations.isReady();
  isAway = false;
  await eventually(installations.isReady, Boolean);
  const then = await command(botUrl);

  expect(wasReady).toBe(false);
  expect(early.text).toBe('<starting>');
  expect(then.text).toBe('Here you are.');
  bot.closeAllConnections();
  bot.close();
});

test('stopping ends the asking', async () => {
  const installations = installationByToken('xoxb-test', createClients(apiUrl, silentLog), silentLog);
  const resolving = installations.resolve();

  installations.stop();

  await resolving;
  expect(installations.isReady()).toBe(false);
});

async function command(url: string): Promise<{ text: string }> {
  const body = new URLSearchParams({ command: '/plan', team_id: team, user_id: anh, trigger_id: '1' }).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const response = await fetch(url, {
    method: 'POST',
    body: Buffer.from(body),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${signature}`,
    },
  });
  return (await response.json()) as { text: string };
}

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
