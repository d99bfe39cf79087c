/**
 * What a voter marks. A *question* is one matter of a round: its seats and its candidates (or the one motion), by ids that
 * say nothing. *Marks* are what one paper says on it. A paper as text holds places in the list, never ids or names.
 */
import { z } from 'zod';
import type { Facts } from '../../../kernel/outcome.ts';

export const Question = z.strictObject({
  key: z.string().min(1).max(60),
  seats: z.number().int().positive().max(100),
  /** In the order of the paper. */
  candidates: z.array(z.string().min(1)).min(1).max(100),
});
export type Question = z.infer<typeof Question>;

export const answers = ['yes', 'no', 'abstain'] as const;
export type Answer = (typeof answers)[number];

export type Line = { readonly candidate: string } | { readonly written: string };

export type Marks =
  /** The whole paper abstains; on a yes-or-no paper each line does so by itself. */
  | { readonly kind: 'abstain' }
  | { readonly kind: 'introduction'; readonly lines: readonly Line[] }
  /** A candidate without an answer has none. */
  | { readonly kind: 'yes-no'; readonly answers: Readonly<Record<string, Answer>> }
  | { readonly kind: 'pick'; readonly candidates: readonly string[] }
  /** The first place first; more than one in a place only for Schulze. */
  | { readonly kind: 'ranked'; readonly order: readonly (readonly string[])[] };

export const faults = [
  'too-many-marks',
  'named-twice',
  'unknown-candidate',
  'write-in-not-allowed',
  'write-in-too-long',
  'abstain-not-allowed',
  'equal-places',
  'not-readable',
] as const;
export type Fault = (typeof faults)[number];

/** A blank paper is one without any mark; whether it counts as valid is the rule's. */
export type Reading =
  | { readonly state: 'valid'; readonly marks: Marks }
  | { readonly state: 'blank' }
  | { readonly state: 'invalid'; readonly fault: Fault; readonly facts: Facts };

/** Bytes of UTF-8 that a written-in name may have. */
export const writeInBytes = 120;

export const TallyLine = z.strictObject({
  /** The candidate's id, or the name that was written in. */
  candidate: z.string(),
  writtenIn: z.boolean(),
  /** For a ranked paper: first places, a shared one not counted. */
  for: z.number().int().nonnegative(),
  /** Null where the paper knows no “against”. */
  against: z.number().int().nonnegative().nullable(),
  abstained: z.number().int().nonnegative(),
});
export type TallyLine = z.infer<typeof TallyLine>;

/** So many papers with this order: places of candidates in the question's list, the unranked left out. */
export const Ranking = z.strictObject({
  order: z.array(z.array(z.number().int().nonnegative())),
  papers: z.number().int().positive(),
});
export type Ranking = z.infer<typeof Ranking>;

/** What the box said on one question: added up from papers, or entered by tellers. */
export const Tally = z.strictObject({
  returned: z.number().int().nonnegative(),
  invalid: z.number().int().nonnegative(),
  blank: z.number().int().nonnegative(),
  /** Papers that abstain as a whole. */
  abstained: z.number().int().nonnegative(),
  /** Every candidate in the question's order, then those written in, in alphabetical order. */
  lines: z.array(TallyLine),
  /** Of ranked papers only; sorted, so that it does not tell in which order they were handed in. */
  rankings: z.array(Ranking),
});
export type Tally = z.infer<typeof Tally>;
