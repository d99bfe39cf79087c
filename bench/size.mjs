/**
 * Every command, and every button in what it answers, for six people on two positions and for three hundred on forty:
 * how long the bot takes, database included, without the chat. That the number of statements does not grow is a test.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Of the large plan. */
const slowestShown = 12;
const rounds = 3;

/** Head and rows of a table. */
export async function largePlan() {
  const { connectDatabase } = await import('../src/database/connect.ts');
  const { startEmbeddedServer } = await import('../src/database/embedded/server.ts');
  const { silentLog } = await import('../src/kernel/log.ts');
  const { installQueue } = await import('../src/queue/install.ts');
  const { committeeWith, large, small } = await import('../test/size/scene.ts');
  const dataDir = await mkdtemp(join(tmpdir(), 'quorate-size-'));
  const server = await startEmbeddedServer({ dataDir });
  const database = await connectDatabase({
    ...{ url: server.url, dataDir, secret: new Uint8Array(32).fill(7), now: new Date(), log: silentLog },
    afterMigrations: [installQueue],
    slowness: 20,
  });
  try {
    const few = await leastMs((await committeeWith(database.handle, small)).clerk);
    const many = await leastMs((await committeeWith(database.handle, large)).clerk);
    const both = [...many].filter(([path]) => few.has(path)).sort(([, a], [, b]) => b - a);
    const sum = (costs) => both.reduce((total, [path]) => total + costs.get(path), 0);
    const row = (what, a, b) => [what, a.toFixed(0), b.toFixed(0), (b / a).toFixed(1)];
    return {
      head: ['every step, ms', `${small.people} on ${small.positions}`, `${large.people} on ${large.positions}`, '×'],
      rows: [
        row(`all ${both.length} steps together`, sum(few), sum(many)),
        ...both.slice(0, slowestShown).map(([path, ms]) => row(path, few.get(path), ms)),
      ],
    };
  } finally {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The least of several rounds, step by step: what else the machine does is not counted. */
async function leastMs(act) {
  const { costOfEachStep } = await import('../test/size/steps.ts');
  const least = new Map();
  for (let round = 0; round < rounds; round += 1) {
    const costs = await costOfEachStep(act, async (step) => {
      const began = performance.now();
      const value = await step();
      return { value, cost: performance.now() - began };
    });
    for (const [path, ms] of costs) least.set(path, Math.min(ms, least.get(path) ?? ms));
  }
  return least;
}
