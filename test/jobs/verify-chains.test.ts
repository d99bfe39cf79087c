/** The nightly check of the audit chains: held against the head that the night before had found in order. */
import pg from 'pg';
import { record } from '../../src/audit/record.ts';
import type { ChainVerdict } from '../../src/audit/types.ts';
import { coreTasks } from '../../src/jobs/core.ts';
import { newId } from '../../src/kernel/ids.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { createWorld, type World } from '../support/worlds.ts';

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createTestDatabase();
  world = await createWorld(database.handle);
});

async function night(): Promise<readonly ChainVerdict[]> {
  const verdicts: ChainVerdict[] = [];
  const onChain = async (_workspace: unknown, verdict: ChainVerdict) => void verdicts.push(verdict);
  const tasks = coreTasks({ store: database.handle, log: silentLog, zone: 'UTC', onChain });
  const { now } = world.clockwork;
  await tasks.find(({ name }) => name === 'verify-chains')?.run({ at: now, now });
  return verdicts;
}

async function act(): Promise<void> {
  const subject = { kind: 'plan', id: newId() };
  await record(database.handle, world.clerk, { kind: 'plans.changed', subject, facts: {} });
}

/** Somebody with all rights over the database takes the newest event and its link away. */
async function cutOffTheNewest(): Promise<void> {
  const superuser = new pg.Client({ connectionString: database.url });
  await superuser.connect();
  try {
    await superuser.query("SET session_replication_role = 'replica'");
    await superuser.query(`WITH gone AS (
      DELETE FROM "seal" WHERE "position" = (SELECT max("position") FROM "seal") RETURNING "eventId")
      DELETE FROM "event" WHERE "id" IN (SELECT "eventId" FROM gone)`);
  } finally {
    await superuser.end();
  }
}

test('links cut off since the last night are found, every night until somebody has seen to it', async () => {
  await act();
  const first = await night();
  await act();
  const second = await night();
  await cutOffTheNewest();
  const third = await night();
  await act();
  await act();
  const fourth = await night();

  expect([...first, ...second]).toMatchObject([{ ok: true }, { ok: true }]);
  expect(third).toMatchObject([{ ok: false, reason: 'head-differs' }]);
  expect(fourth).toMatchObject([{ ok: false, reason: 'head-differs' }]);
});
