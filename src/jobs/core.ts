/** The jobs and periodic tasks of the house itself; features bring theirs, and app.ts puts them together. */
import { keepVerifiedHead, verifiedHead } from '../audit/heads.ts';
import { sealEvents } from '../audit/seal.ts';
import type { ChainVerdict } from '../audit/types.ts';
import { verifyChain } from '../audit/verify.ts';
import type { Sender } from '../delivery/sender.ts';
import { clockworkAct, listWorkspaces } from '../features/workspaces/operations/workspaces.ts';
import type { StoreHandle } from '../kernel/act.ts';
import { asId, type WorkspaceId } from '../kernel/ids.ts';
import type { Log } from '../kernel/log.ts';
import { forgetTicks } from '../queue/enqueue.ts';
import type { JobHandlers } from './handlers.ts';
import type { PeriodicTask } from './schedules.ts';

/** Waking and sealing; `tick` runs the periodic task of that name (an unknown one was removed since: nothing to do). */
export function coreHandlers(options: {
  readonly store: StoreHandle;
  readonly sender: Pick<Sender, 'wake'>;
  readonly periodic: readonly PeriodicTask[];
}): Pick<JobHandlers, 'send' | 'seal' | 'tick'> {
  return {
    // The job only rings: sending takes its own time, and a slow platform must not use up the workers.
    send: async ({ workspace }) => options.sender.wake(asId<WorkspaceId>(workspace)),
    seal: async ({ workspace }, { now }) => {
      const id = asId<WorkspaceId>(workspace);
      await sealEvents(clockworkAct(options.store, { id, locale: 'en', zone: 'UTC' }, now));
    },
    tick: async ({ task, at }, { now }) => {
      await options.periodic.find(({ name }) => name === task)?.run({ at: new Date(at), now });
    },
  };
}

const tickMemoryMs = 40 * 24 * 3_600_000;

export function coreTasks(options: {
  readonly store: StoreHandle;
  readonly log: Log;
  readonly zone: string;
  /** Each workspace's chain, every night: for the digest (the head) and for an alarm (broken). */
  readonly onChain: (workspace: WorkspaceId, verdict: ChainVerdict) => Promise<void>;
  /** What features delete when its time has come; every night, one after the other. */
  readonly retention?: readonly ((now: Date) => Promise<void>)[];
}): readonly PeriodicTask[] {
  const { store, log } = options;
  return [
    {
      name: 'verify-chains',
      rhythm: { daily: '03:10', zone: options.zone },
      isHousekeeping: true,
      async run({ now }) {
        for (const { id } of await listWorkspaces(store)) {
          await sealEvents(clockworkAct(store, { id, locale: 'en', zone: 'UTC' }, now));
          // Only with the head of an earlier night is a shortened chain found out.
          const verdict = await verifyChain(store, id, (await verifiedHead(store, id)) ?? undefined);
          if (verdict.ok) await keepVerifiedHead(store, id, verdict.head, now);
          else {
            log.error(
              { workspace: id, position: verdict.position, reason: verdict.reason },
              'an audit chain is broken',
            );
          }
          await options.onChain(id, verdict);
        }
      },
    },
    {
      name: 'retention',
      rhythm: { daily: '03:40', zone: options.zone },
      isHousekeeping: true,
      async run({ now }) {
        await forgetTicks(store, new Date(now.getTime() - tickMemoryMs));
        for (const forget of options.retention ?? []) await forget(now);
      },
    },
  ];
}
