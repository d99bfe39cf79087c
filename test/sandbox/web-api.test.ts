/** The Web API as a bot meets it: who may call, what is refused under which name, and what a fault looks like. */
import { readFileSync } from 'node:fs';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { appMethods, methods } from '../../src/sandbox/web-api/methods.ts';
import { type Bench, bench, channel, guest, member, modal, plain, secretary, team, token } from './support.ts';

let here: Bench;

beforeEach(async () => {
  here = await bench();
});

afterEach(() => here.close());

test('the table in the README names exactly the methods that are there', () => {
  const readme = readFileSync(new URL('../../src/sandbox/README.md', import.meta.url), 'utf8');

  const listed = [...readme.matchAll(/^\| `([a-z]+\.[A-Za-z.]+)`\s+\|/gm)].map((match) => match[1]);

  expect(listed.sort()).toEqual([...Object.keys(methods), ...appMethods].sort());
});

test('a method that is not there is refused loudly and stands in the inspector', async () => {
  const answer = await here.api('reactions.add', {});

  expect(answer).toMatchObject({ ok: false, error: 'unknown_method' });
  expect(here.sandbox.inspector.entries().at(-1)).toMatchObject({ name: 'reactions.add', problem: 'unknown_method' });
});

test('without a good token nothing is answered', async () => {
  expect(await here.api('auth.test', {}, 'xoxb-other')).toMatchObject({ ok: false, error: 'invalid_auth' });
  expect(await here.api('auth.test')).toMatchObject({ ok: true, team_id: team });
  await here.sandbox.admin(team).uninstall();
  expect(await here.api('auth.test')).toMatchObject({ ok: false, error: 'account_inactive' });
});

test('a form is as good as JSON, its structured arguments being JSON texts', async () => {
  const body = new URLSearchParams({ token, channel, text: 'x', blocks: JSON.stringify([{ type: 'divider' }]) });

  const response = await fetch(`${here.url}/api/chat.postMessage`, { method: 'POST', body });

  expect(await response.json()).toMatchObject({ ok: true, message: { blocks: [{ type: 'divider' }] } });
});

const refusals: [method: string, args: Bag, error: string][] = [
  ['chat.postMessage', { channel: 'C0NOWHERE', text: 'x' }, 'channel_not_found'],
  ['chat.postMessage', { channel: 'C0VPCHUNG', text: 'x' }, 'not_in_channel'],
  ['chat.postMessage', { channel: 'U0VPQUORATE', text: 'x' }, 'cannot_dm_bot'],
  ['chat.postMessage', { channel, text: 'x', thread_ts: '1.000001' }, 'cannot_reply_to_message'],
  ['chat.postEphemeral', { channel, user: guest, text: 'x' }, 'user_not_in_channel'],
  ['chat.update', { channel, ts: '1.000001', text: 'x' }, 'message_not_found'],
  ['conversations.open', { users: 'U0NOBODY' }, 'user_not_found'],
  ['conversations.open', {}, 'users_list_not_supplied'],
  ['conversations.history', { channel: 'C0VPCHUNG' }, 'not_in_channel'],
  ['conversations.replies', { channel, ts: '1.000001' }, 'thread_not_found'],
  ['users.info', { user: 'U0NOBODY' }, 'user_not_found'],
  ['views.open', { trigger_id: '1.2.3', view: modal() }, 'invalid_trigger_id'],
  ['views.update', { view_id: 'V0NOWHERE', view: modal() }, 'not_found'],
  ['views.publish', { user_id: 'U0NOBODY', view: { type: 'home', blocks: [{ type: 'divider' }] } }, 'user_not_found'],
];

test.each(refusals)('%s %j is refused as %s', async (method, args, error) => {
  expect(await here.api(method, args)).toMatchObject({ ok: false, error });
});

test('bad blocks are refused with where and why', async () => {
  const answer = await here.api('chat.postMessage', {
    channel,
    text: 'x',
    blocks: [{ type: 'header', text: plain('x'.repeat(151)) }],
  });

  const message = 'must be less than 151 characters [json-pointer:/blocks/0/text/text]';
  expect(answer).toMatchObject({ error: 'invalid_blocks', errors: [message] });
  expect(answer.response_metadata).toEqual({ messages: [`[ERROR] ${message}`] });
});

test('an archived channel and a deactivated person take no messages', async () => {
  const admin = here.sandbox.admin(team);
  const open = (await here.api('conversations.open', { users: member })) as { channel: { id: string } };
  await admin.archive(channel);
  await admin.changePerson(member, { deleted: true });

  expect(await here.api('chat.postMessage', { channel, text: 'x' })).toMatchObject({ error: 'is_archived' });
  expect(await here.api('chat.postMessage', { channel: member, text: 'x' })).toMatchObject({ error: 'user_disabled' });
  expect(await here.api('chat.postMessage', { channel: open.channel.id, text: 'x' })).toMatchObject({ ok: false });
});

test('history finds a message again by its metadata, and never an ephemeral one', async () => {
  const metadata = { event_type: 'card', event_payload: { delivery: 'd-1' } };
  await here.api('chat.postMessage', { channel, text: 'kept', metadata });
  await here.api('chat.postEphemeral', { channel, user: member, text: 'for one' });

  const history = await here.api('conversations.history', { channel, include_all_metadata: true });

  expect(history.messages).toMatchObject([{ text: 'kept', metadata }]);
  expect(
    here.sandbox
      .as(team, member)
      .messages(channel)
      .map(({ text }) => text),
  ).toEqual(['kept', 'for one']);
  expect(
    here.sandbox
      .as(team, secretary)
      .messages(channel)
      .map(({ text }) => text),
  ).toEqual(['kept']);
});

test('an update with a text alone leaves the old blocks standing; an empty list takes them away', async () => {
  const { ts } = await here.api('chat.postMessage', { channel, text: 'x', blocks: [{ type: 'divider' }] });

  const kept = await here.api('chat.update', { channel, ts, text: 'y' });
  const gone = await here.api('chat.update', { channel, ts, text: 'y', blocks: [] });

  expect(kept.message).toMatchObject({ text: 'y', blocks: [{ type: 'divider' }] });
  expect(gone.message).not.toHaveProperty('blocks');
});

test('replies are counted at their root and found by it', async () => {
  const { ts } = await here.api('chat.postMessage', { channel, text: 'root' });
  await here.api('chat.postMessage', { channel, text: 'one', thread_ts: ts });
  const second = await here.api('chat.postMessage', { channel, text: 'two', thread_ts: ts });
  await here.api('chat.delete', { channel, ts: second.ts });

  const { messages } = await here.api('conversations.replies', { channel, ts });
  const history = await here.api('conversations.history', { channel });

  expect(messages).toMatchObject([
    { text: 'root', reply_count: 1 },
    { text: 'one', thread_ts: ts },
  ]);
  expect(history.messages).toHaveLength(1);
});

test('lists come in pages', async () => {
  const first = await here.api('users.list', { limit: 5 });
  const cursor = (first.response_metadata as Bag).next_cursor;

  const second = await here.api('users.list', { limit: 500, cursor });

  expect(first.members).toHaveLength(5);
  expect((first.members as unknown[]).length + (second.members as unknown[]).length).toBe(16);
  expect((second.response_metadata as Bag).next_cursor).toBe('');
});

test('a file goes up in two steps and is posted', async () => {
  const bytes = 'họ tên;năm sinh\n';
  const length = Buffer.byteLength(bytes);
  const got = (await here.api('files.getUploadURLExternal', { filename: 'list.csv', length })) as Record<
    string,
    string
  >;
  const early = await here.api('files.completeUploadExternal', { files: [{ id: got.file_id }], channel_id: channel });
  const sent = await fetch(String(got.upload_url), { method: 'POST', body: bytes });

  const complete = await here.api('files.completeUploadExternal', {
    files: [{ id: got.file_id, title: 'List' }],
    channel_id: channel,
  });

  expect(early).toMatchObject({ error: 'file_not_found' });
  expect(sent.status).toBe(200);
  const [file] = complete.files as Record<string, string>[];
  expect(await (await fetch(String(file?.url_private))).text()).toBe(bytes);
  expect(here.sandbox.as(team, member).messages(channel).at(-1)?.fileIds).toEqual([got.file_id]);
});

test('a lost reply has taken effect', async () => {
  here.sandbox.faults.loseReply('chat.postMessage');

  await expect(here.api('chat.postMessage', { channel, text: 'once' })).rejects.toThrow();

  expect(
    here.sandbox
      .as(team, member)
      .messages(channel)
      .map(({ text }) => text),
  ).toEqual(['once']);
});

test('a rate limit says how long to wait and lets other methods through', async () => {
  here.sandbox.faults.rateLimit('chat.postMessage', 7);
  const headers = { authorization: `Bearer ${token}` };

  const limited = await fetch(`${here.url}/api/chat.postMessage?channel=${channel}&text=x`, {
    method: 'POST',
    headers,
  });

  expect(limited.status).toBe(429);
  expect(limited.headers.get('retry-after')).toBe('7');
  expect(await here.api('auth.test')).toMatchObject({ ok: true });
});

test('one message a second and channel, when limits are enforced', async () => {
  const strict = await bench({ enforceLimits: true });
  const [first, second] = (
    await Promise.all(['1', '2'].map((text) => strict.api('chat.postMessage', { channel, text })))
  ).sort((a, b) => Number(b.ok) - Number(a.ok)) as [Bag, Bag];
  const elsewhere = await strict.api('chat.postMessage', { channel: member, text: '3' });
  await strict.close();

  expect([first.ok, second.error, elsewhere.ok]).toEqual([true, 'ratelimited', true]);
});

test('only this machine under its own name is let in', async () => {
  const { request } = await import('node:http');
  const status = await new Promise((resolve) => {
    request(`${here.url}/`, { headers: { host: 'elsewhere.example' } }, (response) =>
      resolve(response.statusCode),
    ).end();
  });

  expect(status).toBe(403);
});
