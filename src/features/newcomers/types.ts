/**
 * A *newcomer* (người mới đủ điều kiện) is somebody of the register who qualifies for positions of an open plan and did not
 * when the rules last ran. It is pointed out to those who keep the list, who *note* it; nobody is put forward by it.
 */
import type { Id, PersonId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { RuleSet } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { Plan } from '../plans/types.ts';
import type { Evidence } from '../pools/types.ts';

export type NewcomerId = Id<'newcomer'>;

/** One rule that stood in the way; `now` null: the rules do not ask it any more. */
export interface Change {
  readonly before: Evidence;
  readonly now: Evidence | null;
}

export interface Newcomer {
  readonly id: NewcomerId;
  readonly plan: PlanId;
  readonly person: PersonId;
  /** Positions for which the same has changed. */
  readonly positions: readonly PositionId[];
  /** When it was found: the rules run every night and when a person's data change. */
  readonly since: Date;
  /** Empty: entered in the register since the rules last ran. */
  readonly changed: readonly Change[];
}

export type NewNewcomer = Omit<Newcomer, 'id'>;

/** noted: by a named person. gone: no longer so, or in the plan by now. */
export const newcomerEnds = ['noted', 'gone'] as const;
export type NewcomerEnd = (typeof newcomerEnds)[number];

/** As its reader may see it: whose case is closed to them is in no line and no number. */
export interface NewcomersSeen {
  readonly plan: Plan;
  readonly ruleSet: RuleSet;
  /** The newest first, then by given name. */
  readonly lines: readonly { readonly newcomer: Newcomer; readonly person: Person }[];
}
