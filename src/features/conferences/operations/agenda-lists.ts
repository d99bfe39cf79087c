/** The frozen nominee lists that an agenda may carry, as the acting person may see them. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, NomineeListId } from '../../../kernel/ids.ts';
import { type Outcome, refused } from '../../../kernel/outcome.ts';
import type { AccessRefusal } from '../../access/operations.ts';
import { listsOf, seeList } from '../../reviews/operations/lists.ts';
import type { NomineeList } from '../../reviews/types/nouns.ts';
import type { AgendaItem } from '../types.ts';
import { findSeen } from './look.ts';

/** What an agenda says of a list: never whose names stand in it. */
export type AgendaList = Pick<NomineeList, 'id' | 'planTitle' | 'classification' | 'number'>;

/** The newest first; none for somebody who may not see candidates, or to whom every case in them is closed. */
export async function agendaLists(act: Act, committee: CommitteeId): Promise<readonly AgendaList[]> {
  const lists = await listsOf(act, committee);
  return lists.ok ? lists.value : [];
}

/** The names on a list of the agenda, for those who may see them: cases closed to the person are left out. */
export async function seeAgendaList(
  act: Act,
  at: { readonly conference: Parameters<typeof findSeen>[1]; readonly list: NomineeListId },
): Promise<Outcome<NomineeList, AccessRefusal | 'conference-unknown' | 'list-unknown'>> {
  const found = await findSeen(act, at.conference);
  if (!found.ok) return found;
  const agenda = found.value.revision?.agenda ?? [];
  const isOnAgenda = agenda.some(({ list }) => list === at.list);
  return isOnAgenda ? seeList(act, at.list) : refused('list-unknown');
}

/** Lists chosen in the form, and those attached before that the person cannot see: nobody drops one unseen. */
export async function keptLists(
  act: Act,
  committee: CommitteeId,
  chosen: readonly NomineeListId[],
  before: readonly AgendaItem[],
): Promise<readonly NomineeListId[]> {
  const seen = new Set((await agendaLists(act, committee)).map(({ id }) => id));
  const unseen = before.flatMap(({ list }) => (list !== null && !seen.has(list) ? [list] : []));
  return [...chosen.filter((list) => seen.has(list)), ...unseen];
}
