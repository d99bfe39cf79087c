/** How the committee's calendar really stands, and who is told when something in it slips. */
import { refresh, sendAll } from '../../../delivery/send.ts';
import type { Act, StoreHandle } from '../../../kernel/act.ts';
import { onOrBefore } from '../../../kernel/calendar.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader, membersOf } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { latestDates, type Pushed, pushBack, scheduleTemplates, workingDaysBetween } from '../rules/schedule.ts';
import { datesSince, findOpen } from '../store/schedules.ts';
import type { ScheduleRow, StandingStep, StepKey, StepMove } from '../types.ts';

export const slipCard = 'deadlines.slips';

/** What a step becomes once it is really asked for. */
const becomes: Readonly<Partial<Record<StepKey, readonly string[]>>> = {
  names: ['plan-names'],
  // What comes next waits for the close.
  review: ['review-round', 'review-close'],
  conference: ['conference'],
};

export interface Standing {
  readonly committee: Committee;
  readonly schedule: ScheduleRow;
  readonly target: PlainDate;
  readonly steps: readonly StandingStep[];
  readonly pushed: Pushed;
}

/** With the dates of the round and the conference that steps have become; null: none is open. The caller has authorised. */
export async function standingSchedule(act: Act, committee: CommitteeId): Promise<Standing | null> {
  const schedule = await findOpen(act.store, committee);
  const found = schedule ? await committeeHeader(act, committee) : null;
  if (!found || !schedule) return null;
  const calendar = workingCalendarOf(found, act.now);
  const target = onOrBefore(calendar, schedule.dueOn);
  const template = scheduleTemplates[schedule.template] ?? [];
  const real = await datesSince(act.store, committee, Object.values(becomes).flat(), schedule.createdAt);
  const standing = schedule.steps.map((step) => {
    const dates = (becomes[step.key] ?? []).flatMap((kind) => real.get(kind) ?? []);
    const linked = dates.sort((a, b) => b.dueAt.getTime() - a.dueAt.getTime())[0] ?? null;
    const date = linked ? dateIn(calendar.zone, linked.dueAt) : step.date;
    const min = template.find(({ key }) => key === step.key)?.min ?? 1;
    return { ...step, date, min, linked, isDone: step.doneAt !== null || linked?.state === 'passed' };
  });
  const latest = latestDates(calendar, standing, target);
  const steps = standing.map(({ id, key, date, min, isDone, linked }, index): StandingStep => {
    const before = standing[index - 1]?.date ?? dateIn(calendar.zone, schedule.createdAt);
    const spare = workingDaysBetween(calendar, date, latest[index] ?? target);
    return { id, key, date, min, isDone, linked, spare, days: workingDaysBetween(calendar, before, date) };
  });
  return { committee: found, schedule, target, steps, pushed: pushBack(calendar, steps, target) };
}

/**
 * A date of the committee was set or moved: if something has to move because of it, the committee secretary gets what,
 * with one button. Called in the transaction of whoever moved it.
 */
export async function tellWhatSlips(act: Act, committee: CommitteeId): Promise<void> {
  const standing = await standingSchedule(act, committee);
  if (!standing) return;
  const { schedule, pushed } = standing;
  await refreshSlips(act.store, act, schedule.id);
  const { moves, lacking } = pushed;
  if (moves.length === 0 && !lacking) return;
  const clerks = (await membersOf(act, committee)).filter(({ roles }) => roles.includes('clerk'));
  const state = lacking ? `${lacking.step}:${lacking.latest}:${lacking.days}` : fingerprint(moves);
  await sendAll(
    act.store,
    act,
    clerks.map(({ person }) => ({
      kind: slipCard,
      ids: { committee, schedule: schedule.id },
      to: { person },
      committee,
      key: `${slipCard}:${schedule.id}:${state}:${person}`,
    })),
  );
}

/** Cards that said so before show how it stands now. */
export async function refreshSlips(tx: StoreHandle, act: Act, schedule: string): Promise<void> {
  await refresh(tx, act, { kind: slipCard, ids: { schedule } });
}

/** What was shown, so that one click confirms that and nothing else. */
export function fingerprint(moves: readonly Pick<StepMove, 'key' | 'to'>[]): string {
  return moves.map(({ key, to }) => `${key}:${to}`).join(',');
}
