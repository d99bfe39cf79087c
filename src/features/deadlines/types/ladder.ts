/**
 * When people are reminded of a date. A *rung* is one planned reminder to one person; the *ladder* is the committee's setting
 * of which rungs there are. A *single* is a message of its own, the *digest* the daily list.
 */
import type { Refused } from '../../../kernel/outcome.ts';
import type { PlainTime } from '../../../kernel/time.ts';
import type { Committee, CommitteeSettings } from '../../committees/types.ts';
import type { DeadlineRow } from './dates.ts';

/**
 * `days-7` is carried by the digest seven days before the date. `snoozed-2` is the second time that the person asked to
 * be reminded later, `asked-2` the second time that the committee secretary had them reminded once more.
 */
export type RungKey =
  | 'first-notice'
  | `days-${number}`
  | 'day-before'
  | 'hours-before'
  | 'after'
  | 'clerk'
  | 'chair'
  | `snoozed-${number}`
  | `asked-${number}`;

/** digest and single go to the person asked; clerk and chair are told privately about them. */
export type RungMode = 'digest' | 'single' | 'clerk' | 'chair';

export interface Rung {
  readonly key: RungKey;
  readonly at: Date;
  readonly mode: RungMode;
  readonly side: 'before' | 'after';
}

export interface LadderSettings {
  /** Digest and morning messages, on the person's clock; must lie in the working hours. */
  readonly morning: PlainTime;
  readonly firstNotice: boolean;
  /** Whole days before the date at which the digest carries it; the first notice comes by itself. */
  readonly digestDays: readonly number[];
  /** The digest carries only what is further off than this. */
  readonly digestFromHours: number;
  /** A message of its own on the working morning before. */
  readonly dayBefore: boolean;
  /** And so many hours before; null: none. */
  readonly hoursBefore: number | null;
  readonly dayBeforeConference: boolean;
  readonly hoursBeforeConference: number | null;
  readonly singlesPerDay: number;
  /** Working days after the date; null: the person is not asked again. */
  readonly askAgainAfterDays: number | null;
  readonly tellClerkAfterDays: number;
  /** Null: never climbs to the chair by itself. */
  readonly tellChairAfterDays: number | null;
}

export const usualLadder: LadderSettings = {
  morning: '08:30',
  firstNotice: true,
  digestDays: [7, 3],
  digestFromHours: 24,
  dayBefore: true,
  hoursBefore: 3,
  dayBeforeConference: true,
  hoursBeforeConference: 1,
  singlesPerDay: 2,
  askAgainAfterDays: 1,
  tellClerkAfterDays: 2,
  tellChairAfterDays: null,
};

/** The settings of a committee that say when and how often people are reminded (design 3, "Reminder rules"). */
export const reminderRuleNames = [
  'workingHours',
  'digestAt',
  'firstNotice',
  'digestDaysBefore',
  'digestFromHours',
  'dayBefore',
  'singleHoursBefore',
  'conferenceDayBefore',
  'conferenceHoursBefore',
  'singlesPerDay',
  'askAgainAfterDays',
  'tellClerkAfterDays',
  'tellChairAfterDays',
] as const satisfies readonly (keyof CommitteeSettings)[];

export type ReminderRules = Pick<CommitteeSettings, (typeof reminderRuleNames)[number]>;

/** The rules as they stand in the form: lists as text, empty numbers as null. */
export interface EnteredRules {
  readonly hours: string;
  readonly digestAt: string | null;
  readonly digestDays: string | null;
  readonly digestFromHours: string | null;
  /** "first-notice", "day-before", "conference-day-before". */
  readonly kinds: readonly string[];
  readonly hoursBefore: string | null;
  readonly conferenceHours: string | null;
  readonly perDay: string | null;
  readonly askAgain: string | null;
  readonly tellClerk: string | null;
  readonly tellChair: string | null;
}

/** What a set of rules makes of one date. */
export interface RulesOutlook {
  /** The committee's next date; null: none is running, a date ten working days off stands for it. */
  readonly deadline: Pick<DeadlineRow, 'id' | 'subject' | 'ladder'> | null;
  readonly title: string | null;
  readonly dueAt: Date;
  readonly rungs: readonly Rung[];
}

export interface RulesSeen {
  readonly committee: Committee;
  readonly rules: ReminderRules;
  /** They are those that the committee's rule set begins with. */
  readonly isUsual: boolean;
  readonly outlook: RulesOutlook;
  readonly mayChange: boolean;
}

/** What stands in the form: what it would do, or what does not go together. */
export type RulesTried = { readonly outlook: RulesOutlook } | { readonly problems: readonly Refused[] };

/** Climbing to the chair is off where a profile has not asked for it. */
export const climbingLadder: LadderSettings = { ...usualLadder, tellChairAfterDays: 3 };
