/**
 * *Guidance* is a document of the committee's own level (HD 22, 23, 39 in a sector) that sets values which the rules leave
 * open or allow to be stricter. It is never changed: a correction takes its place, and plans keep what they were made under.
 */
import { z } from 'zod';
import type { CommitteeId, Id, PersonId, PlanId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { RuleKey, RuleSet, Verdict } from '../eligibility/types.ts';
import type { Person } from '../people/types.ts';
import type { Plan, Position } from '../plans/types.ts';

export type GuidanceId = Id<'guidance'>;

/** Values that can hang on it, in the order of its form. */
export const ownKeys = [
  'people-per-position',
  'positions-per-person',
  'fewest-people',
  'ratio-min',
  'ratio-max',
  'next-term',
  'next-term-better',
  'current-term',
  'young-percent',
  'young-under',
  'women-percent',
  'minority-percent',
  'report-days',
] as const;
export type OwnKey = (typeof ownKeys)[number];

export const OwnValues = z.partialRecord(z.enum(ownKeys), z.number().int());
export type OwnValues = z.infer<typeof OwnValues>;

/** What a plan keeps of each guidance that held when it was made. */
export const OwnRule = z.strictObject({
  guidance: z.string(),
  number: z.string(),
  issuedOn: z.string(),
  issuer: z.string(),
  subject: z.string(),
  reason: z.string(),
  values: OwnValues,
});
export type OwnRule = z.infer<typeof OwnRule>;

export interface GuidanceForm {
  readonly number: string;
  readonly issuedOn: PlainDate;
  readonly issuer: string;
  readonly subject: string;
  readonly reason: string;
  readonly values: OwnValues;
}

export interface Guidance extends GuidanceForm {
  readonly id: GuidanceId;
  readonly registeredAt: Date;
  /** Taken back, or corrected by another. */
  readonly endedAt: Date | null;
  readonly endReason: string | null;
  /** Whose place it took. */
  readonly corrects: GuidanceId | null;
}

/** put: on a plan that was there already. taken: off a plan. */
export const planGuidanceKinds = ['put', 'taken'] as const;
export type PlanGuidanceKind = (typeof planGuidanceKinds)[number];

/** Kept with a plan: what was put on it or taken off after it was made. */
export interface PlanGuidanceChange {
  readonly kind: PlanGuidanceKind;
  readonly guidance: GuidanceId;
  readonly number: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: PersonId | null;
}

export interface VerdictChange {
  readonly rule: RuleKey;
  readonly before: Verdict['level'] | null;
  /** Null: the rules do not ask it any more. */
  readonly after: Verdict | null;
}

/** Somebody in the plan or on its list of whom a rule would say something else. */
export interface Effect {
  readonly person: Person;
  readonly position: Position;
  readonly isInPlan: boolean;
  readonly change: VerdictChange;
}

export interface GuidanceWanted {
  readonly committee: CommitteeId;
  readonly plan: PlanId;
  readonly kind: PlanGuidanceKind;
  readonly guidance: GuidanceId;
}

export interface PlanGuidancePreview {
  readonly wanted: GuidanceWanted;
  readonly plan: Plan;
  readonly number: string;
  readonly before: RuleSet;
  readonly after: RuleSet;
  /** The day from which it would hold. */
  readonly from: PlainDate;
  /** By position in protocol order, then by given name; of whom the actor may know. */
  readonly effects: readonly Effect[];
  /** People of the register who would come to qualify for a position, and who no longer would. */
  readonly register: { readonly gained: number; readonly lost: number };
}

export interface PlanGuidance {
  readonly plan: Plan;
  /** Of the committee, what holds and is not on the plan. */
  readonly others: readonly Guidance[];
  /** The newest first. */
  readonly changes: readonly PlanGuidanceChange[];
  readonly names: ReadonlyMap<PersonId, string>;
  readonly mayEdit: boolean;
}
