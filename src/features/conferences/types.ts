/**
 * A *conference* (hội nghị) is called by a committee. Whoever is *summoned* is a list of its own, not the membership;
 * a *guest* is invited without counting. A *revision* is what one announcement says; a *draft* is the next one, seen
 * only by those who may schedule. An announcement is *held* for a minute, in which it can be undone.
 */
import type { ViaKind } from '../../kernel/act.ts';
import type { CommitteeId, ConferenceId, Id, NomineeListId, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Level } from '../classification/types.ts';
import type { CitedSource, Confidence, ItemKind, QuorumRule, Wording } from '../eligibility/types.ts';

export const conferenceStates = ['draft', 'scheduled', 'cancelled', 'discarded', 'opened', 'concluded'] as const;
export type ConferenceState = (typeof conferenceStates)[number];

/**
 * Beside its start a conference has dates of its own, each a deadline whose subject has the conference's id: until when
 * to answer, until when its agenda may be changed freely, until when items may be added.
 */
export const datesAround = [
  ['replyBy', 'conference-reply'],
  ['freeUntil', 'conference-agenda'],
  ['addUntil', 'conference-addendum'],
] as const;
export type DateAround = (typeof datesAround)[number][0];

/** What the last announcement did: decides what undoing it means. */
export type HeldAct = 'scheduled' | 'changed' | 'cancelled';

export interface Conference {
  readonly id: ConferenceId;
  readonly committee: CommitteeId;
  readonly state: ConferenceState;
  /** Number of the revision in force; 0 before the first announcement. */
  readonly revision: number;
  readonly version: number;
  readonly cancelReason: string | null;
  /** Of its own; what it bears with its agenda: Revision. */
  readonly classification: Level;
  readonly held: { readonly act: HeldAct; readonly until: Date; readonly batch: string } | null;
}

/** What a person writes into the form. The start is a moment; the form states it in the committee's zone. */
export interface Content {
  readonly title: string;
  readonly startsAt: Date;
  readonly minutes: number;
  readonly place: string;
  readonly chair: PersonId;
  readonly agenda: readonly AgendaItem[];
  /** Until when answers are asked for, as a moment; null: until the start. */
  readonly replyBy: Date | null;
  /** Until when the agenda may be changed freely, and until when items may be added; null: until the start. */
  readonly freeUntil: Date | null;
  readonly addUntil: Date | null;
  /** Why the agenda was changed after that. */
  readonly agendaReason: string | null;
}

export type AgendaItemId = Id<'agenda-item'>;

export interface AgendaItem {
  /** The same in every revision. */
  readonly id: AgendaItemId;
  readonly kind: ItemKind;
  /** Null: named by its list. */
  readonly text: string | null;
  /** A frozen nominee list: its names stand only behind its own button. */
  readonly list: NomineeListId | null;
  /** Who presents it. */
  readonly owner: PersonId | null;
  readonly ownerName: string | null;
  /** Adopted together with others … */
  readonly inConsent: boolean;
  /** … unless somebody, not named, wants it to be discussed on its own. */
  readonly isLifted: boolean;
}

/** `person` is recused from `nominee`, who is called `name` (empty: not known). */
export interface RecusedFrom {
  readonly person: PersonId;
  readonly nominee: PersonId;
  readonly name: string;
}

/** What an item lacks before it may be announced; objection: it cannot be adopted together with others any more. */
export const lacks = ['owner', 'list-replaced', 'review-open', 'synthesis', 'objection'] as const;
export type Lack = (typeof lacks)[number];

/** What may be done with an announced agenda: anything, only additions, anything with a reason told to everybody. */
export type AgendaPhase = 'free' | 'additions' | 'with-reason';

/** second: too few had come to the first; continued: after an adjournment. */
export const calls = ['first', 'second', 'continued'] as const;
export type CallKind = (typeof calls)[number];

export interface Revision extends Content {
  readonly number: number;
  /** The highest of its own and of the lists on its agenda, as far as the viewer sees them. */
  readonly classification: Level;
  readonly call: CallKind;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  /** The first revision whose answers hold for this one. */
  readonly answersFrom: number;
  readonly announcedAt: Date | null;
}

export interface Summoned {
  readonly person: PersonId;
  readonly fullName: string;
  readonly post: string | null;
  /** False: a guest, in no denominator. */
  readonly counts: boolean;
  readonly rank: number;
  /** The revision that first had this person on the list. */
  readonly since: number;
  /** An active chat account: else the committee secretary tells them. */
  readonly isReachable: boolean;
}

export type NewSummons = Pick<Summoned, 'person' | 'post' | 'counts' | 'rank'>;

export const answers = ['coming', 'maybe', 'absent', 'delegate'] as const;
export type Answer = (typeof answers)[number];

export interface Reply {
  readonly person: PersonId;
  readonly answer: Answer;
  readonly reason: string | null;
  readonly delegate: PersonId | null;
  readonly delegateName: string | null;
  /** The revision it was given to, and the start it was given for. */
  readonly revision: number;
  readonly startsAt: Date;
  readonly answeredAt: Date;
  readonly recordedBy: PersonId | null;
  readonly via: ViaKind | null;
}

/** One conference as one person may see it. */
export interface Sight {
  readonly conference: Conference;
  readonly revision: Revision;
  readonly summoned: readonly Summoned[];
  /** Only answers that hold for this revision. */
  readonly replies: readonly Reply[];
  readonly chairName: string;
  /** Shown to be still before the announcement is out; null: nothing is held. */
  readonly heldUntil: Date | null;
}

export const quorumVerdicts = ['enough', 'not-yet', 'cannot-be-reached'] as const;
export type QuorumVerdict = (typeof quorumVerdicts)[number];

export interface Forecast {
  readonly verdict: QuorumVerdict;
  readonly needed: number;
  /** How many the rule counts from. */
  readonly base: number;
  readonly coming: number;
  /** Silent or maybe. */
  readonly open: number;
  readonly absent: number;
  readonly rule: QuorumRule;
  readonly ruleSet: { readonly key: string; readonly version: number; readonly title: Wording };
  readonly source: CitedSource;
  readonly confidence: Confidence;
}

/** What an announcement changes, for its preview and its cards. Null: the same as before. */
export interface Difference {
  readonly title: readonly [before: string, after: string] | null;
  readonly startsAt: readonly [before: Date, after: Date] | null;
  readonly minutes: readonly [before: number, after: number] | null;
  readonly place: readonly [before: string, after: string] | null;
  readonly chair: readonly [before: PersonId, after: PersonId] | null;
  readonly replyBy: readonly [before: Date | null, after: Date | null] | null;
  readonly isAgendaChanged: boolean;
  /** Of a changed agenda: how many items are new, when nothing else of it changed; else null. */
  readonly itemsAdded: number | null;
  readonly agendaReason: string | null;
  /** Everybody is asked to answer again, whatever they said. */
  readonly asksAgain: boolean;
  readonly added: readonly PersonId[];
  readonly released: readonly PersonId[];
  /** Still summoned, but counted now, or not any more. */
  readonly restanding: readonly PersonId[];
}

/** How a day that is not a working day is told before sending. */
export interface DayWarning {
  readonly date: PlainDate;
  readonly because: 'weekend' | 'holiday';
}
