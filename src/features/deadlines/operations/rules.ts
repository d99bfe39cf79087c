/** The committee's reminder rules: read by its members, changed by the committee secretary, tried out before that. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { addWorkingDays } from '../../../kernel/calendar.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import type { Right } from '../../access/types.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader, usualSettingsOf } from '../../committees/operations/look.ts';
import { changeSettings } from '../../committees/operations/settings.ts';
import type { Committee, CommitteeSettings } from '../../committees/types.ts';
import { checkRules, enteredFrom, type RuleRefusal, readRules } from '../rules/check-rules.ts';
import { dueMoment } from '../rules/due-moment.ts';
import { ladderFrom } from '../rules/ladder.ts';
import { planReminders } from '../rules/plan-reminders.ts';
import type { Duties } from '../types/duties.ts';
import {
  type EnteredRules,
  type ReminderRules,
  type RulesOutlook,
  type RulesSeen,
  type RulesTried,
  reminderRuleNames,
} from '../types/ladder.ts';
import { listDeadlines } from './look.ts';

/** For every member: the rule is shown. Refusals: access (deadline.see, or what the caller is about to do). */
export async function seeRules(
  act: Act,
  features: readonly Duties[],
  committee: CommitteeId,
  right: Right = 'deadline.see',
): Promise<Outcome<RulesSeen, AccessRefusal>> {
  const viewer = await authorise(act, committee, right);
  if (!viewer.ok) return viewer;
  const found = await committeeHeader(act, committee);
  if (!found) return refused('committee-unknown');
  const rules = rulesIn(found.settings);
  return done({
    ...{ committee: found, rules, isUsual: isSame(rules, rulesIn(usualSettingsOf(found))) },
    outlook: await outlookOf(act, features, found, rules),
    mayChange: may(viewer.value, 'committee.manage'),
  });
}

/**
 * What the next date would give with what stands in the form, or everything in it that does not go together; nothing is
 * saved. Refusals: access (committee.manage).
 */
export async function tryRules(
  act: Act,
  features: readonly Duties[],
  input: { readonly committee: CommitteeId; readonly entered: EnteredRules },
): Promise<Outcome<RulesTried, AccessRefusal>> {
  const viewer = await authorise(act, input.committee, 'committee.manage');
  if (!viewer.ok) return viewer;
  const found = await committeeHeader(act, input.committee);
  if (!found) return refused('committee-unknown');
  const read = readRules(input.entered);
  const problems = 'rules' in read ? checkRules(read.rules) : read.problems;
  if (!('rules' in read) || problems.length > 0) return done({ problems });
  return done({ outlook: await outlookOf(act, features, found, read.rules) });
}

/**
 * Reminders that are planned already follow, laid out anew by a job. Refusals: access (committee.manage), and the first
 * thing that cannot be read or does not go together, with its numbers. `version` is the one of the committee's settings
 * that the form was drawn from: settings-changed-meanwhile when somebody saved since.
 */
export async function changeRules(
  act: Act,
  input: { readonly committee: CommitteeId; readonly version: number; readonly entered: EnteredRules },
): Promise<Outcome<void, RuleRefusal> | Awaited<ReturnType<typeof changeSettings>>> {
  const read = readRules(input.entered);
  const [problem] = 'rules' in read ? checkRules(read.rules) : read.problems;
  if (!('rules' in read) || problem) return problem as Refused<RuleRefusal>;
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await committeeHeader(here, input.committee);
    if (!found) return refused('committee-unknown');
    const { name, locale, zone, settings } = found;
    const { version } = input;
    return changeSettings(here, found.id, { name, locale, zone, version, settings: { ...settings, ...read.rules } });
  });
}

/** Back to what the committee's rule set begins with. Refusals as for a change. */
export async function useUsualRules(act: Act, committee: CommitteeId): ReturnType<typeof changeRules> {
  const found = await committeeHeader(act, committee);
  if (!found) return refused('committee-unknown');
  const { version } = found;
  return changeRules(act, { committee, version, entered: enteredFrom(rulesIn(usualSettingsOf(found))) });
}

function rulesIn(settings: CommitteeSettings): ReminderRules {
  return Object.fromEntries(reminderRuleNames.map((name) => [name, settings[name]])) as unknown as ReminderRules;
}

function isSame(some: ReminderRules, others: ReminderRules): boolean {
  return JSON.stringify(enteredFrom(some)) === JSON.stringify(enteredFrom(others));
}

/** The next date as the acting person may know it: one that hangs on a closed case is none. */
async function outlookOf(
  act: Act,
  features: readonly Duties[],
  committee: Committee,
  rules: ReminderRules,
): Promise<RulesOutlook> {
  const settings = { ...committee.settings, ...rules };
  const calendar = workingCalendarOf({ ...committee, settings }, act.now);
  const listed = await listDeadlines(act, features, committee.id);
  const next = listed.ok ? listed.value.deadlines.find(({ deadline }) => deadline.state === 'running') : undefined;
  const today = dateIn(calendar.zone, act.now);
  const sample = dueMoment({ date: addWorkingDays(calendar, today, sampleDays), time: null }, calendar);
  const { dueAt, ladder, setAt } = next?.deadline ?? { ...sample, ladder: 'date' as const, setAt: act.now };
  const rungs = planReminders({
    ...{ ladder, dueAt, calendar, zone: calendar.zone, settings: ladderFrom(rules), now: setAt },
  });
  return {
    ...{ dueAt, deadline: next?.deadline ?? null, title: next?.title ?? null },
    rungs: rungs.filter(({ at }) => at > act.now),
  };
}

/** Far enough for every usual rung. */
const sampleDays = 10;
