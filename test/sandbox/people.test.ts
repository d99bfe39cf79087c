/** What people do, what the bot hears of it, and what they see when it does not answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bag } from '../../src/sandbox/contract/rules.ts';
import { type Bench, bench, channel, type Heard, input, member, modal, plain, secretary, team } from './support.ts';

let here: Bench;

beforeEach(async () => {
  here = await bench();
});

afterEach(() => here.close());

/** Answers a command by opening this modal, as a bot does. */
function opens(view: Bag): void {
  here.answer(async ({ kind, body }) => {
    if (kind === 'command') await here.api('views.open', { trigger_id: body.trigger_id, view });
    return {};
  });
}

test('a command is signed, form-encoded, and names people and channels by id', async () => {
  await here.sandbox.as(team, secretary).command(channel, '/propose', '@Trần Hải Đăng #van-phong-chung A & B');

  const [heard] = here.heard as [Heard];
  expect(heard.isSigned).toBe(true);
  expect(heard.headers['content-type']).toBe('application/x-www-form-urlencoded');
  expect(heard.body.text).toBe('<@U0VPUV004|tranhaidang> <#C0VPCHUNG|van-phong-chung> A &amp; B');
  expect(heard.body).toMatchObject({ command: '/propose', team_id: team, channel_id: channel, user_id: secretary });
});

test('the answer in the acknowledgement is seen by the person alone', async () => {
  here.answer(() => ({ body: { text: 'only you' } }));

  await here.sandbox.as(team, secretary).command(channel, '/propose');

  expect(here.sandbox.as(team, secretary).messages(channel).at(-1)?.text).toBe('only you');
  expect(here.sandbox.as(team, member).messages(channel)).toEqual([]);
});

test('after three seconds without an answer the person reads what Slack says', async () => {
  here.answer(() => ({ afterMs: 3500 }));

  const outcome = await here.sandbox.as(team, secretary).command(channel, '/propose');

  expect(outcome.ok).toBe(false);
  expect(outcome.ms).toBeGreaterThanOrEqual(2990);
  expect(outcome.trouble).toContain('operation_timeout');
  expect(here.sandbox.as(team, secretary).messages(channel).at(-1)?.text).toContain('operation_timeout');
});

test('a command that the bot does not have never reaches it', async () => {
  const outcome = await here.sandbox.as(team, secretary).command(channel, '/proposse');

  expect(outcome.trouble).toContain('/proposse');
  expect(here.heard).toEqual([]);
});

test('a trigger opens one modal and no second one', async () => {
  await here.sandbox.as(team, secretary).command(channel, '/propose');
  const trigger = here.heard[0]?.body.trigger_id;

  const first = await here.api('views.open', { trigger_id: trigger, view: modal() });
  const second = await here.api('views.open', { trigger_id: trigger, view: modal() });

  expect(first.ok).toBe(true);
  expect(second.error).toBe('exchanged_trigger_id');
});

test('an expired trigger opens nothing', async () => {
  here.sandbox.faults.expireTriggers();
  await here.sandbox.as(team, secretary).command(channel, '/propose');

  const answer = await here.api('views.open', { trigger_id: here.heard[0]?.body.trigger_id, view: modal() });

  expect(answer.error).toBe('expired_trigger_id');
});

test('a form is submitted with its values, and closes', async () => {
  const options = [{ text: plain('Bí thư'), value: 'bt' }];
  opens(
    modal([input('name'), input('post', { type: 'static_select', action_id: 'v', options })], { callback_id: 'f' }),
  );
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');

  const outcome = await actor.submit(actor.topView()!, { name: 'Trần Hải Đăng', 'Label of post': 'Bí thư' });

  const { view } = here.heard.at(-1)!.body as { view: { state: { values: Bag } } };
  expect(view.state.values).toEqual({
    name: { v: { type: 'plain_text_input', value: 'Trần Hải Đăng' } },
    post: { v: { type: 'static_select', selected_option: options[0] } },
  });
  expect(outcome.ok).toBe(true);
  expect(actor.openViews()).toEqual([]);
});

test('a required field that is empty stops the form before the bot hears of it', async () => {
  opens(modal([input('name'), input('note', undefined, { optional: true })]));
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');

  const outcome = await actor.submit(actor.topView()!);

  expect(outcome.blocked).toEqual({ name: { kind: 'required' } });
  expect(here.heard.filter(({ kind }) => kind === 'interaction')).toEqual([]);
});

test('errors stand at their blocks and the form stays', async () => {
  opens(modal([input('name')]));
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  here.answer(() => ({ body: { response_action: 'errors', errors: { name: 'Nobody by that name.' } } }));

  const outcome = await actor.submit(actor.topView()!, { name: 'x' });

  expect(outcome).toMatchObject({ ok: false, errors: { name: 'Nobody by that name.' } });
  expect(actor.topView()?.values).toEqual({ name: { v: { type: 'plain_text_input', value: 'x' } } });
});

test('errors for a block that is not there are not taken', async () => {
  opens(modal([input('name')]));
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  here.answer(() => ({ body: { response_action: 'errors', errors: { other: 'x' } } }));

  const outcome = await actor.submit(actor.topView()!, { name: 'x' });

  expect(outcome.trouble).not.toBeNull();
});

test('a submission that is not answered keeps what was entered', async () => {
  opens(modal([input('name')]));
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  here.answer(() => ({ status: 500 }));

  const outcome = await actor.submit(actor.topView()!, { name: 'x' });

  expect(outcome.trouble).toBe('Kết nối gặp trục trặc. Thử lại?');
  expect(actor.topView()?.values.name).toEqual({ v: { type: 'plain_text_input', value: 'x' } });
});

test('an update keeps what was entered where block and action are the same', async () => {
  opens(modal([input('name'), input('old')]));
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  await actor.fill(actor.topView()!, { name: 'kept', old: 'gone' });

  await here.api('views.update', { view_id: actor.topView()?.id, view: modal([input('name'), input('new')]) });

  expect(actor.topView()?.values).toMatchObject({ name: { v: { value: 'kept' } }, new: { v: { value: null } } });
});

test('an update with a stale hash is refused', async () => {
  opens(modal());
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  const { id, hash } = { ...actor.topView()! };

  const first = await here.api('views.update', { view_id: id, hash, view: modal() });
  const second = await here.api('views.update', { view_id: id, hash, view: modal() });

  expect([first.ok, second.error]).toEqual([true, 'hash_conflict']);
});

test('three modals can lie on one another, not four', async () => {
  const view = modal([{ type: 'actions', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] }]);
  const errors: unknown[] = [];
  here.answer(async ({ kind, body }) => {
    const method = kind === 'command' ? 'views.open' : 'views.push';
    errors.push((await here.api(method, { trigger_id: body.trigger_id, view })).error);
    return {};
  });
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  for (let count = 0; count < 3; count += 1) await actor.click(actor.topView()!, 'More');

  expect(errors).toEqual([undefined, undefined, undefined, 'push_limit_reached']);
  expect(actor.openViews()).toHaveLength(3);
});

test('the bot hears of a closed modal only where it asked to', async () => {
  opens(modal());
  const actor = here.sandbox.as(team, secretary);
  await actor.command(channel, '/propose');
  await actor.close(actor.topView()!);
  opens(modal(undefined, { notify_on_close: true, callback_id: 'told' }));
  await actor.command(channel, '/propose');
  await actor.close(actor.topView()!);

  const closed = here.heard.filter(({ body }) => body.type === 'view_closed');
  expect(closed.map(({ body }) => (body.view as Bag).callback_id)).toEqual(['told']);
});

test('a click in a message carries it; in an ephemeral one Slack leaves the content out', async () => {
  const blocks = [
    { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'go', text: plain('Go'), value: 'v' }] },
  ];
  await here.api('chat.postMessage', { channel, text: 'x', blocks });
  await here.api('chat.postEphemeral', { channel, user: member, text: 'y', blocks });
  const actor = here.sandbox.as(team, member);
  const [open, mine] = actor.messages(channel);

  await actor.click(open!, 'Go');
  await actor.click(mine!, 'go');

  const [first, second] = here.heard.map(({ body }) => body);
  expect(first).toMatchObject({
    type: 'block_actions',
    actions: [{ action_id: 'go', block_id: 'b', value: 'v' }],
    message: { text: 'x' },
  });
  expect(second).toMatchObject({ container: { is_ephemeral: true } });
  expect(second).not.toHaveProperty('message');
});

test('a response_url takes five messages and replaces the one that was clicked', async () => {
  await here.api('chat.postMessage', {
    channel,
    text: 'card',
    blocks: [{ type: 'actions', elements: [{ type: 'button', text: plain('Go') }] }],
  });
  const actor = here.sandbox.as(team, member);
  await actor.click(actor.messages(channel)[0]!, 'Go');
  const url = String(here.heard[0]?.body.response_url);
  const respond = async (body: Bag) => (await fetch(url, { method: 'POST', body: JSON.stringify(body) })).status;

  const statuses = [await respond({ replace_original: true, text: 'done' })];
  for (let count = 0; count < 5; count += 1) statuses.push(await respond({ text: 'more' }));

  expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  expect(actor.messages(channel).map(({ text }) => text)).toEqual(['done', 'more', 'more', 'more', 'more']);
  expect(
    here.sandbox
      .as(team, secretary)
      .messages(channel)
      .map(({ text }) => text),
  ).toEqual(['done']);
});

test('an event that fails is sent again with its number and reason', async () => {
  await here.close();
  here = await bench({ eventRetryDelaysMs: [0, 5] });
  let count = 0;
  here.answer(() => {
    count += 1;
    return { status: count < 3 ? 500 : 200 };
  });

  await here.sandbox.as(team, member).openMessages();
  await here.sandbox.quiet();

  const events = here.heard.filter(({ body }) => (body.event as Bag).type === 'app_home_opened');
  expect(events.map(({ headers }) => headers['x-slack-retry-num'])).toEqual([undefined, '1', '2']);
  expect(events.at(-1)?.headers['x-slack-retry-reason']).toBe('http_error');
  expect(new Set(events.map(({ body }) => body.event_id)).size).toBe(1);
});

test('the address of the bot is verified by a challenge', async () => {
  here.answer(({ body }) => ({ body: { challenge: body.challenge } }));
  expect(await here.sandbox.verifyEventsUrl()).toBe(true);

  here.answer(() => ({ body: { challenge: 'other' } }));
  expect(await here.sandbox.verifyEventsUrl()).toBe(false);
});

test('what administrators do reaches the bot as events', async () => {
  const admin = here.sandbox.admin(team);
  await admin.leave(channel, member);
  await admin.join(channel, member);
  await admin.rename(channel, 'ban-chap-hanh');
  await admin.changePerson(member, { deleted: true });
  await admin.archive(channel);

  expect(here.heard.map(({ body }) => (body.event as Bag).type)).toEqual([
    'member_left_channel',
    'member_joined_channel',
    'channel_rename',
    'user_change',
    'channel_archive',
  ]);
});

test('chat, open modals and the clock are there again after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  const stateFile = join(folder, 'chat.json');
  const ahead = 86_400_000;
  const clock = { now: () => new Date(Date.now() + ahead), moveTo: () => Promise.resolve() };
  await here.close();
  here = await bench({ stateFile, clock });
  opens(modal([input('name')]));
  const before = here.sandbox.as(team, secretary);
  await before.type(channel, 'Chào các đồng chí');
  await before.command(channel, '/propose');
  await before.fill(before.topView()!, { name: 'half' });
  await here.close();

  here = await bench({ stateFile, clock });
  const { readClockOffset } = await import('../../src/sandbox/server.ts');
  const { silentLog } = await import('../../src/kernel/log.ts');

  const after = here.sandbox.as(team, secretary);
  expect(after.messages(channel).map(({ text }) => text)).toEqual(['Chào các đồng chí']);
  expect(after.topView()?.values).toEqual({ name: { v: { type: 'plain_text_input', value: 'half' } } });
  expect(Math.abs(readClockOffset(stateFile, silentLog) - ahead)).toBeLessThan(1000);
  rmSync(folder, { recursive: true });
});
