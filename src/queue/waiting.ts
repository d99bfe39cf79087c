/** The queue seen from outside, by our clock: what comes next, is anything running, and what a moved clock makes due. */
import { withinLimits } from '../database/bounded-pool.ts';
import { client } from '../database/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import { jobTypes } from './job-types.ts';

/** A job of a name that no version knows any more waits for ever; nobody else has to wait for it. */
const known = Object.keys(jobTypes);

/** Nobody waits for these with two seconds to spare, and a loaded machine is no reason to give up moving the clock. */
const patienceMs = 30_000;

function patiently<T>(ask: () => Promise<T>): Promise<T> {
  return withinLimits({ deadline: performance.now() + patienceMs, statementMs: patienceMs }, ask);
}

/**
 * When the next job after `now` is due by our clock. A first try has its moment in its envelope; a repetition was put off
 * by the queue in real time, so it is as far from `now` as it is from the database's present.
 */
export async function nextJobAt(store: StoreHandle, now: Date): Promise<Date | null> {
  const [row] = await patiently(
    () => client(store).$queryRaw<readonly { at: Date | null }[]>`
    SELECT min(moment.at) AS at FROM graphile_worker._private_jobs AS job
      JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id AND task.identifier = ANY(${known}),
      LATERAL (SELECT CASE WHEN job.attempts = 0 THEN (job.payload ->> 'due')::timestamptz
                           ELSE ${now}::timestamptz + (job.run_at - clock_timestamp()) END AS at) AS moment
    WHERE job.is_available AND moment.at > ${now}`,
  );
  return row?.at ?? null;
}

/** Nothing runs, and nothing that is due waits. */
export async function isQueueIdle(store: StoreHandle): Promise<boolean> {
  const [row] = await patiently(
    () => client(store).$queryRaw<readonly { busy: boolean }[]>`
    SELECT EXISTS (
      SELECT FROM graphile_worker._private_jobs AS job
        JOIN graphile_worker._private_tasks AS task ON task.id = job.task_id AND task.identifier = ANY(${known})
      WHERE job.locked_at IS NOT NULL OR (job.is_available AND job.run_at <= clock_timestamp())
    ) AS busy`,
  );
  return row?.busy === false;
}

/**
 * After the clock was moved by `movedMs` to `now`: every waiting job is as far off as it is by the clock. First tries
 * are reckoned anew from their envelopes, so that a job added while the clock was moving comes right too.
 */
export async function followClock(store: StoreHandle, now: Date, movedMs: number): Promise<void> {
  await patiently(
    () => client(store).$executeRaw`
    UPDATE graphile_worker._private_jobs SET run_at = CASE WHEN attempts = 0
      THEN clock_timestamp() + greatest((payload ->> 'due')::timestamptz - ${now}::timestamptz, interval '0')
      ELSE run_at - ${movedMs}::float8 * interval '1 millisecond' END
    WHERE is_available`,
  );
  // The workers look again now instead of at their next poll.
  await patiently(
    () =>
      client(store).$executeRaw`SELECT pg_notify('jobs:insert', json_build_object('r', random(), 'count', 16)::text)`,
  );
}
