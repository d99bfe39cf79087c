/** How the committee's calendar really stands, and who is told when something in it slips. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { clampLater, onOrBefore } from '../../../kernel/calendar.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeaders, membersOf } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import {
  earliestEnd,
  endsOn,
  kindOfStep,
  kindsOfSteps,
  latestDates,
  linkSteps,
  type Pushed,
  pushBack,
  scheduleTemplates,
  workingDaysBetween,
} from '../rules/schedule.ts';
import { committeesWithOpen, datesAfter, findOpenIn } from '../store/schedules.ts';
import type { RealDate, ScheduleRow, StandingStep, StepMove } from '../types/schedule.ts';

export const slipCard = 'deadlines.slips';

export interface Standing {
  readonly committee: Committee;
  readonly schedule: ScheduleRow;
  readonly target: PlainDate;
  readonly steps: readonly StandingStep[];
  readonly pushed: Pushed;
  /** The same if nothing were late. */
  readonly inTime: Pushed;
}

/**
 * With the dates of names, the round and the conference that steps have become, and what is over although it is not done;
 * null: none is open. Once its round is open a list is frozen, and its names are in. The caller has authorised.
 */
export async function standingSchedule(act: Act, committee: CommitteeId): Promise<Standing | null> {
  const [standing] = await standingSchedules(act, [committee]);
  return standing ?? null;
}

/** The same of several committees, in as many statements; those without an open one are left out. */
export async function standingSchedules(act: Act, committees: readonly CommitteeId[]): Promise<readonly Standing[]> {
  const open = await findOpenIn(act.store, committees);
  if (open.length === 0) return [];
  const headers = await committeeHeaders(act, committees);
  const dates = await datesAfter(act.store, open, kindsOfSteps);
  return open.flatMap((schedule) => {
    const found = headers.get(schedule.committee);
    const own = dates.filter(({ committee }) => committee === schedule.committee);
    return found ? [standingOf(act, found, schedule, own)] : [];
  });
}

function standingOf(act: Act, found: Committee, schedule: ScheduleRow, dates: readonly RealDate[]): Standing {
  const calendar = workingCalendarOf(found, act.now);
  const target = onOrBefore(calendar, schedule.dueOn);
  const template = scheduleTemplates[schedule.template] ?? [];
  const real = linkSteps(calendar, schedule.steps, dates);
  const isFrozen = real.has('review') || schedule.steps.some(({ key, doneAt }) => key === 'review' && doneAt !== null);
  const earliest = earliestEnd(calendar, act.now);
  const standing = schedule.steps.map((step) => {
    const linked = real.get(step.key) ?? null;
    const date = linked ? dateIn(calendar.zone, linked.dueAt) : step.date;
    const min = template.find(({ key }) => key === step.key)?.min ?? 1;
    const isBeforeReview = step.key === 'names' || step.key === 'freeze';
    const isDone = step.doneAt !== null || linked?.state === 'passed' || (isFrozen && isBeforeReview);
    const notBefore = !isDone && !linked && date < earliest ? earliest : null;
    const dueOn = linked?.state === 'passed' ? date : null;
    const doneOn = step.doneAt ? dateIn(calendar.zone, step.doneAt) : dueOn;
    const isLinkable = dates.some(({ subject }) => subject.kind === kindOfStep(step.key));
    return { ...step, date, min, linked, isLinkable, isDone, notBefore, doneOn };
  });
  const latest = latestDates(calendar, standing, target);
  const steps = standing.map(({ id, key, date, min, isDone, linked, isLinkable, notBefore }, index): StandingStep => {
    const before = standing[index - 1]?.date ?? dateIn(calendar.zone, schedule.createdAt);
    const spare = workingDaysBetween(calendar, endsOn({ date, isDone, notBefore }), latest[index] ?? target);
    const days = workingDaysBetween(calendar, before, date);
    return { id, key, date, min, isDone, notBefore, linked, isLinkable, spare, days };
  });
  const inTime = pushBack(
    calendar,
    standing.map((step) => ({ ...step, notBefore: null })),
    target,
  );
  return { committee: found, schedule, target, steps, pushed: pushBack(calendar, standing, target), inTime };
}

/**
 * A date of the committee was set or moved, or a step's day is over: if something else has to move because of it, the
 * committee secretary gets what, with one button. Called in the transaction of whoever moved it.
 */
export async function tellWhatSlips(act: Act, committee: CommitteeId): Promise<void> {
  const standing = await standingSchedule(act, committee);
  if (!standing) return;
  const { schedule, pushed, steps } = standing;
  await refreshSlips(act.store, act, schedule.id);
  const { moves, lacking } = pushed;
  // A step that is late on its own reminds of itself.
  const late = new Set(steps.filter(({ notBefore }) => notBefore !== null).map(({ key }) => key));
  if (moves.every(({ key }) => late.has(key)) && !lacking) return;
  const clerks = (await membersOf(act, committee)).filter(({ roles }) => roles.includes('clerk'));
  // What is late goes on from day to day: by itself it is said once of the same steps, in working time; what stands too
  // near whoever is late was said when its date was set.
  const isByItself = act.member === null;
  const exactly = stateOf({ moves, lacking });
  if (isByItself && exactly === stateOf(standing.inTime)) return;
  const state = isByItself ? (lacking?.step ?? moves.map(({ key }) => key).join(',')) : exactly;
  const leaves = isByItself ? clampLater(workingCalendarOf(standing.committee, act.now), act.now) : act.now;
  await sendAll(
    act.store,
    act,
    clerks.map(({ person }) => ({
      kind: slipCard,
      ids: { committee, schedule: schedule.id, state: exactly },
      to: { person },
      committee,
      key: `${slipCard}:${schedule.id}:${state}:${person}`,
      ...(leaves > act.now ? { holdUntil: leaves } : {}),
    })),
  );
}

/** Every night: what slips because time has passed and nothing was done. */
export async function tellWhatSlipsEverywhere(handle: StoreHandle, now: Date): Promise<void> {
  for (const { committee, workspace } of await committeesWithOpen(handle)) {
    const act = clockworkAct(handle, workspace, now);
    await inTransaction(act, (tx) => tellWhatSlips(inside(act, tx), committee));
  }
}

/** Cards that said so before show how it stands now. */
export async function refreshSlips(tx: StoreHandle, act: Act, schedule: string): Promise<void> {
  await refresh(tx, act, { kind: slipCard, ids: { schedule } });
}

/** What a card says, to know it again. */
export function stateOf({ moves, lacking }: Pick<Pushed, 'moves' | 'lacking'>): string {
  return lacking ? `${lacking.step}:${lacking.latest}:${lacking.days}` : fingerprint(moves);
}

/** What was shown, so that one click confirms that and nothing else. */
export function fingerprint(moves: readonly Pick<StepMove, 'key' | 'to'>[]): string {
  return moves.map(({ key, to }) => `${key}:${to}`).join(',');
}
