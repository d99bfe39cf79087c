/** The conferences to come that have a list with a nomination on their agenda. */
import type { Dependent, NominationDependents } from '../../nominations/types.ts';
import { listsHaving } from '../../reviews/operations/dependents.ts';
import { listUpcoming } from './look.ts';

export const conferenceDependents: NominationDependents = {
  async dependentsOf(act, { committee, nomination }) {
    const lists = await listsHaving(act, committee, nomination);
    if (lists.length === 0) return [];
    const upcoming = await listUpcoming(act, committee);
    if (!upcoming.ok) return [];
    return upcoming.value.conferences.flatMap(({ revision, isCancelled }) => {
      if (isCancelled) return [];
      const used = lists.filter(({ id }) => revision.agenda.some(({ list }) => list === id));
      return used.map(({ number }): Dependent => ({ kind: 'conference', number, at: revision.startsAt }));
    });
  },
};
