/**
 * A *nomination* puts a person forward for a position of a plan. A *suggestion* is one that the personnel body has
 * not screened yet; a *candidate* (nhân sự được giới thiệu) is one that is listed.
 */
import type { Via } from '../../kernel/act.ts';
import type { NominationId, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainMonth } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';

export const nominationStates = ['suggested', 'listed', 'withdrawn', 'declined'] as const;
export type NominationState = (typeof nominationStates)[number];

export const nominationSources = ['inside', 'outside', 'self', 'superior'] as const;
export type NominationSource = (typeof nominationSources)[number];

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
  /** Counts changes: what was frozen can be compared with what is. */
  readonly version: number;
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
  /** Counts changes: what was frozen can be compared with what is. */
  readonly version: number;
}
