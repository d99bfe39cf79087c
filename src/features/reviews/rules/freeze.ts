/** When a list may be frozen, and when the one that is there still says the same. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { Candidate } from '../../nominations/types.ts';
import type { ListEntry } from '../types/nouns.ts';

export type FreezeRefusal = 'candidates-none' | 'candidates-not-ready' | 'candidates-blocked' | 'review-still-open';

export function checkFreeze(state: {
  readonly candidates: number;
  /** Of those whom the acting person may see. */
  readonly blocked: number;
  readonly anyBlocked: boolean;
  /** When the open round on this plan ends. */
  readonly openUntil: Date | 'open' | null;
}): Outcome<void, FreezeRefusal> {
  if (state.openUntil !== null) {
    return refused('review-still-open', { until: state.openUntil === 'open' ? null : state.openUntil });
  }
  if (state.candidates === 0) return refused('candidates-none');
  if (state.anyBlocked) return refused('candidates-blocked', { count: Math.max(1, state.blocked) });
  return done();
}

/** Freezing again what has not changed gives the same list back, so a second click makes no second number. */
export function isUnchanged(
  entries: readonly Pick<ListEntry, 'nomination' | 'nominationVersion'>[],
  candidates: readonly Pick<Candidate, 'nomination' | 'version'>[],
): boolean {
  return (
    entries.length === candidates.length &&
    entries.every((entry, index) => {
      const candidate = candidates[index];
      return candidate?.nomination === entry.nomination && candidate.version === entry.nominationVersion;
    })
  );
}
