/** The calendar counted backwards: laid out, seen as it stands, ended. It is moved next door. */
import { record } from '../../../audit/record.ts';
import { isConflict } from '../../../database/conflict.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { layOut, scheduleTemplates } from '../rules/schedule.ts';
import * as store from '../store/schedules.ts';
import type { Duties } from '../types/duties.ts';
import { type LaidOut, type ScheduleRow, type ScheduleSeen, type StepMove, stepSubject } from '../types/schedule.ts';
import { askedAsSeen, dutiesFor } from './about.ts';
import { cancelDeadline, setDeadline } from './set.ts';
import { refreshSlips, standingSchedule } from './slips.ts';

export type ScheduleRefusal =
  | AccessRefusal
  | 'schedule-does-not-fit'
  | 'schedule-exists'
  | 'schedule-unknown'
  | 'date-unreadable';

/** What would be laid out; nothing is saved. Refusals: access (deadline.manage), schedule-does-not-fit, date-unreadable. */
export async function previewSchedule(
  act: Act,
  input: { readonly committee: CommitteeId; readonly dueOn: string },
): Promise<Outcome<LaidOut, ScheduleRefusal>> {
  const viewer = await authorise(act, input.committee, 'deadline.manage');
  if (!viewer.ok) return viewer;
  const committee = await committeeHeader(act, input.committee);
  if (!committee) return refused('committee-unknown');
  if (!isPlainDate(input.dueOn)) return refused('date-unreadable', { text: input.dueOn.slice(0, 20) }, 'date');
  const calendar = workingCalendarOf(committee, act.now);
  const template = scheduleTemplates[committee.profile] ?? scheduleTemplates.general ?? [];
  return layOut(template, calendar, dateIn(calendar.zone, act.now), input.dueOn);
}

/** Every step gets its date, with reminders to the committee secretary. Refusals: as for the preview, schedule-exists. */
export async function makeSchedule(
  act: Act,
  input: { readonly committee: CommitteeId; readonly dueOn: string },
): Promise<Outcome<LaidOut, ScheduleRefusal>> {
  try {
    return await inTransaction(act, async (tx) => {
      const here = inside(act, tx);
      const laidOut = await previewSchedule(here, input);
      if (!laidOut.ok) return laidOut;
      const committee = await committeeHeader(here, input.committee);
      if (!committee) return refused('committee-unknown');
      const { dueOn } = input;
      const wanted = { dueOn, template: committee.profile, steps: laidOut.value.steps };
      const schedule = await store.insertSchedule(tx, await viewerOf(here, committee.id), wanted, act.now);
      for (const { id, date } of schedule.steps) await setStep(here, schedule, id, date);
      await noteSchedule(tx, act, schedule, 'deadlines.scheduled', { dueOn });
      return laidOut;
    });
  } catch (error) {
    if (isConflict(error)) return refused('schedule-exists');
    throw error;
  }
}

/** For every member; null: none is open. Refusals: access (deadline.see). */
export async function seeSchedule(
  act: Act,
  features: readonly Duties[],
  committee: CommitteeId,
): Promise<Outcome<ScheduleSeen | null, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'deadline.see');
  if (!viewer.ok) return viewer;
  const standing = await standingSchedule(act, committee);
  if (!standing) return done(null);
  const { pushed, steps, ...rest } = standing;
  const moves: StepMove[] = [];
  for (const move of pushed.moves) {
    const linked = steps.find(({ key }) => key === move.key)?.linked;
    const touched = linked ? (await askedAsSeen(act, features, linked.subject)).size : 0;
    const isSummoned = linked?.ladder === 'conference';
    const byHand = isSummoned && !dutiesFor(features, linked.subject).reschedule;
    moves.push({ ...move, touched, isSummoned, byHand });
  }
  const mayManage = may(viewer.value, 'deadline.manage');
  return done({ ...rest, steps, moves, lacking: pushed.lacking, mayManage });
}

/** Its dates remind nobody any more; what the steps have become stays. Refusals: access, schedule-unknown. */
export async function endSchedule(act: Act, committee: CommitteeId): Promise<Outcome<void, ScheduleRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const schedule = await store.findOpen(tx, committee);
    if (!schedule || !(await store.closeSchedule(tx, schedule.id, act.now))) return refused('schedule-unknown');
    for (const { id } of schedule.steps) await cancelDeadline(inside(act, tx), { kind: stepSubject, id });
    await refreshSlips(tx, act, schedule.id);
    await noteSchedule(tx, act, schedule, 'deadlines.schedule-ended', {});
    return done();
  });
}

/** A step that would end in the past reminds of nothing any more; the calendar still shows it. */
export async function setStep(
  act: Act,
  schedule: Pick<ScheduleRow, 'committee'>,
  step: string,
  date: PlainDate,
): Promise<void> {
  const subject = { kind: stepSubject, id: step };
  const stated = { date, time: null };
  const set = await setDeadline(act, { committee: schedule.committee, subject, ladder: 'date', stated });
  if (!set.ok) await cancelDeadline(act, subject);
}

export async function noteSchedule(
  tx: StoreHandle,
  act: Act,
  schedule: Pick<ScheduleRow, 'id' | 'committee'>,
  kind: string,
  facts: Record<string, string | readonly string[]>,
): Promise<void> {
  const { id, committee } = schedule;
  await record(tx, act, { kind, committee, subject: { kind: 'schedule', id }, facts });
}
