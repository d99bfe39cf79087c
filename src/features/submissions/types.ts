/**
 * A *submission* (tờ trình) hands a frozen list to the *authority* that approves it. Each *seat* of it is one nominee for
 * one position, which the authority answers by itself: approved, not approved, or *returned* with a question. A returned
 * seat is answered with a reply, or *sent back* to a step of the plan. The *papers* are what lies in the parcel. It is
 * *settled* by the authority's decision, with number and date.
 * A *merged* submission carries what several units handed in; the *origin* of a seat is the unit's entry it stands for, and
 * each answer goes back there. The units' own submissions are *passed on* in it.
 */
import type {
  CollectionId,
  CommitteeId,
  Id,
  NominationId,
  NomineeListId,
  PersonId,
  PlanId,
  PositionId,
} from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Level } from '../classification/types.ts';
import type { StatedDate } from '../deadlines/types/dates.ts';
import type { Incomplete } from '../dossiers/types.ts';
import type { UnitId } from '../units/types.ts';

export type SubmissionId = Id<'submission'>;
export type SeatId = Id<'submission-seat'>;
export const submissionSubject = 'submission';

export const submissionStates = ['draft', 'sent', 'settled', 'withdrawn'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const seatAnswers = ['approved', 'not-approved', 'returned'] as const;
export type SeatAnswer = (typeof seatAnswers)[number];

/** How the authority's answer came; `parcel`: to a unit, through the parcel of the unit above it. */
export const answerWays = ['chat', 'link', 'paper', 'parcel'] as const;
export type AnswerWay = (typeof answerWays)[number];

export interface Seat {
  readonly id: SeatId;
  /** Null, and the position too: a name that a unit handed in. */
  readonly nomination: NominationId | null;
  /** Null: a unit's name that is not known in the register, or of which it is not sure who it is. */
  readonly person: PersonId | null;
  /** Those of the register whom the name may mean while that is not sure. */
  readonly namesakes: readonly PersonId[];
  readonly position: PositionId | null;
  readonly positionTitle: string;
  /** Of a merged submission: whose entries it stands for. */
  readonly origins: readonly Origin[];
  /** As the frozen list has it; null: erased. */
  readonly shown: { readonly fullName: string; readonly post: string | null; readonly unit: string | null } | null;
  /** Null: the authority has not answered. */
  readonly answer: SeatAnswer | null;
  /** The reason, or the question. */
  readonly word: string | null;
  /** To the question before. */
  readonly reply: string | null;
  readonly answeredAt: Date | null;
  readonly answeredVia: AnswerWay | null;
  /** Returned, and gone back to the committee: this parcel ends without a decision on it. Null: it is in the parcel. */
  readonly sentBack: SentBack | null;
}

export interface SentBack {
  readonly at: Date;
  /** Number of the plan's step that is held for them again; null: the plan has no steps. */
  readonly step: number | null;
}

export interface Origin {
  readonly seat: SeatId;
  readonly entry: Id<'hand-in-entry'>;
  readonly unit: UnitId;
  /** As it was called when it was asked. */
  readonly unitName: string;
  /** In the unit's own submission; null: the department tells the unit. */
  readonly seatBelow: SeatId | null;
  /** Of the unit's letter. */
  readonly number: string | null;
  readonly dated: PlainDate | null;
  /** When the unit got the answer that stands; null: not yet. */
  readonly toldAt: Date | null;
  /** Null: in its own submission, at once. */
  readonly toldBy: PersonId | null;
  /** Number of the letter by which it was told. */
  readonly toldIn: string | null;
}

/** A seat of a parcel that is prepared. */
export interface NewSeat {
  readonly nomination: NominationId | null;
  readonly person: PersonId | null;
  readonly namesakes: readonly PersonId[];
  readonly position: PositionId | null;
  readonly positionTitle: string;
  readonly shown: Seat['shown'];
  readonly origins: readonly NewOrigin[];
}

export type NewOrigin = Pick<Origin, 'entry' | 'unit' | 'unitName' | 'seatBelow' | 'number' | 'dated'>;

/** A unit of a merged submission, with its seats. */
export interface UnitStanding {
  readonly unit: UnitId;
  readonly name: string;
  /** Of its letter. */
  readonly number: string | null;
  readonly dated: PlainDate | null;
  /** Every name it put forward has its seat in its own submission. */
  readonly isHere: boolean;
  readonly seats: readonly Seat[];
  /** Answered, and the unit does not know yet. */
  readonly untold: readonly Seat[];
  readonly toldAt: Date | null;
  readonly toldIn: string | null;
}

export const paperKinds = ['list', 'review', 'vote', 'dossiers', 'unit', 'other'] as const;
/** What was sent back to the committee waits for no answer in this parcel. */
export function isUndecided({ answer, sentBack }: Pick<Seat, 'answer' | 'sentBack'>): boolean {
  return answer === null || (answer === 'returned' && !sentBack);
}

export type PaperKind = (typeof paperKinds)[number];

export interface Paper {
  readonly kind: PaperKind;
  /** Of the list, the round, the vote or the unit; null: the dossiers, or a paper from outside. */
  readonly source: string | null;
  /** Of a paper from outside; of a unit's: what the unit is called. */
  readonly title: string | null;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  readonly version: number | null;
  /** Hex SHA-256 of what was sent; null: a paper from outside, or not sent yet. */
  readonly sha256: string | null;
}

/** What is submitted: a plan's frozen list, or what the units below handed in. */
export type Content =
  | { readonly kind: 'list'; readonly plan: PlanId; readonly list: NomineeListId; readonly listNumber: number }
  | {
      readonly kind: 'units';
      readonly collection: CollectionId;
      /** A draft of which a unit's list has changed since. */
      readonly isOutdated: boolean;
    };

/** A merged submission, as those below it know it. */
export interface PassedIn {
  readonly id: SubmissionId;
  readonly number: number;
  readonly committeeName: string;
  readonly state: SubmissionState;
}

export interface Submission {
  readonly id: SubmissionId;
  readonly committee: CommitteeId;
  readonly content: Content;
  /** The title of the plan, or of what the units were asked for. */
  readonly about: string;
  /** Of its plan; of a merged one the highest of what it carries. */
  readonly classification: Level;
  readonly number: number;
  readonly authority: string;
  readonly answerer: PersonId | null;
  readonly answererName: string | null;
  readonly letter: string | null;
  /** The date by which an answer is asked for; null: none. */
  readonly stated: StatedDate | null;
  /** Of one decided while a name in it waited: sent for whoever sees such a name, settled for everybody else. */
  readonly state: SubmissionState;
  readonly sentAt: Date | null;
  readonly held: { readonly batch: string; readonly until: Date } | null;
  readonly decision: Decision | null;
  /** When the decision was entered: what was answered by then has taken effect. */
  readonly settledAt: Date | null;
  /** The parcel of the unit above that carries these names on. */
  readonly passedIn: PassedIn | null;
  /** In protocol order; only those that the viewer may see. */
  readonly seats: readonly Seat[];
  readonly papers: readonly Paper[];
}

export interface Decision {
  readonly number: string;
  readonly dated: PlainDate;
}

/** What a parcel lacks: it is not sent before, but for dossiers that only an unconfirmed rule asks for. */
export type Missing =
  | { readonly kind: 'dossiers'; readonly incomplete: readonly Incomplete[]; readonly isSure: boolean }
  | { readonly kind: 'review-open' }
  | { readonly kind: 'vote-open' }
  | { readonly kind: 'withdrawn'; readonly names: readonly string[] }
  | { readonly kind: 'list-changed'; readonly number: number }
  | { readonly kind: 'units-changed' }
  /** Taken back by the unit, or in another parcel of a unit above. */
  | { readonly kind: 'units-gone'; readonly names: readonly string[] };

export interface SeatAnswered {
  readonly seat: SeatId;
  readonly answer: SeatAnswer;
  readonly word: string | null;
}
