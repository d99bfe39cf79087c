/**
 * The *pool* of a plan (nguồn quy hoạch) is everybody of the register who basically qualifies for its positions. The rules
 * *find* who does; a named person may add somebody or leave somebody out for a reason, and records a short *assessment*.
 * A pool is *confirmed* before names are listed; computing again makes the next version, and the confirmed one stays.
 */
import type { CommitteeId, Id, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { KeptCheck, RuleSet } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { Plan, Position } from '../plans/types.ts';

export type PoolId = Id<'pool'>;

export const poolStates = ['open', 'confirmed', 'replaced'] as const;
export type PoolState = (typeof poolStates)[number];

export interface Pool {
  readonly id: PoolId;
  readonly plan: PlanId;
  readonly version: number;
  readonly state: PoolState;
  readonly computedAt: Date;
  readonly computedBy: PersonId | null;
  /** Null while it is open. */
  readonly confirmed: PoolConfirmed | null;
}

export interface PoolConfirmed {
  readonly at: Date;
  readonly by: PersonId | null;
  /** Which body discussed it, as typed. */
  readonly body: string;
  readonly discussedOn: PlainDate;
}

/** What the rules say of somebody for a position: missing data never qualify. */
export const outcomes = ['qualifies', 'not-known', 'left-out'] as const;
export type PoolOutcome = (typeof outcomes)[number];

export type Evidence = Pick<KeptCheck, 'rule' | 'level' | 'facts' | 'ruleSet'>;

export interface Finding {
  readonly person: PersonId;
  /** Positions of which the rules say the same. */
  readonly positions: readonly PositionId[];
  readonly outcome: PoolOutcome;
  readonly evidence: readonly Evidence[];
}

export const rulings = ['added', 'left-out'] as const;
export type PoolRuling = (typeof rulings)[number];

/** Prospects as personal assessment forms have them (planning 2.9). */
export const prospectLevels = ['high', 'medium', 'low'] as const;
export type Prospects = (typeof prospectLevels)[number];

export interface Opinion {
  readonly position: PositionId;
  readonly person: PersonId;
  /** Null: as computed. */
  readonly ruling: PoolRuling | null;
  readonly reason: string | null;
  readonly prospects: Prospects | null;
  readonly assessment: string | null;
  readonly recordedBy: PersonId | null;
  readonly recordedAt: Date;
}

/** Where somebody stands for a position once rulings are counted; the groups in which a position is shown. */
export const standings = ['in', 'not-known', 'left-out'] as const;
export type PoolStanding = (typeof standings)[number];

export interface Considered {
  readonly person: PersonId;
  readonly position: PositionId;
  readonly outcome: PoolOutcome;
  readonly standing: PoolStanding;
  readonly evidence: readonly Evidence[];
  readonly opinion: Opinion | null;
}

/** As its reader may see it: whose case is closed to them is in no line and no number. */
export interface PoolSeen {
  readonly committee: CommitteeId;
  readonly plan: Plan;
  /** Of the plan. */
  readonly ruleSet: RuleSet;
  /** Null: none was computed yet. */
  readonly pool: Pool | null;
  /** Every version, the newest first. */
  readonly versions: readonly Pool[];
  readonly considered: readonly Considered[];
  /** Of those who computed, confirmed and recorded. */
  readonly names: ReadonlyMap<PersonId, string>;
}

export interface PositionSeen extends PoolSeen {
  readonly pool: Pool;
  readonly position: Position;
  /** Of the position, by given name. */
  readonly people: readonly (Considered & { readonly whole: Person; readonly standsInPlan: boolean })[];
}
