/**
 * The attack of secrecy.md on an anonymous round. The attacker has dumps at five moments with xmin and ctid, the files of
 * tables and TOAST, the write-ahead log, QUORATE_SECRET, every line that was logged, every message that was sent, and one
 * key-holder's words: nobody is linked to what they wrote. Controls: papers as rows, and two holders' words, link everybody.
 */
import { randomBytes } from 'node:crypto';
import { createRouter } from '../../src/chat/router.ts';
import { client } from '../../src/database/client.ts';
import { door } from '../../src/door.ts';
import { closeRound } from '../../src/features/reviews/operations/close.ts';
import type { BoxId } from '../../src/features/sealing/types.ts';
import { localeNames } from '../../src/kernel/act.ts';
import { asId, type PersonId, type ReviewRoundId } from '../../src/kernel/ids.ts';
import type { Log } from '../../src/kernel/log.ts';
import { routerWords } from '../../src/router-words.ts';
import {
  type AnonymousWorld,
  boxOf,
  cards,
  createAnonymousWorld,
  fill,
  interactions,
  minutes,
  paperOf,
  secret,
  typeWords,
} from '../features/reviews/anonymous-world.ts';
import { again, type Someone, value } from '../features/reviews/review-world.ts';
import { wordsOf } from '../support/hands.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { type Dump, dump, holds, logPosition, type Row, writeAheadLog } from './evidence.ts';
import {
  byTransaction,
  bytesOf,
  contentsByPerson,
  roundKeyFrom,
  type UrnState,
  urnState,
  writeNaively,
} from './urn-attack.ts';

const { handle, url } = await createTestDatabase();
const reviewerCount = 8;
const afterDate = 30 * 24 * 60;

/** Who wrote what: what the attacker wants to know. */
const truth = new Map<PersonId, string>();
const receipts = new Map<PersonId, string>();
/** Opened, half of the papers in, closed, one holder has typed, counted. */
const dumps: Dump[] = [];
const logged: string[] = [];
let messages: string[] = [];
/** Up to the moment before the papers are opened, and up to the end. */
let walBefore: Buffer;
let wal: Buffer;
let world: AnonymousWorld;
let box: BoxId;
const urnAfterEach: UrnState[] = [];

beforeAll(async () => {
  const from = await logPosition(url);
  world = await createAnonymousWorld(handle, ['Ann', 'Ben'], { reviewers: reviewerCount });
  box = asId<BoxId>(await boxOf(handle, world.round));
  dumps.push(await dump(url));
  for (const [index, reviewer] of world.reviewers.entries()) {
    await send(reviewer);
    if (index === 3) dumps.push(await dump(url));
  }
  value(await closeRound(again(world.clockwork, afterDate), asId<ReviewRoundId>(world.round)));
  dumps.push(await dump(url));
  await typeWords(world, box, 0, afterDate);
  dumps.push(await dump(url));
  walBefore = await writeAheadLog(url, from);
  await typeWords(world, box, 1, afterDate);
  dumps.push(await dump(url));
  wal = await writeAheadLog(url, from);
  messages = await everyMessage();
}, 240_000);

/** Through the router, with the log at its loudest. */
async function send(reviewer: Someone): Promise<void> {
  const text = `Words of ${randomBytes(9).toString('hex')}`;
  const form = await paperOf(world, reviewer);
  const { receipt } = form.state as { receipt: string };
  const { saving: _saving, requestId: _request, ...identity } = again(reviewer, minutes.out);
  const note = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { error: note, warn: note, info: note, debug: note };
  const conversation = createRouter({
    runLine: async () => ({ kind: 'nothing' }),
    interactions,
    home: async () => ({ summary: '', blocks: [] }),
    cardReplaced: async () => {},
    identify: async () => identity,
    door,
    words: routerWords,
    defaultLocale: 'en',
    log,
    budgetMs: 30_000,
    count: (what) => void logged.push(what),
  });
  const origin = { platform: 'slack', team: 'T1', user: 'U1', channel: null, requestId: form.requestId };
  const values = fill(form, { Ann: ['not-yet', text] }, { rest: true });
  const reply = await conversation.answer(origin, { kind: 'submission', form: form.id, state: form.state, values });
  expect(wordsOf(reply)).toContain('in the box');
  truth.set(reviewer.person, text);
  receipts.set(reviewer.person, receipt);
  urnAfterEach.push(await urnState(handle, box));
}

/** Every card that was sent to anybody, as it reads for them in the end. */
async function everyMessage(): Promise<string[]> {
  const rows = await client(handle).delivery.findMany({ where: { personId: { not: null } } });
  const readers = new Map([...world.reviewers, world.clerk].map((reader) => [reader.person as string, reader]));
  const all: string[] = [];
  for (const row of rows) {
    const reader = readers.get(row.personId ?? '');
    for (const locale of reader ? localeNames : []) {
      const act = { ...again(reader!, afterDate), locale };
      const context = { act, ids: row.ids as Record<string, string>, to: { person: reader!.person } };
      const shown = await cards[row.kind]?.({ ...context, committee: null, isSentAgain: false, isRedraw: true });
      all.push(
        JSON.stringify({ row: row.ids, shown }, (_key, part) => (typeof part === 'bigint' ? String(part) : part)),
      );
    }
  }
  return all;
}

describe('before the count', () => {
  test('no text, no receipt and no key is anywhere: not in a row, a file, the write-ahead log, a message or a log line', () => {
    const said = Buffer.from([...logged, ...messages].join('\n'));
    const evidence = [...dumps.slice(0, 4).flatMap(bytesOf), walBefore, said];

    const found = [...truth.values(), ...receipts.values(), ...world.words].filter((text) =>
      evidence.some((one) => holds(one, text)),
    );

    expect(found).toEqual([]);
  });

  test('no line was logged for a paper but that something was answered', () => {
    expect(new Set(logged)).toEqual(new Set(['answered']));
  });

  test('with the words of any one holder the papers stay sealed', async () => {
    for (const holder of [0, 1, 2]) expect(await linked(dumps[2]!, [holder])).toEqual(new Map());
  });
});

describe('after it', () => {
  test('texts are only where they were published, written all at once, and no person stands beside one', () => {
    const [, , , , last] = dumps;
    const lines = last!.rows.filter(({ table }) => table.endsWith('review_anonymous_line'));

    expect(new Set(lines.map(({ xmin }) => xmin)).size).toBe(1);
    expect(lines.filter(({ content }) => [...truth.keys()].some((person) => content.includes(person)))).toEqual([]);
  });

  test('no transaction wrote a person beside their text, and the order of rows is not the order of sending', () => {
    for (const { rows } of dumps) expect(byTransaction(rows, truth)).toEqual(new Map());
    const matched = byOrder(dumps[4]!.rows);
    // By chance one of eight; six or more once in a thousand times.
    expect(matched).toBeLessThan(6);
  });

  test('with everything, the secret of the environment and the words of the holder who typed first nobody is linked', async () => {
    for (const taken of dumps) expect(await linked(taken, [0])).toEqual(new Map());
  });
});

describe('controls: what must be found is found', () => {
  test('the texts are in the log once they are published, so the search would have seen them before', () => {
    for (const text of truth.values()) expect(holds(wal, text)).toBe(true);
    for (const text of truth.values()) expect(bytesOf(dumps[4]!).some((one) => holds(one, text))).toBe(true);
  });

  test('papers as rows beside a roll: everybody is linked by the transaction', async () => {
    await writeNaively(handle, truth);

    const { rows } = await dump(url);

    expect(byTransaction(rows, truth)).toEqual(truth);
  });

  test('the log and the words of two holders: everybody is linked. The promise ends here, and says so', async () => {
    expect(await linked(dumps[2]!, [1, 2])).toEqual(truth);
  });

  test('a copy from after the first holder has typed, and the words of one other: likewise', async () => {
    expect(await linked(dumps[3]!, [2])).toEqual(truth);
  });
});

/** Everything that can be made of this dump, the states of the urn, the secret of the environment and these holders' words. */
async function linked(taken: Dump, holders: readonly number[]): Promise<ReadonlyMap<PersonId, string>> {
  const caught = holders.map((index) => ({ person: world.holders[index]!.person, words: world.words[index]! }));
  const roundKey = await roundKeyFrom(taken, box, caught);
  if (!roundKey) return new Map();
  const contents = contentsByPerson(roundKey, { box, secret, paperSize: 16_384 }, urnAfterEach);
  const textIn = (content: string) => [...truth.values()].find((text) => content.includes(text)) ?? '';
  return new Map([...contents].map(([person, content]) => [person, textIn(content)]));
}

/** How many are right when the n-th to have sent is taken for the author of the n-th text in the file. */
function byOrder(rows: readonly Row[]): number {
  const place = ({ ctid }: Row) =>
    ctid
      .match(/\d+/g)!
      .map(Number)
      .reduce((sum, part) => sum * 10_000 + part, 0);
  const ticks = rows
    .filter(({ table, content }) => table.endsWith('sealed_elector') && content.includes('"hasSent": true'))
    .sort((a, b) => Number(a.xmin) - Number(b.xmin) || place(a) - place(b))
    .map(({ content }) => JSON.parse(content).personId as PersonId);
  const texts = rows
    .filter(({ table, content }) => table.endsWith('review_anonymous_line') && content.includes('Words of'))
    .sort((a, b) => place(a) - place(b))
    .map(({ content }) => JSON.parse(content).text as string);
  return ticks.filter((person, index) => truth.get(person) === texts[index]).length;
}
