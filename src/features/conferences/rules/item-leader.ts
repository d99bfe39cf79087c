/** To whom an item is closed, and who leads it in the place of its chair: decided alike in a draft and in the room. */
import { foldName } from '../../../i18n/names.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Membership } from '../../committees/types.ts';
import type { AgendaItem, RecusedFrom } from '../types.ts';

/** Must this person stay out of the item: recused from everybody on its list, or from somebody its text names? */
export function isItemClosedTo(
  person: PersonId,
  { text }: Pick<AgendaItem, 'text'>,
  onList: readonly PersonId[],
  recused: readonly RecusedFrom[],
): boolean {
  const own = recused.filter((one) => one.person === person);
  const from = new Set(own.map(({ nominee }) => nominee));
  const isListClosed = onList.length > 0 && onList.every((nominee) => from.has(nominee));
  const folded = foldName(text ?? '');
  return isListClosed || own.some(({ name }) => name !== '' && folded.includes(foldName(name)));
}

/** `members` in protocol order. The first other chair of the committee who is free, else the first deputy; null: nobody. */
export function standInFor(
  members: readonly Pick<Membership, 'person' | 'roles'>[],
  isFree: (person: PersonId) => boolean,
): PersonId | null {
  const free = members.filter(({ person }) => isFree(person));
  const leader =
    free.find(({ roles }) => roles.includes('chair')) ?? free.find(({ roles }) => roles.includes('deputy'));
  return leader?.person ?? null;
}
