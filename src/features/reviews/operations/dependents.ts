/** What of the reviews rests on a nomination: frozen lists that have it, and the round that is open on one of them. */
import type { Act } from '../../../kernel/act.ts';
import type { Dependent, NominationDependents } from '../../nominations/types.ts';
import { listsOf, openUntil } from './lists.ts';

export const reviewDependents: NominationDependents = {
  async dependentsOf(act, { committee, nomination }) {
    const having = await listsHaving(act, committee, nomination);
    const [newest] = having;
    if (!newest) return [];
    const frozen = having.map(({ number, frozenAt }): Dependent => ({ kind: 'list', number, at: frozenAt })).reverse();
    const until = await openUntil(act, newest.plan);
    if (until === null) return frozen;
    // A plan has one open round, on its newest list.
    return [...frozen, { kind: 'round', number: newest.number, until: until === 'open' ? null : until }];
  },
};

/** Frozen lists on which the acting person may see this nomination, the newest first. */
export async function listsHaving(
  act: Act,
  committee: Parameters<NominationDependents['dependentsOf']>[1]['committee'],
  nomination: Parameters<NominationDependents['dependentsOf']>[1]['nomination'],
) {
  const lists = await listsOf(act, committee);
  if (!lists.ok) return [];
  return lists.value.filter(({ entries }) => entries.some((entry) => entry.nomination === nomination));
}
