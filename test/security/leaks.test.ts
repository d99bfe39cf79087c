/**
 * Promise 5: nothing that names a nominee, a stance, a tally or a typed text goes to a channel, a notification line, a
 * button, a form's hidden state, a card's ids or a calendar entry. Everything that the committee secretary can reach and
 * every card on its way is looked at, in both languages.
 */

import type { Message } from '../../src/chat/message.ts';
import { client } from '../../src/database/client.ts';
import { readCalendar } from '../../src/features/conferences/interactions/calendar.ts';
import { createCalendarFeed } from '../../src/features/conferences/operations/calendar.ts';
import { type Locale, localeNames } from '../../src/kernel/act.ts';
import { buttonsOf, textOf } from '../support/calls.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { cards } from './bot.ts';
import { explore, type Step, type Walk } from './explore.ts';
import { afterwards, at, createScene, must, type Scene, type Somebody } from './scene.ts';
import { allIds } from './tables.ts';

const { handle } = await createTestDatabase();

/** Who is talked about, and what was typed about them. Titles of plans and places are no secret among members. */
const names = ['Noor Nominee', 'Paul Pending', 'Greta Given', 'Standing Entry', 'Xavier', 'Xenon'];
const typed = [
  'Reasons of substance',
  'A spoken word',
  'An unsent word',
  'Deliberation in camera',
  'Item of the agenda',
];
const stances = ['agree-with-comments', 'Agree, with comments', 'nhất trí'];

let scene: Scene;
let walks: readonly Walk[] = [];

beforeAll(async () => {
  scene = await createScene(handle, { withCase: true });
  const options = { channel: scene.channel, depth: 2, known: await allIds(handle), prune };
  walks = await explore(at(scene.clerk, afterwards), options);
}, 300_000);

function prune(step: Step): boolean {
  return step.kind === 'press' && step.action === 'quorate.line';
}

test('no notification line names a nominee, a stance or a typed text', () => {
  const summaries = shownMessages().map(({ summary }) => summary);

  expect(summaries.length).toBeGreaterThan(50);
  expect(naming(summaries, [...names, ...typed, ...stances])).toEqual([]);
});

test('no button and no form carries a name, a stance or a typed text', () => {
  const carried = walks.flatMap(({ reply }) => {
    if (!('kind' in reply)) return [];
    if (reply.kind === 'form' || reply.kind === 'redraw') {
      return [reply.form.state, ...buttonsOf(reply.form).map(({ data }) => data)];
    }
    return reply.kind === 'show' || reply.kind === 'replace' ? buttonsOf(reply.message).map(({ data }) => data) : [];
  });

  expect(carried.length).toBeGreaterThan(100);
  const texts = carried.map((one) => JSON.stringify(one));
  expect(naming(texts, [...names, ...typed, ...stances])).toEqual([]);
  expect(texts.filter((text) => text.length > 1500)).toEqual([]);
});

describe.each(localeNames)('cards in %s', (locale) => {
  test('a channel reads no name, no typed text, no stance and no nominee list', async () => {
    const posts = await renderedCards(locale, 'channel');

    expect(posts.length).toBeGreaterThan(0);
    const said = posts.map((post) => `${post.summary}\n${textOf(post)}`);
    expect(naming(said, [...names, ...typed, ...stances, 'Zanzibar'])).toEqual([]);
  });

  test('a private card’s notification line and its ids name nobody', async () => {
    const shown = await renderedCards(locale, 'person');

    expect(shown.length).toBeGreaterThan(5);
    expect(
      naming(
        shown.map(({ summary }) => summary),
        [...names, ...typed, ...stances],
      ),
    ).toEqual([]);
  });
});

test('no card, job or event holds a name or a typed text', async () => {
  const rows = await client(handle).$queryRawUnsafe<readonly { row: string }[]>(
    `SELECT r::text AS row FROM "delivery" r UNION ALL SELECT r::text FROM "event" r
     UNION ALL SELECT r::text FROM graphile_worker._private_jobs r`,
  );

  expect(rows.length).toBeGreaterThan(20);
  expect(
    naming(
      rows.map(({ row }) => row),
      [...names, ...typed],
    ),
  ).toEqual([]);
});

test('a calendar shows the committee and the place, never what a conference is called or about', async () => {
  const feed = must(await createCalendarFeed(at(scene.ann, afterwards)));

  const calendar = await readCalendar(handle, at(scene.ann, afterwards).now, feed.secret);

  expect(calendar).toContain('BEGIN:VEVENT');
  expect(naming([calendar ?? ''], [...names, ...typed, 'Zanzibar'])).toEqual([]);
});

test('control: what members open privately does name the nominees', () => {
  expect(
    naming(
      walks.map(({ reply }) => JSON.stringify(reply)),
      names,
    ).length,
  ).toBeGreaterThan(0);
});

function shownMessages(): readonly Message[] {
  return walks.flatMap(({ reply }) =>
    'kind' in reply && (reply.kind === 'show' || reply.kind === 'replace') ? [reply.message] : [],
  );
}

async function renderedCards(locale: Locale, to: 'channel' | 'person'): Promise<readonly Message[]> {
  const rows = await client(handle).delivery.findMany({ where: { workspaceId: scene.workspace } });
  const people = new Map(
    [scene.clerk, scene.chair, scene.ann, scene.bob, scene.reader].map((one) => [one.person, one]),
  );
  const messages: Message[] = [];
  for (const row of rows) {
    const reader: Somebody | undefined = people.get(row.personId as Somebody['person']);
    if (to === 'channel' ? row.channelId === null : !reader) continue;
    const eyes = { ...at(reader ?? scene.clockwork, afterwards), locale };
    const context = {
      ids: row.ids as Record<string, string>,
      committee: scene.committee,
      isSentAgain: false,
      isRedraw: true,
    };
    const where = row.channelId === null ? { person: row.personId as Somebody['person'] } : { channel: row.channelId };
    const message = await cards[row.kind]?.({ ...context, act: eyes, to: where });
    if (message) messages.push(message);
  }
  return messages;
}

function naming(texts: readonly string[], words: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => words.some((word) => text.includes(word))))];
}
