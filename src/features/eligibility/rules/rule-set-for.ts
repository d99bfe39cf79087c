/** Which rule set holds for a profile on a day. Adding one: write its data in rule-sets/ and put it in the list here. */
import { Bug } from '../../../kernel/errors.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { type Profile, RuleSet } from '../types.ts';
import { general, nomcom } from './rule-sets/elsewhere.ts';
import { vnPartyHd15, vnPartyQd50, vnPartyQd377 } from './rule-sets/vn-party.ts';
import { vnStateHd15, vnStateQd50, vnStateQd377 } from './rule-sets/vn-state.ts';

export const ruleSets: readonly RuleSet[] = [
  vnPartyHd15,
  vnPartyQd50,
  vnPartyQd377,
  vnStateHd15,
  vnStateQd50,
  vnStateQd377,
  general,
  nomcom,
].map((data) => RuleSet.parse(data));

/** In force on the day, first and last day included. None or two is a Bug, never silently nothing. */
export function ruleSetFor(profile: Profile, on: PlainDate): RuleSet {
  const inForce = ruleSets.filter(
    (ruleSet) =>
      ruleSet.profile === profile && ruleSet.validFrom <= on && (ruleSet.validTo === null || on <= ruleSet.validTo),
  );
  if (inForce.length !== 1) throw new Bug(`${inForce.length} rule sets for ${profile} on ${on}`);
  return inForce[0]!;
}

/** All that a committee of the profile has had, the oldest first. */
export function ruleSetsOf(profile: Profile): readonly RuleSet[] {
  return ruleSets
    .filter((ruleSet) => ruleSet.profile === profile)
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom));
}

/** The one that a plan was made under, also when another has replaced it since. */
export function ruleSetByKey(key: string, version: number): RuleSet {
  const found = ruleSets.find((ruleSet) => ruleSet.key === key && ruleSet.version === version);
  if (found === undefined) throw new Bug(`no rule set ${key} version ${version}`);
  return found;
}
