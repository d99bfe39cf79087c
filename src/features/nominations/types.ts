/**
 * A *nomination* puts a person forward for a position of a plan. A *suggestion* is one that the personnel body has
 * not screened yet; a *candidate* (nhân sự được giới thiệu) is one that is listed. *Consent* is what the nominee said when
 * asked whether they stand, an *endorsement* a member's support: both only where the rule set has them.
 */
import type { Act, Via } from '../../kernel/act.ts';
import type { CommitteeId, Id, NominationId, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';

/** approved, not-approved: what the authority decided on a name that was handed upward. */
export const nominationStates = ['suggested', 'listed', 'withdrawn', 'declined', 'approved', 'not-approved'] as const;
export type NominationState = (typeof nominationStates)[number];

export const nominationSources = ['inside', 'outside', 'self', 'superior'] as const;
export type NominationSource = (typeof nominationSources)[number];

/** not-asked: the rule set asks nobody, or the name waits for screening. */
export const consentStates = ['not-asked', 'asked', 'given', 'declined'] as const;
export type ConsentState = (typeof consentStates)[number];

export interface Consent {
  readonly state: ConsentState;
  /** When they were asked (the minute of undo over), or answered. */
  readonly at: Date | null;
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
  /** Typed by the nominee. */
  readonly note: string | null;
}

export const notAsked: Consent = { state: 'not-asked', at: null, recordedBy: null, via: null, note: null };

/** Whether a name goes onto a list that is being frozen; if not, what is missing. */
export const readinesses = ['ready', 'no-consent', 'too-few-endorsements'] as const;
export type Readiness = (typeof readinesses)[number];

/** What "undo" takes a nomination back to: out again, waiting for screening, on the list, or what it said before. */
export const undoTargets = ['gone', 'suggested', 'listed', 'uncorrected'] as const;
export type UndoTarget = (typeof undoTargets)[number];

/** Who screens suggestions and enters names: those with the right candidates.enter (a test holds the two together). */
export const screeningRoles: readonly Role[] = ['clerk', 'chair', 'deputy'];

/** A nomination as its row says it; who the person is stands in the register. */
export interface Nomination {
  readonly id: NominationId;
  readonly plan: PlanId;
  readonly position: PositionId;
  readonly positionTitle: string;
  readonly positionRank: number;
  readonly positionLevel: number | null;
  readonly person: PersonId;
  readonly state: NominationState;
  readonly source: NominationSource;
  /** Typed by whoever proposed. */
  readonly reasons: string | null;
  readonly proposedBy: PersonId;
  /** Set when the committee secretary entered it for somebody. */
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
  readonly proposedAt: Date;
  /** Protocol order within the position; null: by posts and name. */
  readonly rank: number | null;
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** What became of a suggestion, told to whoever made it. */
  readonly answer: string | null;
  readonly consent: Consent;
  /** How many members support the name. */
  readonly endorsements: number;
  /** Counts changes: what was frozen can be compared with what is. */
  readonly version: number;
}

export const ownUnitAnswers = ['agrees', 'reservations', 'disagrees'] as const;
export type OwnUnitAnswer = (typeof ownUnitAnswers)[number];

/** What the own unit of somebody from elsewhere was asked, and what it answered: by letter, recorded by a person. */
export interface OwnUnitInquiry {
  readonly unit: string;
  readonly askedOn: PlainDate;
  /** Number of the letter that asked. */
  readonly letter: string | null;
  /** Null: not answered yet. */
  readonly answer: OwnUnitAnswer | null;
  readonly answeredOn: PlainDate | null;
  /** Number of the answer. */
  readonly reference: string | null;
  /** Typed. */
  readonly note: string | null;
  /** Null: the unit itself answered, at its address. */
  readonly recordedBy: PersonId | null;
}

export type InquiryId = Id<'own-unit-inquiry'>;
export const inquirySubject = 'own-unit-inquiry';

/** The support of a name, as one reader may know it. */
export interface Support {
  readonly count: number;
  /** How many the rule set asks for; 0: they are only counted. */
  readonly needed: number;
  /** Empty where only the heads read the names. */
  readonly supporters: readonly PersonId[];
  /** Of the supporters, those for whom it was entered, and how it came. */
  readonly entered?: readonly { readonly person: PersonId; readonly via: Via }[];
  /** Whether the reader supports it; null: they cannot say so (any more). */
  readonly own: boolean | null;
}

/** What rests on a nomination as it stands: shown before its position is corrected, and left as it is by that. */
export type Dependent =
  | { readonly kind: 'list'; readonly number: number; readonly at: Date }
  /** `until` null: no date is known. */
  | { readonly kind: 'round'; readonly number: number; readonly until: Date | null }
  | { readonly kind: 'conference'; readonly number: number; readonly at: Date };

/** Implemented by the features that freeze and use lists, handed over by features.ts: nominations know neither of them. */
export interface NominationDependents {
  /** As the acting person may know them; in the order in which they came about. */
  dependentsOf(act: Act, at: { committee: CommitteeId; nomination: NominationId }): Promise<readonly Dependent[]>;
}

/** One line of the list of candidates, in protocol order. */
export interface Candidate {
  readonly nomination: NominationId;
  readonly plan: PlanId;
  readonly position: PositionId;
  readonly positionTitle: string;
  readonly positionRank: number;
  readonly rank: number | null;
  readonly person: PersonId;
  readonly fullName: string;
  readonly birthMonth: PlainMonth | null;
  readonly partyPost: string | null;
  readonly statePost: string | null;
  readonly level: number | null;
  readonly unit: string | null;
  readonly state: NominationState;
  readonly source: NominationSource;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  readonly consent: ConsentState;
  readonly endorsements: number;
  /** Counts changes: what was frozen can be compared with what is. */
  readonly version: number;
}

export interface ToFreeze {
  readonly candidates: readonly Candidate[];
  /** On the list, but no candidates yet: what their consent or support still lacks, as the rule set says. */
  readonly leftOut: readonly (Candidate & { readonly readiness: Exclude<Readiness, 'ready'> })[];
}

/** Somebody who is or was on the list, with what they were put forward for at any time. */
export interface KeptCandidate {
  readonly id: NominationId;
  readonly person: PersonId;
  readonly place: {
    readonly said: PositionId;
    /** The oldest first. */
    readonly formerly: readonly { readonly replacedAt: Date; readonly said: PositionId }[];
  };
  readonly listedAt: Date;
  readonly endedAt: Date | null;
  readonly state: NominationState;
  /** Typed. */
  readonly endReason: string | null;
}
