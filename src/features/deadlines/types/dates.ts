/** Dates by which people are asked to do something. A *deadline* knows its subject only as (kind, id). */
import type { CommitteeId, DeadlineId } from '../../../kernel/ids.ts';
import type { PlainDate, PlainTime } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';

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

/** A date as it stands: with what was asked for, its state, and how often it was moved. */
export interface DeadlineRow extends Deadline {
  readonly stated: StatedDate;
  readonly state: 'running' | 'passed' | 'cancelled';
  readonly version: number;
  /** When the present date was set or moved: its ladder is reckoned from here. */
  readonly setAt: Date;
}

/**
 * Why the date is not the day that was asked for (`was-off`: that day was off when the date was set), or `is-off`: its own
 * day has become a day off since.
 */
export interface OffDay {
  readonly kind: 'weekend' | 'holiday' | 'was-off' | 'is-off';
  readonly date: PlainDate;
}

export interface Listed {
  readonly deadline: DeadlineRow;
  /** Null: the subject is gone; shown by its kind only. */
  readonly title: string | null;
  readonly offDay: OffDay | null;
  /** Null once it has passed. */
  readonly daysLeft: number | null;
  /** Null: nobody may know. */
  readonly owing: number | null;
  /** It only closes what an earlier date still asks for: who has not answered stands there. */
  readonly isLater: boolean;
  /** The acting person is one of them. */
  readonly isOwn: boolean;
}

export interface DeadlineList {
  readonly committee: Committee;
  readonly mayManage: boolean;
  readonly deadlines: readonly Listed[];
}

export interface MovePreview {
  readonly deadline: DeadlineRow;
  readonly title: string | null;
  /** Null: it is to be cancelled. */
  readonly due: DueMoment | null;
  /** How many are still asked: their cards are worded again. */
  readonly touched: number;
}
