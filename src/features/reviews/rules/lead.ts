/** Who leads a case: the chair, and when the chair is too close to it, a deputy. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import type { RecusedFrom } from '../types/nouns.ts';

type Member = Pick<Membership, 'person' | 'roles'>;

/**
 * The first chair in protocol order who is neither recused from the nominee nor the nominee; else the first such deputy;
 * null: nobody is left, and the committee has to name a deputy. `away` are passed over among the deputies only as long
 * as another one is there: to be away for a week takes no case from a chair.
 */
export function leaderOf(
  members: readonly Member[],
  nominee: PersonId,
  recusals: readonly RecusedFrom[],
  away: ReadonlySet<PersonId>,
): PersonId | null {
  const free = freeOf(members, nominee, recusals);
  const chair = free.find(({ roles }) => roles.includes('chair'));
  if (chair) return chair.person;
  const deputies = free.filter(({ roles }) => roles.includes('deputy'));
  return (deputies.find(({ person }) => !away.has(person)) ?? deputies[0])?.person ?? null;
}

/** A case is handed over when there is a chair, and another person leads it. */
export function isHandedOver(members: readonly Member[], leader: PersonId | null): boolean {
  const chairs = members.filter(({ roles }) => roles.includes('chair'));
  return chairs.length > 0 && !chairs.some(({ person }) => person === leader);
}

/** Whether a deputy to whom a case was handed leads it still: no chair is free of it, and they are a deputy who is. */
export function keepsLead(
  members: readonly Member[],
  leader: PersonId,
  nominee: PersonId,
  recusals: readonly RecusedFrom[],
): boolean {
  const free = freeOf(members, nominee, recusals);
  const isFreeDeputy = free.some(({ person, roles }) => person === leader && roles.includes('deputy'));
  return isFreeDeputy && isHandedOver(members, leader) && !free.some(({ roles }) => roles.includes('chair'));
}

function freeOf<M extends Member>(
  members: readonly M[],
  nominee: PersonId,
  recusals: readonly RecusedFrom[],
): readonly M[] {
  return members.filter(
    ({ person }) => person !== nominee && !recusals.some((one) => one.person === person && one.nominee === nominee),
  );
}
