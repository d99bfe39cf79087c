/**
 * Counting 1,000, 10,000 and 100,000 sealed papers, in one process on one server: how long the two acts of people take
 * (opening with so many on the roll, the answer to the second key-holder), how long until all are counted, and how the
 * time grows. With ten times as many papers ten times the time is even growth.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const sizes = [1_000, 10_000, 100_000];

/** Head and rows of a table. */
export async function countingPapers() {
  const { connectDatabase } = await import('../src/database/connect.ts');
  const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
  const { silentLog } = await import('../src/kernel/log.ts');
  const { installQueue } = await import('../src/queue/install.ts');
  const { createSealedPeople } = await import('../test/features/sealing/sealed-world.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-counting-'));
  const server = await startEmbeddedServer({ dataDir });
  const database = await connectDatabase({
    ...{ url: server.url, dataDir, secret: new Uint8Array(32).fill(7), now: new Date(), log: silentLog },
    afterMigrations: [installQueue],
    // A hundred thousand people are made in one statement: what is measured is the count.
    slowness: 20,
  });
  try {
    const people = await createSealedPeople(database.handle, 1);
    const seen = [];
    // Once for nothing: the first count also loads what it runs on.
    await countOnce(people, sizes[0]);
    for (const size of sizes) seen.push(await countOnce(people, size));
    const [base] = seen;
    return {
      head: ['papers', 'right', 'opening ms', 'answer ms', 'counted ms', 'a paper µs', 'papers ×', 'time ×'],
      rows: seen.map((one, index) => [
        sizes[index].toLocaleString('en'),
        one.isRight ? 'yes' : 'no',
        one.openingMs.toFixed(0),
        one.answerMs.toFixed(0),
        one.countedMs.toFixed(0),
        ((1000 * one.countedMs) / sizes[index]).toFixed(0),
        (sizes[index] / sizes[0]).toFixed(0),
        (one.countedMs / base.countedMs).toFixed(1),
      ]),
    };
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function countOnce(people, papers) {
  const { typeWords } = await import('../src/features/sealing/operations/count.ts');
  const { createUrns } = await import('../src/features/sealing/operations/urns.ts');
  const { freshSaving } = await import('../src/kernel/act.ts');
  const { createFullBox } = await import('../test/features/sealing/full-box.ts');
  const world = await createFullBox(people, papers);
  // Every size in batches, so that the same is compared.
  const urns = createUrns(world.urns.secret, { mostAtOnce: 0 });
  const type = (holder) =>
    typeWords({ ...world.holders[holder], saving: freshSaving() }, urns, world.subjects, {
      box: world.box,
      typed: world.words[holder],
    });
  await type(0);
  const began = performance.now();
  await type(1);
  const answerMs = performance.now() - began;
  await Promise.all(urns.readings);
  const countedMs = performance.now() - began;
  const isRight = new Set(world.papers).size === papers && world.papers.length === papers;
  return { isRight, openingMs: world.openingMs, answerMs, countedMs };
}
