import { client } from '../../src/database/client.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { type Locks, openLocks } from '../../src/queue/locks.ts';
import { eventually } from '../support/eventually.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';

let database: TestDatabase;
const opened: Locks[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
});
afterEach(async () => {
  for (const locks of opened.splice(0)) await locks.close();
});

function open(): Locks {
  const locks = openLocks(database.url, silentLog);
  opened.push(locks);
  return locks;
}

/** The server says that it ends a connection before it has let go of its locks, and this instance's was cut as well. */
function takenBy(locks: Locks, name: string) {
  return eventually(
    () => locks.tryLock(name).catch(() => null),
    (lock) => lock !== null,
  );
}

async function cutConnections(): Promise<void> {
  await client(database.handle).$executeRaw`
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE application_name = 'quorate locks' AND datname = current_database()`;
}

test('a lock is held by one instance, and by one caller in it', async () => {
  const [one, two] = [open(), open()];

  const held = await one.tryLock('a');
  const again = [await one.tryLock('a'), await two.tryLock('a')];
  const other = await two.tryLock('b');
  await held?.release();
  const after = await two.tryLock('a');

  expect(held?.isHeld()).toBe(false);
  expect(again).toEqual([null, null]);
  expect(other?.isHeld()).toBe(true);
  expect(after?.isHeld()).toBe(true);
});

test('with its connection a lock is lost at once, its holder knows it, and locking works again', async () => {
  const [one, two] = [open(), open()];
  const held = await one.tryLock('a');

  await cutConnections();
  await eventually(held!.isHeld, (is) => !is);
  const taken = await takenBy(two, 'a');
  const back = await takenBy(one, 'b');

  expect(taken?.isHeld()).toBe(true);
  expect(back?.isHeld()).toBe(true);
});

test('releasing a lost lock does not release the lock that somebody took since', async () => {
  const [one, two] = [open(), open()];
  const lost = await one.tryLock('a');
  await cutConnections();
  await eventually(lost!.isHeld, (is) => !is);
  const taken = await takenBy(two, 'a');

  await lost?.release();

  expect(taken?.isHeld()).toBe(true);
  expect(await one.tryLock('a')).toBeNull();
});
