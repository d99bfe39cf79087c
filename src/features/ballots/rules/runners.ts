/** Who runs a round: those with the right who are free of every case in it; else a deputy, in order. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';

interface Member {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly isAway: boolean;
  /** Recused from somebody in the round, or out of it because they stand. */
  readonly isRecused: boolean;
}

/**
 * In protocol order. When nobody with the right is free, the first free deputy; who is away is passed over as long as
 * another one is there. Empty: nobody is left.
 */
export function runnersAmong(members: readonly Member[], rolesThatRun: readonly Role[]): readonly PersonId[] {
  const free = members.filter(({ isRecused }) => !isRecused);
  const runners = free.filter(({ roles }) => roles.some((role) => rolesThatRun.includes(role)));
  if (runners.length > 0) return runners.map(({ person }) => person);
  const deputies = free.filter(({ roles }) => roles.includes('deputy'));
  const deputy = deputies.find(({ isAway }) => !isAway) ?? deputies[0];
  return deputy ? [deputy.person] : [];
}
