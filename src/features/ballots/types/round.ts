/**
 * A *round* (lượt bỏ phiếu) is one vote: on a *question*, or on the *candidates* for one position of a frozen list. Its
 * *electors* are those with a vote when it opened; a *paper* is what one of them marked. It *closes* at its time, by hand,
 * or once it is *settled*: no paper that may still come can change what comes of it. A round that repeats another (*again*)
 * has a reason; the *next* one takes what the one before let through.
 */
import type { Via } from '../../../kernel/act.ts';
import type {
  CommitteeId,
  ConferenceId,
  Id,
  NominationId,
  NomineeListId,
  PersonId,
  PositionId,
} from '../../../kernel/ids.ts';
import type { Level } from '../../classification/types.ts';
import type { Marks, Question, Tally } from './paper.ts';
import type { Frozen, Ruling, TieDecisions } from './ruling.ts';
import type { VoteRule } from './vote-rule.ts';

export type BallotRoundId = Id<'ballot-round'>;
export type BallotCandidateId = Id<'ballot-candidate'>;
export type BallotPaperId = Id<'ballot-paper'>;

/** open: named. secret: sealed to three key-holders. unnamed: without names, but an operator could open it. */
export const ballotModes = ['open', 'secret', 'unnamed'] as const;
export type BallotMode = (typeof ballotModes)[number];

/** chat: a private paper for everybody. room: two tellers count hands or papers, each alone. */
export const ballotPlaces = ['chat', 'room'] as const;
export type BallotPlace = (typeof ballotPlaces)[number];

export const ballotStates = ['prepared', 'scheduled', 'open', 'closed', 'cancelled', 'void'] as const;
export type BallotState = (typeof ballotStates)[number];

export const closedHows = ['time', 'hand', 'settled'] as const;
export type ClosedHow = (typeof closedHows)[number];

export interface BallotCandidate {
  readonly id: BallotCandidateId;
  readonly person: PersonId;
  readonly nomination: NominationId | null;
  /** Null: erased. */
  readonly fullName: string | null;
  readonly post: string | null;
  readonly unit: string | null;
  /** Why they stand though the step before did not let them through; null: it did, or there was none. */
  readonly exception: string | null;
  /** Withdrawn while the round was open: no mark for them counts. */
  readonly isWithdrawn: boolean;
}

/** Which step of which procedure a round votes in: the plan's own, known here by its ids only. */
export interface StepOfRound {
  readonly procedure: string;
  readonly key: string;
}

/** What a round is about, as far as its reader may know; it bears what the plan bears that it belongs to. */
export type BallotSubject =
  | { readonly kind: 'question'; readonly text: string; readonly classification: Level }
  | {
      readonly kind: 'list';
      readonly list: NomineeListId;
      readonly number: number;
      readonly planTitle: string;
      readonly classification: Level;
    };

/** One question of a round as its paper shows it: a position with its seats, or the motion. */
export interface BallotQuestion extends Pick<Question, 'key' | 'seats'> {
  /** Of the position; empty for a motion. */
  readonly title: string;
  readonly position: PositionId | null;
  /** In the order of the list. Empty for a motion. */
  readonly candidates: readonly BallotCandidate[];
}

/** What the box said on one question, and how many papers were handed out. */
export interface CountedQuestion {
  readonly question: Question;
  readonly issued: number;
  readonly tally: Tally;
  /** Of the papers, how many somebody's proxy had; left out: none. */
  readonly byProxy?: number;
}

/** By the keys of the questions; one without marks was left blank. */
export type PaperMarks = Readonly<Record<string, Marks>>;

/** The one thing that a motion is about. */
export const motion = 'motion';

export interface BallotRound {
  readonly id: BallotRoundId;
  readonly committee: CommitteeId;
  readonly mode: BallotMode;
  readonly place: BallotPlace;
  readonly state: BallotState;
  readonly subject: BallotSubject;
  readonly conference: ConferenceId | null;
  readonly item: string | null;
  readonly step: StepOfRound | null;
  readonly rule: VoteRule;
  readonly questions: readonly BallotQuestion[];
  readonly preparedAt: Date;
  /** Null: as soon as it is confirmed. */
  readonly opensAt: Date | null;
  readonly closesAt: Date;
  /** How many minutes it stays open at least, though it is settled; null: it stays open to its end. */
  readonly settlesAfter: number | null;
  readonly settlesFrom: Date | null;
  readonly after: { readonly round: BallotRoundId; readonly kind: 'again' | 'next' } | null;
  readonly why: string | null;
  readonly openedAt: Date | null;
  readonly held: { readonly batch: string; readonly until: Date } | null;
  readonly closedAt: Date | null;
  readonly closedHow: ClosedHow | null;
  readonly frozen: Frozen | null;
  /** What was in the box: one for each question, and none until it is closed. */
  readonly tallies: readonly CountedQuestion[];
  /** One for each question; null until it is closed. */
  readonly rulings: readonly Ruling[] | null;
  /** On those who were tied, by question. */
  readonly decisions: Readonly<Record<string, TieDecisions>>;
  readonly announcedAt: Date | null;
  /** Of sealed papers: those who see exact numbers though they tell how somebody voted; named before the opening. */
  readonly numbersTo: readonly PersonId[];
  /** The numbers tell too much: others see the outcome only. */
  readonly isMasked: boolean;
  readonly tellers: readonly PersonId[];
  /**
   * Its reader prepared it, and a case on it is closed to them: that candidate, every tally and every ruling are left
   * out. Nothing is counted or opened by such a round, only shown.
   */
  readonly isPart: boolean;
}

export interface Elector {
  readonly person: PersonId;
  readonly fullName: string;
  readonly hasAccount: boolean;
  readonly isRecused: boolean;
  readonly hasVoted: boolean;
  /** Who votes for them; null: they themselves. */
  readonly proxy: { readonly person: PersonId; readonly fullName: string } | null;
}

export interface CastPaper {
  readonly id: BallotPaperId;
  readonly person: PersonId;
  readonly version: number;
  readonly marks: PaperMarks;
  readonly castAt: Date;
  /** Who handed it in for them; null: they themselves. */
  readonly proxy: PersonId | null;
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
}
