/**
 * Dates by which people are asked to do something, and the plan of their reminders.
 * A *deadline* knows its subject only as (kind, id). A *rung* is one planned reminder to one person; the *ladder* is the
 * committee's setting of which rungs there are. A *single* is a message of its own, the *digest* the daily list.
 */
import type { Act } from '../../kernel/act.ts';
import type { CommitteeId, DeadlineId, PersonId } from '../../kernel/ids.ts';
import type { Facts, Outcome, Refused } from '../../kernel/outcome.ts';
import type { PlainDate, PlainTime } from '../../kernel/time.ts';
import type { Right, Role, Viewer } from '../access/types.ts';
import type { Committee, CommitteeSettings } from '../committees/types.ts';

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** A conference reminds only before; every other date also asks again after it. */
export const ladderKinds = ['date', 'conference'] as const;
export type LadderKind = (typeof ladderKinds)[number];

export interface Deadline {
  readonly id: DeadlineId;
  readonly committee: CommitteeId;
  readonly subject: Subject;
  readonly ladder: LadderKind;
  readonly dueAt: Date;
}

/** What was asked for; no time means the end of the committee's working day. */
export interface StatedDate {
  readonly date: PlainDate;
  readonly time: PlainTime | null;
}

export interface DueMoment {
  readonly dueAt: Date;
  readonly date: PlainDate;
  readonly time: PlainTime;
  /** Shown to whoever set the date: why it is not the day that was asked for. */
  readonly moved: { readonly from: PlainDate; readonly because: 'weekend' | 'holiday' } | null;
}

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

/**
 * What a feature tells the deadlines and Home about its own subjects. Deadlines know a subject only as (kind, id);
 * app.ts hands the features' Duties over by subject kind.
 */
export interface Duties {
  /** Subject kind that this speaks for: 'review-round', 'conference', 'plan-names'. */
  readonly subject: string;
  /** Who is still asked to act on it; done, recused and ended memberships are left out. Whether away is decided later. */
  owing(act: Act, subject: Subject): Promise<readonly PersonId[]>;
  /** What the viewer's person is asked to do now in the viewer's committee, earliest first. */
  dutiesOf(act: Act, viewer: Viewer): Promise<readonly Duty[]>;
  /** For a second date of the same subject, whose duty stands among another's: what is to be done on its reminder. */
  dutyOf?(act: Act, viewer: Viewer, subject: Subject): Promise<Duty | null>;
  /** Its dates say more than every member may know: they are listed only for those who hold this right. */
  readonly listedFor?: Right;
  /** The date has come: what happens by itself (a round closes). Runs once, inside the transaction that passes the date. */
  passed?(act: Act, subject: Subject): Promise<void>;
  /** False: nobody has to, so nobody is asked again after the date or told about to others. */
  readonly asksAfter?: false;
  /**
   * Of these subjects, those of which nobody may learn who has acted or how many (anonymous comments, secret papers): they
   * are listed without numbers and names, and reminders go to everybody on the roll alike.
   */
  hidesWho?(act: Act, ids: readonly string[]): Promise<ReadonlySet<string>>;
  /**
   * For a second date, at which something closes that was asked for by an earlier one: that earlier date. Nothing is said
   * of the later one before it has come.
   */
  askedFor?(act: Act, subject: Subject): Promise<Date | null>;
  /** Whether the date may be moved there, as far as the other date of the same matter goes. */
  fits?(act: Act, subject: Subject, dueAt: Date): Promise<Outcome<void, DateOrderRefusal>>;
  /** The date was moved or cancelled by the committee secretary (null): the feature's own cards are worded again. */
  moved?(act: Act, subject: Subject, dueAt: Date | null): Promise<void>;
  /**
   * What each subject is called in lists that every member of the committee reads: no nominee, no stance, no tally.
   * In the words of `act.locale`; a subject that is gone is left out.
   */
  titles?(act: Act, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

/** closes-before-asked {until}: nothing closes before the date asked for. asked-after-close {closes}: nor is it asked for after the close. */
export type DateOrderRefusal = 'closes-before-asked' | 'asked-after-close';

/** One line of "my duties". The feature's duty view words it from kind and ids, without asking the database again. */
export interface Duty {
  /** "reviews.answer": which duty view words it. */
  readonly kind: string;
  readonly committee: CommitteeId;
  readonly subject: Subject;
  readonly dueAt: Date | null;
  /** Ids and facts for the line and its buttons; may name things that this viewer may see. */
  readonly facts: Facts;
}

/** A date as it stands: with what was asked for, its state, and how often it was moved. */
export interface DeadlineRow extends Deadline {
  readonly stated: StatedDate;
  readonly state: 'running' | 'passed' | 'cancelled';
  readonly version: number;
  /** When the present date was set or moved: its ladder is reckoned from here. */
  readonly setAt: Date;
}

export interface Listed {
  readonly deadline: DeadlineRow;
  /** Null: the subject is gone; shown by its kind only. */
  readonly title: string | null;
  readonly due: DueMoment;
  /** Null once it has passed. */
  readonly daysLeft: number | null;
  /** Null: nobody may know. */
  readonly owing: number | null;
  /** The acting person is one of them. */
  readonly isOwn: boolean;
}

export interface DeadlineList {
  readonly committee: Committee;
  readonly mayManage: boolean;
  readonly deadlines: readonly Listed[];
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

export interface MovePreview {
  readonly deadline: DeadlineRow;
  readonly title: string | null;
  /** Null: it is to be cancelled. */
  readonly due: DueMoment | null;
  /** How many are still asked: their cards are worded again. */
  readonly touched: number;
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

export interface CommitteeDuties {
  readonly committee: Committee;
  /** Of the person whose duties these are. */
  readonly roles: readonly Role[];
  readonly mayReadHistory: boolean;
  readonly duties: readonly Duty[];
}

/** What the deadline of a step of the calendar is about. */
export const stepSubject = 'schedule-step';

/** The steps of a list on its way to the approving authority, in their order. */
export const stepKeys = ['names', 'freeze', 'review', 'synthesis', 'conference', 'minutes', 'submission'] as const;
export type StepKey = (typeof stepKeys)[number];

/** Working days from the step before (the first: from the day on which it is laid out). */
export interface StepTemplate {
  readonly key: StepKey;
  readonly usual: number;
  readonly min: number;
}

export interface LaidOutStep {
  readonly key: StepKey;
  readonly date: PlainDate;
  /** Working days since the step before. */
  readonly days: number;
  readonly min: number;
}

export interface LaidOut {
  /** The last working day on or before the day asked for. */
  readonly target: PlainDate;
  readonly steps: readonly LaidOutStep[];
  /** Working days that are left over before the first step. */
  readonly slack: number;
}

export interface ScheduleStepRow {
  readonly id: string;
  readonly key: StepKey;
  readonly date: PlainDate;
  readonly doneAt: Date | null;
}

export interface ScheduleRow {
  readonly id: string;
  readonly committee: CommitteeId;
  readonly dueOn: PlainDate;
  readonly template: string;
  readonly createdAt: Date;
  readonly steps: readonly ScheduleStepRow[];
}

/** A step as it really stands: the date of the round or conference that it has become, if there is one. */
export interface StandingStep extends LaidOutStep {
  readonly id: string;
  readonly isDone: boolean;
  /** What it has become: its own cards and reminders speak for it. */
  readonly linked: Pick<DeadlineRow, 'id' | 'subject' | 'version'> | null;
  /** Working days by which it may still slip before the day at the end is lost. */
  readonly spare: number;
}

export interface StepMove {
  readonly key: StepKey;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** How many are asked for it now, and have to know. */
  readonly touched: number;
  /** A conference is changed with everybody who was summoned; nobody does that with one click here. */
  readonly byHand: boolean;
}

export interface ScheduleSeen {
  readonly committee: Committee;
  readonly schedule: ScheduleRow;
  readonly target: PlainDate;
  readonly steps: readonly StandingStep[];
  /** What has to move because of what has slipped; empty: everything fits. */
  readonly moves: readonly StepMove[];
  /** It does not fit any more: which step lacks how many working days. */
  readonly lacking: { readonly step: StepKey; readonly days: number; readonly latest: PlainDate } | null;
  readonly mayManage: boolean;
}
