/** What a flow leaves behind where everybody, or an operator, can read it: no nominee, no stance, no typed text, no token. */
import type { Message } from '../../src/sandbox/types.ts';
import { type Examiner, eventually, startExaminer } from '../support/app-examiner.ts';
import { commentUntilSent } from '../support/app-load.ts';
import { openReview } from '../support/app-review.ts';
import { admin, botToken, botUser, hall, members, signingSecret, team } from '../support/app-seed.ts';
import { createTestDatabase } from '../support/test-database.ts';

const nominees = ['Zephyrine Quillfeather', 'Barnaby Oakenshaw'];
const words = 'Remarkably punctual marmalade inspector';
const stances = /\bagree|not yet|consider further|enough information/iu;

let exam: Examiner;
beforeAll(async () => {
  const databaseUrl = (await createTestDatabase()).url;
  exam = await startExaminer({ databaseUrl, more: { LOG_LEVEL: 'debug' } });
  await exam.bot.ready();
  await openReview(exam, databaseUrl, nominees);
  const [first, second] = members;
  await commentUntilSent(exam.as(first!), words);
  const person = exam.as(second!);
  await person.type(await person.openMessages(), `propose ${nominees[0]} ${words}`);
  await person.command(hall, '/candidates');
  await person.command(hall, '/review');
  await person.command(hall, '/quorate', 'duties');
  await person.command(hall, '/propose', `${nominees[0]}; ${words}`);
  await person.openHome();
  await exam.as(admin).command(hall, '/review', 'progress');
  await eventually(sentCards, (count) => count >= members.length);
}, 300_000);
afterAll(() => exam.stop());

async function sentCards(): Promise<number> {
  return Number((await exam.rows(`SELECT count(*)::int AS n FROM delivery WHERE state = 'sent'`))[0]?.n);
}

type Said = Pick<Message, 'text' | 'blocks' | 'onlyFor' | 'user'> & { readonly channelId: string };

function saidByTheBot(): Said[] {
  const messages = exam.sandbox.state().teams[team]?.messages ?? {};
  return Object.entries(messages).flatMap(([channelId, all]) =>
    all.filter(({ user }) => user === botUser).map((message) => ({ ...message, channelId })),
  );
}

/** Where a name or a stance would reach people who did not ask for it: channels, and the line of a notification. */
function leaks(said: readonly Said[]): string[] {
  return said.flatMap(({ text, blocks, onlyFor, channelId }) => {
    const isForAll = onlyFor === null && channelId.startsWith('C');
    const open = isForAll ? JSON.stringify([text, blocks]) : text;
    const names = nominees.filter((name) => open.includes(name) || open.includes(name.split(' ')[1] ?? name));
    const found = [...names, ...(open.includes(words) ? [words] : []), ...(stances.exec(open) ?? [])];
    return found.map((what) => `${what} in ${channelId}: ${open.slice(0, 200)}`);
  });
}

test('no channel post and no notification line names a nominee, a stance or a typed text', () => {
  const said = saidByTheBot();

  expect(said.length).toBeGreaterThanOrEqual(members.length + 5);
  expect(JSON.stringify(said.map(({ blocks }) => blocks))).toContain('Comment on the list');
  expect(leaks(said)).toEqual([]);
});

test('control: a card that names a nominee to the channel, and one that names them in its notification, are found', () => {
  const bot = { user: botUser, blocks: null };
  const leaky: Said[] = [
    { ...bot, text: '', blocks: [{ type: 'section', text: { text: nominees[0] } }], onlyFor: null, channelId: hall },
    { ...bot, text: `Comment on ${nominees[1]}`, onlyFor: admin, channelId: 'D1' },
    { ...bot, text: 'Three agree', onlyFor: null, channelId: hall },
  ];

  expect(leaks(leaky)).toHaveLength(3);
});

/** Whatever a log must never hold. Ids of people are allowed, their names are not. */
function spoken(log: string): string[] {
  const names = ['Vossberg', 'Ferngrove', ...nominees.flatMap((name) => name.split(' '))];
  return [...names, 'marmalade', 'Examined Board', 'Board 2030', botToken, signingSecret].filter((word) =>
    log.toLowerCase().includes(word.toLowerCase()),
  );
}

test('the log at debug level holds no name, no typed text and no token', () => {
  expect(exam.bot.written()).toContain('Quorate is running');
  expect(spoken(exam.bot.written())).toEqual([]);
});

test('control: a log that quotes a payload is found', () => {
  expect(spoken(JSON.stringify({ text: words, token: botToken, name: nominees[0] }))).toEqual([
    'Zephyrine',
    'Quillfeather',
    'marmalade',
    botToken,
  ]);
});
