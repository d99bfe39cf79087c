/**
 * A *plan* is the planning of one unit for one track and term; a *position* in it has seats and a level; an *entry* is
 * somebody who stands in the approved plan. A plan keeps the rule set it was made under.
 */
import type { CommitteeId, PersonId, PlanEntryId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';

export const tracks = ['party', 'leadership', 'inspection', 'board', 'other'] as const;
export type Track = (typeof tracks)[number];

export interface Plan {
  readonly id: PlanId;
  readonly committee: CommitteeId;
  readonly title: string;
  readonly unit: string;
  readonly track: Track;
  readonly termFrom: PlainMonth;
  readonly termTo: PlainMonth;
  /** Month of the congress of this level; null: ages count from the first month of the term. */
  readonly congress: PlainMonth | null;
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly positions: readonly Position[];
  readonly isClosed: boolean;
  readonly version: number;
}

export interface Position {
  readonly id: PositionId;
  readonly title: string;
  readonly seats: number;
  /** Higher is higher; null: not known. */
  readonly level: number | null;
  /** Membership of a collective body: planned by ratio to its seats, not by the cap of people per position. */
  readonly isCommittee: boolean;
  readonly rank: number;
}

export interface PlanEntry {
  readonly id: PlanEntryId;
  readonly position: PositionId;
  readonly person: PersonId;
  readonly readiness: string | null;
  readonly enteredOn: PlainDate | null;
  /** Number and date of the decision, as typed. */
  readonly decisionIn: string | null;
  readonly leftOn: PlainDate | null;
}

export type NewPosition = Omit<Position, 'id'>;
