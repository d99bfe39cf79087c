/** The count minutes as data: the full tally of a closed round, for those who were named before it opened. */
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
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly tellers: readonly string[];
  readonly matters: readonly CountedMatter[];
}
