/**
 * A *procedure* (quy trình) is the steps that carry names to a list: each step its body, what it is for, whether it is a
 * conference, and by which vote rule. A later step takes only those whom the step before let through, or somebody added
 * with a reason, by *exception*. What a step brought comes from its votes here, or was *entered* as it came on paper.
 */
import { z } from 'zod';
import type { Ruling } from '../../ballots/types/ruling.ts';
import { parameter, Wording } from '../../eligibility/types.ts';

/** Who acts in a step; the committee fills in who that is. */
export const bodies = [
  'personnel-body',
  'leadership',
  'key-officials',
  'expanded-leadership',
  'committee',
  'members',
  'confirming-body',
] as const;

export const purposes = ['prepare', 'decide', 'introduce', 'nominate', 'review', 'vote', 'confirm'] as const;

export const ProcedureStep = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]+$/u),
  title: Wording,
  body: z.enum(bodies),
  purpose: z.enum(purposes),
  isConference: z.boolean(),
  /** Key of a vote rule of the same rule set; null: nobody votes. */
  voteRule: z.string().nullable(),
  /** By the outsider's path people from elsewhere are not put to it: they go on to the next step that takes them up. */
  skipsOutsiders: z.literal(true).optional(),
});
export type ProcedureStep = z.infer<typeof ProcedureStep>;

export const occasions = ['new-plan', 'yearly-review'] as const;
export type Occasion = (typeof occasions)[number];

export const Procedure = z.strictObject({
  key: z.string(),
  title: Wording,
  ruleSet: z.strictObject({ key: z.string(), version: z.number().int().positive() }),
  occasion: z.enum(occasions),
  steps: parameter(z.array(ProcedureStep).min(2)),
});
export type Procedure = z.infer<typeof Procedure>;

/** Somebody who stands in a step though the step before did not let them through. */
export interface Exception {
  readonly candidate: string;
  readonly reason: string;
}

/** What a step outside the bot brought, as the committee secretary entered it. */
export interface EnteredOutcome {
  /** Of a step that decides on no names; null where it has nothing to decide. */
  readonly isPassed: boolean | null;
  readonly letThrough: readonly string[];
  readonly notLetThrough: readonly string[];
}

/** What one step has brought so far. Without rulings, and not entered, it has not ended. */
export interface StepRecord {
  readonly step: string;
  /** A vote of it is prepared or open. */
  readonly isRunning: boolean;
  /** The latest last. */
  readonly rulings: readonly Ruling[];
  readonly entered: EnteredOutcome | null;
  readonly exceptions: readonly Exception[];
  /** Sent back by the approving authority, and not put to it again since: the candidate, and with which submission. */
  readonly sentBack: readonly SentBack[];
}

export interface SentBack {
  readonly candidate: string;
  readonly submission: number;
}

/**
 * waiting: equal votes to be decided, another round to be held, or no quorum. failed: its decision was not passed.
 * sent-back: it has ended, but the approving authority sent somebody back to it.
 */
export const stepStates = ['done', 'running', 'waiting', 'failed', 'sent-back', 'next', 'later'] as const;
export type StepState = (typeof stepStates)[number];

export const standings = ['let-through', 'waiting', 'not-let-through'] as const;

/** Where somebody stands, and the line that put them there; null: entered as it came on paper, or not ruled on yet. */
export interface CandidateStanding {
  readonly candidate: string;
  readonly standing: (typeof standings)[number];
  /** The last step that ruled on them or took them up. */
  readonly step: string;
  readonly ruled: Ruling['lines'][number] | null;
  /** Number of the submission with which they came back, until the step is held for them again; null for everybody else. */
  readonly sentBackWith: number | null;
  /** Why they were taken up beside the step before; null for everybody else. */
  readonly exception: string | null;
}
