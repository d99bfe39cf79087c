/**
 * A *list* is the candidates of a plan frozen at one moment, numbered per plan; an *entry* is one of them. A *round* asks
 * its *participants* for comments on a list until a date. An *answer* is what one of them sent, in versions; a *line* is
 * what it says about one entry; a *draft* is what was not sent yet, seen by its *author* only. A *seat* is whose answer
 * it is and who writes it: the same person, or the committee secretary for them.
 */
import { z } from 'zod';
import type { Via } from '../../../kernel/act.ts';
import type {
  CommitteeId,
  Id,
  NominationId,
  NomineeListId,
  PersonId,
  PlanId,
  PositionId,
  ReviewRoundId,
} from '../../../kernel/ids.ts';
import type { PlainDate, PlainTime } from '../../../kernel/time.ts';
import type { Role } from '../../access/types.ts';
import type { Level } from '../../classification/types.ts';

export type ListEntryId = Id<'list-entry'>;
export type ListChangeId = Id<'list-change'>;
export type ReviewAnswerId = Id<'review-answer'>;
/** Of a comment as long as it says the same, in whatever version of the answer. */
export type CommentId = Id<'comment'>;

/** nhất trí · nhất trí, có ý kiến thêm · chưa nhất trí, đề nghị xem xét thêm · chưa đủ thông tin */
export const stances = ['agree', 'agree-with-comments', 'not-yet', 'not-enough-information'] as const;
export type Stance = (typeof stances)[number];

/** The four groups that reviewers judge by (HD 16-HD/BTCTW; planning.md 2.5). */
export const aspects = ['quality', 'capacity', 'prestige', 'prospects'] as const;
export type Aspect = (typeof aspects)[number];

/** What is counted for one nominee: every participant stands in exactly one of these. */
export const tallies = [...stances, 'silent', 'recused'] as const;
export type Tally = (typeof tallies)[number];

/** When a reviewer reads what the others wrote. after-mine: on a nominee, once they have sent their own on that nominee. */
export const othersComments = ['after-mine', 'always', 'after-close', 'never'] as const;
export type OthersComments = (typeof othersComments)[number];
export const reviewerNames = ['never', 'after-close', 'always'] as const;
export type ReviewerNames = (typeof reviewerNames)[number];

/** Who reads what of a round: rules/visibility.ts decides by it, and nobody else. */
export interface Visibility {
  readonly others: OthersComments;
  readonly names: ReviewerNames;
  readonly chairOnlyToClerk: boolean;
}

/** What the list showed of a nominee when it was frozen. */
export const Shown = z.object({
  fullName: z.string(),
  birthMonth: z.string().nullable(),
  partyPost: z.string().nullable(),
  statePost: z.string().nullable(),
  unit: z.string().nullable(),
});
export type Shown = z.output<typeof Shown>;

export interface ListEntry {
  readonly id: ListEntryId;
  readonly nomination: NominationId;
  readonly nominationVersion: number;
  readonly person: PersonId;
  readonly position: PositionId;
  readonly positionTitle: string;
  /** Null: erased. */
  readonly shown: Shown | null;
  /** The nomination was withdrawn after the list was frozen; comments on it are kept. */
  readonly isWithdrawn: boolean;
  /** Put forward from elsewhere: some steps do not take them up. */
  readonly isFromElsewhere: boolean;
}

export interface NomineeList {
  readonly id: NomineeListId;
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly planTitle: string;
  /** Of the plan. */
  readonly classification: Level;
  /** The rule set that the plan was made under: which aspects are asked for, how they are called, the shield. */
  readonly ruleSet: { readonly key: string; readonly version: number };
  readonly number: number;
  readonly frozenAt: Date;
  /** In protocol order; only those that the viewer may see. */
  readonly entries: readonly ListEntry[];
}

export const roundStates = ['prepared', 'open', 'closed', 'cancelled'] as const;
export type RoundState = (typeof roundStates)[number];

/** In an anonymous round papers are sealed, and nobody reads any before two key-holders open them after the close. */
export const roundKinds = ['named', 'anonymous'] as const;
export type RoundKind = (typeof roundKinds)[number];

export interface Round {
  readonly id: ReviewRoundId;
  readonly committee: CommitteeId;
  readonly kind: RoundKind;
  readonly state: RoundState;
  /** With the entries that the viewer may see. */
  readonly list: NomineeList;
  /** The date asked for: reminders aim at it. */
  readonly stated: { readonly date: PlainDate; readonly time: PlainTime | null };
  /** When it closes, if that is later; null: at the date asked for. */
  readonly closes: { readonly date: PlainDate; readonly time: PlainTime | null } | null;
  readonly againOf: ReviewRoundId | null;
  /** Typed: why a closed review is repeated. */
  readonly why: string | null;
  readonly openedAt: Date | null;
  readonly batch: string | null;
  /** Until then the opening can be undone, and nobody can answer. */
  readonly heldUntil: Date | null;
  /** Until then a change of the list can be undone, and nobody can answer. */
  readonly pausedUntil: Date | null;
  readonly visibility: Visibility;
  readonly closedAt: Date | null;
  readonly closedBy: PersonId | null;
  readonly synthesisVersion: number;
  readonly told: readonly PersonId[];
}

export interface ListChange {
  readonly id: ListChangeId;
  readonly round: ReviewRoundId;
  readonly from: NomineeListId;
  readonly to: NomineeListId;
  readonly state: 'prepared' | 'applied' | 'undone';
  readonly why: string | null;
  readonly appliedAt: Date | null;
  readonly batch: string | null;
  readonly heldUntil: Date | null;
}

/** What somebody said of the first card: nothing yet, that they will do it, or that a deputy does. */
export interface Receipt {
  readonly seenAt: Date | null;
  readonly passedTo: PersonId | null;
}

export interface Participant extends Receipt {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly fullName: string;
  readonly hasAccount: boolean;
  /** As it stood at the opening; null: not known. */
  readonly unit: string | null;
}

export interface Words {
  readonly text: string | null;
  readonly aspects: Readonly<Record<Aspect, string | null>>;
}

export interface Line extends Words {
  readonly entry: ListEntryId;
  readonly stance: Stance;
  /** Agreed with the list as a whole or with the rest of it. */
  readonly byList: boolean;
  /** Its words are for the chair only. */
  readonly chairOnly: boolean;
}

/** A line as it was sent. */
export interface SentLine extends Line {
  /** When it was said in these words. */
  readonly saidAt: Date;
  readonly comment: CommentId;
}

/** accepted: tiếp thu, what changed. explained: giải trình, why not. */
export const responseKinds = ['accepted', 'explained'] as const;
export type ResponseKind = (typeof responseKinds)[number];

export interface Response {
  readonly kind: ResponseKind;
  /** Null: erased. */
  readonly text: string | null;
  /** Who answered. */
  readonly by: string;
  readonly at: Date;
  readonly version: number;
}

export interface Answer {
  readonly id: ReviewAnswerId;
  readonly round: ReviewRoundId;
  readonly person: PersonId;
  readonly version: number;
  readonly restAgrees: boolean;
  readonly sentAt: Date;
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
  readonly why: string | null;
  readonly objectedAt: Date | null;
  /** From which version of the synthesis on it counts: 1, or the one that a correction after the close made. */
  readonly synthesisVersion: number;
  /** Carried over to a changed list on which something more is asked. */
  readonly asksAgain: boolean;
  readonly lines: readonly SentLine[];
}

export interface DraftLine extends Words {
  readonly entry: ListEntryId;
  readonly isPicked: boolean;
  /** Null: chosen, not filled in yet. */
  readonly stance: Stance | null;
  readonly chairOnly: boolean;
  readonly version: number;
}

export interface Draft {
  readonly restAgrees: boolean;
  readonly via: Via | null;
  readonly why: string | null;
  readonly changedAt: Date;
  readonly lines: readonly DraftLine[];
}

export interface Seat {
  readonly round: ReviewRoundId;
  readonly person: PersonId;
  readonly author: PersonId;
}

export type AnswerState = 'not-answered' | 'draft' | 'sent' | 'not-asked';

/** Who is recused from whom, as it was at a moment. */
export interface RecusedFrom {
  readonly person: PersonId;
  readonly nominee: PersonId;
}

export const noWords: Words = {
  text: null,
  aspects: { quality: null, capacity: null, prestige: null, prospects: null },
};
