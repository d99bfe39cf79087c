/** A secret vote as people meet it: keys, papers, the close, two holders, what is shown; and what nobody may learn. */
import { client } from '../../../src/database/client.ts';
import { castPaper, recordPaper } from '../../../src/features/ballots/operations/cast.ts';
import { closeByClock, closeRound } from '../../../src/features/ballots/operations/close.ts';
import { duties } from '../../../src/features/ballots/operations/duties.ts';
import { seeOwn, seeStanding } from '../../../src/features/ballots/operations/look.ts';
import { openRound } from '../../../src/features/ballots/operations/open.ts';
import { prepareRound } from '../../../src/features/ballots/operations/prepare.ts';
import { turnSealedCards } from '../../../src/features/ballots/operations/secret-look.ts';
import { openSecret } from '../../../src/features/ballots/operations/secret-open.ts';
import { openUnnamed } from '../../../src/features/sealing/operations/unnamed.ts';
import { localeNames } from '../../../src/kernel/act.ts';
import { buttonsOf } from '../../support/calls.ts';
import { formOf, messageOf, wordsOf } from '../../support/hands.ts';
import { owingOf } from '../../support/owing.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createWorld } from '../../support/worlds.ts';
import { again, must, type Somebody } from '../conferences/scene.ts';
import {
  boxOf,
  buttonWith,
  createSecretWorld,
  features,
  handsAt,
  marked,
  minutes,
  paperOf,
  type SecretWorld,
  typeWords,
  urns,
  vote,
} from './secret-world.ts';
import { ofQuestion, saying } from './vote-world.ts';

const { handle } = await createTestDatabase();
const at = (act: Somebody, after: number) => again(act, after * 60_000);
const close = (world: SecretWorld) => closeByClock(again(world.clockwork, minutes.closed * 60_000), world.round);

describe('opening', () => {
  test('a rule that asks for a secret vote refuses fewer than the shield, and opens only with its keys', async () => {
    const world = await createWorld(handle, { profile: 'nomcom' });
    await world.person('Cara Chair', ['chair', 'member']);
    const form = { ...ofQuestion, rule: 'nomcom-recall' };
    const few = await prepareRound(again(world.clerk), { committee: world.committee, form });
    for (let number = 1; number <= 5; number += 1) await world.person(`Voter ${number}`, ['member']);
    const { round } = must(await prepareRound(again(world.clerk), { committee: world.committee, form }));

    const plain = await openRound(again(world.clerk), round.id);
    const early = await openSecret(again(world.clerk), urns, round.id);
    const unnamed = await prepareRound(again(world.clerk), {
      committee: world.committee,
      form: { ...form, mode: 'unnamed' },
    });

    expect(few).toMatchObject({ reason: 'ballot-too-few-for-secret', facts: { count: 1, shield: 5 } });
    expect(plain).toMatchObject({ reason: 'ballot-keys-first' });
    expect(early).toMatchObject({ reason: 'ballot-keys-first' });
    expect(unnamed).toMatchObject({ reason: 'ballot-unnamed-not-secret' });
  }, 60_000);
});

describe('voting', () => {
  let world: SecretWorld;
  const receipts: string[] = [];
  beforeAll(async () => {
    world = await createSecretWorld(handle);
  }, 120_000);

  test('what is promised and what is not stands above the paper, with who sees exact numbers', async () => {
    const form = await paperOf(world, world.voters[0]!);

    expect(wordsOf(form)).toMatch(/^Nobody can read your paper.*\nExact numbers.*Cara Chair.*Clara Clerk/s);
    expect(Object.keys(form.state as object).sort()).toEqual(['receipt', 'round']);
    expect(form.items.filter((item) => item.kind === 'field' && item.live)).toEqual([]);
  });

  test('sending leaves a tick and an urn changed, and nothing else in any table', async () => {
    const form = await paperOf(world, world.voters[0]!);
    const before = await tables();

    const reply = await handsAt(world.voters[0]!, minutes.out).submit(form, marked('yes'));

    receipts.push(/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2}/.exec(wordsOf(formOf(reply)))![0]);
    const after = await tables();
    expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual([
      'public.sealed_elector',
      'public.sealed_urn',
    ]);
  });

  test('with its receipt a paper is replaced; a wrong one is said with what is left; two devices make one paper', async () => {
    const [one, two] = world.voters as [Somebody, Somebody];
    const second = await paperOf(world, one);
    const wrong = await handsAt(one, minutes.out).submit(second, marked('no', 'AAAA-AAAA-AAAA'));
    const replaced = await handsAt(one, minutes.out).submit(second, marked('no', receipts[0]));
    const [left, right] = [await paperOf(world, two), await paperOf(world, two)];

    const both = await Promise.all([left, right].map((form) => handsAt(two, minutes.out).submit(form, marked('yes'))));

    expect(wordsOf(second)).toContain('Nobody can read that paper');
    expect(wordsOf(wrong)).toContain('Tries left: 4');
    expect(wordsOf(replaced)).toContain('Your earlier paper is replaced');
    expect(both.map(wordsOf).filter((text) => text.includes('Your paper is in the box'))).toHaveLength(1);
    expect(both.map(wordsOf).filter((text) => text.includes('You have sent a paper already'))).toHaveLength(1);
    expect(await client(handle).sealedElector.count({ where: { boxId: world.box, hasSent: true } })).toBe(2);
  });

  test('nobody enters a secret paper, votes by name in it, or sees who has voted', async () => {
    const via = { kind: 'phone', reference: null, dated: null } as const;
    const input = { round: world.round, marks: saying('yes') };
    const person = world.voters[3]!.person;

    expect(await castPaper(at(world.voters[3]!, minutes.out), input)).toMatchObject({ reason: 'ballot-not-here' });
    expect(await recordPaper(at(world.clerk, minutes.out), { ...input, person, via })).toMatchObject({ ok: false });
    expect(await seeStanding(at(world.clerk, minutes.out), world.round)).toMatchObject({ reason: 'ballot-is-sealed' });
    const standing = await handsAt(world.clerk, minutes.out).press(
      buttonWith('ballots.standing', { round: world.round }),
    );
    expect(wordsOf(standing)).toContain('7 people can vote');
    expect(wordsOf(standing)).not.toMatch(/Voter Number|2 of 7/);
  });

  test('everybody is reminded alike, and cards turn for the whole roll together', async () => {
    const owing = await owingOf(duties, again(world.clockwork, minutes.out * 60_000), {
      kind: 'ballot-round',
      id: world.round,
    });
    await client(handle).delivery.updateMany({
      where: { kind: 'ballots.paper' },
      data: { state: 'sent', address: { channel: 'D1', id: '1.1' } },
    });
    const wanted = async () => {
      const rows = await client(handle).delivery.findMany({
        where: { kind: 'ballots.paper' },
        orderBy: { key: 'asc' },
      });
      return rows.map(({ wantsVersion }) => wantsVersion);
    };
    const before = await wanted();
    await vote(world, world.voters[2]!, 'yes');
    const afterVote = await wanted();

    await turnSealedCards(handle, again(world.clockwork, minutes.out * 60_000).now);

    expect(owing).toHaveLength(7);
    expect(afterVote).toEqual(before);
    expect(await wanted()).toEqual(before.map((version) => version + 1));
  });

  test('by hand it closes only when everybody has voted', async () => {
    const early = await closeRound(at(world.clerk, minutes.out), world.round);

    expect(early).toMatchObject({ reason: 'ballot-secret-early' });
  });
});

describe('after the close', () => {
  let world: SecretWorld;
  const receipts: string[] = [];
  beforeAll(async () => {
    world = await createSecretWorld(handle);
    for (const [index, voter] of [world.chair, ...world.voters].entries()) {
      receipts.push(await vote(world, voter, index < 4 ? 'yes' : index < 6 ? 'no' : null));
    }
    await close(world);
  }, 120_000);

  test('two holders open the papers, the rule is applied, and receipts can be compared', async () => {
    const late = await handsAt(world.voters[0]!, minutes.closed).press(
      buttonWith('ballots.vote', { round: world.round }),
    );
    const waiting = must(await seeOwn(at(world.chair, minutes.closed), world.round));
    await typeWords(world, 2);
    const half = must(await seeOwn(at(world.chair, minutes.closed), world.round));
    await typeWords(world, 0);

    const { round, sees } = must(await seeOwn(at(world.chair, minutes.closed), world.round));
    const [ruling] = round.rulings!;
    expect(wordsOf(late)).toContain('the papers wait to be opened');
    expect([waiting, half].map((own) => own.round.rulings)).toEqual([null, null]);
    expect(sees).toBe('numbers');
    expect(ruling).toMatchObject({ issued: 7, returned: 7, blank: 1, outcome: 'passed' });
    expect(ruling!.lines).toMatchObject([{ for: 4, against: 2 }]);
    const list = await handsAt(world.voters[5]!, minutes.closed).press(
      buttonWith('ballots.receipts', { round: world.round }),
    );
    for (const receipt of receipts) expect(wordsOf(list)).toContain(receipt);
  }, 60_000);

  test('counted again the papers agree; a number that was changed in the database is found', async () => {
    await typeWords(world, 1, minutes.closed + 1);
    const agrees = await typeWords(world, 2, minutes.closed + 1);
    const row = await client(handle).ballotRound.findUniqueOrThrow({ where: { id: world.round } });
    const forged = JSON.parse(JSON.stringify(row.tallies).replace('"for":4', '"for":5'));
    await client(handle).ballotRound.update({ where: { id: world.round }, data: { tallies: forged } });
    await typeWords(world, 1, minutes.closed + 2);

    expect(agrees.summary).toContain('they say what was stored');
    expect((await typeWords(world, 2, minutes.closed + 2)).summary).toContain('do not say what was stored');
  }, 60_000);

  test('every card on the way has words in both languages', async () => {
    const rows = await client(handle).delivery.findMany({
      where: { kind: { startsWith: 'ballots.' }, personId: { in: [world.chair.person, world.voters[5]!.person] } },
    });
    const shown: string[] = [];
    for (const row of rows) {
      const reader = row.personId === world.chair.person ? world.chair : world.voters[5]!;
      for (const locale of localeNames) {
        const act = { ...at(reader, minutes.closed + 3), locale };
        const more = { committee: world.committee, isSentAgain: false, isRedraw: true };
        const message = await features.cards[row.kind]?.({
          act,
          ids: row.ids as never,
          to: { person: act.person },
          ...more,
        });
        if (message) shown.push(`${wordsOf(message)}\n${buttonsOf(message).map(({ label }) => label)}`);
      }
    }

    expect(shown.length).toBeGreaterThan(3);
    expect(shown.filter((text) => /\b[a-z]+\.[a-z]+[A-Z.]/.test(text) || text.includes('{{'))).toEqual([]);
  });
});

test('where all are alike only those named above the paper see numbers; the others see the outcome', async () => {
  const world = await createSecretWorld(handle);
  for (const voter of [world.chair, ...world.voters.slice(0, 5)]) await vote(world, voter, 'yes');
  await close(world);
  for (const holder of [0, 1]) await typeWords(world, holder);
  await handsAt(world.clerk, minutes.closed).press(buttonWith('ballots.announce', { round: world.round }));

  const own = async (who: Somebody) => must(await seeOwn(at(who, minutes.closed + 1), world.round));

  expect((await own(world.chair)).sees).toBe('numbers');
  expect((await own(world.voters[4]!)).sees).toBe('outcome');
  const card = await handsAt(world.voters[4]!, minutes.closed + 1).press(
    buttonWith('ballots.see', { round: world.round }),
  );
  expect(wordsOf(card)).toContain('Passed');
  expect(wordsOf(messageOf(card))).not.toMatch(/\b6\b/);
}, 120_000);

test('with fewer papers than the shield nobody opens them, and those who run it are told', async () => {
  const world = await createSecretWorld(handle);
  for (const voter of world.voters.slice(0, 4)) await vote(world, voter, 'yes');

  await close(world);

  const card = await handsAt(world.clerk, minutes.closed).press(buttonWith('ballots.see', { round: world.round }));
  expect(wordsOf(card)).toContain('Too few papers came');
  const typed = await handsAt(world.chair, minutes.closed).press(buttonWith('sealing.type-words', { box: world.box }));
  expect(wordsOf(typed)).toContain('after the close');
}, 120_000);

test('an unnamed vote needs no key-holders, says that it is not secret, and is opened by itself after the close', async () => {
  const world = await createWorld(handle, { profile: 'general' });
  const voters: Somebody[] = [];
  for (let number = 1; number <= 6; number += 1) voters.push(await world.person(`Voter ${number}`, ['member']));
  const form = { ...ofQuestion, mode: 'unnamed' as const };
  const { round } = must(await prepareRound(again(world.clerk), { committee: world.committee, form }));
  must(await openSecret(again(world.clerk), urns, round.id));
  const unnamed = { ...world, round: round.id } as SecretWorld;
  const paper = await paperOf(unnamed, voters[0]!);
  for (const [index, voter] of voters.entries()) await vote(unnamed, voter, index < 4 ? 'yes' : 'no');
  const closed = again(world.clockwork, minutes.closed * 60_000);
  await closeByClock(closed, round.id);

  await openUnnamed(handle, urns, features.sealedSubjects, { box: await boxOf(handle, round.id), now: closed.now });

  expect(wordsOf(paper)).toMatch(/^This paper carries no name.*It is not a secret paper/);
  const own = must(await seeOwn(at(world.clerk, minutes.closed), round.id));
  expect(own.round.rulings?.[0]?.lines).toMatchObject([{ for: 4, against: 2 }]);
}, 120_000);

async function tables(): Promise<Record<string, unknown>> {
  const all = await client(handle).$queryRaw<{ name: string }[]>`
    SELECT quote_ident(schemaname) || '.' || quote_ident(relname) AS name FROM pg_stat_user_tables ORDER BY 1`;
  const contents: Record<string, unknown> = {};
  for (const { name } of all) {
    const [row] = await client(handle).$queryRawUnsafe<{ hash: string }[]>(
      `SELECT coalesce(string_agg(xmin::text || ctid::text || md5(t::text), ',' ORDER BY ctid), '') AS hash FROM ${name} t`,
    );
    contents[name] = row?.hash;
  }
  return contents;
}
