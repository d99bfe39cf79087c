/** What the steps of the calendar ask: of the committee secretary, until the step is done or has become a round of its own. */
import type { Act } from '../../../kernel/act.ts';
import { endOfWorkingDay } from '../../../kernel/calendar.ts';
import { addDays, dateIn } from '../../../kernel/time.ts';
import { committeesIn, type Viewer } from '../../access/types.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { clerksOf } from '../../committees/operations/look.ts';
import * as store from '../store/schedules.ts';
import type { Asked, Duty } from '../types/duties.ts';
import { type StepKey, stepSubject } from '../types/schedule.ts';
import { standingSchedule, standingSchedules, tellWhatSlips } from './slips.ts';

/** A step stands in "my duties" from so many days before its own. */
const showsDaysBefore = 10;

export async function askedForSteps(act: Act, steps: readonly string[]): Promise<Asked> {
  const committees = await store.committeesOfSteps(act.store, steps);
  const standing = await standingSchedules(act, committees);
  const clerks = await clerksOf(act, committees);
  const asked = new Set(steps);
  return new Map(
    standing.flatMap(({ committee, steps: all }) =>
      all
        .filter(({ id, isDone, linked }) => asked.has(id) && !isDone && !linked)
        .map(({ id }) => [id, clerks.get(committee.id) ?? []] as const),
    ),
  );
}

export async function stepDutiesOf(act: Act, viewers: readonly Viewer[]): Promise<readonly Duty[]> {
  const clerk = viewers.filter(({ roles }) => roles.includes('clerk'));
  const standing = clerk.length > 0 ? await standingSchedules(act, committeesIn(clerk)) : [];
  return standing.flatMap(({ committee, steps }) => {
    const calendar = workingCalendarOf(committee, act.now);
    const until = addDays(dateIn(calendar.zone, act.now), showsDaysBefore);
    return steps
      .filter(({ isDone, linked, date }) => !isDone && !linked && date <= until)
      .map(({ id, key, date }) => ({
        ...{ kind: 'deadlines.step', committee: committee.id, subject: { kind: stepSubject, id } },
        ...{ dueAt: endOfWorkingDay(calendar, date), facts: { key, date } },
      }));
  });
}

/** Its day is over. What has to move because it is not done is said while there is time. */
export async function stepPassed(act: Act, step: string): Promise<void> {
  const schedule = await store.findByStep(act.store, step);
  if (schedule) await tellWhatSlips(act, schedule.committee);
}

/** Moved on its own in the list of dates: the calendar follows, and says what has to move with it. */
export async function stepMoved(act: Act, step: string, dueAt: Date | null): Promise<void> {
  const schedule = dueAt ? await store.findByStep(act.store, step) : null;
  const standing = schedule ? await standingSchedule(act, schedule.committee) : null;
  if (!schedule || !dueAt || !standing) return;
  await store.setStepDate(act.store, step, dateIn(standing.committee.zone, dueAt));
  await tellWhatSlips(act, schedule.committee);
}

export async function keysOfSteps(act: Act, ids: readonly string[]): Promise<ReadonlyMap<string, StepKey>> {
  return store.stepKeysOf(act.store, ids);
}
