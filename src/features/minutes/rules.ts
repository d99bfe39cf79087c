/** Who confirms minutes: the chair and the secretary of the conference, and whoever follows them when they cannot any more. */
import type { PersonId } from '../../kernel/ids.ts';
import { headsAt } from '../committees/rules.ts';
import type { Membership } from '../committees/types.ts';

type Member = Pick<Membership, 'person' | 'roles' | 'awayFrom' | 'awayUntil'>;

/**
 * Whoever held the chair at the end, as long as they belong to the committee. Once they have left, or lead no more (neither
 * chair nor deputy), whoever leads the committee now: so that no minutes wait for somebody who was replaced. Our choice: no
 * text that we know of says who stands in; the signed paper is the other way.
 */
export function confirmsAsChair(chair: PersonId, members: readonly Member[], now: Date): readonly PersonId[] {
  const own = members.find(({ person }) => person === chair);
  const leads = own?.roles.some((role) => role === 'chair' || role === 'deputy') ?? false;
  const following = leads ? [] : headsAt(members, now).map(({ person }) => person);
  return [...new Set([...(own ? [chair] : []), ...following])];
}

/** Whoever took the minutes, as long as they belong to the committee, and its committee secretaries of now. */
export function confirmsAsSecretary(secretary: PersonId | null, members: readonly Member[]): readonly PersonId[] {
  return members
    .filter(({ person, roles }) => person === secretary || roles.includes('clerk'))
    .map(({ person }) => person);
}
