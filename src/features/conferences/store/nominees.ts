/** Whose cases the cards of a conference may show: so that a recusal finds the cards to replace. Ids only. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { ConferenceId, PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';

/**
 * Nominees on the agenda's lists, and those of the committee's plans whose name stands in the subject or an item. Not
 * narrowed by the viewer's own recusals: the cards go to others too, and only ids leave here.
 */
export async function nomineesShown(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  revision: number,
): Promise<readonly PersonId[]> {
  const said = await client(store).conferenceRevision.findFirst({
    where: { conferenceId: conference, number: revision },
    select: { title: true, items: { select: { text: true, listId: true } } },
  });
  if (!said) return [];
  const lists = said.items.flatMap((item) => (item.listId === null ? [] : [item.listId]));
  const listed = await client(store).nomineeListEntry.findMany({
    where: { listId: { in: lists } },
    select: { personId: true },
  });
  const proposed = await client(store).nomination.findMany({
    where: { plan: { committeeId: viewer.committee } },
    distinct: ['personId'],
    select: { personId: true },
  });
  const people = await client(store).person.findMany({
    where: { id: { in: proposed.map((one) => one.personId) } },
    select: { id: true, fullName: true },
  });
  const text = foldName([said.title, ...said.items.map((item) => item.text ?? '')].join(' \u00B7 '));
  const named = people.filter((person) => text.includes(foldName(person.fullName))).map((person) => person.id);
  return [...new Set([...listed.map((entry) => entry.personId), ...named])] as PersonId[];
}
