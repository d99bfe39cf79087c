/** What the person to be moved may know of it, and when. */
import type { Profile } from '../../eligibility/types.ts';
import type { Movement } from '../types.ts';
import { kindRules } from './kind-rules.ts';

/** Once both places are asked, where a rule has the person met before the decision; and what was approved, always. */
export function mayPersonKnow(profile: Profile, movement: Pick<Movement, 'kind' | 'state' | 'askedAt'>): boolean {
  if (movement.state === 'approved') return true;
  const isMet = kindRules(profile, movement.kind).personIsMet !== undefined;
  return isMet && movement.askedAt !== null && movement.state === 'planned';
}
