/**
 * Sends what is due, one instance at a time for each workspace. A job only wakes it: nothing here sleeps in a job, and
 * a workspace or a channel that is slow holds up no other.
 */
import type { Platform } from '../chat/platform.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { Clock } from '../kernel/clock.ts';
import type { WorkspaceId } from '../kernel/ids.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { enqueue } from '../queue/enqueue.ts';
import type { HeldLock, Locks } from '../queue/locks.ts';
import { askAfterCard } from './ask.ts';
import { type DeliveryCount, type Patience, type SenderContext, usualPatience } from './context.ts';
import { createLimits, type Pacing, slackPacing } from './limits.ts';
import { postCard } from './post.ts';
import { type Place, placeOf } from './recipient.ts';
import { redrawCard } from './redraw.ts';
import type { Renderers } from './renderers.ts';
import { dueWork, nextDueAt, postsOfLastMinute, type Work, workspacesWithDueWork } from './rows.ts';
import { openRunningMinute, type RunningMinute } from './running-minute.ts';
import { fingerprintsWith } from './words.ts';

export interface SenderOptions {
  readonly store: StoreHandle;
  readonly locks: Locks;
  readonly platform: Platform;
  readonly renderers: Renderers;
  readonly clock: Clock;
  readonly log: Log;
  /** The installation's: keys the fingerprints of what stands on cards. */
  readonly secret: Uint8Array;
  readonly pacing?: Pacing;
  readonly patience?: Partial<Patience>;
  readonly count?: (what: DeliveryCount) => void;
}

export interface Sender {
  /** Has it look at this workspace now; returns at once. */
  wake(workspace: WorkspaceId): void;
  /** Wakes every workspace in which something is due: after a start, and now and then. */
  wakeAll(): Promise<void>;
  /** When nothing is being sent by this instance. */
  idle(): Promise<void>;
  /** The same, and nothing that is due waits: what a failure interrupted is begun again. */
  rest(): Promise<void>;
  /** Begins nothing new and waits for the calls that are on their way. */
  stop(): Promise<void>;
}

/** While calls are on their way, a card that another instance was woken for is noticed after this. */
const lookAgainMs = 500;
/** Another instance may hold what is due: whoever rests does not wait for it for ever. */
const restTries = 20;

export function createSender(options: SenderOptions): Sender {
  const pacing = options.pacing ?? slackPacing;
  const context: SenderContext = {
    ...options,
    limits: createLimits(pacing),
    fingerprint: fingerprintsWith(options.secret),
    patience: { ...usualPatience, ...options.patience },
    count: options.count ?? (() => {}),
  };
  const serving = new Map<WorkspaceId, { readonly done: Promise<void>; readonly bell: Bell }>();
  let isStopping = false;

  function wake(workspace: WorkspaceId): void {
    if (isStopping) return;
    const current = serving.get(workspace);
    if (current) {
      current.bell.ring();
      return;
    }
    const bell = createBell();
    const done = serve(workspace, bell)
      .catch((error: unknown) => context.log.warn({ ...errorFacts(error), workspace }, 'sending was interrupted'))
      .then(() => {
        serving.delete(workspace);
        // Rung between the last look and now: look once more.
        if (bell.isRung()) wake(workspace);
      });
    serving.set(workspace, { done, bell });
  }

  async function serve(workspace: WorkspaceId, bell: Bell): Promise<void> {
    for (;;) {
      bell.silence();
      const lock = await options.locks.tryLock(`send:${workspace}`);
      if (!lock) return;
      let isClean = false;
      try {
        const place = await placeOf(context.store, workspace);
        if (!place) return;
        isClean = await drain(place, bell, lock);
      } finally {
        await lock.release();
      }
      // Whoever was woken while we held the lock went away again, so its card is ours: look after letting go.
      const now = context.clock.now();
      const isDone = (await dueWork(context.store, workspace, now)).length === 0;
      if (isDone) await wakeLater(workspace, now);
      // After a failure the regular wake-up goes on: at once, it would only fail again.
      if (isDone || !isClean || isStopping) return;
    }
  }

  /** False when something went wrong on our side. */
  async function drain(place: Place, bell: Bell, lock: HeldLock): Promise<boolean> {
    const running = new Map<string, Promise<void>>();
    let isClean = true;
    const isOurs = (): boolean => lock.isHeld() && !isStopping;
    // Whoever sent before us may be gone, and what they sent counts.
    const minute = openRunningMinute(pacing, await postsOfLastMinute(context.store, place.id, context.clock.now()));
    while (isOurs() && isClean) {
      bell.silence();
      const due = await dueWork(context.store, place.id, context.clock.now());
      const fresh = due.filter((work) => !running.has(work.lane));
      for (const work of fresh) {
        const task = perform({ context, place, minute, isOurs }, work)
          .catch((error: unknown) => {
            isClean = false;
            context.log.warn({ ...errorFacts(error), delivery: work.id }, 'a card could not be handled');
          })
          .finally(() => running.delete(work.lane));
        running.set(work.lane, task);
      }
      if (running.size === 0) break;
      await Promise.race([...running.values(), bell.rung(lookAgainMs)]);
    }
    await Promise.all(running.values());
    return isClean;
  }

  async function wakeLater(workspace: WorkspaceId, now: Date): Promise<void> {
    const at = await nextDueAt(context.store, workspace, now);
    if (at)
      await enqueue(context.store, { name: 'send', payload: { workspace } }, { now, at, key: `next:${workspace}` });
  }

  async function wakeAll(): Promise<void> {
    for (const workspace of await workspacesWithDueWork(context.store, context.clock.now())) wake(workspace);
  }

  async function idle(): Promise<void> {
    while (serving.size > 0) await Promise.all([...serving.values()].map(({ done }) => done));
  }

  return {
    wake,
    wakeAll,
    idle,
    async rest() {
      await idle();
      for (let tries = 0; tries < restTries && !isStopping; tries += 1) {
        await wakeAll();
        if (serving.size === 0) return;
        await idle();
      }
    },
    async stop() {
      isStopping = true;
      await context.limits.stop();
      const last = [...serving.values()];
      for (const { bell } of last) bell.ring();
      await Promise.all(last.map(({ done }) => done));
    },
  };
}

interface Sending {
  readonly context: SenderContext;
  readonly place: Place;
  readonly minute: RunningMinute;
  readonly isOurs: () => boolean;
}

function perform({ context, place, minute, isOurs }: Sending, work: Work): Promise<void> {
  const { limits } = context;
  if (work.task === 'redraw') return limits.redraw(place.id, () => redrawCard(context, place, work.id));
  if (work.task === 'ask') return limits.ask(place.id, () => askAfterCard(context, place, work.id));
  // Before the card is worded: words are not to grow old while it waits.
  const post = (): Promise<void> => minute.inTurn(work.lane, isOurs, () => postCard(context, place, work.id, isOurs));
  return limits.post(place.id, work.lane, post);
}

interface Bell {
  ring(): void;
  silence(): void;
  isRung(): boolean;
  /** Resolves when rung, at the latest after so many milliseconds. */
  rung(limitMs: number): Promise<void>;
}

function createBell(): Bell {
  let isRung = false;
  let answer: () => void = () => {};
  return {
    ring() {
      isRung = true;
      answer();
    },
    silence() {
      isRung = false;
    },
    isRung: () => isRung,
    rung(limitMs) {
      if (isRung) return Promise.resolve();
      return new Promise((resolve) => {
        const timer = setTimeout(resolve, limitMs);
        answer = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    },
  };
}
