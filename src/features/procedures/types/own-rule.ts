/** A part of a step's vote rule that the committee has set itself, with its reason. */
import type { Threshold, VoteQuorum } from '../../ballots/types/vote-rule.ts';

export const ownParts = ['threshold', 'quorum'] as const;

export type OwnPart =
  | { readonly part: 'threshold'; readonly value: Threshold }
  | { readonly part: 'quorum'; readonly value: VoteQuorum };

export type RuleChange = OwnPart & { readonly step: string; readonly reason: string; readonly changedAt: Date };
