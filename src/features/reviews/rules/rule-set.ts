/** What the rule set of a list's plan says about its reviews: which aspects, how they are called, the shield. */
import { ruleSetByKey } from '../../eligibility/rules/rule-set-for.ts';
import type { Aspect, NomineeList, Visibility } from '../types/nouns.ts';

type OfPlan = Pick<NomineeList, 'ruleSet'>;

export function aspectsAsked(list: OfPlan): readonly Aspect[] {
  return parametersOf(list).aspects.value;
}

/** The labels of the aspects: those of the cadre rules (HD 16-HD/BTCTW), or those of a nominating committee. */
export function aspectFamily(list: OfPlan): 'cadres' | 'elsewhere' {
  const { profile } = ruleSetByKey(list.ruleSet.key, list.ruleSet.version);
  return profile === 'vn-party' || profile === 'vn-state' ? 'cadres' : 'elsewhere';
}

/**
 * Whether a deputy may comment in a member's place (thay mặt), or only prepares what the member sends. Where opinions
 * are asked of a person and not of a post, nobody gives them for somebody else.
 */
export function deputyMayComment(list: OfPlan): boolean {
  return ruleSetByKey(list.ruleSet.key, list.ruleSet.version).profile === 'general';
}

/** No group of people smaller than this is counted by where they come from (min_ballots_to_publish, planning.md 8.4). */
export function shieldOf(list: OfPlan): number {
  return parametersOf(list).minBallotsToPublish.value;
}

/** Who reads what, unless a round is opened otherwise. */
export function usualVisibility(list: OfPlan): Visibility {
  return parametersOf(list).reviewVisibility.value;
}

function parametersOf({ ruleSet }: OfPlan) {
  return ruleSetByKey(ruleSet.key, ruleSet.version).parameters;
}
