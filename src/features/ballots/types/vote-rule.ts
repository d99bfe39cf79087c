/**
 * A vote rule: how one step's ballot is cast, counted and ruled on, as data. Every part is a parameter with its source
 * and how sure that source is, as in a rule set; a round freezes the whole rule when it opens.
 *
 * *summoned* and *seated* are frozen at the opening. *present*: the roll call at the opening, or outside a conference
 * those who handed in a paper. *returned*: papers in the box. *valid*: returned − invalid, abstentions included, blank
 * papers as the rule says. *cast* (Robert's base): returned − blank − abstentions; invalid papers stay in it.
 */
import { z } from 'zod';
import { parameter, Wording } from '../../eligibility/types.ts';

const count = z.number().int().positive().max(1000);

/** Never a decimal: two thirds of 20 is not 13.33. */
export const Share = z
  .strictObject({ numerator: count, denominator: count })
  .refine(({ numerator, denominator }) => numerator <= denominator, 'a share of at most the whole');
export type Share = z.infer<typeof Share>;

export const comparisons = ['more-than', 'at-least'] as const;
export type Comparison = (typeof comparisons)[number];

export const bases = ['summoned', 'seated', 'present', 'returned', 'valid', 'cast'] as const;
export type Base = (typeof bases)[number];

/** What a share is taken of. The recused hand in no paper, so for returned, valid and cast `lessRecused` changes nothing. */
export const Denominator = z.strictObject({ of: z.enum(bases), lessRecused: z.boolean() });
export type Denominator = z.infer<typeof Denominator>;

/** More than all of something can never be reached. */
const reachable = ({ share, comparison }: { share: Share; comparison: Comparison }): boolean =>
  comparison === 'at-least' || share.numerator < share.denominator;

/** How many must be present. Counted are the people present, outside a conference those who handed in a paper. */
export const VoteQuorum = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('share'),
      share: Share,
      comparison: z.enum(comparisons),
      base: z.strictObject({ of: z.enum(['summoned', 'seated']), lessRecused: z.boolean() }),
    })
    .refine(reachable, 'more than all is never reached'),
  z.strictObject({ kind: z.literal('count'), atLeast: count }),
  z.strictObject({ kind: z.literal('none') }),
]);
export type VoteQuorum = z.infer<typeof VoteQuorum>;

/** Null: whoever has the most votes (for a pick or an introduction), or the method of a ranked paper alone. */
export const Threshold = z
  .strictObject({ share: Share, comparison: z.enum(comparisons), base: Denominator })
  .refine(reachable, 'more than all is never reached')
  .nullable();
export type Threshold = z.infer<typeof Threshold>;

/** Marks on one paper; null: as many as there are seats. Never more than the seats. */
const choices = count.nullable();

export const PaperKind = z.discriminatedUnion('kind', [
  /** One line per seat: a name from the list, or one written in where that is allowed. */
  z.strictObject({ kind: z.literal('introduction'), choices, writeIn: z.boolean(), abstain: z.boolean() }),
  /** Yes or no for each candidate, or for a motion; `capYes`: at most as many yes as seats. */
  z.strictObject({ kind: z.literal('yes-no'), abstain: z.boolean(), capYes: z.boolean() }),
  z.strictObject({ kind: z.literal('pick'), choices, abstain: z.boolean() }),
  /** Candidates in order; whoever is not ranked stands behind all who are. Equal places only for Schulze. */
  z.strictObject({ kind: z.literal('ranked'), method: z.enum(['schulze', 'stv']), abstain: z.boolean() }),
]);
export type PaperKind = z.infer<typeof PaperKind>;

/** For exactly half where more than half is needed, and for equal votes at the last place. */
export const tieRules = ['head-decides', 'chairs-side', 'fails', 'next-round', 'both-go-on'] as const;
export type TieRule = (typeof tieRules)[number];

/** What follows for those who have not passed. */
export const Fallback = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  /** Where nobody has passed, those with the most votes go on; equal votes at the last of these places all go on. */
  z.strictObject({ kind: z.literal('top'), n: count, to: z.enum(['next-step', 'next-round']) }),
  /** As long as a seat is left, everybody who has not passed stands again. */
  z.strictObject({ kind: z.literal('another-round') }),
]);
export type Fallback = z.infer<typeof Fallback>;

export const Announcing = z.strictObject({
  what: z.enum(['numbers', 'outcome', 'nothing']),
  by: z.enum(['chair', 'tellers', 'clerk']),
});
export type Announcing = z.infer<typeof Announcing>;

export const proxiesAtMost = 100;

export const secrecies = ['secret', 'unnamed', 'open'] as const;
export type Secrecy = (typeof secrecies)[number];

export const VoteRule = z
  .strictObject({
    key: z.string().regex(/^[a-z0-9-]{1,60}$/u),
    title: Wording,
    /** The rule set whose references its sources name, and whose version it has. */
    ruleSet: z.strictObject({ key: z.string(), version: z.number().int().positive() }),
    paper: parameter(PaperKind),
    quorum: parameter(VoteQuorum),
    threshold: parameter(Threshold),
    /** seats: never more pass than there are seats; everyone: all who reach the threshold. */
    passing: parameter(z.enum(['seats', 'everyone'])),
    tie: parameter(z.enum(tieRules)),
    fallback: parameter(Fallback),
    /** Whether a paper without any mark is valid. */
    blank: parameter(z.enum(['valid', 'invalid'])),
    secrecy: parameter(z.enum(secrecies)),
    /** Whether, while an open ballot runs, people see how it stands. */
    progress: parameter(z.enum(['shown', 'hidden'])),
    announce: parameter(Announcing),
    /** withdraws: a candidate with a vote takes no part in it. */
    selfVote: parameter(z.enum(['allowed', 'withdraws'])),
    /** How many others one person may vote for; 0: none. */
    proxiesPerPerson: parameter(z.number().int().nonnegative().max(proxiesAtMost)),
    /** Whether somebody who votes by proxy counts as present for the quorum; left out: not. */
    proxiesPresent: parameter(z.boolean()).optional(),
  })
  .refine(
    ({ paper, threshold }) => paper.value.kind !== 'ranked' || threshold.value === null,
    'a ranked paper has a method, not a threshold',
  )
  .refine(
    ({ paper, threshold }) => paper.value.kind !== 'yes-no' || threshold.value !== null,
    'yes and no need a threshold',
  )
  .refine(
    ({ threshold, passing }) => threshold.value !== null || passing.value === 'seats',
    'without a threshold only the seats end the list',
  );
export type VoteRule = z.infer<typeof VoteRule>;

/** The parts that carry a value with a source. */
export const ruleParts = [
  'paper',
  'quorum',
  'threshold',
  'passing',
  'tie',
  'fallback',
  'blank',
  'secrecy',
  'progress',
  'announce',
  'selfVote',
  'proxiesPerPerson',
] as const;
export type RulePart = (typeof ruleParts)[number];
