/** Adds and takes away jobs inside the caller's transaction: a job exists exactly when what it is for was committed. */
import { client } from '../database/client.ts';
import { Prisma } from '../database/generated/client.ts';
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
  await client(store).$executeRaw`SELECT ${addJob(job, when)}`;
}

/** Takes a waiting job away. One that runs already finishes, and is not repeated if it fails. */
export async function cancelJob(store: StoreHandle, key: string): Promise<void> {
  await client(store).$executeRaw`SELECT 1 FROM graphile_worker.remove_job(${key}::text)`;
}

/**
 * One tick of a periodic task: the row and its job are one statement. False: another instance has it. (A job key alone
 * would let the task run twice once the first job has finished.)
 */
export async function enqueueTick(store: StoreHandle, task: string, at: Date, now: Date): Promise<boolean> {
  const job = addJob({ name: 'tick', payload: { task, at: at.toISOString() } }, { now });
  const won = await client(store).$executeRaw`
    WITH won AS (
      INSERT INTO "tick" ("task", "at", "addedAt") VALUES (${task}, ${at}, ${now}) ON CONFLICT DO NOTHING RETURNING 1
    )
    SELECT ${job} FROM won`;
  return won > 0;
}

/** Ticks that nobody will ask about again. */
export async function forgetTicks(store: StoreHandle, before: Date): Promise<number> {
  const { count } = await client(store).tick.deleteMany({ where: { at: { lt: before } } });
  return count;
}

function addJob(job: Job, when: When): Prisma.Sql {
  const at = when.at ?? when.now;
  const payload = { due: at.toISOString(), data: jobTypes[job.name].parse(job.payload) };
  // The database waits in its own time: what counts is how far off the job is, so a moved clock needs no special case.
  const delay = Math.max(0, at.getTime() - when.now.getTime());
  const isPerTransaction = when.oncePer === 'transaction';
  const key = isPerTransaction ? `${job.name}:${subjectOf(job)}:${at.getTime()}:` : (when.key ?? null);
  return Prisma.sql`graphile_worker.add_job(
      ${job.name}::text,
      payload := ${JSON.stringify(payload)}::json,
      run_at := clock_timestamp() + ${delay}::float8 * interval '1 millisecond',
      job_key := ${key}::text || CASE WHEN ${isPerTransaction}::boolean THEN pg_current_xact_id()::text ELSE '' END
    )`;
}

function subjectOf(job: Job): string {
  return Object.values(job.payload).join(':');
}
