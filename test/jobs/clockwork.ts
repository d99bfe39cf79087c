/** Workers for tests: handlers that only note what ran, stopped again after each test. */
import type { JobHandlers } from '../../src/jobs/handlers.ts';
import { type Jobs, type JobsOptions, startJobs } from '../../src/jobs/start.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { type JobName, jobTypes } from '../../src/queue/job-types.ts';
import { openLocks } from '../../src/queue/locks.ts';
import type { TestDatabase } from '../support/test-database.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

export function handlersWith(some: Partial<JobHandlers>): JobHandlers {
  const names = Object.keys(jobTypes) as JobName[];
  return { ...(Object.fromEntries(names.map((name) => [name, async () => {}])) as unknown as JobHandlers), ...some };
}

export async function openJobs(database: TestDatabase, more: Partial<JobsOptions> = {}): Promise<Jobs> {
  const locks = openLocks(database.url, silentLog);
  const jobs = await startJobs({
    store: database.handle,
    url: database.url,
    locks,
    handlers: handlersWith({}),
    periodic: [],
    clock: systemClock,
    log: silentLog,
    ...more,
  });
  opened.push(async () => {
    await jobs.stop();
    await locks.close();
  });
  return jobs;
}

/** Waits until it is so; fails after `limitMs`. */
export async function until(isSo: () => boolean | Promise<boolean>, limitMs = 60_000): Promise<void> {
  const start = performance.now();
  while (!(await isSo())) {
    if (performance.now() - start > limitMs) throw new Error('it did not come to pass in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
