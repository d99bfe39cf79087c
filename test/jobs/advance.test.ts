import { client } from '../../src/database/client.ts';
import { advanceClock, nextDue } from '../../src/jobs/advance.ts';
import type { JobHandlers } from '../../src/jobs/handlers.ts';
import type { PeriodicTask } from '../../src/jobs/schedules.ts';
import { type MovableClock, movableClock, stoppedClock } from '../../src/kernel/clock.ts';
import { type DeadlineId, newId } from '../../src/kernel/ids.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { testNow } from '../support/acts.ts';
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts';
import { handlersWith, openJobs } from './clockwork.ts';

let database: TestDatabase;
let ran: string[];
beforeEach(async () => {
  database = await createTestDatabase();
  ran = [];
});
afterEach(() => database.close());

const names = new Map<string, string>();

function job(name: string) {
  const deadline = newId<DeadlineId>();
  names.set(deadline, name);
  return { name: 'deadline-passed', payload: { deadline } } as const;
}

function hours(count: number): Date {
  return new Date(testNow.getTime() + count * 3_600_000);
}

async function openWorld(clock: MovableClock, periodic: PeriodicTask[] = [], more: Partial<JobHandlers> = {}) {
  const handlers = handlersWith({
    'deadline-passed': async ({ deadline }) => void ran.push(`${names.get(deadline)} ${clock.now().toISOString()}`),
    tick: async ({ task, at }, { now }) => {
      await periodic.find(({ name }) => name === task)?.run({ at: new Date(at), now });
    },
    ...more,
  });
  const jobs = await openJobs(database, { handlers, periodic, clock });
  return {
    store: database.handle,
    clock,
    periodic,
    tick: jobs.tick,
    sendingIdle: async () => {},
    log: silentLog,
  };
}

test('jobs and ticks on the way run in order, each at its own moment', async () => {
  const clock = stoppedClock(testNow);
  const daily: PeriodicTask = {
    name: 'digest',
    rhythm: { daily: '08:30', zone: 'Asia/Ho_Chi_Minh' },
    catchUpMinutes: 5,
    run: async ({ at, now }) => void ran.push(`digest ${at.toISOString()} ${now.getTime() - at.getTime()}`),
  };
  const world = await openWorld(clock, [daily]);
  await enqueue(world.store, job('third'), { now: testNow, at: hours(40) });
  await enqueue(world.store, job('first'), { now: testNow, at: hours(1) });
  await enqueue(world.store, job('later'), { now: testNow, at: hours(49) });

  const { reached } = await advanceClock(world, hours(48));

  expect(reached).toEqual(hours(48));
  expect(ran).toEqual([
    `first ${hours(1).toISOString()}`,
    'digest 2026-03-03T01:30:00.000Z 0',
    `third ${hours(40).toISOString()}`,
    'digest 2026-03-04T01:30:00.000Z 0',
  ]);
});

test('what a job adds on the way runs on the way', async () => {
  const clock = stoppedClock(testNow);
  const ladder = [10, 20, 30];
  const world = await openWorld(clock, [], {
    'deadline-passed': async () => {
      ran.push(clock.now().toISOString());
      const next = ladder.shift();
      if (next) await enqueue(database.handle, job('next'), { now: clock.now(), at: hours(next) });
    },
  });
  await enqueue(world.store, job('start'), { now: testNow, at: hours(5) });

  await advanceClock(world, hours(25));

  expect(ran).toEqual([5, 10, 20].map((count) => hours(count).toISOString()));
  expect(await nextDue(world)).toEqual(hours(30));
});

test('a job that fails does not stop the ones behind it', async () => {
  const clock = stoppedClock(testNow);
  const world = await openWorld(clock, [], {
    'reminders-due': async () => {
      throw new Error('always');
    },
  });
  const failing = { name: 'reminders-due', payload: { deadline: newId<DeadlineId>() } } as const;
  await enqueue(world.store, failing, { now: testNow, at: hours(1) });
  await enqueue(world.store, job('behind'), { now: testNow, at: hours(2) });

  const { reached } = await advanceClock(world, hours(3));

  expect(reached).toEqual(hours(3));
  expect(ran).toEqual([`behind ${hours(2).toISOString()}`]);
});

test('a job that never ends, and one that nobody knows, do not hold the clock for ever', async () => {
  const clock = stoppedClock(testNow);
  let end = (): void => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const world = await openWorld(clock, [], { 'reminders-due': () => ended });
  const endless = { name: 'reminders-due', payload: { deadline: newId<DeadlineId>() } } as const;
  await client(world.store).$executeRaw`SELECT graphile_worker.add_job('removed-feature', '{}')`;
  await enqueue(world.store, endless, { now: testNow, at: hours(1) });

  const { reached } = await advanceClock({ ...world, limits: { momentMs: 200 } }, hours(3));
  end();

  expect(reached).toEqual(hours(3));
});

test('a clock with more to do than the limit stops on the way, and moving on continues from there', async () => {
  const clock = stoppedClock(testNow);
  const world = await openWorld(clock);
  for (let count = 1; count <= 6; count += 1)
    await enqueue(world.store, job(String(count)), { now: testNow, at: hours(count) });

  const first = await advanceClock({ ...world, limits: { steps: 4 } }, hours(10));
  const second = await advanceClock(world, hours(10));

  expect(first.reached).toEqual(hours(4));
  expect(second.reached).toEqual(hours(10));
  expect(ran).toHaveLength(6);
});

test('with a clock that keeps running, a job never runs before its moment, and what lies ahead keeps its distance', async () => {
  const clock = movableClock(testNow.getTime() - Date.now());
  const world = await openWorld(clock);
  await enqueue(world.store, job('due'), { now: clock.now(), at: hours(100) });
  await enqueue(world.store, job('ahead'), { now: clock.now(), at: hours(300) });

  await advanceClock(world, hours(200));

  expect(ran).toHaveLength(1);
  expect(ran[0]! >= `due ${hours(100).toISOString()}`).toBe(true);
  expect(await nextDue(world)).toEqual(hours(300));
  const [row] = await client(world.store).$queryRaw<readonly { wait: number }[]>`
    SELECT extract(epoch FROM run_at - clock_timestamp())::float8 / 3600 AS wait FROM graphile_worker._private_jobs`;
  expect(row?.wait).toBeCloseTo(100, 1);
});
