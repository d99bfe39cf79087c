/** From which roles and units the papers of an anonymous round came: numbers only, and only where nobody stands out. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Role } from '../../access/types.ts';
import type { PaperShares } from '../types/anonymous.ts';
import type { ListEntry, Participant, RecusedFrom } from '../types/nouns.ts';
import { askedAbout } from './asked.ts';
import { ownUnitNumbers } from './own-unit.ts';
import { leadingRole } from './synthesis.ts';

/**
 * `senders` have sent a paper; `participants` are as they stood at the opening. Papers carry no name, so these are numbers
 * of people who took part, never of what they said. A role is told when at least the shield sent from it, and when those
 * of the roles that are not told are nobody, or at least as many.
 */
export function paperShares(input: {
  readonly entries: readonly ListEntry[];
  readonly participants: readonly Pick<Participant, 'person' | 'roles' | 'unit'>[];
  readonly recusals: readonly RecusedFrom[];
  readonly senders: ReadonlySet<PersonId>;
  readonly shield: number;
}): PaperShares {
  const { entries, participants, recusals, senders, shield } = input;
  const sent = participants.filter(({ person }) => senders.has(person));
  const answered = entries.map((entry) => ({
    entry: entry.id,
    unit: entry.shown?.unit ?? null,
    people: sent.map(({ person }) => person).filter((person) => askedAbout([entry], person, recusals).length > 0),
  }));
  const units = new Map(participants.map(({ person, unit }) => [person, unit]));
  return {
    roles: toldRoles(
      sent.map(({ roles }) => leadingRole(roles)),
      shield,
    ),
    ownUnit: ownUnitNumbers({ answered, earlier: [], units, shield }),
  };
}

function toldRoles(sent: readonly Role[], shield: number): ReadonlyMap<Role, number> {
  const counts = new Map<Role, number>();
  for (const role of sent) counts.set(role, (counts.get(role) ?? 0) + 1);
  const told = [...counts].filter(([, count]) => count >= shield).sort(([, a], [, b]) => b - a);
  const rest = () => sent.length - told.reduce((sum, [, count]) => sum + count, 0);
  while (told.length > 0 && rest() > 0 && rest() < shield) told.pop();
  return new Map(told);
}
