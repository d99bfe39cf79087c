/** What the nightly watch finds new, and what is no longer so. It proposes; it takes nobody out. */
import { type Ground, groundOf } from '../../eligibility/rules/leaving.ts';
import type { Verdict } from '../../eligibility/types.ts';
import type { PlanEntry } from '../../plans/types.ts';
import type { Removal, RemovalEvidence } from '../types.ts';

export interface Found {
  readonly entry: Pick<PlanEntry, 'id' | 'person' | 'position'>;
  readonly reason: Ground;
  readonly evidence: RemovalEvidence;
}

/** The first ground in the order of the rules; null: the rules have nothing against this person in the plan. */
export function foundOn(entry: Found['entry'], verdicts: readonly Verdict[]): Found | null {
  for (const verdict of verdicts) {
    const reason = groundOf(verdict);
    if (!reason) continue;
    const { rule, level, facts, ruleSet } = verdict;
    return { entry, reason, evidence: { rule, level, facts, ruleSet } };
  }
  return null;
}

/**
 * `known`: proposals of these entries, ended ones too. A ground on which a person decided to keep somebody is not brought
 * again by the watch; one that lapsed and came back is.
 */
export function newsOf(
  found: readonly Found[],
  known: readonly Removal[],
): { readonly fresh: readonly Found[]; readonly lapsed: readonly Removal[] } {
  const isSettled = ({ entry, reason }: Found) =>
    known.some(
      (one) => one.entry === entry.id && (one.state === 'open' || (one.state === 'kept' && one.reason === reason)),
    );
  const stillFound = (one: Removal) =>
    found.some(({ entry, reason }) => entry.id === one.entry && reason === one.reason);
  return {
    fresh: found.filter((one) => !isSettled(one)),
    lapsed: known.filter((one) => one.state === 'open' && one.source === 'watch' && !stillFound(one)),
  };
}
