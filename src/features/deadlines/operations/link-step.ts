/** Which round, names or conference a step of the calendar has become, where the nearest of its kind is not the right one. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { authorise } from '../../access/operations.ts';
import { kindOfStep } from '../rules/schedule.ts';
import * as store from '../store/schedules.ts';
import type { Duties } from '../types/duties.ts';
import type { LinkChoice, RealDate, ScheduleRow, ScheduleStepRow } from '../types/schedule.ts';
import { dutiesFor } from './about.ts';
import { noteSchedule, type ScheduleRefusal } from './schedule.ts';
import { refreshSlips, tellWhatSlips } from './slips.ts';

export interface Linkable {
  readonly step: ScheduleStepRow;
  readonly dates: readonly { readonly id: string; readonly title: string | null; readonly dueAt: Date }[];
}

interface OfStep {
  readonly committee: CommitteeId;
  readonly step: string;
}

/** Every date that the step can have become, soonest first. Refusals: access (deadline.manage), schedule-unknown. */
export async function seeLinkable(
  act: Act,
  features: readonly Duties[],
  input: OfStep,
): Promise<Outcome<Linkable, ScheduleRefusal>> {
  const found = await findStep(act, input);
  if (!found.ok) return found;
  const { step, dates } = found.value;
  const [first] = dates;
  const ids = dates.map(({ subject }) => subject.id);
  const titles = first ? await dutiesFor(features, first.subject).titles?.(act, ids) : null;
  return done({
    step,
    dates: dates.map(({ subject, dueAt }) => ({ id: subject.id, title: titles?.get(subject.id) ?? null, dueAt })),
  });
}

/**
 * From now on the step follows this date, or its own. `from`: what stood there when it was asked for; an undo that comes
 * after a newer choice is undo-nothing. What slips because of it is told as ever. Returns what stood before.
 */
export async function linkStep(
  act: Act,
  input: OfStep & { readonly choice: LinkChoice; readonly from?: LinkChoice },
): Promise<Outcome<LinkChoice, ScheduleRefusal | 'schedule-link-unknown' | 'undo-nothing'>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await findStep(here, input);
    if (!found.ok) return found;
    const { schedule, step, dates } = found.value;
    const { choice, from } = input;
    if (from !== undefined && from !== step.linkChoice) return refused('undo-nothing');
    const isKnown = choice === null || choice === 'none' || dates.some(({ subject }) => subject.id === choice);
    if (!isKnown) return refused('schedule-link-unknown', {}, 'date');
    await store.setLink(tx, step.id, choice);
    await refreshSlips(tx, act, schedule.id);
    await tellWhatSlips(here, input.committee);
    await noteSchedule(tx, act, schedule, 'deadlines.step-linked', { step: step.key, to: choice ?? 'nearest' });
    return done(step.linkChoice);
  });
}

async function findStep(
  act: Act,
  { committee, step: id }: OfStep,
): Promise<Outcome<{ schedule: ScheduleRow; step: ScheduleStepRow; dates: readonly RealDate[] }, ScheduleRefusal>> {
  const viewer = await authorise(act, committee, 'deadline.manage');
  if (!viewer.ok) return viewer;
  const schedule = await store.findOpen(act.store, committee);
  const step = schedule?.steps.find((one) => one.id === id);
  if (!schedule || !step) return refused('schedule-unknown');
  const kind = kindOfStep(step.key);
  const dates = kind ? await store.datesAfter(act.store, [schedule], [kind]) : [];
  return done({ schedule, step, dates });
}
