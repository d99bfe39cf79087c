/** What the operations hand to views and to other features: rounds, answers and counts as one person may see them. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { ConflictKind, Role, Viewer } from '../../access/types.ts';
import type { Membership } from '../../committees/types.ts';
import type { DueMoment } from '../../deadlines/types/dates.ts';
import type { ToFreeze } from '../../nominations/types.ts';
import type { BoxState } from '../../sealing/types.ts';
import type {
  Answer,
  AnswerState,
  Aspect,
  CommentId,
  Draft,
  ListChange,
  ListEntry,
  ListEntryId,
  NomineeList,
  Participant,
  Receipt,
  Response,
  Round,
  Seat,
  Stance,
  Tally,
  Words,
} from './nouns.ts';

export interface OpenSeat {
  readonly viewer: Viewer;
  readonly round: Round;
  readonly seat: Seat;
  /** Those that this author may answer on for this person now. */
  readonly asked: readonly ListEntry[];
  /** As the author may see it; lines on nominees closed to them are left out. */
  readonly standing: Answer | null;
  readonly draft: Draft | null;
  /** The round is closed, so what is sent is a correction and needs a reason. */
  readonly isCorrection: boolean;
  readonly as: 'self' | 'clerk' | 'deputy';
  /** False: a deputy who prepares a draft that the member sends. */
  readonly maySend: boolean;
}

export interface Sent {
  readonly seat: OpenSeat;
  readonly version: number;
  /** How many nominees have a line now that the author may see; how many of them were agreed with as a list. */
  readonly lines: number;
  readonly agreedAsList: number;
}

export interface Frozen {
  readonly list: NomineeList;
  /** False: nothing had changed since this list was frozen. */
  readonly isNew: boolean;
  /** On the open list, but not on this one, as the rule set says: who has not consented, or has too little support. */
  readonly leftOut: ToFreeze['leftOut'];
}

/** What is shown before anybody is told: the list, to whom, until when. */
export interface Preview {
  readonly round: Round;
  readonly isNewList: boolean;
  readonly leftOut: ToFreeze['leftOut'];
  readonly people: readonly Membership[];
  readonly due: DueMoment;
  /** Null: it closes at the date asked for. */
  readonly closes: DueMoment | null;
}

export interface Opened {
  readonly round: Round;
  readonly due: DueMoment;
  readonly people: number;
  readonly heldUntil: Date;
}

/** How far the review of a frozen list has come, as the viewer may see it: for an agenda that carries it. */
export interface ListStanding {
  /** No newer list of the same plan was frozen. */
  readonly isNewest: boolean;
  readonly isReviewOpen: boolean;
  /** A closed review of it has its synthesis. */
  readonly hasSynthesis: boolean;
  /** In it somebody was not yet for somebody, or did not know enough. */
  readonly hasObjection: boolean;
}

/** A round as it is for one reader. */
export interface Overview {
  readonly round: Round;
  /** The date asked for. */
  readonly dueAt: Date | null;
  /** Until when comments that come after it are still taken; null: not after it. */
  readonly closesAt: Date | null;
  /** How many nominees the reader is asked about. */
  readonly asked: number;
  /** Null: the reader was not asked, or looks before anybody is told. */
  readonly state: AnswerState | null;
  /** The reader's own answer that stands. */
  readonly answer: Answer | null;
  readonly hasDraft: boolean;
  readonly receipt: Receipt;
  /** Of the deputy; only where one card is worded. */
  readonly deputyName?: string;
  /** What may stand between the reader and some of the nominees: asked before the list is opened. */
  readonly possible?: { readonly nominees: number; readonly kinds: readonly ConflictKind[] };
  /** What the others wrote is open to the reader, and so many comments of it they have not seen. */
  readonly mayReadOthers: boolean;
  readonly news: number;
  /** Of an anonymous round: how far its box is. */
  readonly box: BoxState | null;
  readonly may: { readonly open: boolean; readonly progress: boolean; readonly synthesis: boolean };
}

/** Sent, or only changed, after the date asked for. */
export type Late = 'sent' | 'changed';

export interface ProgressRow extends Participant {
  readonly state: AnswerState;
  readonly recorded: boolean;
  /** Sent by their deputy in their place. */
  readonly byDeputy: boolean;
  readonly hasObjected: boolean;
  readonly late: Late | null;
}

export interface Progress {
  readonly round: Round;
  readonly dueAt: Date | null;
  readonly closesAt: Date | null;
  readonly rows: readonly ProgressRow[];
}

export interface Comment extends Words {
  readonly id: CommentId;
  /** Tells the comments on one nominee apart. Never shown: the source of a comment is a role. */
  readonly author: PersonId;
  /** Which role it came from; not from whom. */
  readonly role: Role;
  readonly stance: Stance;
  readonly chairOnly: boolean;
  readonly saidAt: Date;
  /** Null: names are not shown in this round, or not yet. */
  readonly name: string | null;
  /** Null: nobody has answered it. */
  readonly response: Response | null;
}

export interface Synthesised {
  readonly entry: ListEntry;
  readonly counts: Readonly<Record<Tally, number>>;
  readonly comments: readonly Comment[];
  /** Comments for the chair only that this reader is not shown: told as a number, so that nothing is lost. */
  readonly withheld: number;
}

/** What the others wrote, for a reviewer: without roles where names are not shown. */
export interface OthersComment extends Words {
  readonly stance: Stance;
  readonly name: string | null;
  /** Said or changed since the reader last looked. */
  readonly isNew: boolean;
}

export interface Others {
  readonly round: Round;
  /** Only nominees on whom there is something to read. */
  readonly nominees: readonly { readonly entry: ListEntry; readonly comments: readonly OthersComment[] }[];
}

/** What a version of the synthesis says otherwise than the one before it, about one nominee. */
export interface SynthesisChange {
  readonly entry: ListEntry;
  readonly counts: readonly { readonly tally: Tally; readonly before: number; readonly after: number }[];
  readonly added: readonly Comment[];
  readonly removed: readonly Comment[];
}

export interface SynthesisVersion {
  readonly version: number;
  readonly madeAt: Date;
  /** Typed with the correction; null for the first one. */
  readonly why: string | null;
}

export interface Synthesis {
  readonly round: Round;
  /** Which version this is, and all that there are, the newest last. */
  readonly version: SynthesisVersion;
  readonly versions: readonly SynthesisVersion[];
  readonly participants: number;
  readonly nominees: readonly Synthesised[];
  /** Answers from each nominee's own unit. Not in it: withheld, so that no group smaller than the shield can be told. */
  readonly ownUnit: ReadonlyMap<ListEntryId, number>;
  readonly shield: number;
  readonly aspects: readonly Aspect[];
  /** Against the version before; empty for the first one. */
  readonly changes: readonly SynthesisChange[];
  /** Only the cases that the reader leads in place of the chair. */
  readonly isHandedOver: boolean;
}

/** What somebody said themselves, and what became of it. */
export interface OwnAnswer {
  readonly round: Round;
  readonly answer: Answer | null;
  readonly draft: Draft | null;
  readonly responses: ReadonlyMap<CommentId, Response>;
}

/** A change of the list under a round, as one reader may see it. */
export interface ListChangeSeen {
  readonly change: ListChange;
  readonly round: Round;
  readonly lists: {
    readonly from: NomineeList;
    readonly to: NomineeList;
    readonly difference: ListDifference<ListEntry, ListEntry>;
  };
  /** Who will be told. */
  readonly people: number;
}

/** What differs between two lists of a plan: entries of the same nomination in the same version are kept. */
export interface ListDifference<Before, After> {
  readonly added: readonly After[];
  readonly removed: readonly Before[];
  /** The same nomination in another version: it was corrected. */
  readonly changed: readonly After[];
  readonly kept: readonly { readonly before: Before; readonly after: After }[];
}

/** What was recorded for somebody, as they may see it. */
export interface Recorded {
  readonly round: Round;
  readonly answer: Answer;
}
