/**
 * A *removal* (đưa ra khỏi quy hoạch) takes somebody out of a plan. The rules and people only *propose* it, with the
 * evidence; a named person closes the proposal: *removed* by a decision, or *kept* for a reason. When the ground of one
 * that the nightly watch found is gone, it *lapses*: the person meets the rules again.
 */
import type { CommitteeId, Id, PersonId, PlanEntryId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { KeptCheck } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { DecisionPaper, Plan, PlanUse, RemovalReason } from '../plans/types.ts';

export type RemovalId = Id<'removal'>;

export const removalStates = ['open', 'removed', 'kept', 'lapsed'] as const;
export type RemovalState = (typeof removalStates)[number];

export type RemovalEvidence = Pick<KeptCheck, 'rule' | 'level' | 'facts' | 'ruleSet'>;

export interface Removal {
  readonly id: RemovalId;
  readonly plan: PlanId;
  readonly entry: PlanEntryId;
  readonly person: PersonId;
  readonly position: PositionId;
  readonly state: RemovalState;
  readonly source: 'watch' | 'person';
  readonly reason: RemovalReason;
  /** Null: a person brought it in their own words. */
  readonly evidence: RemovalEvidence | null;
  readonly note: string | null;
  /** Since when it is known. */
  readonly since: Date;
  readonly endedAt: Date | null;
  readonly endNote: string | null;
  readonly paper: DecisionPaper | null;
}

/** As its reader may see it. */
export interface RemovalSeen {
  readonly committee: CommitteeId;
  readonly removal: Removal;
  readonly person: Person;
  readonly plan: Plan;
  readonly positionTitle: string;
  /** Where the person appears in this plan's work. */
  readonly uses: readonly PlanUse[];
}
