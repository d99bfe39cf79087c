/** The clockwork of deadlines: plans of reminders, reminders that are due, dates that have come, and the nightly check. */

import { passDeadline } from '../features/deadlines/operations/pass.ts';
import { layOutReminders, reconcileReminders, replanCommittee } from '../features/deadlines/operations/plan.ts';
import { remindWhoIsDue } from '../features/deadlines/operations/remind.ts';
import { homeOfCommittee, homeOfDeadline } from '../features/deadlines/operations/set.ts';
import { tellWhatSlipsEverywhere } from '../features/deadlines/operations/slips.ts';
import { clockworkAct } from '../features/workspaces/operations/workspaces.ts';
import type { Act, StoreHandle } from '../kernel/act.ts';
import { asId, type CommitteeId, type DeadlineId } from '../kernel/ids.ts';
import type { JobContext, JobHandlers } from './handlers.ts';
import type { PeriodicTask } from './schedules.ts';

/** What the features say of their subjects. */
type Duties = Parameters<typeof layOutReminders>[1];

export interface DeadlineClockwork {
  readonly handlers: Pick<JobHandlers, 'plan-reminders' | 'settings-changed' | 'reminders-due' | 'deadline-passed'>;
  readonly periodic: readonly PeriodicTask[];
}

/** `zone`: the nightly check runs at this zone's night. */
export function createDeadlineClockwork(parts: {
  readonly store: StoreHandle;
  readonly duties: Duties;
  readonly zone: string;
}): DeadlineClockwork {
  const { store, duties, zone } = parts;
  return {
    handlers: {
      'plan-reminders': ({ deadline, version }, context) =>
        withDeadline(deadline, context, (act, id) => layOutReminders(act, duties, { deadline: id, version })),
      'settings-changed': async ({ committee }, { now }) => {
        const id = asId<CommitteeId>(committee);
        const workspace = await homeOfCommittee(store, id);
        if (workspace) await replanCommittee(clockworkAct(store, workspace, now), duties, id);
      },
      'reminders-due': ({ deadline }, context) =>
        withDeadline(deadline, context, (act, id) => remindWhoIsDue(act, duties, id)),
      'deadline-passed': ({ deadline }, context) =>
        withDeadline(deadline, context, (act, id) => passDeadline(act, duties, id)),
    },
    periodic: [
      {
        // People who joined, holidays and hours that were changed: what is still to come follows.
        name: 'reconcile-reminders',
        rhythm: { daily: '02:20', zone },
        async run({ now }) {
          await reconcileReminders(store, now);
          await tellWhatSlipsEverywhere(store, now);
        },
      },
    ],
  };

  /** Nothing runs for a workspace that the bot was taken out of. */
  async function withDeadline(
    deadline: string,
    { now }: JobContext,
    run: (act: Act, id: DeadlineId) => Promise<void>,
  ): Promise<void> {
    const id = asId<DeadlineId>(deadline);
    const workspace = await homeOfDeadline(store, id);
    if (workspace) await run(clockworkAct(store, workspace, now), id);
  }
}
