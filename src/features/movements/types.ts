/**
 * A *movement* sends somebody to another post: *rotation* (luân chuyển) and *secondment* (biệt phái) for a time, *transfer*
 * (điều động) and *position change* (chuyển đổi vị trí công tác) for good. A *leg* is one stretch of it with dates. A
 * *chain* is what follows from one move: the post it empties, the move that fills it, the post that one empties.
 */
import type { Via } from '../../kernel/act.ts';
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { Facts } from '../../kernel/outcome.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { CitedSource } from '../eligibility/types.ts';

export type MovementId = Id<'movement'>;
export const opinionsSubject = 'movement-opinions';
export const endSubject = 'movement-end';

export const movementKinds = ['rotation', 'transfer', 'position-change', 'secondment'] as const;
export type MovementKind = (typeof movementKinds)[number];

/** suggested: not taken into the plan yet. sent-back: the authority wants it changed. */
export const movementStates = ['suggested', 'planned', 'approved', 'refused', 'sent-back', 'withdrawn'] as const;
export type MovementState = (typeof movementStates)[number];

export const sides = ['sending', 'receiving', 'person'] as const;
export type Side = (typeof sides)[number];
export const opinionStances = ['agree', 'with-conditions', 'disagree'] as const;
export type OpinionStance = (typeof opinionStances)[number];

export const decisionOutcomes = ['approve', 'refuse', 'return'] as const;
export type DecisionOutcome = (typeof decisionOutcomes)[number];
export const endings = ['returned', 'settled'] as const;
export type Ending = (typeof endings)[number];

/** What is written of a movement, and may be corrected until it is decided. */
export interface MovementForm {
  readonly kind: MovementKind;
  readonly fromUnit: string;
  readonly fromPost: string | null;
  readonly toUnit: string;
  readonly toPost: string | null;
  readonly isOutside: boolean;
  readonly reason: string;
  readonly startsOn: PlainDate;
  /** The planned last day; null for kinds that are for good. */
  readonly endsOn: PlainDate | null;
  readonly inPostSince: PlainDate | null;
  /** The authority or law that allows what a rule does not. */
  readonly exception: string | null;
  /** The unit that proposes it, as typed. */
  readonly proposedFor: string | null;
}

export interface Movement extends MovementForm {
  readonly id: MovementId;
  readonly committee: CommitteeId;
  readonly year: number;
  readonly person: PersonId;
  readonly state: MovementState;
  readonly closing: string | null;
  /** The move that empties the post which this one fills. */
  readonly after: MovementId | null;
  readonly proposedBy: PersonId | null;
  readonly proposedAt: Date;
  readonly via: Via | null;
  readonly askedAt: Date | null;
  readonly version: number;
  readonly legs: readonly Leg[];
}

export interface Leg {
  readonly id: string;
  readonly number: number;
  readonly startsOn: PlainDate;
  readonly endsOn: PlainDate | null;
  readonly endedOn: PlainDate | null;
  readonly ending: Ending | null;
  readonly decision: string | null;
}

export interface Opinion {
  readonly side: Side;
  readonly stance: OpinionStance;
  readonly text: string | null;
  readonly speaker: string | null;
  readonly recordedBy: PersonId | null;
  readonly recordedAt: Date;
  readonly via: Via | null;
  readonly isReplaced: boolean;
}

export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly number: string;
  readonly decidedOn: PlainDate;
  readonly authority: string;
  readonly note: string | null;
  readonly recordedBy: PersonId | null;
  readonly recordedAt: Date;
  /** Null: it stands. */
  readonly replacedAt: Date | null;
  readonly replaceReason: string | null;
}

export const moveRules = [
  'rotation-term',
  'rotation-years-left',
  'secondment-term',
  'secondment-nursing',
  'position-interval',
] as const;
export type MoveRule = (typeof moveRules)[number];

/** breaks: only with the authority or law named that allows it. ask: the bot does not know and must not; a person asks. */
export const checkLevels = ['breaks', 'not-known', 'ask', 'passes'] as const;
export interface MoveCheck {
  readonly rule: MoveRule;
  readonly level: (typeof checkLevels)[number];
  /** Every number used. */
  readonly facts: Facts;
  readonly sources: readonly CitedSource[];
}
