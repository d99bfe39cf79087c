/** A plan keeps the guidance it was made under until a named person puts another on it or takes it off. */
import type { Act } from '../../../kernel/act.ts';
import type { OwnRule } from '../../guidance/types.ts';
import { updateOwnRules } from '../store/plans.ts';
import type { Plan } from '../types.ts';

/** Inside the caller's transaction, which holds the plan, has let its actor in and records why. A form drawn before is old. */
export async function changeOwnRules(act: Act, plan: Plan, ownRules: readonly OwnRule[]): Promise<void> {
  await updateOwnRules(act.store, plan.id, ownRules);
}
