/** Adds and takes away jobs inside the caller's transaction: a job exists exactly when what it is for was committed. */
import { client } from '../database/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import { type Job, jobTypes } from './job-types.ts';

export interface When {
  /** The caller's present, as in `act.now`. */
  readonly now: Date;
  /** Left out: at once. */
  readonly at?: Date;
  /** A waiting job with this key is replaced: the same key and another time moves the job. One that runs is left alone. */
  readonly key?: string;
  /**
   * Any number of these in one transaction are one job. Two transactions make two, on purpose: with a shared key
   * everybody who acts in a workspace would wait for the row lock of whoever acted just before.
   */
  readonly oncePer?: 'transaction';
}

export async function enqueue(store: StoreHandle, job: Job, when: When): Promise<void> {
  const at = when.at ?? when.now;
  const payload = { due: at.toISOString(), data: jobTypes[job.name].parse(job.payload) };
  // The database waits in its own time: what counts is how far off the job is, so a moved clock needs no special case.
  const delay = Math.max(0, at.getTime() - when.now.getTime());
  const key = when.oncePer ? `${job.name}:${canonicalKey(job)}:${at.getTime()}:` : (when.key ?? null);
  const perTransaction = when.oncePer === 'transaction';
  await client(store).$executeRaw`
    SELECT 1 FROM graphile_worker.add_job(
      ${job.name}::text,
      payload := ${JSON.stringify(payload)}::json,
      run_at := clock_timestamp() + ${delay}::float8 * interval '1 millisecond',
      job_key := ${key}::text || CASE WHEN ${perTransaction}::boolean THEN pg_current_xact_id()::text ELSE '' END
    )`;
}

/** Takes a waiting job away. One that runs already finishes, and is not repeated if it fails. */
export async function cancelJob(store: StoreHandle, key: string): Promise<void> {
  await client(store).$executeRaw`SELECT 1 FROM graphile_worker.remove_job(${key}::text)`;
}

function canonicalKey(job: Job): string {
  return Object.values(job.payload).join(':');
}
