/** Which reasons a plan knows: those of a Party's own regulations are not offered elsewhere. */
import type { RemovalReason } from '../../plans/types.ts';

const ownToVietnam: readonly RemovalReason[] = ['over-age', 'political-standard', 'too-many-positions', 'low-prestige'];

/** `profile`: of the rule set under which the plan was made. */
export function reasonsFor(profile: string, all: readonly RemovalReason[]): readonly RemovalReason[] {
  return profile.startsWith('vn-') ? all : all.filter((reason) => !ownToVietnam.includes(reason));
}
