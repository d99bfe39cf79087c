/** Who runs a round: those with the right who are free of every case in it, and a deputy in place of the chair. */
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
 * In protocol order. The first free deputy is among them when no chair is free, or nobody with the right; who is away is
 * passed over as long as another one is there. Empty: nobody is left.
 */
export function runnersAmong(members: readonly Member[], rolesThatRun: readonly Role[]): readonly PersonId[] {
  const free = members.filter(({ isRecused }) => !isRecused);
  const runners = free.filter(({ roles }) => roles.some((role) => rolesThatRun.includes(role)));
  const chairs = members.filter(({ roles }) => roles.includes('chair'));
  const isChairRecused = chairs.length > 0 && chairs.every(({ isRecused }) => isRecused);
  const deputy = runners.length === 0 || isChairRecused ? deputyAmong(free) : undefined;
  const all = new Set([...runners, ...(deputy ? [deputy] : [])]);
  return members.filter((member) => all.has(member)).map(({ person }) => person);
}

function deputyAmong(free: readonly Member[]): Member | undefined {
  const deputies = free.filter(({ roles }) => roles.includes('deputy'));
  return deputies.find(({ isAway }) => !isAway) ?? deputies[0];
}
