/**
 * The attack of secrecy.md on a secret vote: dumps at five moments with xmin and ctid, the files of tables and TOAST, the
 * write-ahead log, QUORATE_SECRET, every line that was logged, and one key-holder's words: nobody is linked to their vote.
 * Controls: papers as rows, and two holders' words, link everybody.
 */

import { createRouter } from '../../src/chat/router.ts';
import { door } from '../../src/door.ts';
import { closeByClock } from '../../src/features/ballots/operations/close.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import type { Log } from '../../src/kernel/log.ts';
import { routerWords } from '../../src/router-words.ts';
import {
  createSecretWorld,
  features,
  marked,
  minutes,
  paperOf,
  type SecretWorld,
  secret,
  typeWords,
} from '../features/ballots/secret-world.ts';
import { again, type Somebody } from '../features/conferences/scene.ts';
import { wordsOf } from '../support/hands.ts';
import { createTestDatabase } from '../support/test-database.ts';
import { type Dump, dump, holds, logPosition, writeAheadLog } from './evidence.ts';
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

/** Who voted how: what the attacker wants to know. */
const truth = new Map<PersonId, string>();
const receipts = new Map<PersonId, string>();
/** Opened, half of the papers in, closed, one holder has typed, counted. */
const dumps: Dump[] = [];
const logged: string[] = [];
const states: UrnState[] = [];
let walBefore: Buffer;
let wal: Buffer;
let world: SecretWorld;

beforeAll(async () => {
  const from = await logPosition(url);
  world = await createSecretWorld(handle, { voters: 7 });
  dumps.push(await dump(url));
  for (const [index, voter] of [world.chair, ...world.voters].entries()) {
    await send(voter, index % 3 === 0 ? 'no' : 'yes');
    if (index === 3) dumps.push(await dump(url));
  }
  await closeByClock(again(world.clockwork, minutes.closed * 60_000), world.round);
  dumps.push(await dump(url));
  await typeWords(world, 0);
  dumps.push(await dump(url));
  walBefore = await writeAheadLog(url, from);
  await typeWords(world, 1);
  dumps.push(await dump(url));
  wal = await writeAheadLog(url, from);
}, 240_000);

/** Through the router, with the log at its loudest. */
async function send(voter: Somebody, answer: 'yes' | 'no'): Promise<void> {
  const form = await paperOf(world, voter);
  const { receipt } = form.state as { receipt: string };
  const { saving: _saving, requestId: _request, ...identity } = again(voter, minutes.out * 60_000);
  const note = (facts: object, message: string) => void logged.push(`${message} ${JSON.stringify(facts)}`);
  const log: Log = { error: note, warn: note, info: note, debug: note };
  const conversation = createRouter({
    runLine: async () => ({ kind: 'nothing' }),
    interactions: features.interactions,
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
  const values = marked(answer);
  const reply = await conversation.answer(origin, { kind: 'submission', form: form.id, state: form.state, values });
  expect(wordsOf(reply)).toContain('in the box');
  truth.set(voter.person, answer === 'yes' ? 'yy' : 'yn');
  receipts.set(voter.person, receipt);
  states.push(await urnState(handle, world.box));
}

describe('before the count', () => {
  test('no receipt and no key is anywhere: not in a row, a file, the write-ahead log or a log line', () => {
    const evidence = [...dumps.slice(0, 4).flatMap(bytesOf), walBefore, Buffer.from(logged.join('\n'))];

    const found = [...receipts.values(), ...world.words].filter((text) => evidence.some((one) => holds(one, text)));

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
  test('no transaction wrote a person beside their receipt, and no paper is left, only sums', () => {
    for (const { rows } of dumps) expect(byTransaction(rows, receipts)).toEqual(new Map());
    const round = dumps[4]!.rows.find(
      ({ table, content }) => table.endsWith('ballot_round') && content.includes(world.round),
    );
    expect(round?.content).toContain('"for"');
    expect(dumps[4]!.rows.filter(({ table }) => table.endsWith('ballot_paper'))).toEqual([]);
  });

  test('with everything, the secret of the environment and the words of the holder who typed first nobody is linked', async () => {
    for (const taken of dumps) expect(await linked(taken, [0])).toEqual(new Map());
  });
});

describe('controls: what must be found is found', () => {
  test('receipts are in the log once they are published, so the search would have seen them before', () => {
    for (const receipt of receipts.values()) expect(holds(wal, receipt)).toBe(true);
  });

  test('papers as rows beside a roll: everybody is linked by the transaction', async () => {
    await writeNaively(handle, receipts);

    const { rows } = await dump(url);

    expect(byTransaction(rows, receipts)).toEqual(receipts);
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
  const roundKey = await roundKeyFrom(taken, world.box, caught);
  return roundKey ? contentsByPerson(roundKey, { box: world.box, secret, paperSize: 1_024 }, states) : new Map();
}
