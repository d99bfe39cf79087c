import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { client } from '../../src/database/client.ts';
import { Unavailable } from '../../src/kernel/errors.ts';
import { type DeadlineId, newId } from '../../src/kernel/ids.ts';
import type { Log } from '../../src/kernel/log.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { testNow } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { handlersWith, openJobs, until } from './clockwork.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
beforeEach(async () => {
  await client(database.handle).$executeRaw`DELETE FROM graphile_worker._private_jobs`;
});

const due = (deadline = newId<DeadlineId>()) => ({ name: 'reminders-due', payload: { deadline } }) as const;

describe('the boundary around a job', () => {
  test('our bug is logged with an incident and without a word of the error, and nothing of it stays in the queue', async () => {
    const logged: { facts: object; message: string }[] = [];
    const log: Log = {
      error: (facts, message) => void logged.push({ facts, message }),
      warn: (facts, message) => void logged.push({ facts, message }),
      info() {},
      debug() {},
    };
    const handlers = handlersWith({
      'reminders-due': async () => {
        throw new Error('value "Trần Thị Mẫu" is too long');
      },
    });
    await openJobs(database, { handlers, log });

    await enqueue(database.handle, due(), { now: testNow });
    await until(() => logged.length > 0);
    await until(async () => (await errors()).length > 0);

    const kept = await errors();
    expect(logged[0]).toMatchObject({ message: 'a job failed', facts: { job: 'reminders-due' } });
    expect(kept[0]).toMatch(/^incident /);
    expect(JSON.stringify([logged, kept])).not.toContain('Mẫu');
  });

  test('a job that met an outage is repeated', async () => {
    let tries = 0;
    const counted: string[] = [];
    const handlers = handlersWith({
      'reminders-due': async () => {
        tries += 1;
        if (tries === 1) throw new Unavailable('away');
      },
    });
    await openJobs(database, { handlers, count: (_job, what) => counted.push(what) });

    await enqueue(database.handle, due(), { now: testNow });
    await until(() => tries === 2);
    await until(() => counted.length === 2);

    expect(counted).toEqual(['retried', 'done']);
  });

  async function errors(): Promise<string[]> {
    const rows = await client(database.handle).$queryRaw<readonly { last_error: string }[]>`
      SELECT last_error FROM graphile_worker._private_jobs WHERE last_error IS NOT NULL`;
    return rows.map((row) => row.last_error);
  }
});

describe('an instance that is gone', () => {
  test('its job is freed by another instance and runs there; a living one keeps its own', async () => {
    const ran: string[] = [];
    const [slow, orphan] = [newId<DeadlineId>(), newId<DeadlineId>()];
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const child = spawn(
      process.execPath,
      [
        '--import',
        fileURLToPath(new URL('../../scripts/typescript.mjs', import.meta.url)),
        fileURLToPath(new URL('stuck-worker.ts', import.meta.url)),
        database.url,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const isStuck = new Promise<void>((resolve) => child.stdout.on('data', () => resolve()));
    await enqueue(database.handle, due(orphan), { now: testNow });
    await isStuck;
    child.kill('SIGKILL');

    const handlers = handlersWith({
      'reminders-due': async ({ deadline }) => {
        ran.push(deadline);
        if (deadline === slow) await finished;
      },
    });
    await openJobs(database, { handlers, sweepMs: 500 });
    await enqueue(database.handle, due(slow), { now: testNow });
    await until(() => ran.includes(orphan));
    // Long enough for several sweeps past the grace of five seconds.
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    finish();

    expect([...ran].sort()).toEqual([slow, orphan].sort());
  });
});
