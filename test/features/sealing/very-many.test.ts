/** More papers than one act can open: read in batches after the answer, cut off in the middle, and begun again. */
import { client } from '../../../src/database/client.ts';
import { typeWords } from '../../../src/features/sealing/operations/count.ts';
import { boxOf, everythingOf, receiptsOf } from '../../../src/features/sealing/operations/look.ts';
import { createUrns, stopReading, type Urns } from '../../../src/features/sealing/operations/urns.ts';
import { freshSaving } from '../../../src/kernel/act.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { createFullBox } from './full-box.ts';
import { createSealedPeople, type SealedWorld } from './sealed-world.ts';

const { handle } = await createTestDatabase();
const people = await createSealedPeople(handle, 1);
/** Two chunks, and more than one act opens here. */
const papers = 600;
const mostAtOnce = 300;
const everyPaper = Array.from({ length: papers }, (_, index) => `${index + 1}`);

test('very many papers are answered at once, read in batches, and each is counted exactly once', async () => {
  const world = await createFullBox(people, papers);
  const urns = createUrns(world.urns.secret, { mostAtOnce });
  await type(world, urns, 0);

  const answer = await type(world, urns, 1);
  const before = [...world.papers];
  await Promise.all(urns.readings);

  expect(answer).toMatchObject({ ok: true, value: { step: 'reading', papers } });
  expect(before).toEqual([]);
  expect([...world.papers].sort()).toEqual([...everyPaper].sort());
  // About half; in the order of the urn, where every chunk's papers stand together, nearly all.
  expect(neighbours(world.papers)).toBeLessThan(papers * 0.75);
  expect(await stateOf(world)).toMatchObject({ state: 'counted', reading: { until: null, inAll: 0 } });
  expect(await receiptsOf(world.clockwork, world.box)).toHaveLength(papers);
}, 60_000);

test('whoever types while papers are read is told how far it is, and a second reading begins for nobody', async () => {
  const world = await createFullBox(people, papers);
  const urns = createUrns(world.urns.secret, { mostAtOnce });
  await type(world, urns, 0);
  await type(world, urns, 1);

  const meanwhile = await type(world, urns, 2);
  await Promise.all(urns.readings);

  // Opened already on a very quick machine: then the same words ask for a recount.
  expect(meanwhile.ok ? meanwhile.value.step : meanwhile.reason).toMatch(/^(box-reading|half)$/);
  expect(world.calls).toEqual(['opened']);
}, 60_000);

describe('a reading that is cut off', () => {
  test('leaves nothing but a number; one holder types again, and every paper is counted once', async () => {
    const world = await createFullBox(people, papers);
    const cut = createUrns(world.urns.secret, { mostAtOnce });
    await type(world, cut, 0);
    await type(world, cut, 1);
    await stopReading(cut);
    const afterCut = { calls: [...world.calls], state: await stateOf(world) };

    const restarted = createUrns(world.urns.secret, { mostAtOnce });
    const first = await type(world, restarted, 0);
    const again = await type(world, restarted, 2);
    await Promise.all(restarted.readings);

    expect(afterCut.calls).toEqual([]);
    expect(afterCut.state).toMatchObject({ state: 'closed', reading: { until: null, inAll: papers } });
    expect(first).toMatchObject({ reason: 'words-typed' });
    expect(again).toMatchObject({ ok: true, value: { step: 'reading' } });
    expect([...world.papers].sort()).toEqual([...everyPaper].sort());
  }, 60_000);

  test('without a word, as after a SIGKILL, is taken for dead half a minute later', async () => {
    const world = await createFullBox(people, papers);
    const urns = createUrns(world.urns.secret, { mostAtOnce });
    await type(world, urns, 0);
    const until = new Date(world.clockwork.now.getTime() + 30_000);
    const data = { readingUntil: until, papersRead: 512, papersInAll: papers };
    await client(handle).sealedBox.updateMany({ where: { id: world.box }, data });

    const early = await type(world, urns, 1);
    const late = await type(world, urns, 1, 31_000);
    await Promise.all(urns.readings);

    expect(early).toMatchObject({ reason: 'box-reading', facts: { read: 512, papers } });
    expect(late).toMatchObject({ ok: true, value: { step: 'reading' } });
    expect(world.papers).toHaveLength(papers);
  }, 60_000);

  test('by a paper that was exchanged opens nothing, and the log hears of it', async () => {
    const world = await createFullBox(people, papers);
    const failures: unknown[] = [];
    const urns = createUrns(world.urns.secret, { mostAtOnce, onFailure: (error) => failures.push(error) });
    const [one, other] = await client(handle).sealedUrn.findMany({
      where: { boxId: world.box },
      orderBy: { chunk: 'asc' },
    });
    await client(handle).sealedUrn.updateMany({
      where: { boxId: world.box, chunk: other!.chunk },
      data: { sealed: one!.sealed },
    });
    await type(world, urns, 0);

    await type(world, urns, 1);
    await Promise.all(urns.readings);

    expect(failures).toHaveLength(1);
    expect(world.calls).toEqual([]);
    expect(await stateOf(world)).toMatchObject({ state: 'closed', reading: { until: null } });
  }, 60_000);
});

test('a recount of very many says whether the papers say what was stored', async () => {
  const world = await createFullBox(people, papers);
  const urns = createUrns(world.urns.secret, { mostAtOnce });
  for (const holder of [0, 1]) await type(world, urns, holder);
  await Promise.all(urns.readings);

  for (const holder of [1, 2]) await type(world, urns, holder);
  await Promise.all(urns.readings);

  const event = await client(handle).auditEvent.findFirst({
    where: { kind: 'sealing.recounted', subjectId: world.subject.id },
  });
  expect(event?.facts).toMatchObject({ papers, agrees: true });
}, 60_000);

function type(world: SealedWorld, urns: Urns, holder: number, afterMs = 0) {
  const act = world.holders[holder]!;
  const now = new Date(act.now.getTime() + afterMs);
  return typeWords({ ...act, now, saving: freshSaving() }, urns, world.subjects, {
    box: world.box,
    typed: world.words[holder]!,
  });
}

async function stateOf(world: SealedWorld) {
  const seen = await boxOf(world.clockwork, everythingOf(world.clockwork, world.committee), world.subject);
  return seen!.box;
}

/** How many are followed by one of their own chunk: the first half of the numbers is in one, the other half in the other. */
function neighbours(contents: readonly string[]): number {
  const isLow = (content: string | undefined) => Number(content) <= papers / 2;
  return contents.slice(1).filter((content, place) => isLow(content) === isLow(contents[place])).length;
}
