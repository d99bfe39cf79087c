/**
 * A *plan* is the planning of one unit for one track and term; a *position* in it has seats and a level; an *entry* is
 * somebody who stands in the approved plan. A plan keeps the rule set it was made under.
 */
import type { Act } from '../../kernel/act.ts';
import type { CommitteeId, Id, PersonId, PlanEntryId, PlanId, PositionId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';
import type { Level } from '../classification/types.ts';
import type { OwnRule } from '../guidance/types.ts';

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
  /** What the committee's own guidance said when it was made. */
  readonly ownRules: readonly OwnRule[];
  readonly positions: readonly Position[];
  readonly isClosed: boolean;
  /** Of the plan and of all that hangs on it. */
  readonly classification: Level;
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
  /** Key of a level of the plan's rule set (readinessLevels), or what an older list said. */
  readonly readiness: string | null;
  readonly enteredOn: PlainDate | null;
  /** Number and date of the decision, as typed. */
  readonly decisionIn: string | null;
  readonly leftOn: PlainDate | null;
}

/** Somebody who left the plan because they were appointed; dates and numbers as the decision says. */
export interface AppointedEntry {
  readonly id: PlanEntryId;
  readonly position: PositionId;
  readonly person: PersonId;
  readonly leftOn: PlainDate;
  readonly decisionOut: string;
}

export type NewPosition = Omit<Position, 'id'>;

export type NewEntry = Omit<PlanEntry, 'id' | 'leftOn'>;

/** Of the yearly review or the removal that changes who stands in plans. */
export type PlanChangeId = Id<'plan-change'>;

/** Changes of who stands in plans that belong together: applied in one step, taken back in one step. */
export interface EntryChanges {
  readonly change: PlanChangeId;
  readonly on: PlainDate;
  /** Number and date of the decision, as people read it. */
  readonly decision: string;
  /** `rule`: the one that gave the ground; null where a person's own words did. */
  readonly leave: readonly { readonly entry: PlanEntryId; readonly reason: string; readonly rule: string | null }[];
  readonly enter: readonly (NewEntry & { readonly plan: PlanId })[];
}

/** Why somebody leaves the plan (planning 2.8). The first four are found in the register or in a conclusion. */
export const removalReasons = [
  'over-age',
  'discipline',
  'political-standard',
  'appointed',
  'moved-outside',
  'too-many-positions',
  'duties-not-done',
  'standards-not-met',
  'rules-violated',
  'low-prestige',
  'other',
] as const;
export type RemovalReason = (typeof removalReasons)[number];

/** Who decided a change of a plan, by what number and on what day: every change says it. */
export interface DecisionPaper {
  readonly body: string;
  readonly decision: string;
  readonly decidedOn: PlainDate;
  /** The vote or the ground, as typed. */
  readonly basis: string | null;
}

export type PlanUseKind =
  | 'ballot'
  | 'ballot-to-come'
  | 'yearly-review'
  | 'nomination'
  | 'list'
  | 'round'
  | 'conference'
  | 'submission-draft'
  | 'submission-sent'
  | 'external-nomination';

/** What rests on a plan, or on one person's standing in it: shown before that changes. */
export interface PlanUse {
  readonly kind: PlanUseKind;
  /** It has to end first. */
  readonly holds: boolean;
  /** What becomes of it when the person leaves: it ends with that, or stays as it was frozen. */
  readonly ends: boolean;
  readonly number: number | null;
  readonly at: Date | null;
  /** Of a candidacy: the position, and the plan where it is another. */
  readonly title?: string;
}

export interface UsedAt {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  /** Null: the plan as a whole. */
  readonly stands: { readonly person: PersonId; readonly position: PositionId } | null;
}

/** Implemented by the features that use plans, handed over by features.ts: plans know none of them. */
export interface PlanUses {
  /** What holds is found with all eyes; the caller may see the person. */
  usesOf(act: Act, at: UsedAt): Promise<readonly PlanUse[]>;
  /** Inside the transaction in which the person leaves: ends what ends with it. */
  leave?(act: Act, at: UsedAt, reason: string): Promise<void>;
  /** The same taken back; `leftAt`: the moment of leaving. */
  comeBack?(act: Act, at: UsedAt, leftAt: Date): Promise<void>;
}

/** That somebody stands in a plan, or stood. */
export interface Place {
  readonly person: PersonId;
  /** Null: stands there. */
  readonly left: { readonly recordedAt: Date; readonly reason: string | null } | null;
}

/** What something said until a moment. */
export interface Former<Said> {
  readonly replacedAt: Date;
  readonly said: Said;
}

export interface Spoken<Said> {
  readonly said: Said;
  /** The oldest first. */
  readonly formerly: readonly Former<Said>[];
}

export type KeptPosition = Spoken<Position & { readonly endedAt: Date | null }> & {
  readonly id: PositionId;
  /** Null: with the plan. */
  readonly openedAt: Date | null;
};

/** Somebody's standing in a plan from the day of the decision that put them there to that of the one that took them out. */
export interface KeptEntry extends PlanEntry {
  readonly id: PlanEntryId;
  readonly plan: PlanId;
  readonly groups: Spoken<string | null>;
  /** When and by whom the bot was told; null: it is not known. */
  readonly recordedAt: Date | null;
  readonly recordedBy: PersonId | null;
  readonly leftRecordedAt: Date | null;
  readonly leftRecordedBy: PersonId | null;
  readonly decisionOut: string | null;
  readonly reasonOut: string | null;
  readonly ruleOut: string | null;
  /** The yearly review or removal that brought the entry, and the one that ended it. */
  readonly changeIn: string | null;
  readonly changeOut: string | null;
}

export interface KeptPlan {
  /** When the plan was made in the bot. */
  readonly madeAt: Date;
  readonly positions: readonly KeptPosition[];
  readonly entries: readonly KeptEntry[];
}
