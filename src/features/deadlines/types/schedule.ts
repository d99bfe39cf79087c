/** The dates of one list, counted backwards from the day on which the approving authority needs it. */
import type { CommitteeId, DeadlineId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import type { DeadlineRow, StatedDate, Subject } from './dates.ts';

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
  readonly linkChoice: LinkChoice;
}

/** Which date a step has become, as somebody said: its subject's id, or none of them. Null: the nearest of its kind. */
export type LinkChoice = string | 'none' | null;

export interface ScheduleRow {
  readonly id: string;
  readonly committee: CommitteeId;
  readonly dueOn: PlainDate;
  readonly template: string;
  readonly createdAt: Date;
  readonly steps: readonly ScheduleStepRow[];
}

/** A date that a step may have become: of names, of a round, of a conference. */
export type RealDate = Pick<DeadlineRow, 'id' | 'subject' | 'version' | 'stated' | 'ladder' | 'dueAt' | 'state'>;

/** A step as it really stands: the date of the round or conference that it has become, if there is one. */
export interface StandingStep extends LaidOutStep {
  readonly id: string;
  readonly isDone: boolean;
  /** Its day is over and it is not done: it can end on this day at the earliest. Null: its day is still to come. */
  readonly notBefore: PlainDate | null;
  /** What it has become: its own cards and reminders speak for it. */
  readonly linked: RealDate | null;
  /** There are dates that it can have become. */
  readonly isLinkable: boolean;
  /** Working days by which it may still slip before the day at the end is lost. */
  readonly spare: number;
}

export interface StepMove {
  readonly key: StepKey;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** How many are asked for it now, and have to know. */
  readonly touched: number;
  /** A conference: everybody summoned is invited anew. */
  readonly isSummoned: boolean;
  /** A conference whose feature cannot move it: the committee secretary changes it there. */
  readonly byHand: boolean;
}

/** One step of what one click moved, with what it was before: kept for the minute in which it can be taken back. */
export interface MovedStep {
  readonly key: StepKey;
  readonly step: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly stepWas: PlainDate;
  /** `takesBack`: what the feature wants to see again when its own announcement is to be taken back. */
  readonly linked: {
    readonly deadline: DeadlineId;
    readonly subject: Subject;
    readonly was: StatedDate;
    readonly takesBack: string | null;
  } | null;
}

export interface ScheduleMove {
  readonly id: string;
  readonly schedule: string;
  readonly steps: readonly MovedStep[];
  /** What was shown and confirmed. */
  readonly confirmed: string;
  /** How many cards tell of it. */
  readonly told: number;
  readonly movedAt: Date;
  readonly takenBackAt: Date | null;
}

/** After the click: until when it can be taken back, and how many are told then. */
export interface JustMoved {
  readonly move: string;
  /** What was shown and confirmed. */
  readonly confirmed: string;
  readonly heldUntil: Date;
  readonly told: number;
  /** A conference is among it: everybody summoned is invited anew. */
  readonly isSummoned: boolean;
}

export interface ScheduleMoved extends JustMoved {
  readonly seen: ScheduleSeen;
}

/** What a person who is still asked is told of it. */
export interface MovedForYou {
  readonly committee: Committee;
  readonly dates: readonly { readonly title: string; readonly was: PlainDate; readonly dueAt: Date }[];
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
