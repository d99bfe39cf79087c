/**
 * The dates of a list counted backwards from the day on which the authority needs it, in working days.
 * The numbers of the templates are ours (no regulation names them) and only a beginning: every date can be moved.
 */
import {
  addWorkingDays,
  endOfWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  onOrBefore,
  type WorkingCalendar,
} from '../../../kernel/calendar.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { addDays, dateIn, daysBetween, type PlainDate } from '../../../kernel/time.ts';
import type { LaidOut, LaidOutStep, LinkChoice, RealDate, StepKey, StepTemplate } from '../types/schedule.ts';

const vietnamese: readonly StepTemplate[] = [
  { key: 'names', usual: 10, min: 5 },
  { key: 'freeze', usual: 2, min: 1 },
  { key: 'review', usual: 7, min: 3 },
  { key: 'synthesis', usual: 3, min: 1 },
  { key: 'conference', usual: 5, min: 3 },
  { key: 'minutes', usual: 3, min: 1 },
  { key: 'submission', usual: 3, min: 1 },
];

/** By the committee's rule set. */
export const scheduleTemplates: Readonly<Record<string, readonly StepTemplate[]>> = {
  'vn-party': vietnamese,
  'vn-state': vietnamese,
  general: [
    { key: 'names', usual: 10, min: 5 },
    { key: 'freeze', usual: 1, min: 1 },
    { key: 'review', usual: 10, min: 5 },
    { key: 'synthesis', usual: 3, min: 1 },
    { key: 'conference', usual: 5, min: 3 },
    { key: 'minutes', usual: 5, min: 1 },
    { key: 'submission', usual: 2, min: 1 },
  ],
  nomcom: [
    { key: 'names', usual: 20, min: 10 },
    { key: 'freeze', usual: 2, min: 1 },
    { key: 'review', usual: 20, min: 10 },
    { key: 'synthesis', usual: 5, min: 2 },
    { key: 'conference', usual: 5, min: 3 },
    { key: 'minutes', usual: 5, min: 1 },
    { key: 'submission', usual: 3, min: 1 },
  ],
};

/** Working days after `from` up to and with `to`; negative when `to` is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: PlainDate, to: PlainDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (isWorkingDay(calendar, date)) days += 1;
  return days;
}

/**
 * Back from the day asked for, or the working day before it: with the usual time for each step as long as there is so
 * much, what is left over lies before the first; with less, the steps that have most to spare give, a day at a time.
 * Refusal: schedule-does-not-fit {step, needed, available, missing}, needed and available in working days.
 */
export function layOut(
  template: readonly StepTemplate[],
  calendar: WorkingCalendar,
  today: PlainDate,
  dueOn: PlainDate,
): Outcome<LaidOut, 'schedule-does-not-fit'> {
  const target = onOrBefore(calendar, dueOn);
  const available = workingDaysBetween(calendar, today, target);
  const needed = total(template.map(({ min }) => min));
  if (available < needed) {
    const step = template[0]?.key ?? 'names';
    return refused('schedule-does-not-fit', { step, needed, available, missing: needed - available }, 'date');
  }
  const days = template.map(({ usual }) => usual);
  while (total(days) > available) {
    const spare = template.map(({ min }, index) => (days[index] ?? 0) - min);
    const most = spare.indexOf(Math.max(...spare));
    days[most] = (days[most] ?? 0) - 1;
  }
  const steps: LaidOutStep[] = [];
  let date = target;
  for (let index = template.length - 1; index >= 0; index -= 1) {
    const { key, min } = template[index] as StepTemplate;
    steps.unshift({ key, date, days: days[index] ?? 0, min });
    date = addWorkingDays(calendar, date, -(days[index] ?? 0));
  }
  return done({ target, steps, slack: available - total(days) });
}

export interface StandingDate {
  readonly key: StepKey;
  readonly date: PlainDate;
  readonly min: number;
  readonly isDone: boolean;
  /** Its day is over: it can end on this one at the earliest. */
  readonly notBefore?: PlainDate | null;
  /** The day on which it was done, when that is not its own; null: nobody can say, and nothing is counted from it. */
  readonly doneOn?: PlainDate | null;
}

/** The day on which it really ends, or can end at the earliest. */
export function endsOn({ date, isDone, notBefore }: Omit<StandingDate, 'key' | 'min'>): PlainDate {
  return !isDone && notBefore && notBefore > date ? notBefore : date;
}

/** The first day on which something can still be finished: today while its working day lasts, else the next working day. */
export function earliestEnd(calendar: WorkingCalendar, now: Date): PlainDate {
  const today = dateIn(calendar.zone, now);
  const isStillOn = isWorkingDay(calendar, today) && now < endOfWorkingDay(calendar, today);
  return isStillOn ? today : nextWorkingDay(calendar, today);
}

/** What a step becomes once people are really asked for it. */
const becomes: Readonly<Partial<Record<StepKey, string>>> = {
  names: 'plan-names',
  review: 'review-round',
  conference: 'conference',
};

/** A second date of the same matter: what comes next waits for it. */
const closesAt: Readonly<Record<string, string>> = { 'review-round': 'review-close' };

/** The kinds of dates that make up the steps. */
export const kindsOfSteps: readonly string[] = [...Object.values(becomes), ...Object.values(closesAt)];

/** Null: this step becomes nothing that people are asked for. */
export function kindOfStep(key: StepKey): string | null {
  return becomes[key] ?? null;
}

/**
 * Of several dates of its kind a step has become the one nearest to its own day, unless somebody said which, or that it
 * is none of them: a committee has other conferences too. One that was chosen and has gone is nobody's choice any more.
 */
export function linkSteps<D extends Pick<RealDate, 'subject' | 'dueAt'>>(
  calendar: Pick<WorkingCalendar, 'zone'>,
  steps: readonly { readonly key: StepKey; readonly date: PlainDate; readonly linkChoice?: LinkChoice }[],
  dates: readonly D[],
): ReadonlyMap<StepKey, D> {
  const linked = new Map<StepKey, D>();
  for (const { key, date, linkChoice } of steps) {
    if (linkChoice === 'none') continue;
    const away = ({ dueAt }: D) => Math.abs(daysBetween(date, dateIn(calendar.zone, dueAt)));
    const ofKind = dates.filter(({ subject }) => subject.kind === becomes[key]);
    const chosen = ofKind.find(({ subject }) => subject.id === linkChoice);
    const [nearest] = (chosen ? [chosen] : ofKind).sort(
      (a, b) => away(a) - away(b) || b.dueAt.getTime() - a.dueAt.getTime(),
    );
    if (!nearest) continue;
    const { id, kind } = nearest.subject;
    const close = dates.find(({ subject }) => subject.id === id && subject.kind === closesAt[kind]);
    linked.set(key, close && close.dueAt > nearest.dueAt ? close : nearest);
  }
  return linked;
}

/** Per step the last day on which it may end so that all that follow still have their least time. */
export function latestDates(
  calendar: WorkingCalendar,
  steps: readonly StandingDate[],
  target: PlainDate,
): readonly PlainDate[] {
  const latest: PlainDate[] = [];
  let date = target;
  for (const { min } of [...steps].reverse()) {
    latest.unshift(date);
    date = addWorkingDays(calendar, date, -min);
  }
  return latest;
}

export interface Pushed {
  readonly moves: readonly { readonly key: StepKey; readonly from: PlainDate; readonly to: PlainDate }[];
  readonly lacking: { readonly step: StepKey; readonly days: number; readonly latest: PlainDate } | null;
}

/**
 * What has to move so that every step has its least time after the one before it; nothing moves that need not, nothing
 * moves to an earlier day, and what is done stays. `lacking`: the first step that is too late for the target, with the
 * working days that are missing; then nothing is proposed.
 */
export function pushBack(calendar: WorkingCalendar, steps: readonly StandingDate[], target: PlainDate): Pushed {
  const latest = latestDates(calendar, steps, target);
  // What ends on a day off leaves what follows as much time as the working day before it would.
  const counted = (date: PlainDate, index: number) => (index < steps.length - 1 ? onOrBefore(calendar, date) : date);
  const late = steps.findIndex(
    (step, index) => !step.isDone && counted(endsOn(step), index) > (latest[index] ?? target),
  );
  if (late >= 0) {
    const [step, day] = [steps[late] as StandingDate, latest[late] as PlainDate];
    const days = workingDaysBetween(calendar, day, endsOn(step));
    // A day off after the latest working day is no working day too late, but it is too late.
    return { moves: [], lacking: { step: step.key, days: Math.max(1, days), latest: day } };
  }
  const moves: Pushed['moves'][number][] = [];
  let before: PlainDate | null = null;
  for (const step of steps) {
    const { key, date, min, isDone, doneOn = date } = step;
    const ends = endsOn(step);
    const earliest: PlainDate = before === null ? ends : addWorkingDays(calendar, before, min);
    const to: PlainDate = !isDone && earliest > ends ? earliest : ends;
    if (to !== date) moves.push({ key, from: date, to });
    before = isDone ? doneOn : to;
  }
  return { moves, lacking: null };
}

function total(days: readonly number[]): number {
  return days.reduce((sum, one) => sum + one, 0);
}
