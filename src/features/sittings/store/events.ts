/** What happened in a sitting, in the order in which it happened. Rows are added and struck, never changed. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type ConferenceId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { EventFacts, EventKind, SittingEvent, SittingEventId, SittingItemId } from '../types.ts';

export type NewEvent = Pick<SittingEvent, 'kind' | 'at' | 'person' | 'item' | 'text' | 'facts'>;

/** Everything that stands: to count by. What is shown is narrowed by the items and texts that the reader may see. */
export async function listEvents(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<readonly SittingEvent[]> {
  const rows = await client(store).sittingEvent.findMany({
    where: { conferenceId: conference, sitting: { committeeId: viewer.committee }, struckAt: null },
    orderBy: [{ at: 'asc' }, { serial: 'asc' }],
  });
  return rows.map((row) => ({
    id: row.id as SittingEventId,
    revision: row.revision,
    kind: row.kind as EventKind,
    at: row.at,
    recordedAt: row.recordedAt,
    recordedBy: row.recordedBy as PersonId | null,
    person: row.personId as PersonId | null,
    item: row.itemId as SittingItemId | null,
    text: row.text,
    facts: (row.facts ?? {}) as EventFacts,
  }));
}

export async function insertEvents(
  store: StoreHandle,
  conference: ConferenceId,
  events: readonly (NewEvent & { readonly revision: number })[],
  recorded: { readonly at: Date; readonly by: PersonId | null },
): Promise<readonly SittingEventId[]> {
  // In one statement, and in this order: the serial decides between things of the same moment.
  const rows = events.map((event) => ({
    id: newId<SittingEventId>(),
    conferenceId: conference,
    revision: event.revision,
    kind: event.kind,
    at: event.at,
    recordedAt: recorded.at,
    recordedBy: recorded.by,
    personId: event.person,
    itemId: event.item,
    text: event.text,
    facts: { ...event.facts } as object,
  }));
  await client(store).sittingEvent.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** False: it is struck already, or is no event of this conference. */
export async function strikeEvent(
  store: StoreHandle,
  conference: ConferenceId,
  event: SittingEventId,
  by: { readonly person: PersonId | null; readonly at: Date; readonly reason: string },
): Promise<boolean> {
  const { count } = await client(store).sittingEvent.updateMany({
    where: { id: event, conferenceId: conference, struckAt: null },
    data: { struckAt: by.at, struckBy: by.person, struckReason: by.reason },
  });
  return count === 1;
}

/** The last that was recorded of somebody's coming and going, and of their leaving this item. */
export async function lastMovements(
  store: StoreHandle,
  conference: ConferenceId,
  item: SittingItemId,
  person: PersonId,
): Promise<{ readonly room: string | null; readonly item: string | null }> {
  const [row] = await client(store).$queryRaw<readonly { room: string | null; item: string | null }[]>`
    SELECT
      (SELECT "kind" FROM "sitting_event" WHERE "conferenceId" = ${conference}::uuid AND "personId" = ${person}::uuid
        AND "kind" IN ('arrived', 'left') AND "struckAt" IS NULL ORDER BY "at" DESC, "serial" DESC LIMIT 1) AS "room",
      (SELECT "kind" FROM "sitting_event" WHERE "conferenceId" = ${conference}::uuid AND "personId" = ${person}::uuid
        AND "itemId" = ${item}::uuid AND "kind" IN ('stepped-out', 'stepped-in') AND "struckAt" IS NULL
        ORDER BY "at" DESC, "serial" DESC LIMIT 1) AS "item"`;
  return row ?? { room: null, item: null };
}
