/** Vote rules, questions and rooms for tests: plain values, with a source that says nothing. */

import type { Question } from '../../../src/features/ballots/types/paper.ts';
import type { Frozen } from '../../../src/features/ballots/types/ruling.ts';
import type {
  Denominator,
  Fallback,
  PaperKind,
  Share,
  Threshold,
  TieRule,
  VoteQuorum,
} from '../../../src/features/ballots/types/vote-rule.ts';
import { VoteRule } from '../../../src/features/ballots/types/vote-rule.ts';

export interface PlainRule {
  readonly paper: PaperKind;
  readonly quorum: VoteQuorum;
  readonly threshold: Threshold;
  readonly passing: 'seats' | 'everyone';
  readonly tie: TieRule;
  readonly fallback: Fallback;
  readonly blank: 'valid' | 'invalid';
  readonly proxiesPerPerson?: number;
  readonly proxiesPresent?: boolean;
}

export const half: Share = { numerator: 1, denominator: 2 };
export const motion: PaperKind = { kind: 'yes-no', abstain: true, capYes: false };

export function moreThan(share: Share, of: Denominator['of'], lessRecused = false): Threshold {
  return { share, comparison: 'more-than', base: { of, lessRecused } };
}

export function atLeast(share: Share, of: Denominator['of'], lessRecused = false): Threshold {
  return { share, comparison: 'at-least', base: { of, lessRecused } };
}

/** A motion by more than half of the votes cast, unless told otherwise. */
export function ruleWith(parts: Partial<PlainRule> = {}): VoteRule {
  const plain: PlainRule = {
    paper: motion,
    quorum: { kind: 'none' },
    threshold: moreThan(half, 'cast'),
    passing: 'everyone',
    tie: 'fails',
    fallback: { kind: 'none' },
    blank: 'valid',
    ...parts,
  };
  const other = {
    secrecy: 'open',
    progress: 'hidden',
    announce: { what: 'numbers', by: 'chair' },
    selfVote: 'allowed',
    proxiesPerPerson: 0,
  };
  const cited = Object.fromEntries(
    Object.entries({ ...other, ...plain }).map(([part, value]) => [
      part,
      { value, source: { reference: 'own-choice' }, confidence: 'confirmed' },
    ]),
  );
  return VoteRule.parse({
    key: 'test-rule',
    title: { vi: 'Thử', en: 'Test' },
    ruleSet: { key: 'general', version: 1 },
    ...cited,
  });
}

export function plainOf(rule: VoteRule): PlainRule {
  return {
    paper: rule.paper.value,
    quorum: rule.quorum.value,
    threshold: rule.threshold.value,
    passing: rule.passing.value,
    tie: rule.tie.value,
    fallback: rule.fallback.value,
    blank: rule.blank.value,
    proxiesPerPerson: rule.proxiesPerPerson.value,
    ...(rule.proxiesPresent ? { proxiesPresent: rule.proxiesPresent.value } : {}),
  };
}

export function questionOf(candidates: readonly string[], seats = 1): Question {
  return { key: 'q', seats, candidates: [...candidates] };
}

/** Everybody summoned is seated and nobody is recused, unless told otherwise. */
export function frozenOf(summoned: number, parts: Partial<Frozen> = {}): Frozen {
  return { summoned, seated: summoned, present: summoned, recused: { summoned: 0, seated: 0, present: 0 }, ...parts };
}
