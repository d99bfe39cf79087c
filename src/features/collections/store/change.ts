/** Writing collections: opened and closed, what units hand in, and what was settled of it. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type CollectionId, type CommitteeId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import type { SeatId } from '../../submissions/types.ts';
import type { UnitId } from '../../units/types.ts';
import type { EntryId, HandInId, HandInWay, ListedPerson, Meant, Settlement } from '../types.ts';

/** Of two who hand in or close at once the second waits, and looks again. */
export async function holdCollection(tx: StoreHandle, id: CollectionId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "collection" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export async function insertCollection(
  tx: StoreHandle,
  viewer: Viewer,
  collection: {
    readonly unit: UnitId;
    readonly title: string;
    readonly statedDate: PlainDate;
    readonly batch: string;
    readonly heldUntil: Date;
    readonly units: readonly { readonly unit: UnitId; readonly name: string; readonly committee: CommitteeId | null }[];
  },
  now: Date,
): Promise<{ id: CollectionId; number: number }> {
  const id = newId<CollectionId>();
  const { committee: committeeId } = viewer;
  await client(tx).$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`collection:${committeeId}`}, 0))::text`;
  const { _max } = await client(tx).collection.aggregate({ where: { committeeId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const { unit: unitId, title, statedDate, batch: batchId, heldUntil, units } = collection;
  await client(tx).collection.create({
    data: {
      ...{ id, committeeId, unitId, number, title, statedDate, batchId, heldUntil },
      ...{ openedAt: now, openedBy: viewer.person },
    },
    select: { id: true },
  });
  await client(tx).collectionUnit.createMany({
    data: units.map(({ unit, name, committee }, place) => ({
      ...{ collectionId: id, unitId: unit, name, committeeId: committee, place },
    })),
  });
  return { id, number };
}

export async function closeCollection(tx: StoreHandle, id: CollectionId, at: Date): Promise<void> {
  await client(tx).collection.updateMany({ where: { id, closedAt: null }, data: { closedAt: at } });
}

export interface NewHandIn {
  readonly collection: CollectionId;
  readonly unit: UnitId;
  readonly way: HandInWay;
  readonly submission: string | null;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  readonly people: readonly NewEntry[] | null;
}

export type NewEntry = ListedPerson & Meant & { readonly seat: SeatId | null };

/** What stood of the unit before is replaced; it stays. */
export async function insertHandIn(
  tx: StoreHandle,
  handIn: NewHandIn,
  by: { readonly at: Date; readonly person: PersonId | null },
): Promise<void> {
  const { collection: collectionId, unit: unitId, way, submission, number, dated, people } = handIn;
  await client(tx).handIn.updateMany({
    where: { collectionId, unitId, replacedAt: null },
    data: { replacedAt: by.at },
  });
  const id = newId<HandInId>();
  await client(tx).handIn.create({
    data: {
      ...{ id, collectionId, unitId, way, submissionId: submission, number, dated },
      ...{ recordedAt: by.at, recordedBy: by.person },
    },
    select: { id: true },
  });
  await client(tx).handInEntry.createMany({
    data: (people ?? []).map(({ person, namesakes, seat, fullName, birthMonth, sex, post, position }, place) => ({
      ...{ id: newId<EntryId>(), handInId: id, place, personId: person, namesakeIds: [...namesakes], seatId: seat },
      ...{ fullName, birthMonth, sex, post, position },
    })),
  });
  await client(tx).collectionUnit.updateMany({ where: { collectionId, unitId }, data: waitedFor });
}

const waitedFor = { withoutWord: null, withoutAt: null, withoutBy: null };

/** The parcel upward goes without this unit's list. */
export async function goWithout(
  tx: StoreHandle,
  which: { readonly collection: CollectionId; readonly unit: UnitId },
  why: { readonly word: string; readonly at: Date; readonly by: PersonId | null },
): Promise<void> {
  await client(tx).collectionUnit.updateMany({
    where: { collectionId: which.collection, unitId: which.unit },
    data: { withoutWord: why.word, withoutAt: why.at, withoutBy: why.by },
  });
}

/** What was settled of a name that stands on several lists. */
export async function settleEntries(
  tx: StoreHandle,
  entries: readonly EntryId[],
  settled: { readonly as: Settlement; readonly word: string | null; readonly at: Date; readonly by: PersonId | null },
): Promise<void> {
  const { as: settledAs, word: settledWord, at: settledAt, by: settledBy } = settled;
  await client(tx).handInEntry.updateMany({
    where: { id: { in: [...entries] } },
    data: { settledAs, settledWord, settledAt, settledBy },
  });
}

/** Who is meant is known better now: the register has grown since the list came. */
export async function linkEntries(
  tx: StoreHandle,
  linked: readonly (Meant & { readonly id: EntryId })[],
): Promise<void> {
  if (linked.length === 0) return;
  const rows = linked.map(({ id, person, namesakes }) => ({ id, person, namesakes }));
  await client(tx).$executeRaw`
    UPDATE "hand_in_entry" e SET "personId" = (l.row->>'person')::uuid,
      "namesakeIds" = ARRAY(SELECT jsonb_array_elements_text(l.row->'namesakes')::uuid)
    FROM jsonb_array_elements(${JSON.stringify(rows)}::jsonb) AS l (row) WHERE e."id" = (l.row->>'id')::uuid`;
}
