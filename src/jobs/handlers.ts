/** What each job does, and the boundary around it: validated going in, an incident or a retry coming out. */
import { Unavailable } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { Envelope, type JobName, type JobPayload, jobTypes } from '../queue/job-types.ts';

export interface JobContext {
  /** By our clock, when the job began; never before `due`, however far the database's clock is ahead of ours. */
  readonly now: Date;
  /** When it was meant to run. */
  readonly due: Date;
}

export type JobHandlers = {
  readonly [Name in JobName]: (payload: JobPayload<Name>, context: JobContext) => Promise<void>;
};

export type JobCount = 'done' | 'retried' | 'failed';

export interface Boundary {
  readonly now: () => Date;
  readonly log: Log;
  readonly count: (job: JobName, what: JobCount) => void;
}

/** Runs one job. Throws when it has to be repeated: an error without words of ours or of any library in it. */
export async function runJob(
  handlers: JobHandlers,
  name: JobName,
  payload: unknown,
  boundary: Boundary,
): Promise<void> {
  try {
    const { due, data } = Envelope.parse(payload);
    const dueAt = new Date(due);
    const now = boundary.now();
    const handler = handlers[name] as (data: unknown, context: JobContext) => Promise<void>;
    await handler(jobTypes[name].parse(data), { now: now < dueAt ? dueAt : now, due: dueAt });
    boundary.count(name, 'done');
  } catch (error) {
    if (error instanceof Unavailable) {
      boundary.count(name, 'retried');
      boundary.log.info({ ...errorFacts(error), job: name }, 'a job will be repeated');
      throw new Error('unavailable');
    }
    const incident = newId();
    boundary.count(name, 'failed');
    boundary.log.error({ ...errorFacts(error), job: name, incident }, 'a job failed');
    // The queue keeps this message in its table: only the number, never a value that a library quoted.
    throw new Error(`incident ${incident}`);
  }
}
