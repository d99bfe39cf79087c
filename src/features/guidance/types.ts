/**
 * *Guidance* is a document of the committee's own level (HD 22, 23, 39 in a sector) that sets values which the rules leave
 * open or allow to be stricter. It is never changed: a correction takes its place, and plans keep what they were made under.
 */
import { z } from 'zod';
import type { Id } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';

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
}
