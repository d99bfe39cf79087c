/** What comes in over HTTP: who is let in, what is refused without a trace, and answers when the connection dies. */
import { createHmac } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { anh, type Bot, channel, signingSecret, startBot, team } from './bot-in-sandbox.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
  bot.script.answer = () => ({ kind: 'show', message: { summary: 'Here you are.', blocks: [] } });
});
afterEach(async () => {
  await bot.stop();
});

const form = 'application/x-www-form-urlencoded';

describe('who is let in', () => {
  test.each([
    ['now', 0, 200],
    // Half a minute off the limit: a busy machine may be as late.
    ['almost five minutes old', -270, 200],
    ['almost five minutes ahead', 299, 200],
    ['more than five minutes old', -305, 401],
    ['more than five minutes ahead', 330, 401],
  ])('a request signed %s', async (_, seconds, status) => {
    const response = await send(command(), { at: seconds });

    expect(response.status).toBe(status);
    expect(bot.asked).toHaveLength(status === 200 ? 1 : 0);
    expect(bot.counts).toEqual(status === 200 ? [] : ['stale-request']);
  });

  test.each<[string, Sending]>([
    ['a wrong secret', { secret: 'another' }],
    ['no signature', { headers: { 'x-slack-signature': undefined } }],
    ['no timestamp', { headers: { 'x-slack-request-timestamp': undefined } }],
    ['a signature that is too short', { headers: { 'x-slack-signature': 'v0=abc' } }],
    ['another version', { headers: { 'x-slack-signature': `v1=${'0'.repeat(64)}` } }],
    ['a timestamp that is no number', { headers: { 'x-slack-request-timestamp': '1e9' } }],
  ])('a request with %s is refused and only counted', async (_, sending) => {
    const response = await send(command(), sending);

    expect(response.status).toBe(401);
    expect(response.text).toBe('');
    expect(bot.asked).toEqual([]);
    expect(bot.counts).toEqual(['bad-signature']);
  });

  test('a signature of one body does not open the door to another', async () => {
    const body = command();
    const response = await send(`${body}&text=other`, { signed: body });

    expect(response.status).toBe(401);
  });

  test.each([form, `${form}; charset=utf-8`, `${form.toUpperCase()};charset=UTF-8`])(
    'a command sent as %s is understood',
    async (contentType) => {
      const response = await send(command(), { headers: { 'content-type': contentType } });

      expect(response.status).toBe(200);
      expect(JSON.parse(response.text)).toMatchObject({ response_type: 'ephemeral', text: 'Here you are.' });
    },
  );

  test('the address is verified with its challenge, in JSON with a charset', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    const response = await send(body, { headers: { 'content-type': 'application/json; charset=utf-8' } });

    expect(JSON.parse(response.text)).toEqual({ challenge: 'abc' });
  });

  test('a check of the certificate needs no signature and reaches nothing', async () => {
    const response = await send(`ssl_check=1&${command()}`, { secret: 'none' });

    expect(response.status).toBe(200);
    expect(response.text).toBe('');
    expect(bot.asked).toEqual([]);
  });

  test.each([
    ['that is not JSON', 'payload=%7Bbroken', form, 400, 'malformed'],
    ['that is a list', '[1,2]', 'application/json', 400, 'malformed'],
    ['of more than four megabytes', `text=${'x'.repeat(4 * 1024 * 1024)}`, form, 413, 'too-large'],
  ])('a body %s is refused', async (_, body, contentType, status, count) => {
    const response = await send(body, { headers: { 'content-type': contentType } });

    expect(response.status).toBe(status);
    expect(bot.counts).toEqual([count]);
  });

  test('a payload of an unknown kind is accepted and does nothing', async () => {
    const response = await send(`payload=${encodeURIComponent(JSON.stringify({ type: 'new_thing', user: {} }))}`);

    expect(response.status).toBe(200);
    expect(bot.asked).toEqual([]);
  });
});

describe('what is answered', () => {
  test('the very same command delivered twice carries the same request id, another one another', async () => {
    await send(command());
    await send(command());
    await send(command({ trigger_id: '2.2.other' }));

    const [first, second, third] = bot.asked.map(({ origin }) => origin.requestId);

    expect(first).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  test('a workspace that the bot does not know is told so in words', async () => {
    const response = await send(command({ team_id: 'T0OTHER' }));

    expect(JSON.parse(response.text)).toEqual({ response_type: 'ephemeral', text: '<unknown-workspace>' });
    expect(bot.asked).toEqual([]);
  });

  test('an answer whose connection was cut is given by response_url', async () => {
    const person = bot.sandbox.as(team, anh);
    const responseUrl = await responseUrlOf(person);
    bot.script.answer = async () => {
      hangUp();
      await eventually(bot.hangUps, (count) => count === 1);
      return { kind: 'show', message: { summary: 'Saved all the same.', blocks: [] } };
    };

    const hangUp = sendToHangUp(command({ response_url: responseUrl }));
    await eventually(
      () => person.messages(channel).length,
      (count) => count === 2,
    );

    expect(person.messages(channel).at(-1)?.text).toBe('Saved all the same.');
  });

  test('a replaced card is sent with the key it was posted with, because Slack does not promise to keep it', async () => {
    const metadata = { event_type: 'quorate_card', event_payload: { key: 'card:1' } };
    const payload = {
      type: 'block_actions',
      team: { id: team },
      user: { id: anh },
      trigger_id: '1.1.abc',
      response_url: await responseUrlOf(bot.sandbox.as(team, anh)),
      container: { type: 'message', channel_id: channel, message_ts: '1.1' },
      message: { ts: '1.1', metadata },
      actions: [{ type: 'button', action_id: 'test.press#0', block_id: 'b0', value: '{}' }],
    };
    bot.script.answer = () => ({ kind: 'replace', message: { summary: 'Done.', blocks: [] } });

    await send(`payload=${encodeURIComponent(JSON.stringify(payload))}`);
    const hooked = () => bot.sandbox.inspector.entries().filter(({ name }) => name === 'response_url');
    await eventually(
      () => hooked().length,
      (count) => count === 1,
    );

    expect(hooked()[0]?.request).toMatchObject({ replace_original: true, metadata });
  });

  test('an event that could not be handled is asked for again, and counts once it is', async () => {
    let failures = 1;
    bot.script.answer = () => {
      failures -= 1;
      if (failures >= 0) throw new Error('the database is away');
      return { kind: 'show', message: { summary: 'You have no duties.', blocks: [] } };
    };
    const person = bot.sandbox.as(team, anh);

    await person.type(await person.openMessages(), 'duties');
    await eventually(
      () => person.directMessages().length,
      (count) => count === 2,
    );

    expect(person.directMessages().at(-1)?.text).toBe('You have no duties.');
  });
});

/** An address at which the sandbox takes an answer for this person. */
async function responseUrlOf(person: ReturnType<Bot['sandbox']['as']>): Promise<string> {
  await person.command(channel, '/plan');
  const hook = Object.values(bot.sandbox.state().teams[team]?.hooks ?? {})[0];
  return `${bot.url}/sandbox/hooks/commands/${team}/${hook?.id}`;
}

interface Sending {
  at?: number;
  secret?: string;
  /** What is signed in place of the body. */
  signed?: string;
  headers?: Record<string, string | undefined>;
}

function command(fields: Record<string, string> = {}): string {
  return new URLSearchParams({
    command: '/plan',
    text: 'list',
    team_id: team,
    user_id: anh,
    channel_id: channel,
    trigger_id: '1.1.abc',
    ...fields,
  }).toString();
}

function headersFor(body: string, { at = 0, secret = signingSecret, signed = body, headers = {} }: Sending) {
  const timestamp = String(Math.floor(Date.now() / 1_000) + at);
  const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${signed}`).digest('hex');
  const all: Record<string, string | undefined> = {
    'content-type': form,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
    ...headers,
  };
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

async function send(body: string, sending: Sending = {}): Promise<{ status: number; text: string }> {
  const response = await fetch(`${bot.url}/slack/events`, {
    method: 'POST',
    body: Buffer.from(body),
    headers: headersFor(body, sending),
  });
  return { status: response.status, text: await response.text() };
}

/** Sends it; what comes back breaks the connection. */
function sendToHangUp(body: string): () => void {
  const sent = request(`${bot.url}/slack/events`, { method: 'POST', headers: headersFor(body, {}) });
  sent.on('error', () => {});
  sent.end(body);
  return () => void sent.destroy();
}
