/** What a sitting reads of its conference past its announcements: the whole agenda by its rows, and names in typed lines. */
import { client } from '../../../database/client.ts';
import { foldName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { ConferenceId, NomineeListId, PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { AgendaItemId, RecusedFrom } from '../types.ts';

export interface AgendaRow {
  readonly id: AgendaItemId;
  /** Adopted together with others, and not lifted out. */
  readonly inConsent: boolean;
  readonly text: string | null;
  readonly list: NomineeListId | null;
}

/** Every item, whatever is closed to the viewer: to be copied where it stands, never to be shown. */
export async function wholeAgenda(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  revision: number,
): Promise<readonly AgendaRow[]> {
  const rows = await client(store).conferenceItem.findMany({
    where: {
      revision: { conferenceId: conference, number: revision, conference: { committeeId: viewer.committee } },
    },
    orderBy: { place: 'asc' },
    select: { itemId: true, text: true, listId: true, inConsent: true },
  });
  const lifts = await client(store).conferenceLift.findMany({
    where: { conferenceId: conference },
    select: { itemId: true },
  });
  const lifted = new Set(lifts.map(({ itemId }) => itemId));
  return rows.map((row) => ({
    id: row.itemId as AgendaItemId,
    inConsent: row.inConsent && !lifted.has(row.itemId),
    text: row.text,
    list: row.listId as NomineeListId | null,
  }));
}

/** Everybody ever proposed in the committee whose name stands in one of these texts. Ids only: for events and recusals. */
export async function nomineesNamed(
  store: StoreHandle,
  viewer: Viewer,
  texts: readonly string[],
): Promise<readonly PersonId[]> {
  if (texts.length === 0) return [];
  const proposed = await client(store).nomination.findMany({
    where: { plan: { committeeId: viewer.committee } },
    distinct: ['personId'],
    select: { personId: true },
  });
  const people = await client(store).person.findMany({
    where: { id: { in: proposed.map((one) => one.personId) } },
    select: { id: true, fullName: true },
  });
  const text = foldName(texts.join(' \u00B7 '));
  return people.filter((one) => text.includes(foldName(one.fullName))).map((one) => one.id as PersonId);
}

/** Nominees on each of these lists. Ids only. */
export async function nomineesOnLists(
  store: StoreHandle,
  lists: readonly string[],
): Promise<ReadonlyMap<string, readonly PersonId[]>> {
  const rows = await client(store).nomineeListEntry.findMany({
    where: { listId: { in: [...lists] } },
    select: { listId: true, personId: true },
  });
  const found = new Map<string, PersonId[]>();
  for (const row of rows) found.set(row.listId, [...(found.get(row.listId) ?? []), row.personId as PersonId]);
  return found;
}

/** Who is recused from whom in the committee, to keep people out of an item and find who leads it. Never shown itself. */
export async function recusalsIn(store: StoreHandle, viewer: Viewer): Promise<readonly RecusedFrom[]> {
  const rows = await client(store).recusal.findMany({
    where: { committeeId: viewer.committee, liftedAt: null },
    select: { personId: true, nomineeId: true },
  });
  const people = await client(store).person.findMany({
    where: { id: { in: rows.map(({ nomineeId }) => nomineeId) }, workspaceId: viewer.workspace },
    select: { id: true, fullName: true },
  });
  const names = new Map(people.map(({ id, fullName }) => [id, fullName]));
  return rows.map(({ personId, nomineeId }) => ({
    ...{ person: personId as PersonId, nominee: nomineeId as PersonId, name: names.get(nomineeId) ?? '' },
  }));
}
