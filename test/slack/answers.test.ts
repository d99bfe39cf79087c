/** Commands, buttons and forms end to end: signed requests in, replies out, through a real server and the sandbox. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Form } from '../../src/chat/form.ts';
import type { Button, Message } from '../../src/chat/message.ts';
import { createSharedChannels } from '../../src/slack/shared-channels.ts';
import { anh, type Bot, binh, bot as botUser, channel, startBot, team } from './bot-in-sandbox.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(async () => {
  await bot.stop();
});

describe('commands', () => {
  test('a command is answered privately in its acknowledgement', async () => {
    bot.script.answer = () => ({ kind: 'show', message: saying('Three seats are open.') });
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan', 'list');

    expect(outcome).toMatchObject({ ok: true, status: 200, body: { response_type: 'ephemeral' } });
    expect(person.messages(channel).at(-1)?.text).toBe('Three seats are open.');
    expect(bot.sandbox.as(team, binh).messages(channel)).toEqual([]);
    expect(bot.asked[0]).toMatchObject({
      origin: { platform: 'slack', team, user: anh, channel: { id: channel, kind: 'channel' } },
      input: { kind: 'command', name: 'plan', text: 'list' },
    });
  });

  test('a form opens before the acknowledgement, which is then empty', async () => {
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan');

    expect(outcome).toMatchObject({ ok: true, body: null });
    expect(person.topView()?.view.title).toMatchObject({ text: 'Who is it?' });
  });

  test('a form whose trigger has expired is offered again behind a button, which opens it', async () => {
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    const person = bot.sandbox.as(team, anh);
    bot.sandbox.faults.expireTriggers();

    await person.command(channel, '/plan', 'edit');
    const offer = person.messages(channel).at(-1);
    await person.click(offer as NonNullable<typeof offer>, '<try-again>');
    await bot.sandbox.quiet();

    expect(offer?.text).toBe('&lt;form-not-opened&gt;');
    expect(person.topView()?.view.title).toMatchObject({ text: 'Who is it?' });
    expect(bot.asked[1]?.input).toEqual({ kind: 'command', name: 'plan', text: 'edit' });
    expect(bot.asked[1]?.origin.requestId).toBe(bot.asked[0]?.origin.requestId);
  });

  test.each([
    ['a rate limit', () => bot.sandbox.faults.rateLimit('views.open', 30)],
    ['an error of the server', () => bot.sandbox.faults.failWith('views.open', 503, 2)],
  ])('a form that meets %s is offered again', async (_, breakIt) => {
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    breakIt();
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan');

    expect(outcome.ok).toBe(true);
    expect(outcome.ms).toBeLessThan(3_000);
    expect(person.messages(channel).at(-1)?.text).toBe('&lt;form-not-opened&gt;');
  });

  test('a form that opened though its reply was lost is not offered again', async () => {
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    bot.sandbox.faults.loseReply('views.open');
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan');

    expect(outcome.body).toBeNull();
    expect(person.openViews()).toHaveLength(1);
    expect(person.messages(channel)).toEqual([]);
  });

  test('a conversation that takes too long is answered within three seconds, and its answer follows', async () => {
    bot.script.answer = () => later(3_200, { kind: 'show', message: saying('Saved.') });
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan');
    const first = person.messages(channel).at(-1)?.text;
    await later(900, null);
    await bot.sandbox.quiet();

    expect(outcome.ok).toBe(true);
    expect(outcome.ms).toBeLessThan(3_000);
    expect(first).toBe('&lt;not-confirmed&gt;');
    expect(person.messages(channel).at(-1)?.text).toBe('Saved.');
  });
});

describe('our own mistakes', () => {
  const undrawable = message('A card', button('Agree', { much: 'x'.repeat(3_000) }));

  test('an answer that cannot be drawn still ends in words', async () => {
    bot.script.answer = () => ({ kind: 'show', message: undrawable });
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.command(channel, '/plan');
    await bot.sandbox.quiet();

    expect(outcome.ok).toBe(true);
    expect(person.messages(channel).at(-1)?.text).toBe('&lt;not-confirmed&gt;');
  });

  test('also after a form was sent', async () => {
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    const person = bot.sandbox.as(team, anh);
    await person.command(channel, '/plan');
    bot.script.answer = () => ({ kind: 'show', message: undrawable });

    await person.submit(person.topView()?.id ?? '', { Name: 'An' });
    await bot.sandbox.quiet();

    expect(person.directMessages().at(-1)?.text).toBe('&lt;not-confirmed&gt;');
  });
});

describe('channels shared with another organisation', () => {
  test('are asked about until Slack has answered, and then not again', async () => {
    bot.sandbox.faults.refuse('conversations.info', 'internal_error');
    const person = bot.sandbox.as(team, anh);

    for (let time = 0; time < 3; time += 1) await person.command(channel, '/plan');

    expect(bot.asked.map(({ origin }) => origin.channel?.isShared)).toEqual([false, false, false]);
    expect(bot.sandbox.inspector.entries().filter(({ name }) => name === 'conversations.info')).toHaveLength(2);
  });

  test('are recognised, and a question that Slack does not answer holds nobody up', async () => {
    const shared = createSharedChannels();
    const answering = { conversations: { info: async () => ({ ok: true, channel: { is_ext_shared: true } }) } };
    const silent = { conversations: { info: () => new Promise(() => {}) } };

    expect(await shared.ask(answering as never, 'C0SHARED')).toBe(true);
    expect(shared.known('C0SHARED')).toBe(true);
    expect(await shared.ask(silent as never, 'C0OTHER')).toBe(false);
    expect(await shared.ask(silent as never, 'D0DIRECT')).toBe(false);
  });
});

describe('buttons in messages', () => {
  const card = message('A card', button('Agree', { round: 'r1' }));

  async function posted(): Promise<void> {
    const sent = await bot.platform.post({ platform: 'slack', id: team }, { user: anh }, card, 'card:1');
    expect(sent.kind).toBe('sent');
  }

  test('a click replaces its card and nobody sees it anew', async () => {
    await posted();
    bot.script.answer = () => ({ kind: 'replace', message: saying('Done, thank you.') });
    const person = bot.sandbox.as(team, anh);

    const outcome = await person.click(first(person.directMessages()), 'Agree');
    await bot.sandbox.quiet();

    expect(outcome.ok).toBe(true);
    expect(person.directMessages().map(({ text }) => text)).toEqual(['Done, thank you.']);
    expect(bot.asked[0]?.input).toEqual({
      kind: 'button',
      action: 'test.press',
      data: { round: 'r1' },
      in: 'message',
    });
  });

  test('a replaced card keeps the key by which it is found', async () => {
    await posted();
    bot.script.answer = () => ({ kind: 'replace', message: saying('Done, thank you.') });
    const person = bot.sandbox.as(team, anh);
    await person.click(first(person.directMessages()), 'Agree');
    await bot.sandbox.quiet();

    const found = await bot.platform.find({ platform: 'slack', id: team }, { user: anh }, 'card:1', new Date());

    expect(found).toMatchObject({ ts: person.directMessages()[0]?.ts });
  });

  test('an answer to a click is private and leaves the card', async () => {
    await posted();
    bot.script.answer = () => ({ kind: 'show', message: saying('The round is closed.') });
    const person = bot.sandbox.as(team, anh);

    await person.click(first(person.directMessages()), 'Agree');
    await bot.sandbox.quiet();

    expect(person.directMessages().map(({ text }) => text)).toEqual(['A card', 'The round is closed.']);
  });

  test('a card whose response_url is used up is replaced all the same', async () => {
    await posted();
    const person = bot.sandbox.as(team, anh);
    bot.script.answer = () => {
      for (const hook of Object.values(bot.sandbox.state().teams[team]?.hooks ?? {})) hook.used = 5;
      return { kind: 'replace', message: saying('Done, thank you.') };
    };

    await person.click(first(person.directMessages()), 'Agree');
    await bot.sandbox.quiet();

    expect(person.directMessages().map(({ text }) => text)).toEqual(['Done, thank you.']);
  });

  test('a button opens a form', async () => {
    await posted();
    bot.script.answer = () => ({ kind: 'form', form: nameForm() });
    const person = bot.sandbox.as(team, anh);

    await person.click(first(person.directMessages()), 'Agree');
    await bot.sandbox.quiet();

    expect(person.topView()?.view.title).toMatchObject({ text: 'Who is it?' });
  });
});

describe('forms', () => {
  async function opened(form: Form = nameForm()) {
    bot.script.answer = () => ({ kind: 'form', form });
    const person = bot.sandbox.as(team, anh);
    await person.command(channel, '/plan');
    return { person, view: person.topView() as NonNullable<ReturnType<typeof person.topView>> };
  }

  test('what was entered arrives by field, under the request id and in the channel of the form', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'nothing' });

    const outcome = await person.submit(view, {
      Name: 'Nguyễn “An”',
      Born: '1980-05-01',
      Posts: ['Chair', 'Teller'],
      Sex: 'Female',
    });

    expect(outcome).toMatchObject({ ok: true, body: null });
    expect(person.topView()).toBeNull();
    expect(bot.asked.at(-1)).toMatchObject({
      origin: { requestId: 'request-1', channel: { id: channel } },
      input: {
        kind: 'submission',
        form: 'test.name',
        state: { person: 'p1' },
        values: {
          name: 'Nguyễn “An”',
          born: '1980-05-01',
          at: null,
          posts: ['chair', 'teller'],
          sex: 'f',
          whom: null,
          age: null,
        },
      },
    });
  });

  test('a sentence about a field stands at that field; one about a field that is not there, at the first', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'field-errors', errors: { born: 'Too young.', unit: 'Choose a unit.' } });

    const outcome = await person.submit(view, { Name: 'An' });

    expect(outcome.errors).toEqual({ 'field:born': 'Too young.', 'field:name': 'Choose a unit.' });
    expect(person.topView()).not.toBeNull();
  });

  test('the answer takes the place of the form', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'show', message: saying('An is on the list.') });

    await person.submit(view, { Name: 'An' });

    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('An is on the list.');
    expect(person.topView()?.view.submit).toBeUndefined();
  });

  test('one form follows another', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'form', form: { ...nameForm(), title: 'And then?' } });

    await person.submit(view, { Name: 'An' });

    expect(person.topView()?.view.title).toMatchObject({ text: 'And then?' });
    expect(person.openViews()).toHaveLength(1);
  });

  test('a live field redraws the form and keeps what was entered', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Checked' } });

    await person.fill(view, { Name: 'An', Sex: 'Female' });
    await bot.sandbox.quiet();

    expect(bot.asked.at(-1)?.input).toMatchObject({
      kind: 'change',
      form: 'test.name',
      requestId: 'request-1',
      field: 'sex',
      values: { name: 'An', sex: 'f' },
    });
    expect(person.topView()?.view.title).toMatchObject({ text: 'Checked' });
    bot.script.answer = () => ({ kind: 'nothing' });
    await person.submit(person.topView()?.id ?? '');
    expect(bot.asked.at(-1)?.input).toMatchObject({ values: { name: 'An' } });
  });

  test('what stands on top of a form stays there when the form is redrawn', async () => {
    bot.script.answer = () => ({
      kind: 'form',
      form: { ...nameForm(), header: { kind: 'text', text: ['Committee: Board'] } },
    });
    const person = bot.sandbox.as(team, anh);
    await person.command(channel, '/plan');
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Checked' } });

    await person.fill(person.topView()?.id ?? '', { Sex: 'Female' });
    await bot.sandbox.quiet();
    await person.fill(person.topView()?.id ?? '', { Sex: 'Male' });
    await bot.sandbox.quiet();

    const view = person.topView()?.view;
    expect(view?.title).toMatchObject({ text: 'Checked' });
    expect(JSON.stringify(view?.blocks).match(/Committee: Board/g)).toHaveLength(1);
  });

  test('a search field is answered with options for what was typed', async () => {
    const { person, view } = await opened();
    bot.script.options = ({ form, state, field, typed }) => [
      { value: 'p9', label: `${form} ${JSON.stringify(state)} ${field} ${typed}` },
    ];

    const options = await person.suggest(view, 'Whom', 'ngu');

    expect(options).toMatchObject([{ value: 'p9', text: { text: 'test.name {"person":"p1"} whom ngu' } }]);
  });

  test('a button inside a form puts another on top, and at three replaces the last', async () => {
    const { person } = await opened();
    for (const title of ['Second', 'Third', 'Fourth']) {
      bot.script.answer = () => ({ kind: 'form', form: { ...nameForm(), title } });
      await person.click(person.topView() as never, 'Look closer');
      await bot.sandbox.quiet();
    }

    const titles = person.openViews().map(({ view }) => (view.title as { text: string }).text);

    expect(titles).toEqual(['Who is it?', 'Second', 'Fourth']);
  });

  test('an answer to a button inside a form stands on top of it, a replacement in its place', async () => {
    const { person } = await opened();
    bot.script.answer = () => ({ kind: 'show', message: saying('A closer look.') });
    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();
    const onTop = person.openViews().length;
    await person.close(person.topView() as never);
    bot.script.answer = () => ({ kind: 'replace', message: saying('Withdrawn.') });

    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();

    expect(onTop).toBe(2);
    expect(person.openViews()).toHaveLength(1);
    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('Withdrawn.');
  });

  test('a redraw gives way to a view that changed meanwhile, a replacement does not', async () => {
    const { person, view } = await opened();
    bot.sandbox.faults.refuse('views.update', 'hash_conflict');
    bot.script.answer = () => ({ kind: 'redraw', form: { ...nameForm(), title: 'Too late' } });
    await person.fill(view, { Sex: 'Female' });
    await bot.sandbox.quiet();
    const afterRedraw = person.topView()?.view.title;
    bot.sandbox.faults.refuse('views.update', 'hash_conflict');
    bot.script.answer = () => ({ kind: 'replace', message: saying('Withdrawn.') });

    await person.click(person.topView() as never, 'Look closer');
    await bot.sandbox.quiet();

    expect(afterRedraw).toMatchObject({ text: 'Who is it?' });
    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('Withdrawn.');
  });

  test('a form that cannot be confirmed in time stays open with what was typed', async () => {
    const { person, view } = await opened();
    bot.script.answer = () => later(3_200, { kind: 'nothing' });

    const outcome = await person.submit(view, { Name: 'An' });

    expect(outcome.ms).toBeLessThan(3_000);
    expect(outcome.errors).toEqual({ 'field:name': '<not-confirmed>' });
    expect(person.topView()).not.toBeNull();
  });
});

describe('Home', () => {
  test('it is drawn when opened and again after an act that came from it', async () => {
    let duties = 2;
    bot.script.answer = (input) => {
      if (input.kind !== 'home') duties -= 1;
      return input.kind === 'home'
        ? { kind: 'show', message: message(`${duties} duties`, button('Done', {})) }
        : { kind: 'show', message: saying('Thank you.') };
    };
    const person = bot.sandbox.as(team, anh);
    const home = await person.openHome();
    const before = JSON.stringify(home?.view.blocks);

    await person.click(home as NonNullable<typeof home>, 'Done');
    await bot.sandbox.quiet();

    expect(before).toContain('2 duties');
    expect(JSON.stringify(person.home()?.view.blocks)).toContain('1 duties');
    expect(JSON.stringify(person.topView()?.view.blocks)).toContain('Thank you.');
  });
});

describe('direct messages and events', () => {
  test('a direct message is read as a command and answered once, though its event comes twice', async () => {
    bot.script.answer = () => ({ kind: 'show', message: saying('You have no duties.') });
    const person = bot.sandbox.as(team, anh);
    const direct = await person.openMessages();
    bot.sandbox.faults.repeatEvents();

    await person.type(direct, 'duties “now”');
    await bot.sandbox.quiet();

    expect(bot.asked.map(({ input }) => input)).toEqual([{ kind: 'direct-message', text: 'duties "now"' }]);
    expect(person.directMessages().map(({ text }) => text)).toEqual(['duties “now”', 'You have no duties.']);
    expect(bot.counts).toContain('event-repeated');
  });

  test('an answer whose reply was lost is not posted again', async () => {
    bot.script.answer = () => ({ kind: 'show', message: saying('You have no duties.') });
    const person = bot.sandbox.as(team, anh);
    const direct = await person.openMessages();
    bot.sandbox.faults.loseReply('chat.postMessage');

    await person.type(direct, 'duties');
    await bot.sandbox.quiet(500);

    expect(person.directMessages().filter(({ text }) => text === 'You have no duties.')).toHaveLength(1);
  });

  test('the life of the workspace is told in neutral words', async () => {
    const admin = bot.sandbox.admin(team);

    await admin.rename(channel, 'great-hall');
    await admin.leave(channel, binh);
    await admin.join(channel, binh);
    await admin.changePerson(binh, { deleted: true });
    await admin.archive(channel);
    await admin.archive(channel, false);
    await admin.leave(channel, botUser);
    await admin.uninstall();

    expect(bot.told.map(({ kind }) => kind)).toEqual([
      'channel-renamed',
      'account-left-channel',
      'account-joined-channel',
      'account-changed',
      'channel-archived',
      'channel-archived',
      'bot-left-channel',
      'bot-removed',
      'bot-removed',
    ]);
  });
});

function nameForm(): Form {
  return {
    id: 'test.name',
    requestId: 'request-1',
    title: 'Who is it?',
    submit: 'Save',
    cancel: 'Cancel',
    state: { person: 'p1' },
    items: [
      { kind: 'field', name: 'name', label: 'Name', input: { type: 'text' } },
      { kind: 'field', name: 'born', label: 'Born', optional: true, input: { type: 'date' } },
      { kind: 'field', name: 'at', label: 'At', optional: true, input: { type: 'time' } },
      { kind: 'field', name: 'age', label: 'Age', optional: true, input: { type: 'number', min: 18 } },
      {
        kind: 'field',
        name: 'posts',
        label: 'Posts',
        optional: true,
        input: {
          type: 'checkboxes',
          options: [
            { value: 'chair', label: 'Chair' },
            { value: 'teller', label: 'Teller' },
          ],
        },
      },
      {
        kind: 'field',
        name: 'sex',
        label: 'Sex',
        optional: true,
        live: true,
        input: {
          type: 'select',
          options: [
            { value: 'f', label: 'Female' },
            { value: 'm', label: 'Male' },
          ],
        },
      },
      { kind: 'field', name: 'whom', label: 'Whom', optional: true, input: { type: 'search', minChars: 2 } },
      { kind: 'buttons', buttons: [button('Look closer', {})] },
    ],
  };
}

function saying(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}

function message(text: string, ...buttons: Button[]): Message {
  return {
    summary: text,
    blocks: [
      { kind: 'text', text: [text] },
      { kind: 'buttons', buttons },
    ],
  };
}

function button(label: string, data: Record<string, string>): Button {
  return { action: 'test.press', label, data };
}

function first<T>(items: readonly T[]): T {
  return items[0] as T;
}

function later<T>(ms: number, value: T): Promise<T> {
  return new Promise((resolve) => setTimeout(() => resolve(value), ms));
}
