/** Jobs that the database gave to a living pool whose connection broke before it heard so. */
import { client } from '../../src/database/client.ts';
import { newId } from '../../src/kernel/ids.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { freeLostJobs } from '../../src/queue/liveness.ts';
import { testNow } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(() => client(database.handle).$executeRaw`DELETE FROM graphile_worker._private_jobs`);

/** A job taken by `pool-ours` so many seconds ago; its id. */
async function taken(secondsAgo: number): Promise<string> {
  await enqueue(database.handle, { name: 'send', payload: { workspace: newId() } }, { now: testNow });
  const [job] = await client(database.handle).$queryRaw<{ id: bigint }[]>`
    UPDATE graphile_worker._private_jobs
      SET locked_by = 'pool-ours', locked_at = now() - ${secondsAgo}::int * interval '1 second' RETURNING id`;
  return String(job?.id);
}

test('a job that nobody works on is free again after a minute', async () => {
  await taken(61);

  expect(await freeLostJobs(database.handle, 'pool-ours', [])).toBe(1);
  expect(await freeLostJobs(database.handle, 'pool-ours', [])).toBe(0);
});

test('a job that is worked on, one taken just now, and one of another pool stay as they are', async () => {
  const id = await taken(61);

  const ours = await freeLostJobs(database.handle, 'pool-ours', [id]);
  const others = await freeLostJobs(database.handle, 'pool-of-others', []);
  await client(database.handle).$executeRaw`UPDATE graphile_worker._private_jobs SET locked_at = now()`;
  const young = await freeLostJobs(database.handle, 'pool-ours', []);

  expect([ours, others, young]).toEqual([0, 0, 0]);
});
