/** Who is told of a change of a plan: those who keep the list, a minute later, so that it can be taken back. */
import { sendAll } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import { type CommitteeId, type Id, newId, type PersonId } from '../../../kernel/ids.ts';
import { rolesWithRight } from '../../access/rules.ts';
import { membersOf } from '../../committees/operations/look.ts';
import { undoSeconds } from '../../nominations/operations/tell.ts';

export interface ToldHeads {
  /** Null: there is nobody to tell. */
  readonly batch: string | null;
  readonly told: readonly PersonId[];
}

/** But for whoever acts. */
export async function toBeTold(act: Act, committee: CommitteeId): Promise<readonly PersonId[]> {
  const heads = (await membersOf(act, committee)).filter(({ roles }) =>
    roles.some((role) => rolesWithRight['candidates.enter'].includes(role)),
  );
  return [...new Set(heads.map(({ person }) => person))].filter((person) => person !== act.person);
}

/** The moment is part of the key: what was undone is told anew when it comes again. */
export async function tellHeads(
  act: Act,
  committee: CommitteeId,
  card: {
    readonly kind: string;
    readonly ids: Readonly<Record<string, string>>;
    readonly nominees: readonly PersonId[];
  },
): Promise<ToldHeads> {
  const told = (await toBeTold(act, committee)).filter((person) => !card.nominees.includes(person));
  if (told.length === 0) return { batch: null, told };
  const batch = newId<Id<'batch'>>();
  const holdUntil = new Date(act.now.getTime() + undoSeconds * 1000);
  const about = Object.values(card.ids).join(':');
  await sendAll(
    act.store,
    act,
    told.map((person) => ({
      ...card,
      ...{ to: { person }, committee, holdUntil, batch },
      key: `${card.kind}:${about}:${act.now.getTime()}:${person}`,
    })),
  );
  return { batch, told };
}
