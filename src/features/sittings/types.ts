/**
 * A *sitting* (phiên họp) is a conference while it is held: roll call, opening, items, decisions, end. Everything in it is
 * an *event* with the time at which it happened; the state, who is present and the minutes follow from the events. A
 * *seat* is a person's place in it: those who *count* are in the base of the quorum rule. The *course* is where the
 * sitting stands after its events.
 */
import type { ConferenceId, Id, NomineeListId, PersonId } from '../../kernel/ids.ts';
import type { CitedSource, QuorumRule, Wording } from '../eligibility/types.ts';

export type SittingEventId = Id<'sitting-event'>;
export type SittingItemId = Id<'sitting-item'>;

export const phases = ['roll-call', 'open', 'adjourned', 'not-held', 'concluded'] as const;
export type Phase = (typeof phases)[number];

export const eventKinds = [
  'arrived',
  'left',
  /** Quorum reached and declared; `resumed` the same after an adjournment. */
  'opened',
  /** The roll was called and too few had come: it was not opened. */
  'too-few',
  'resumed',
  'adjourned',
  'taken-up',
  'item-closed',
  /** Leaves one item only: recused from it, or asked to. */
  'stepped-out',
  'stepped-in',
  'chair-handed',
  /** Somebody else takes the minutes from now on. */
  'secretary-handed',
  /** Said, to be recorded. */
  'noted',
  'decided',
  /** Papers or hands on the item under discussion; who takes part was frozen by the roll call of that moment. */
  'vote-opened',
  /** No paper is taken any more; sealed ones may be opened and counted later, even after the end. */
  'vote-closed',
  /** Counted, with its ruling: the numbers stay with the vote, where each reader sees what they may. */
  'voted',
  'vote-void',
  'concluded',
  /** Not held: too few came, and it is not called again. */
  'given-up',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const voteKinds: readonly EventKind[] = ['vote-opened', 'vote-closed', 'voted', 'vote-void'];

/** How a motion ended. Votes on paper have a feature of their own. */
export const decisionOutcomes = ['consensus', 'adopted', 'rejected', 'noted', 'postponed'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];

/** The quorum as it was at one moment: frozen in the event of opening. */
export interface QuorumCount {
  /** How many are on the list, guests included. */
  readonly summoned: number;
  /** Members with a vote. */
  readonly seated: number;
  /** Everybody in the room. */
  readonly present: number;
  /** Of those present, who the rule counts. */
  readonly counted: number;
  /** How many the rule counts from. */
  readonly base: number;
  readonly needed: number;
}

export interface ShowOfHands {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
}

export interface EventFacts {
  readonly quorum?: QuorumCount;
  /** 2: opened by the rule of the second call. */
  readonly call?: 1 | 2;
  readonly outcome?: DecisionOutcome;
  readonly hands?: ShowOfHands;
  /** Of a decision: adopted without discussion, together with others. It closes its item. */
  readonly isTogether?: boolean;
  /** Of a vote: its round. */
  readonly round?: string;
  /** Of leaving an item or coming back for it: who leads it from then on, where that has changed. */
  readonly leader?: PersonId;
}

export interface SittingEvent {
  readonly id: SittingEventId;
  readonly revision: number;
  readonly kind: EventKind;
  readonly at: Date;
  readonly recordedAt: Date;
  readonly recordedBy: PersonId | null;
  /** Who arrives, leaves, takes the chair or moves. */
  readonly person: PersonId | null;
  readonly item: SittingItemId | null;
  readonly text: string | null;
  readonly facts: EventFacts;
}

export interface Seat {
  readonly person: PersonId;
  readonly fullName: string;
  readonly post: string | null;
  readonly rank: number;
  readonly isSummoned: boolean;
  readonly counts: boolean;
  readonly inPlaceOf: PersonId | null;
  readonly isReachable: boolean;
}

export interface SittingItem {
  readonly id: SittingItemId;
  readonly place: number;
  readonly text: string | null;
  readonly list: NomineeListId | null;
  /** At the opening nobody had objected to it or wanted it discussed: adopted together with others like it. */
  readonly inConsent: boolean;
}

export interface Sitting {
  readonly conference: ConferenceId;
  readonly state: Phase;
  /** Who takes the minutes now. */
  readonly secretary: PersonId | null;
  readonly begunAt: Date;
  /** The minutes are confirmed: nothing is recorded or struck any more. */
  readonly isFrozen: boolean;
}

/** Where the sitting stands after its events. */
export interface Course {
  readonly phase: Phase;
  readonly present: ReadonlySet<PersonId>;
  /** Out of one item only. */
  readonly out: ReadonlyMap<SittingItemId, ReadonlySet<PersonId>>;
  readonly current: SittingItemId | null;
  /** The round that takes papers on this item now. */
  readonly voting: string | null;
  readonly closed: ReadonlySet<SittingItemId>;
  readonly chair: PersonId;
  /** Who took over the minutes; null: still whoever began the roll call. */
  readonly secretary: PersonId | null;
  /** Of the last opening or resumption. */
  readonly quorum: QuorumCount | null;
  readonly openedAt: Date | null;
  readonly endedAt: Date | null;
}

/** A rule of the rule set, to be shown with its source. */
export interface CitedQuorum {
  readonly rule: QuorumRule;
  readonly call: 1 | 2;
  readonly ruleSet: { readonly key: string; readonly version: number; readonly title: Wording };
  readonly source: CitedSource;
}

/** What a person's own card says: whether the roll is being called, and since when they are present. */
export interface OwnPresence {
  readonly isOver: boolean;
  readonly isOpen: boolean;
  readonly isHere: boolean;
  readonly since: Date | null;
}
