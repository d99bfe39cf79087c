/** A process of its own whose job never ends, to be killed in the middle of it. */
import { openDatabase } from '../../src/database/connect.ts';
import type { JobHandlers } from '../../src/jobs/handlers.ts';
import { startJobs } from '../../src/jobs/start.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { jobTypes } from '../../src/queue/job-types.ts';
import { openLocks } from '../../src/queue/locks.ts';

const url = process.argv[2]!;

async function stay(): Promise<void> {
  process.stdout.write('stuck\n');
  await new Promise(() => {});
}

await startJobs({
  store: openDatabase(url, 2).handle,
  url,
  locks: openLocks(url, silentLog),
  handlers: Object.fromEntries(Object.keys(jobTypes).map((name) => [name, stay])) as unknown as JobHandlers,
  periodic: [],
  clock: systemClock,
  log: silentLog,
});
