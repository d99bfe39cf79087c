/** The count minutes as data: the full tally of a closed round, for those who were named before it opened. */

import type { Level } from '../../classification/types.ts';
import type { BallotRound } from './round.ts';
import type { Ruling } from './ruling.ts';

export interface CountedMatter {
  /** Of the position; empty for a motion. */
  readonly title: string;
  readonly ruling: Ruling;
  nameOf(candidate: string): string;
}

export interface CountMinutes {
  readonly committee: string;
  readonly about: string;
  readonly classification: Level;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly tellers: readonly string[];
  readonly matters: readonly CountedMatter[];
}

/** A vote inside a conference, for its minutes. */
export interface MinutedVote {
  readonly round: BallotRound;
  /** outcome: only rule, base and outcome. Null: not counted, or not announced. */
  readonly says: 'numbers' | 'outcome' | null;
}
