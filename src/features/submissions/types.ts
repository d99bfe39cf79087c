/**
 * A *submission* (tờ trình) hands a frozen list to the *authority* that approves it. Each *seat* of it is one nominee for
 * one position, which the authority answers by itself: approved, not approved, or *returned* with a question. A returned
 * seat is answered with a reply, or *sent back* to a step of the plan. The *papers* are what lies in the parcel. It is *settled* by the authority's decision, with number and date.
 */

import type { CommitteeId, Id, NominationId, NomineeListId, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Level } from '../classification/types.ts';
import type { StatedDate } from '../deadlines/types/dates.ts';
import type { Incomplete } from '../dossiers/types.ts';

export type SubmissionId = Id<'submission'>;
export type SeatId = Id<'submission-seat'>;
export const submissionSubject = 'submission';

export const submissionStates = ['draft', 'sent', 'settled', 'withdrawn'] as const;
export type SubmissionState = (typeof submissionStates)[number];

export const seatAnswers = ['approved', 'not-approved', 'returned'] as const;
export type SeatAnswer = (typeof seatAnswers)[number];

/** How the authority's answer came. */
export const answerWays = ['chat', 'link', 'paper'] as const;
export type AnswerWay = (typeof answerWays)[number];

export interface Seat {
  readonly id: SeatId;
  readonly nomination: NominationId;
  readonly person: PersonId;
  readonly position: PositionId;
  readonly positionTitle: string;
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

export const paperKinds = ['list', 'review', 'vote', 'dossiers', 'other'] as const;
export type PaperKind = (typeof paperKinds)[number];

export interface Paper {
  readonly kind: PaperKind;
  /** Of the list, the round or the vote; null: the dossiers, or a paper from outside. */
  readonly source: string | null;
  readonly title: string | null;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  readonly version: number | null;
  /** Hex SHA-256 of what was sent; null: a paper from outside, or not sent yet. */
  readonly sha256: string | null;
}

export interface Submission {
  readonly id: SubmissionId;
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly planTitle: string;
  /** Of its plan. */
  readonly classification: Level;
  readonly list: NomineeListId;
  readonly listNumber: number;
  readonly number: number;
  readonly authority: string;
  readonly answerer: PersonId | null;
  readonly answererName: string | null;
  readonly letter: string | null;
  /** The date by which an answer is asked for; null: none. */
  readonly stated: StatedDate | null;
  readonly state: SubmissionState;
  readonly sentAt: Date | null;
  readonly held: { readonly batch: string; readonly until: Date } | null;
  readonly decision: Decision | null;
  readonly settledAt: Date | null;
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
  | { readonly kind: 'list-changed'; readonly number: number };

export interface SeatAnswered {
  readonly seat: SeatId;
  readonly answer: SeatAnswer;
  readonly word: string | null;
}
