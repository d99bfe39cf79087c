/** The calendar counted backwards: laid out, seen as it stands, moved as a whole when something slips, ended. */
import { record } from '../../../audit/record.ts';
import { isConflict } from '../../../database/conflict.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, isPlainDate } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, viewerOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { layOut, scheduleTemplates } from '../rules/schedule.ts';
import * as store from '../store/schedules.ts';
import {
  type Duties,
  type LaidOut,
  type ScheduleRow,
  type ScheduleSeen,
  type StepMove,
  stepSubject,
} from '../types.ts';
import { askedAsSeen } from './about.ts';
import { moveDeadline } from './move.ts';
import { cancelDeadline, setDeadline } from './set.ts';
import { fingerprint, refreshSlips, standingSchedule } from './slips.ts';

export type ScheduleRefusal =
  | AccessRefusal
  | 'schedule-does-not-fit'
  | 'schedule-exists'
  | 'schedule-lacks'
  | 'schedule-unknown'
  | 'schedule-changed-meanwhile'
  | 'nothing-slips'
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
      await note(tx, act, schedule, 'deadlines.scheduled', { dueOn });
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
    const subject = steps.find(({ key }) => key === move.key)?.linked?.subject;
    const touched = subject ? (await askedAsSeen(act, features, subject)).size : 0;
    moves.push({ ...move, touched, byHand: subject?.kind === 'conference' });
  }
  const mayManage = may(viewer.value, 'deadline.manage');
  return done({ ...rest, steps, moves, lacking: pushed.lacking, mayManage });
}

/**
 * Moves everything that has to move, as it was shown: `expected` is what was confirmed. Reminders follow; the start of a
 * conference is left to whoever changes the conference. Refusals: access (deadline.manage), schedule-unknown,
 * nothing-slips, schedule-changed-meanwhile, schedule-lacks {days}.
 */
export async function moveSchedule(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly expected: string },
): Promise<Outcome<ScheduleSeen, ScheduleRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const seen = await seeSchedule(here, features, input.committee);
    if (!seen.ok) return seen;
    if (!seen.value) return refused('schedule-unknown');
    const { schedule, steps, moves, lacking } = seen.value;
    if (lacking) return refused('schedule-lacks', { days: lacking.days });
    if (moves.length === 0) return refused('nothing-slips');
    if (fingerprint(moves) !== input.expected) return refused('schedule-changed-meanwhile');
    // From the end to the beginning: whatever is looked at on the way, nothing stands too near to what follows it.
    for (const { key, to, byHand } of [...moves].reverse()) {
      const step = steps.find((one) => one.key === key);
      if (!step || byHand) continue;
      await store.setStepDate(tx, step.id, to);
      await setStep(here, schedule, step.id, to);
      if (!step.linked) continue;
      const { id: deadline, version } = step.linked;
      const moved = await moveDeadline(here, features, { deadline, version, stated: { date: to, time: null } });
      if (!moved.ok) return refused('schedule-changed-meanwhile');
    }
    await refreshSlips(tx, act, schedule.id);
    await note(tx, act, schedule, 'deadlines.schedule-moved', { steps: moves.map(({ key, to }) => `${key}:${to}`) });
    const after = await seeSchedule(here, features, input.committee);
    return after.ok && after.value ? done(after.value) : refused('schedule-unknown');
  });
}

/** The step is finished, earlier or later than its day. Refusals: access (deadline.manage), schedule-unknown. */
export async function finishScheduleStep(
  act: Act,
  input: { readonly committee: CommitteeId; readonly step: string },
): Promise<Outcome<void, ScheduleRefusal>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'deadline.manage');
    if (!viewer.ok) return viewer;
    const schedule = await store.findOpen(tx, input.committee);
    const step = schedule?.steps.find(({ id }) => id === input.step);
    if (!schedule || !step) return refused('schedule-unknown');
    if (!(await store.finishStep(tx, step.id, act.now))) return done();
    await cancelDeadline(inside(act, tx), { kind: stepSubject, id: step.id });
    await refreshSlips(tx, act, schedule.id);
    await note(tx, act, schedule, 'deadlines.step-done', { step: step.key });
    return done();
  });
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
    await note(tx, act, schedule, 'deadlines.schedule-ended', {});
    return done();
  });
}

async function setStep(act: Act, schedule: ScheduleRow, step: string, date: string): Promise<void> {
  const subject = { kind: stepSubject, id: step };
  // A step that would end in the past has no reminders any more; the calendar still shows it.
  await setDeadline(act, { committee: schedule.committee, subject, ladder: 'date', stated: { date, time: null } });
}

async function note(
  tx: StoreHandle,
  act: Act,
  schedule: ScheduleRow,
  kind: string,
  facts: Record<string, string | readonly string[]>,
): Promise<void> {
  const { id, committee } = schedule;
  await record(tx, act, { kind, committee, subject: { kind: 'schedule', id }, facts });
}
