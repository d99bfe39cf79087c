/** Buttons in messages and on Home, end to end: what the click does to the card, and what is said beside it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { button, message, nameForm, saying } from './answers.ts';
import { anh, type Bot, startBot, team } from './bot-in-sandbox.ts';

let bot: Bot;
beforeEach(async () => {
  bot = await startBot();
});
afterEach(async () => {
  await bot.stop();
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
      at: { channel: expect.any(String), ts: person.directMessages()[0]?.ts },
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

function first<T>(items: readonly T[]): T {
  return items[0] as T;
}
