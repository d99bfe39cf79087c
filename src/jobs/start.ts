/** The clockwork of one instance: workers, heartbeat, its sign of life, and the sweep that frees dead instances' jobs. */
import { EventEmitter } from 'node:events';
import { Logger, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker';
import type { StoreHandle } from '../kernel/act.ts';
import type { Clock } from '../kernel/clock.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { enqueueTick } from '../queue/enqueue.ts';
import { type JobName, jobTypes } from '../queue/job-types.ts';
import { aliveLock, freeJobsOfTheDead, freeLostJobs } from '../queue/liveness.ts';
import type { HeldLock, Locks } from '../queue/locks.ts';
import { openWorkerPool } from '../queue/worker-pool.ts';
import { type JobCount, type JobHandlers, runJob } from './handlers.ts';
import { dueTicks, type PeriodicTask, startHeartbeat } from './schedules.ts';

export interface JobsOptions {
  readonly store: StoreHandle;
  readonly url: string;
  readonly locks: Locks;
  readonly handlers: JobHandlers;
  readonly periodic: readonly PeriodicTask[];
  readonly clock: Clock;
  readonly log: Log;
  /** Jobs at once (default 4). */
  readonly concurrency?: number;
  /** How often dead instances are looked for (default 15 s; with the grace of 5 s their jobs are free within 30 s). */
  readonly sweepMs?: number;
  /** Run with each sweep: catches what a killed instance or a failed wake-up left behind. */
  readonly alsoOnSweep?: () => Promise<void>;
  readonly count?: (job: JobName, what: JobCount) => void;
}

export interface Jobs {
  /** Makes the ticks that are due: the heartbeat's own step, also taken when the sandbox's clock is moved. */
  tick(): Promise<void>;
  /** Finishes what runs, gives back what does not finish in five seconds. */
  stop(): Promise<void>;
}

export async function startJobs(options: JobsOptions): Promise<Jobs> {
  const { store, locks, clock, log } = options;
  const boundary = { now: () => clock.now(), log, count: options.count ?? (() => {}) };
  const taskList: TaskList = Object.fromEntries(
    (Object.keys(jobTypes) as JobName[]).map((name) => [
      name,
      (payload: unknown) => runJob(options.handlers, name, payload, boundary),
    ]),
  );
  const pools = new Map<string, HeldLock | null>();
  const events: WorkerEvents = new EventEmitter();
  events.on('pool:create', ({ workerPool }) => {
    pools.set(workerPool.id, null);
    void showLife();
  });
  const atWork = new Set<string>();
  events.on('job:start', ({ job }) => atWork.add(job.id));
  events.on('job:complete', ({ job }) => atWork.delete(job.id));

  /** Also after the locks' connection was lost and is back. */
  async function showLife(): Promise<void> {
    for (const [pool, lock] of pools) {
      if (lock?.isHeld()) continue;
      pools.set(pool, await locks.tryLock(aliveLock(pool)).catch(() => null));
    }
  }

  async function sweep(): Promise<void> {
    try {
      await showLife();
      const freed = await freeJobsOfTheDead(store, locks);
      if (freed.length > 0) log.warn({ pools: freed.length }, 'freed the jobs of an instance that is gone');
      for (const pool of pools.keys()) {
        const jobs = await freeLostJobs(store, pool, [...atWork]);
        if (jobs > 0) log.warn({ jobs }, 'freed jobs that were given to this instance without its hearing so');
      }
      await options.alsoOnSweep?.();
    } catch (error) {
      log.warn(errorFacts(error), 'the regular sweep failed');
    }
  }

  async function tick(): Promise<void> {
    const now = clock.now();
    for (const { task, at } of dueTicks(options.periodic, now)) await enqueueTick(store, task, at, now);
  }

  async function beat(): Promise<void> {
    await tick().catch((error: unknown) => log.warn(errorFacts(error), 'ticks could not be made'));
  }

  const concurrency = options.concurrency ?? 4;
  const workerPool = openWorkerPool(options.url, concurrency + 2);
  const runner: Runner = await run({
    pgPool: workerPool,
    concurrency,
    taskList,
    events,
    noHandleSignals: true,
    logger: queueLogger(log),
  });
  await showLife();
  const sweeping = setInterval(() => void sweep(), options.sweepMs ?? 15_000);
  void sweep();
  const heartbeat = startHeartbeat(beat);
  void beat();

  return {
    tick,
    async stop() {
      clearInterval(sweeping);
      await heartbeat.stop();
      await runner.stop();
      await workerPool.end();
      for (const lock of pools.values()) await lock?.release();
    },
  };
}

/** The queue's own words may quote values, so only the fact and the kind of error are kept. */
function queueLogger(log: Log): Logger {
  return new Logger(() => (level, _message, meta) => {
    const error = meta && 'error' in meta ? meta.error : null;
    if (level === 'error' || level === 'warning')
      log.warn(error ? errorFacts(error) : {}, 'the job queue reports a problem');
  });
}
