/**
 * What was decided and the arithmetic that anyone can check: every number, its base, the rule with its version and
 * source. A ruling is stored as it was given; it is computed by nothing else than the round's frozen rule and numbers.
 */
import { z } from 'zod';
import { confidences } from '../../eligibility/types.ts';
import { bases, comparisons, Share, tieRules } from './vote-rule.ts';

const people = z.number().int().nonnegative();

const OfEach = z.strictObject({ summoned: people, seated: people, present: people });

/** Frozen when the round opens. People without a vote are in none of these numbers. */
export const Frozen = z.strictObject({
  summoned: people,
  seated: people,
  /** By the roll call at the opening; null outside a conference. */
  present: people.nullable(),
  /** Not in the room, though whoever votes for them is: in no number of those present. Left out: none. */
  represented: people.optional(),
  /** How many of each are recused: somebody recused who stayed away is not among those present. */
  recused: OfEach,
});
export type Frozen = z.infer<typeof Frozen>;

export const outcomes = ['passed', 'not-passed', 'tie', 'goes-on', 'no-quorum'] as const;
export type RulingOutcome = (typeof outcomes)[number];

/** threshold: exactly the share where more is needed. last-place: equal votes for fewer seats than people. */
export const TieFound = z.strictObject({
  at: z.enum(['threshold', 'last-place']),
  rule: z.enum(tieRules),
  /** Null as long as nobody has decided it, or where nobody has to. */
  decidedBy: z.enum(['head', 'chair']).nullable(),
});
export type TieFound = z.infer<typeof TieFound>;

/** Votes of STV may be split: numerator and denominator as digits, because they grow beyond safe numbers. */
export const ExactNumber = z.strictObject({ numerator: z.string(), denominator: z.string() });
export type ExactNumber = z.infer<typeof ExactNumber>;

export const RulingLine = z.strictObject({
  candidate: z.string(),
  writtenIn: z.boolean(),
  for: people,
  against: people.nullable(),
  abstained: people,
  /** The denominator's number; null without a threshold. */
  base: people.nullable(),
  needed: people.nullable(),
  got: people,
  outcome: z.enum(outcomes),
  /** Where somebody goes on to, when the outcome says so. */
  goesTo: z.enum(['next-step', 'next-round']).nullable(),
  tie: TieFound.nullable(),
});
export type RulingLine = z.infer<typeof RulingLine>;

export const StvStage = z.strictObject({
  kind: z.enum(['elected', 'excluded', 'rest-elected']),
  candidates: z.array(z.string()),
  /** Votes of everybody still in, before this stage. */
  votes: z.array(z.strictObject({ candidate: z.string(), votes: ExactNumber })),
});
export type StvStage = z.infer<typeof StvStage>;

export const RankedCount = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('schulze'),
    /** Row over column: papers that rank the row's candidate before the column's. */
    pairwise: z.array(z.array(people)),
    /** The strongest path from row to column. */
    strengths: z.array(z.array(people)),
    /** Candidates that nobody left of them beats stand together. */
    ranking: z.array(z.array(z.string())),
  }),
  z.strictObject({ method: z.literal('stv'), quota: people, stages: z.array(StvStage) }),
]);
export type RankedCount = z.infer<typeof RankedCount>;

const Wording = z.strictObject({ vi: z.string(), en: z.string() });

/** The rule as it is cited under a ruling. */
export const Clause = z.strictObject({
  rule: z.string(),
  title: Wording,
  ruleSet: z.strictObject({ key: z.string(), version: z.number().int().positive(), title: Wording }),
  sources: z.array(
    z.strictObject({
      reference: z.string(),
      title: Wording,
      article: z.string().nullable(),
      note: Wording.nullable(),
      confidence: z.enum(confidences),
    }),
  ),
  /** The weakest of them. */
  confidence: z.enum(confidences),
});
export type Clause = z.infer<typeof Clause>;

export const Ruling = z.strictObject({
  question: z.string(),
  seats: z.number().int().positive(),
  outcome: z.enum(outcomes),
  summoned: people,
  seated: people,
  recused: people,
  present: people,
  issued: people,
  returned: people,
  invalid: people,
  blank: people,
  abstained: people,
  valid: people,
  cast: people,
  quorum: z.strictObject({
    kind: z.enum(['share', 'count', 'none']),
    share: Share.nullable(),
    comparison: z.enum(comparisons).nullable(),
    of: z.enum(['summoned', 'seated']).nullable(),
    lessRecused: z.boolean(),
    base: people.nullable(),
    needed: people,
    got: people,
    reached: z.boolean(),
  }),
  threshold: z
    .strictObject({ share: Share, comparison: z.enum(comparisons), of: z.enum(bases), lessRecused: z.boolean() })
    .nullable(),
  lines: z.array(RulingLine),
  ranked: RankedCount.nullable(),
  /** Left out: the rule allows no proxies. */
  proxies: z
    .strictObject({
      perPerson: people,
      /** Papers that a proxy handed in, or was handed in the room. */
      byProxy: people,
      /** Whether those who vote by proxy count as present. */
      arePresent: z.boolean(),
    })
    .optional(),
  tieRule: z.enum(tieRules),
  clause: Clause,
});
export type Ruling = z.infer<typeof Ruling>;

/** What the head, or the chair, has decided on those who were tied. */
export type TieDecisions = Readonly<Record<string, 'passed' | 'not-passed'>>;
