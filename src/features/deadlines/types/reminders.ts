/** What becomes of a planned reminder, and what people see of reminders: their own, who has not answered, what goes out next. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Committee } from '../../committees/types.ts';
import type { DeadlineRow, Listed } from './dates.ts';
import type { Duty } from './duties.ts';

/** What is true of the person when the reminder fires, over all committees where that is said. */
export interface ReminderFacts {
  readonly now: Date;
  readonly dueAt: Date;
  /** Still expected to act; at a conference: comes, or has not answered. */
  readonly stillAsked: boolean;
  readonly isRecused: boolean;
  readonly hasLeft: boolean;
  readonly awayUntil: Date | null;
  /** Singles that this person already got on this day of theirs, over all committees. */
  readonly singlesToday: number;
  /** The person's next digest. */
  readonly nextDigestAt: Date;
  /** The person's list of the day, with this in it, goes out in the same minute. */
  readonly isListedNow: boolean;
  /** The next message of its own that is planned for this person and date; null: none before the date. */
  readonly nextSingleAt: Date | null;
}

export const skipReasons = [
  'done',
  'recused',
  'left',
  'away',
  'no-longer-due',
  'enough-for-today',
  /** Several came due at once (an outage): the last one speaks for all. */
  'superseded',
] as const;

export type SkipReason = (typeof skipReasons)[number];

export type ReminderDecision =
  | { readonly kind: 'send' }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'fold-into-digest' }
  /** The list of this minute says it, also if nothing else were left to say in it. */
  | { readonly kind: 'leave-to-list' }
  | { readonly kind: 'tell-clerk'; readonly because: 'no-answer' | 'away-over-the-date' }
  | { readonly kind: 'tell-chair' }
  /** Quiet time on the person's clock (an outage, or they moved): ask again then. */
  | { readonly kind: 'wait'; readonly until: Date };

export const snoozeKeys = ['three-hours', 'tomorrow-morning', 'day-before'] as const;

export type SnoozeKey = (typeof snoozeKeys)[number];

export interface SnoozeOption {
  readonly key: SnoozeKey;
  readonly at: Date;
}

export interface NotAnswered {
  readonly person: PersonId;
  /** Null: closed to the acting person. */
  readonly fullName: string | null;
  readonly hasAccount: boolean;
  readonly isReachable: boolean;
  readonly isAway: boolean;
  readonly deputyName: string | null;
  /** When they were last reminded of this date; null: not yet. */
  readonly lastRemindedAt: Date | null;
}

export const comingModes = ['digest', 'single', 'clerk', 'chair', 'card'] as const;

/** What goes out by itself in the next hours, or would if it were not held back. */
export interface Coming {
  readonly source: 'reminder' | 'card';
  readonly id: string;
  readonly at: Date;
  /** Null: to a channel. */
  readonly person: PersonId | null;
  /** Null: a channel, or closed to the acting person. */
  readonly fullName: string | null;
  readonly isAway: boolean;
  readonly isHeld: boolean;
  /** Null: a card of another feature. */
  readonly deadline: DeadlineRow | null;
  readonly title: string | null;
  readonly mode: (typeof comingModes)[number];
}

export interface ComingList {
  readonly committee: Committee;
  readonly until: Date;
  /** In the order of their moments; those held first. */
  readonly coming: readonly Coming[];
}

export interface Outstanding extends Pick<Listed, 'deadline' | 'title' | 'daysLeft'> {
  readonly committee: Committee;
  /** In protocol order; states only, never what anybody wrote. */
  readonly people: readonly NotAnswered[];
}

export interface OwnReminder {
  readonly deadline: DeadlineRow;
  readonly committee: Committee;
  readonly title: string | null;
  readonly isAsked: boolean;
  /** What is to be done, with its buttons; null when nothing is (to come to a conference is no entry of a list). */
  readonly duty: Duty | null;
  readonly daysLeft: number | null;
  readonly snoozedUntil: Date | null;
  readonly snooze: readonly SnoozeOption[];
}

export interface Again {
  readonly deadline: DeadlineRow;
  readonly batch: string;
  /** When the first leaves; nobody is written to in their quiet time. */
  readonly leavesAt: Date | null;
  readonly reminded: readonly PersonId[];
  /** Had their messages of the day already. */
  readonly enoughToday: readonly PersonId[];
  /** Without an account, or closed: the committee secretary asks them. */
  readonly toAsk: readonly PersonId[];
}
