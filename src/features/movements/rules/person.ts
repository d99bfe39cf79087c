/** What the person to be moved may know of it, and when. */
import type { RuleSet } from '../../eligibility/types.ts';
import type { Movement } from '../types.ts';
import { meetsPerson } from './kind-rules.ts';

/** Once both places are asked, where a rule has the person met before the decision; and what was approved, always. */
export function mayPersonKnow(ruleSet: RuleSet, movement: Pick<Movement, 'kind' | 'state' | 'askedAt'>): boolean {
  if (movement.state === 'approved') return true;
  return meetsPerson(ruleSet, movement.kind) && movement.askedAt !== null && movement.state === 'planned';
}
