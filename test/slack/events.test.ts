/** Direct messages and what else Slack tells by itself, end to end. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { saying } from './answers.ts';
import { anh, type Bot, binh, bot as botUser, channel, startBot, team } from './bot-in-sandbox.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(async () => {
  await bot.stop();
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
