import { client } from '../../src/database/client.ts';
import { inTransaction } from '../../src/database/in-transaction.ts';
import { Bug } from '../../src/kernel/errors.ts';
import { type DeadlineId, newId, type WorkspaceId } from '../../src/kernel/ids.ts';
import { cancelJob, enqueue, enqueueTick } from '../../src/queue/enqueue.ts';
import { testAct, testNow } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await client(database.handle).$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

interface JobRow {
  readonly key: string | null;
  readonly payload: { due: string; data: unknown };
  /** Seconds from the database's present. */
  readonly wait: number;
}

async function jobs(): Promise<readonly JobRow[]> {
  return client(database.handle).$queryRaw<readonly JobRow[]>`
    SELECT key, payload, extract(epoch FROM run_at - clock_timestamp())::float8 AS wait
    FROM graphile_worker._private_jobs ORDER BY id`;
}

function sendJob(workspace = newId<WorkspaceId>()) {
  return { name: 'send', payload: { workspace } } as const;
}

test('a job of a transaction that is rolled back does not exist', async () => {
  const act = testAct(database.handle);

  const failing = inTransaction(act, async (tx) => {
    await enqueue(tx, sendJob(), { now: testNow });
    throw new Bug('rolled back');
  });

  await expect(failing).rejects.toThrow(Bug);
  expect(await jobs()).toEqual([]);
});

test('a job waits as long in real time as it is off by the clock of the caller, wherever that clock stands', async () => {
  const at = new Date(testNow.getTime() + 3_600_000);

  await enqueue(database.handle, sendJob(), { now: testNow, at });

  const [job] = await jobs();
  expect(job?.wait).toBeGreaterThan(3590);
  expect(job?.wait).toBeLessThan(3601);
  expect(job?.payload.due).toBe(at.toISOString());
});

test('the same key moves a waiting job instead of adding one, and cancelling takes it away', async () => {
  const reminder = { name: 'reminders-due', payload: { deadline: newId<DeadlineId>() } } as const;
  await enqueue(database.handle, reminder, { now: testNow, at: new Date(testNow.getTime() + 60_000), key: 'r1' });

  await enqueue(database.handle, reminder, { now: testNow, at: new Date(testNow.getTime() + 600_000), key: 'r1' });
  const moved = await jobs();
  await cancelJob(database.handle, 'r1');

  expect(moved).toHaveLength(1);
  expect(moved[0]?.wait).toBeGreaterThan(590);
  expect(await jobs()).toEqual([]);
});

test('any number of wake-ups in one transaction are one job', async () => {
  const job = sendJob();
  const act = testAct(database.handle);

  await inTransaction(act, async (tx) => {
    for (let count = 0; count < 5; count += 1) await enqueue(tx, job, { now: testNow, oncePer: 'transaction' });
  });

  expect(await jobs()).toHaveLength(1);
});

test('two acts in one workspace do not wait for each other, and each has its wake-up', async () => {
  const job = sendJob();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });

  const first = inTransaction(testAct(database.handle), async (tx) => {
    await enqueue(tx, job, { now: testNow, oncePer: 'transaction' });
    await held;
  });
  const second = await inTransaction(testAct(database.handle), async (tx) => {
    await enqueue(tx, job, { now: testNow, oncePer: 'transaction' });
    return 'committed while the other was open';
  });
  release();
  await first;

  expect(second).toBe('committed while the other was open');
  expect(await jobs()).toHaveLength(2);
});

test('a payload that its table line does not allow is refused', async () => {
  const wrong = enqueue(
    database.handle,
    { name: 'send', payload: { workspace: 'Nguyễn Văn A' as WorkspaceId } },
    { now: testNow },
  );

  await expect(wrong).rejects.toThrow();
  expect(await jobs()).toEqual([]);
});

test('of many instances that make the same tick exactly one adds its job, also after that job is done', async () => {
  const at = new Date('2026-03-02T01:30:00Z');

  const won = await Promise.all(Array.from({ length: 6 }, () => enqueueTick(database.handle, 'digest', at, testNow)));
  await client(database.handle).$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  const again = await enqueueTick(database.handle, 'digest', at, testNow);

  expect(won.filter(Boolean)).toHaveLength(1);
  expect(again).toBe(false);
  expect(await jobs()).toEqual([]);
});
