/** A box through its life, on a real database: keys, papers, the close, two holders, the recount, the end. */
import { client } from '../../../src/database/client.ts';
import { castPaper } from '../../../src/features/sealing/operations/cast.ts';
import { typeWords } from '../../../src/features/sealing/operations/count.ts';
import { destroyBoxes } from '../../../src/features/sealing/operations/destroy.ts';
import { drawKey, takeKey } from '../../../src/features/sealing/operations/keys.ts';
import { boxOf, everythingOf, receiptsOf } from '../../../src/features/sealing/operations/look.ts';
import { closeBox } from '../../../src/features/sealing/operations/open.ts';
import { createUrns } from '../../../src/features/sealing/operations/urns.ts';
import { newReceipt } from '../../../src/features/sealing/rules/receipt.ts';
import { holdersLeft } from '../../../src/features/sealing/views/cards.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createBox, createSealedPeople, must, type SealedWorld, typedWords } from './sealed-world.ts';

const { handle } = await createTestDatabase();
const people = await createSealedPeople(handle, 40);

describe('taking a key', () => {
  test('shows six words, stores nothing until they are typed back, and then only what cannot be turned back', async () => {
    const world = await createBox(people, { electors: 5, keys: 'none' });
    const [holder] = world.holders;
    const drawn = must(await drawKey(holder!, world.box));

    const before = await client(handle).sealedKeyholder.count({
      where: { boxId: world.box, publicKey: { not: null } },
    });
    const wrong = await takeKey(again(holder!), world.subjects, { ...world, key: drawn.key, typed: typedWords(7) });
    const right = await takeKey(again(holder!), world.subjects, {
      ...world,
      key: drawn.key,
      typed: drawn.words.join(' '),
    });
    const twice = await drawKey(again(holder!), world.box);

    expect(drawn.words).toHaveLength(6);
    expect(before).toBe(0);
    expect(wrong).toMatchObject({ reason: 'words-wrong' });
    expect(right).toMatchObject({ ok: true, value: { own: { hasTaken: true } } });
    expect(twice).toMatchObject({ reason: 'key-taken' });
    expect(world.calls).toEqual([]);
  });

  test('the third key makes the box ready, and nobody but the three can take one', async () => {
    const world = await createBox(people, { electors: 5, keys: 'none' });

    for (const holder of world.holders) {
      expect(world.calls).toEqual([]);
      const drawn = must(await drawKey(again(holder), world.box));
      must(await takeKey(again(holder), world.subjects, { ...world, key: drawn.key, typed: drawn.words.join(' ') }));
    }

    expect(world.calls).toEqual(['ready']);
    expect(await drawKey(world.electors[0]!, world.box)).toMatchObject({ reason: 'not-a-keyholder' });
    expect(await drawKey(again(world.holders[0]!), world.box)).toMatchObject({ reason: 'key-taken' });
  });
});

test('a holder who left before taking a key can take none, and whoever prepares it reads so; one who has it keeps it', async () => {
  const own = await createSealedPeople(handle, 5);
  const world = await createBox(own, { electors: 5, keys: 'none' });
  const [first, second] = world.holders;
  const drawn = must(await drawKey(again(first!), world.box));
  must(await takeKey(again(first!), world.subjects, { ...world, key: drawn.key, typed: drawn.words.join(' ') }));

  await client(handle).membership.updateMany({
    where: { committeeId: world.committee, personId: { in: [first!.person, second!.person] } },
    data: { validTo: again(first!).now },
  });

  expect(await drawKey(again(second!), world.box)).toMatchObject({ reason: 'not-in-committee' });
  const seen = await boxOf(again(world.clerk), everythingOf(world.clerk, world.committee), world.subject);
  expect(seen?.missing.map(({ fullName }) => fullName)).toEqual(['Holder Two']);
  expect(holdersLeft(texts('en', 'UTC', 'general'), seen?.missing ?? [])).toMatch(/^Holder Two has left the committee/);
});

describe('sending a paper', () => {
  test('forty at once are all in, in few transactions, and records are as many as ticks', async () => {
    const world = await createBox(people, { electors: 40 });

    const all = await Promise.all(world.electors.map((elector, index) => send(world, elector, `paper ${index}`)));

    expect(all.every(({ ok }) => ok)).toBe(true);
    const ticks = await client(handle).$queryRaw<{ xmin: string }[]>`
      SELECT xmin::text FROM "sealed_elector" WHERE "boxId" = ${world.box}::uuid AND "hasSent"`;
    expect(ticks).toHaveLength(40);
    expect(new Set(ticks.map(({ xmin }) => xmin)).size).toBeLessThan(40);
    expect(await opened(world)).toEqual(new Set(all.map((_, index) => `paper ${index}`)));
  });

  test('the same form sent twice, at once or later, is one paper and gets the same answer', async () => {
    const world = await createBox(people, { electors: 5 });
    const receipt = newReceipt();
    const once = () => send(world, world.electors[0]!, 'once', receipt);

    const answers = [...(await Promise.all([once(), once()])), await once()];

    expect(answers.map((answer) => answer.ok && answer.value.receipt)).toEqual([receipt, receipt, receipt]);
    expect(await turnout(world)).toBe(1);
  });

  test('a second form of the same person is refused, and the first paper stands', async () => {
    const world = await createBox(people, { electors: 5 });
    await send(world, world.electors[0]!, 'first');

    const second = await send(world, world.electors[0]!, 'second');

    expect(second).toMatchObject({ reason: 'already-sent' });
    expect(await opened(world)).toEqual(new Set(['first']));
  });

  test('with its receipt a paper is replaced until the close; five wrong receipts end that', async () => {
    const world = await createBox(people, { electors: 5 });
    const [one, other] = world.electors;
    const receipt = newReceipt();
    await send(world, one!, 'before', receipt);
    await send(world, other!, 'of another');
    const typed = (receiptTyped: string) => send(world, one!, 'after', receiptTyped, true);

    const right = await typed(receipt.toLowerCase());
    const wrong = [];
    for (let time = 1; time <= 6; time += 1) wrong.push(await typed(newReceipt()));

    expect(right).toMatchObject({ ok: true, value: { isReplaced: true } });
    expect(wrong.map((answer) => !answer.ok && answer.facts.left)).toEqual([4, 3, 2, 1, 0, undefined]);
    expect(await typed(receipt)).toMatchObject({ reason: 'receipt-locked', facts: { max: 5 } });
    expect(await opened(world)).toEqual(new Set(['after', 'of another']));
  });

  test('who is not on the roll, who comes after the close, and what is too long is refused', async () => {
    const world = await createBox(people, { electors: 5 });

    expect(await send(world, world.clerk, 'paper')).toMatchObject({ reason: 'not-an-elector' });
    expect(await send(world, world.electors[0]!, 'x'.repeat(5000))).toMatchObject({ reason: 'paper-too-long' });
    await closeBox(again(world.clockwork), world.subject, 0);
    expect(await send(world, world.electors[0]!, 'paper')).toMatchObject({ reason: 'box-not-open' });
  });

  test('whoever was told “not saved” is not in it, and those who came with them are', async () => {
    const world = await createBox(people, { electors: 5 });
    const late = again(world.electors[0]!);
    const papers = [send(world, late, 'late'), send(world, world.electors[1]!, 'in time')];
    late.saving.abandoned = true;

    const [first, second] = await Promise.allSettled(papers);

    expect(first?.status).toBe('rejected');
    expect(second).toMatchObject({ status: 'fulfilled', value: { ok: true } });
    expect(await opened(world)).toEqual(new Set(['in time']));
  });

  test('leaves no event, job, card or request, and what it leaves has no time', async () => {
    const world = await createBox(people, { electors: 5 });
    const counts = () =>
      Promise.all([
        client(handle).auditEvent.count(),
        client(handle).delivery.count(),
        client(handle).request.count(),
        client(handle).$queryRaw`SELECT count(*)::int AS jobs FROM graphile_worker._private_jobs`,
      ]);
    const before = await counts();

    await send(world, { ...again(world.electors[0]!), requestId: 'of-the-form' }, 'paper');

    expect(await turnout(world)).toBe(1);
    expect(await counts()).toEqual(before);
    const columns = await client(handle).$queryRaw<{ type: string }[]>`
      SELECT data_type AS type FROM information_schema.columns
      WHERE table_name IN ('sealed_elector', 'sealed_urn', 'sealed_wrong_receipt')`;
    expect(columns.filter(({ type }) => type.includes('time'))).toEqual([]);
  });

  test('a database that was changed by hand is noticed: the next paper is not taken', async () => {
    const world = await createBox(people, { electors: 5 });
    await send(world, world.electors[0]!, 'paper');
    await client(handle).$executeRaw`
      UPDATE "sealed_elector" SET "hasSent" = true
      WHERE "boxId" = ${world.box}::uuid AND "personId" = ${world.electors[1]!.person}::uuid`;

    await expect(send(world, world.electors[2]!, 'paper')).rejects.toThrow('differ');
    await expect(
      client(handle).$executeRaw`UPDATE "sealed_elector" SET "hasSent" = false WHERE "boxId" = ${world.box}::uuid`,
    ).rejects.toThrow();
  });
});

describe('opening the papers', () => {
  test('two holders hours apart, with a restart between them; one alone opens nothing', async () => {
    const world = await createBox(people, { electors: 6 });
    await Promise.all(world.electors.map((elector, index) => send(world, elector, `paper ${index}`)));
    await closeBox(again(world.clockwork), world.subject, 5);
    const type = (holder: number, words = holder) =>
      typeWords(again(world.holders[holder]!), world.urns, world.subjects, { ...world, typed: world.words[words]! });

    const mistyped = await type(1, 2);
    const first = await type(1);
    const twice = await type(1);
    const papersAfterOne = world.papers.length;
    // Another process, hours later: nothing is left but the database and the environment.
    const restarted = { ...world, urns: createUrns(world.urns.secret) };
    const second = await typeWords(again(world.holders[2]!), restarted.urns, world.subjects, {
      ...world,
      typed: world.words[2]!,
    });

    expect(mistyped).toMatchObject({ reason: 'words-wrong' });
    expect(first).toMatchObject({ ok: true, value: { step: 'half' } });
    expect(twice).toMatchObject({ reason: 'words-typed' });
    expect(papersAfterOne).toBe(0);
    expect(second).toMatchObject({ ok: true, value: { step: 'opened', papers: 6 } });
    expect(new Set(world.papers)).toEqual(new Set(world.electors.map((_, index) => `paper ${index}`)));
    expect(await client(handle).sealedLayer.count({ where: { boxId: world.box } })).toBe(0);
    const receipts = await receiptsOf(world.clockwork, world.box);
    expect(receipts).toHaveLength(6);
    expect(receipts).toEqual([...receipts].sort());
  });

  test('two holders at the same moment are as good as one after the other', async () => {
    const world = await createBox(people, { electors: 5 });
    await Promise.all(world.electors.map((elector) => send(world, elector, 'paper')));
    await closeBox(again(world.clockwork), world.subject, 5);

    const both = await Promise.all(
      [0, 1].map((index) =>
        typeWords(again(world.holders[index]!), world.urns, world.subjects, { ...world, typed: world.words[index]! }),
      ),
    );

    expect(both.map((outcome) => outcome.ok && outcome.value.step).sort()).toEqual(['half', 'opened']);
    expect(world.papers).toHaveLength(5);
  });

  test('what goes wrong while counting leaves everything as it was, and the words can be typed again', async () => {
    const world = await createBox(people, { electors: 5 });
    await send(world, world.electors[0]!, 'paper');
    await closeBox(again(world.clockwork), world.subject, 0);
    const type = (index: number, subjects = world.subjects) =>
      typeWords(again(world.holders[index]!), world.urns, subjects, { ...world, typed: world.words[index]! });
    await type(0);
    const failing = world.subjects.map((subject) => ({
      ...subject,
      async opened() {
        throw new Error('the power went');
      },
    }));

    await expect(type(1, failing)).rejects.toThrow();

    expect(await type(1)).toMatchObject({ ok: true, value: { step: 'opened', papers: 1 } });
  });

  test('a paper that was exchanged in the urn is noticed, and nothing is opened', async () => {
    const world = await createBox(people, { electors: 5 });
    await send(world, world.electors[0]!, 'paper');
    const [early] = await client(handle).sealedUrn.findMany({ where: { boxId: world.box } });
    await send(world, world.electors[1]!, 'paper');
    await closeBox(again(world.clockwork), world.subject, 0);
    await client(handle).sealedUrn.updateMany({ where: { boxId: world.box }, data: { sealed: early!.sealed } });
    const type = (index: number) =>
      typeWords(again(world.holders[index]!), world.urns, world.subjects, { ...world, typed: world.words[index]! });
    await type(0);

    await expect(type(1)).rejects.toThrow('differ');
    expect(world.papers).toEqual([]);
  });

  test('fewer papers than asked for stay closed for ever', async () => {
    const world = await createBox(people, { electors: 6 });
    for (const elector of world.electors.slice(0, 4)) await send(world, elector, 'paper');

    const closed = await closeBox(again(world.clockwork), world.subject, 5);

    expect(closed).toEqual({ returned: 4, electors: 6, isToBeOpened: false });
    const typed = await typeWords(again(world.holders[0]!), world.urns, world.subjects, {
      ...world,
      typed: world.words[0]!,
    });
    expect(typed).toMatchObject({ reason: 'box-not-closed' });
  });
});

describe('after the count', () => {
  test('for thirty days two holders can count again; then nothing is left but the receipts', async () => {
    const world = await createBox(people, { electors: 5 });
    await Promise.all(world.electors.map((elector) => send(world, elector, 'paper')));
    await opened(world);
    const days = (count: number) => new Date(world.clockwork.now.getTime() + count * 86_400_000);
    const type = (index: number) =>
      typeWords(again(world.holders[index]!), world.urns, world.subjects, { ...world, typed: world.words[index]! });

    await destroyBoxes(handle, days(29));
    await type(2);
    const recounted = await type(1);
    await destroyBoxes(handle, days(31));
    const late = await type(0);

    expect(recounted).toMatchObject({ ok: true, value: { step: 'recounted', papers: 5, agrees: true } });
    expect(late).toMatchObject({ reason: 'box-not-closed' });
    for (const table of ['sealed_urn', 'sealed_share', 'sealed_layer', 'sealed_elector']) {
      const rows = await client(handle).$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM "${table}" WHERE "boxId" = '${world.box}'`,
      );
      expect(rows).toEqual([]);
    }
    const seen = await boxOf(world.clockwork, everythingOf(world.clockwork, world.committee), world.subject);
    expect(seen?.box.state).toBe('destroyed');
    expect(await receiptsOf(world.clockwork, world.box)).toHaveLength(5);
    const told = await client(handle).delivery.count({ where: { kind: 'sealing.destroy-words' } });
    expect(told).toBeGreaterThanOrEqual(3);
  });
});

function again<A extends { saving: ReturnType<typeof freshSaving> }>(act: A): A {
  return { ...act, saving: freshSaving() };
}

function send(
  world: SealedWorld,
  act: SealedWorld['electors'][number],
  content: string,
  receipt = newReceipt(),
  isTyped = false,
) {
  return castPaper(act.saving.state === 'not-begun' ? act : again(act), world.urns, {
    subject: world.subject,
    receipt,
    isTyped,
    content,
  });
}

async function turnout(world: SealedWorld): Promise<number> {
  return client(handle).sealedElector.count({ where: { boxId: world.box, hasSent: true } });
}

/** Closes the box and has the first two holders type their words. */
async function opened(world: SealedWorld): Promise<ReadonlySet<string>> {
  await closeBox(again(world.clockwork), world.subject, 0);
  for (const index of [0, 1]) {
    must(
      await typeWords(again(world.holders[index]!), world.urns, world.subjects, {
        ...world,
        typed: world.words[index]!,
      }),
    );
  }
  return new Set(world.papers);
}
