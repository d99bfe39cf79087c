/** Frees the jobs of instances that are gone: after a SIGKILL the queue would keep them locked for hours. */
import { client } from '../database/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { Locks } from './locks.ts';

/** A worker takes its lock a moment after it exists; jobs this young are not judged. */
const graceSeconds = 5;

/** Every worker pool holds this lock for as long as it lives. */
export function aliveLock(pool: string): string {
  return `alive:${pool}`;
}

/** Returns the pools whose jobs were freed. Any number of instances may sweep at once. */
export async function freeJobsOfTheDead(store: StoreHandle, locks: Locks): Promise<readonly string[]> {
  const owners = await client(store).$queryRaw<readonly { pool: string }[]>`
    SELECT locked_by AS pool FROM graphile_worker._private_jobs
      WHERE locked_by IS NOT NULL AND locked_at < now() - ${graceSeconds}::int * interval '1 second'
    UNION
    SELECT locked_by FROM graphile_worker._private_job_queues
      WHERE locked_by IS NOT NULL AND locked_at < now() - ${graceSeconds}::int * interval '1 second'`;
  const freed: string[] = [];
  for (const { pool } of owners) {
    const lock = await locks.tryLock(aliveLock(pool));
    // Somebody holds it: alive, only slow.
    if (!lock) continue;
    try {
      await client(store).$executeRaw`SELECT graphile_worker.force_unlock_workers(ARRAY[${pool}::text])`;
      freed.push(pool);
    } finally {
      await lock.release();
    }
  }
  return freed;
}

/** So long ago that what a worker took is either being worked on or lost. */
const lostSeconds = 60;

/**
 * Frees jobs that a living pool took without knowing it: the connection broke between the database's giving it the job
 * and its hearing so. `atWork` are the ids that its workers really have.
 */
export async function freeLostJobs(store: StoreHandle, pool: string, atWork: readonly string[]): Promise<number> {
  return client(store).$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = NULL, locked_at = NULL
      WHERE locked_by = ${pool} AND locked_at < now() - ${lostSeconds}::int * interval '1 second'
        AND NOT (id = ANY (${[...atWork]}::bigint[]))`;
}
