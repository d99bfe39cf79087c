/** A step of the calendar is finished: said by the committee secretary, or by the act itself that finishes it. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { authorise } from '../../access/operations.ts';
import * as store from '../store/schedules.ts';
import type { Subject } from '../types/dates.ts';
import { type ScheduleRow, stepSubject } from '../types/schedule.ts';
import { noteSchedule, type ScheduleRefusal } from './schedule.ts';
import { cancelDeadline } from './set.ts';
import { refreshSlips, standingSchedule } from './slips.ts';

/** The step is finished, earlier or later than its day. Refusals: access (deadline.manage), schedule-unknown. */
export async function finishScheduleStep(
  act: Act,
  input: { readonly committee: CommitteeId; readonly step: string },
): Promise<Outcome<void, ScheduleRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const schedule = await store.findOpen(tx, input.committee);
    const step = schedule?.steps.find(({ id }) => id === input.step);
    if (!schedule || !step) return refused('schedule-unknown');
    await finish(here, schedule, step);
    return done();
  });
}

/** What a step hangs on; one that is closed early by hand has no date any more, but its step is done. */
const hangsOn = { review: 'review', synthesis: 'review', minutes: 'conference' } as const;

/**
 * The round is closed, its synthesis or the confirmed minutes of the conference are there: the step is done without
 * anybody saying so. Of another round or conference than the calendar's it is nothing. Called in the transaction of that act.
 */
export async function stepReached(
  act: Act,
  committee: CommitteeId,
  key: keyof typeof hangsOn,
  of: Subject,
): Promise<void> {
  const standing = await standingSchedule(act, committee);
  const anchor = standing?.steps.find((one) => one.key === hangsOn[key]);
  const step = standing?.schedule.steps.find((one) => one.key === key);
  if (!standing || !anchor || !step) return;
  const { linked, isDone } = anchor;
  // The date of a round and that of its close have the round's id.
  const isOfThis = linked ? linked.subject.id === of.id : isDone;
  if (isOfThis) await finish(act, standing.schedule, step);
}

/** Twice is once. */
async function finish(act: Act, schedule: ScheduleRow, step: ScheduleRow['steps'][number]): Promise<void> {
  if (!(await store.finishStep(act.store, step.id, act.now))) return;
  await cancelDeadline(act, { kind: stepSubject, id: step.id });
  await refreshSlips(act.store, act, schedule.id);
  await noteSchedule(act.store, act, schedule, 'deadlines.step-done', { step: step.key });
}
