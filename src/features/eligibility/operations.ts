/** Rule sets of committees and plans, and the verdicts that are kept with a nomination. */
import type { Act } from '../../kernel/act.ts';
import type { NominationId } from '../../kernel/ids.ts';
import { dateIn, type PlainDate } from '../../kernel/time.ts';
import type { Viewer } from '../access/types.ts';
import { withOwnRules } from '../guidance/rules/own-values.ts';
import type { OwnRule } from '../guidance/types.ts';
import { asCountedBy } from './rules/as-counted-by.ts';
import { askedData } from './rules/asked.ts';
import { ruleSetByKey, ruleSetFor, ruleSetsOf } from './rules/rule-set-for.ts';
import * as store from './store.ts';
import type { AskedData, CheckOccasion, KeptCheck, Profile, RuleSet, Verdict } from './types.ts';

/** The one in force today, on the acting person's calendar: what a new plan is made under. */
export function ruleSetInForce(act: Pick<Act, 'now' | 'zone'>, profile: Profile): RuleSet {
  return ruleSetFor(profile, dateIn(act.zone, act.now));
}

/** The one of a day, for a plan that was made earlier; null: from before the first that is known. */
export function ruleSetOn(profile: Profile, day: PlainDate): RuleSet | null {
  const first = ruleSetsOf(profile)[0];
  return first && day >= first.validFrom ? ruleSetFor(profile, day) : null;
}

/** What the forms of a committee ask for. */
export function dataAskedBy(act: Pick<Act, 'now' | 'zone'>, profile: Profile): AskedData {
  return askedData(ruleSetInForce(act, profile));
}

/**
 * The one that the plan was made under; it keeps it when another takes its place, and the values of the committee's own
 * guidance of that time.
 */
export function ruleSetOfPlan(plan: {
  readonly ruleSet: string;
  readonly ruleSetVersion: number;
  readonly ownRules?: readonly OwnRule[];
}): RuleSet {
  return withOwnRules(ruleSetByKey(plan.ruleSet, plan.ruleSetVersion), plan.ownRules ?? []);
}

/** Keeps what the rules said on this occasion, beside everything they said before. Inside the caller's transaction. */
export async function keepVerdicts(
  act: Act,
  nomination: NominationId,
  verdicts: readonly Verdict[],
  occasion: CheckOccasion,
): Promise<void> {
  await store.insertChecks(act.store, nomination, verdicts, occasion, act.now);
}

/** The newest first; who is closed to the viewer is not counted in their numbers. */
export async function keptChecks(act: Act, viewer: Viewer, nomination: NominationId): Promise<readonly KeptCheck[]> {
  const kept = await store.listChecks(act.store, viewer, nomination);
  return kept.flatMap((check) => asCountedBy(check, viewer.hiddenNominees) ?? []);
}

/** The newest check of each, with all eyes: for comparing, never shown. */
export async function latestChecksOf(act: Act, nominations: readonly NominationId[]) {
  return store.latestChecks(act.store, nominations);
}

/** What stands in the way of each by its newest check, as the viewer may count it; those that nothing hinders are left out. */
export async function hindrancesOf(
  act: Act,
  viewer: Viewer,
  nominations: readonly NominationId[],
): Promise<ReadonlyMap<NominationId, readonly KeptCheck[]>> {
  const found = new Map<NominationId, KeptCheck[]>();
  for (const { nomination, ...kept } of await store.latestChecks(act.store, nominations)) {
    const check = asCountedBy(kept, viewer.hiddenNominees);
    if (check?.level === 'blocks') found.set(nomination, [...(found.get(nomination) ?? []), check]);
  }
  return found;
}
