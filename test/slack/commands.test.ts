/** Commands end to end: signed requests in, replies out, through a real server and the sandbox; also when they fail. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSharedChannels } from '../../src/slack/shared-channels.ts';
import { inTime } from '../support/eventually.ts';
import { button, heldBack, message, nameForm, saying } from './answers.ts';
import { anh, type Bot, binh, channel, startBot, team } from './bot-in-sandbox.ts';

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
    const held = heldBack({ kind: 'show', message: saying('Saved.') });
    bot.script.answer = () => held.reply;
    const person = bot.sandbox.as(team, anh);

    const outcome = await inTime(() => person.command(channel, '/plan'));
    const first = person.messages(channel).at(-1)?.text;
    held.goOn();
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

    for (let time = 0; time < 3; time += 1) {
      await person.command(channel, '/plan');
      await bot.sandbox.quiet();
    }

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
