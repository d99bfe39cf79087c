/** How near people in a plan are to their position: the levels that the plan's rule set knows, and whom one does not fit. */
import { ruleSetByKey } from '../../eligibility/rules/rule-set-for.ts';
import type { Parameters, ReadinessLevel } from '../../eligibility/types.ts';
import type { Plan, PlanEntry } from '../types.ts';

type OfPlan = Pick<Plan, 'ruleSet' | 'ruleSetVersion'>;

/** With the source and how sure it is. No guidance of a committee's own sets other levels. */
export function readinessOf({ ruleSet, ruleSetVersion }: OfPlan): Parameters['readinessLevels'] {
  return ruleSetByKey(ruleSet, ruleSetVersion).parameters.readinessLevels;
}

/** The nearest first; what a list said that is no level of the rule set comes after them, nothing last. */
export function inReadinessOrder(plan: OfPlan, entries: readonly PlanEntry[]): readonly (string | null)[] {
  const keys = readinessOf(plan).value.map(({ key }) => key);
  const said = [...new Set(entries.map(({ readiness }) => readiness))];
  const others = said.filter((one) => one !== null && !keys.includes(one)).sort();
  return [...keys.filter((key) => said.includes(key)), ...others, ...(said.includes(null) ? [null] : [])];
}

export interface Placed {
  /** Level of the present post, and of the position; null: not known. */
  readonly present: number | null;
  readonly position: number | null;
}

/** Whether the register speaks against the level: a note, never a veto. What is not known speaks against nothing. */
export function isDoubtful(
  { levelsBelow }: Pick<ReadinessLevel, 'levelsBelow'>,
  { present, position }: Placed,
): boolean {
  return levelsBelow !== null && present !== null && position !== null && position - present > levelsBelow;
}
