/** Socket Mode: the same answers in envelopes, and a connection that comes back whatever happens to it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { silentLog } from '../../src/kernel/log.ts';
import { createClients } from '../../src/slack/api.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/bolt-app.ts';
import { fixedInstallations } from '../../src/slack/installations.ts';
import { eventually, pause } from '../support/eventually.ts';
import { anh, channel, type Script, stubConversation, team } from './bot-in-sandbox.ts';
import { type SocketServer, startSocketServer } from './socket-server.ts';

let server: SocketServer;
let app: SlackApp;
let script: Script;
beforeEach(async () => {
  server = await startSocketServer();
  script = { answer: () => ({ kind: 'show', message: saying('Here you are.') }), options: () => [], locale: 'en' };
  app = createSlackApp({
    conversation: stubConversation(script),
    onPlatformEvent: async () => {},
    installations: fixedInstallations([{ team, botToken: 'xoxb-test', botUserId: 'U0BOT', botId: 'B0BOT' }]),
    clients: createClients(server.apiUrl, silentLog),
    transport: { kind: 'socket', appToken: 'xapp-test' },
    apiUrl: server.apiUrl,
    log: silentLog,
    count: () => {},
  });
});
afterEach(async () => {
  await app.stop();
  await server.stop();
});

describe('envelopes', () => {
  test('a command is answered in the acknowledgement of its envelope', async () => {
    await app.start();

    server.send(command('e1'));
    await acknowledged(1);

    expect(server.acknowledged).toMatchObject([{ envelope_id: 'e1', payload: { text: 'Here you are.' } }]);
  });

  test('an event is acknowledged after its work, and not at all when that failed', async () => {
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    let asked = 0;
    script.answer = async ({ kind }) => {
      asked += 1;
      await held;
      if (kind === 'direct-message') throw new Error('the database is away');
      return { kind: 'nothing' };
    };
    await app.start();

    server.send(event('failing', 'Ev1', { type: 'message', channel_type: 'im', channel: 'D1', user: anh, text: 'x' }));
    server.send(event('working', 'Ev2', { type: 'app_home_opened', tab: 'home', user: anh }));
    await eventually(
      () => asked,
      (count) => count === 2,
    );
    const early = server.acknowledged.length;
    goOn();
    await acknowledged(1);
    await eventually(app.isAtRest, Boolean);
    await pause(100);

    expect(early).toBe(0);
    expect(server.acknowledged.map(({ envelope_id }) => envelope_id)).toEqual(['working']);
  });

  test('an answer whose socket was cut is given by response_url', async () => {
    script.answer = async () => {
      const [old] = server.sockets;
      old?.terminate();
      // The bot has noticed: it has connected anew.
      await eventually(
        () => server.sockets[0],
        (socket) => socket !== undefined && socket !== old,
      );
      return { kind: 'show', message: saying('Saved all the same.') };
    };
    await app.start();

    server.send(command('e1', { response_url: server.hookUrl }));
    await eventually(
      () => server.hooked.length,
      (count) => count === 1,
    );

    expect(server.hooked[0]?.text).toBe('Saved all the same.');
  });
});

describe('the connection', () => {
  test.each(['status', 'hang-up', 'refuse'] as const)('is made although Slack fails at first (%s)', async (how) => {
    server.failOpenings(2, how);

    await app.start();
    await connected(1);

    expect(server.openings).toHaveLength(3);
  });

  test('is made anew after it was cut, also when the first tries fail', async () => {
    await app.start();
    server.failOpenings(1, 'hang-up');
    server.failOpenings(1, 'status');

    server.sockets[0]?.terminate();
    await opened(4);
    await connected(1);
    server.send(command('e2'));
    await acknowledged(1);

    expect(server.acknowledged[0]?.envelope_id).toBe('e2');
  });

  test('is renewed without a gap when Slack asks: what came over the old one is answered there', async () => {
    let goOn = (): void => {};
    const held = new Promise<void>((resolve) => (goOn = resolve));
    script.answer = async () => {
      await held;
      return { kind: 'show', message: saying('Here you are.') };
    };
    await app.start();
    const [old] = server.sockets;

    server.send(command('before'), old);
    server.send({ type: 'disconnect', reason: 'refresh_requested' }, old);
    await connected(2);
    const answeredBefore = server.acknowledged.length;
    goOn();
    server.send(command('after'), server.sockets[1]);
    await acknowledged(2);

    expect(answeredBefore).toBe(0);
    expect(server.acknowledged.map(({ envelope_id }) => envelope_id).sort()).toEqual(['after', 'before']);
  });

  test('that is cut as soon as it is made is not made in a loop', async () => {
    server.cutNext(5);

    await app.start();
    await opened(4);

    const gaps = server.openings.slice(1).map((at, index) => at - (server.openings[index] ?? at));
    for (const [index, least] of [0, 150, 300].entries()) expect(gaps[index]).toBeGreaterThanOrEqual(least);
  });

  test('stays closed once the bot has stopped', async () => {
    await app.start();

    await app.stop();
    await connected(0);
    // Longer than the first pause before another try.
    await pause(300);

    expect(server.openings).toHaveLength(1);
  });
});

function opened(times: number): Promise<unknown> {
  return eventually(
    () => server.openings.length,
    (count) => count >= times,
  );
}

function connected(sockets: number): Promise<unknown> {
  return eventually(
    () => server.sockets.length,
    (count) => count === sockets,
  );
}

function acknowledged(envelopes: number): Promise<unknown> {
  return eventually(
    () => server.acknowledged.length,
    (count) => count >= envelopes,
  );
}

function command(id: string, fields: object = {}): object {
  const payload = { command: '/plan', text: '', team_id: team, user_id: anh, channel_id: channel, trigger_id: id };
  return { type: 'slash_commands', envelope_id: id, payload: { ...payload, ...fields } };
}

function event(id: string, eventId: string, content: object): object {
  const payload = { type: 'event_callback', event_id: eventId, team_id: team, event: content };
  return { type: 'events_api', envelope_id: id, payload };
}

function saying(text: string): { summary: string; blocks: [] } {
  return { summary: text, blocks: [] };
}
