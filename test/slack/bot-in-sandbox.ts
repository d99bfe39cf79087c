/** A real HTTP server with the sandbox on one side and the Slack adapter on the other; only the conversation is a stub. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Input, Origin, Reply } from '../../src/chat/call.ts';
import type { Conversation } from '../../src/chat/conversation.ts';
import type { Option } from '../../src/chat/form.ts';
import type { Platform } from '../../src/chat/platform.ts';
import type { PlatformEvent } from '../../src/chat/platform-event.ts';
import type { Locale } from '../../src/kernel/act.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { createSandbox, type Sandbox } from '../../src/sandbox/server.ts';
import { createClients } from '../../src/slack/api.ts';
import { createSlackApp } from '../../src/slack/bolt-app.ts';
import type { SlackCount } from '../../src/slack/counts.ts';
import { type Installation, installationByToken } from '../../src/slack/installations.ts';
import { createSlackPlatform } from '../../src/slack/platform.ts';

export const signingSecret = 'a-signing-secret-of-the-tests';
export const team = 'T0TEST';
export const anh = 'U0ANH';
export const binh = 'U0BINH';
export const bot = 'U0BOT';
export const channel = 'C0HALL';

export interface Asked {
  readonly origin: Origin;
  readonly input: Input;
}

/** What the stub answers; each test says. */
export interface Script {
  answer: (input: Input, origin: Origin) => Reply | Promise<Reply>;
  options: (search: { form: string; state: unknown; field: string; typed: string }) => readonly Option[];
  locale: Locale;
}

export interface Bot {
  readonly url: string;
  readonly sandbox: Sandbox;
  readonly script: Script;
  readonly asked: Asked[];
  readonly told: PlatformEvent[];
  readonly counts: SlackCount[];
  readonly platform: Platform;
  readonly installation: Installation;
  /** How often somebody was gone before the answer, as the server noticed it. */
  hangUps(): number;
  stop(): Promise<void>;
}

export function stubConversation(script: Script, asked: Asked[] = []): Conversation {
  return {
    async answer(origin, input) {
      asked.push({ origin, input });
      return script.answer(input, origin);
    },
    options: async (_origin, search) => script.options(search),
    localeOf: () => script.locale,
    words: (_locale, key) => `<${key}>`,
  };
}

export async function startBot(options: { transport?: 'http' | 'socket' } = {}): Promise<Bot> {
  const script: Script = { answer: () => ({ kind: 'nothing' }), options: () => [], locale: 'en' };
  const asked: Asked[] = [];
  const told: PlatformEvent[] = [];
  const counts: SlackCount[] = [];
  const conversation = stubConversation(script, asked);
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sandbox = createSandbox({
    seed: { workspaces: [workspace], appToken: 'xapp-test' },
    stateFile: null,
    signingSecret,
    deliverTo: `${url}/slack/events`,
    clock: { ...systemClock, moveTo: async () => {} },
    commands: () => [{ command: '/plan', description: 'plan' }],
    log: silentLog,
    eventRetryDelaysMs: [0, 50, 50],
    isBotAtRest: () => app.isAtRest(),
  });
  const apiUrl = `${url}/api/`;
  const clients = createClients(apiUrl, silentLog);
  const installations = installationByToken(workspace.botToken, clients, silentLog);
  const app = createSlackApp({
    conversation,
    onPlatformEvent: async (event) => void told.push(event),
    installations,
    clients,
    transport:
      options.transport === 'socket' ? { kind: 'socket', appToken: 'xapp-test' } : { kind: 'http', signingSecret },
    apiUrl,
    log: silentLog,
    count: (what) => void counts.push(what),
  });
  let hangUps = 0;
  server.on('request', (request, response) => {
    response.once('close', () => {
      if (!response.writableFinished) hangUps += 1;
    });
    if (request.url === '/slack/events' && app.requestListener) app.requestListener(request, response);
    else if (!sandbox.handle(request, response)) response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (!sandbox.handleUpgrade(request, socket, head)) socket.destroy();
  });
  await sandbox.start();
  await installations.resolve();
  await app.start();
  const platform = createSlackPlatform({
    installations,
    clients,
    words: conversation.words,
    localeOf: conversation.localeOf,
    defaultLocale: 'en',
    log: silentLog,
  });
  return {
    url,
    sandbox,
    script,
    asked,
    told,
    counts,
    platform,
    installation: { team, botToken: workspace.botToken, botUserId: bot, botId: 'B0BOT' },
    hangUps: () => hangUps,
    async stop() {
      await app.stop();
      await sandbox.stop();
      await close(server);
    },
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

const people = [
  { id: anh, name: 'anh', real_name: 'Trần Thị Ánh', locale: 'vi-VN' as const, tz: 'Asia/Ho_Chi_Minh', is_admin: true },
  { id: binh, name: 'binh', real_name: 'Lê Văn Bình', locale: 'vi-VN' as const, tz: 'Asia/Ho_Chi_Minh' },
  {
    id: 'U0GUEST',
    name: 'guest',
    real_name: 'Gail Guest',
    locale: 'en-US' as const,
    tz: 'Europe/Paris',
    is_restricted: true,
  },
];

const workspace = {
  id: team,
  name: 'Test Workspace',
  domain: 'test',
  locale: 'en' as const,
  botToken: 'xoxb-test',
  botUserId: bot,
  botId: 'B0BOT',
  appId: 'A0APP',
  appName: 'Quorate',
  users: people,
  channels: [
    { id: channel, name: 'hall', members: people.map(({ id }) => id), bot: true },
    { id: 'C0OUT', name: 'elsewhere', members: [anh], bot: false },
  ],
  welcome: { vi: '', en: '' },
};
