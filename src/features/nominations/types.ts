/**
 * A *nomination* puts a person forward for a position of a plan. A *suggestion* is one that the personnel body has
 * not screened yet; a *candidate* (nhân sự được giới thiệu) is one that is listed.
 */
import type { NominationId, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainMonth } from '../../kernel/time.ts';

export const nominationStates = ['suggested', 'listed', 'withdrawn', 'declined'] as const;
export type NominationState = (typeof nominationStates)[number];

export const nominationSources = ['inside', 'outside', 'self', 'superior'] as const;
export type NominationSource = (typeof nominationSources)[number];

/** One line of the list of candidates, in protocol order. */
export interface Candidate {
  readonly nomination: NominationId;
  readonly plan: PlanId;
  readonly position: PositionId;
  readonly positionTitle: string;
  readonly person: PersonId;
  readonly fullName: string;
  readonly birthMonth: PlainMonth | null;
  readonly partyPost: string | null;
  readonly statePost: string | null;
  readonly unit: string | null;
  readonly state: NominationState;
  readonly source: NominationSource;
  readonly proposedBy: PersonId;
  readonly proposedAt: Date;
  /** Counts changes: what was frozen can be compared with what is. */
  readonly version: number;
}
