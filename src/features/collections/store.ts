/** Collections with the units that were asked and what stands of each. Names of closed cases are left out of every list. */
import { z } from 'zod';
import { client } from '../../database/client.ts';
import { foldName } from '../../i18n/names.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { asId, type CommitteeId, newId, type PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Viewer } from '../access/types.ts';
import type { UnitId } from '../units/types.ts';
import {
  type Collection,
  type CollectionId,
  type HandIn,
  type HandInId,
  type HandInWay,
  ListedPerson,
} from './types.ts';

/** Which committee a collection belongs to, before there is a viewer. */
export async function committeeOf(store: StoreHandle, id: CollectionId): Promise<CommitteeId | null> {
  const row = await client(store).collection.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

/** Of two who hand in or close at once the second waits, and looks again. */
export async function holdCollection(tx: StoreHandle, id: CollectionId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "collection" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

/** The newest first. */
export async function listCollections(
  store: StoreHandle,
  viewer: Viewer,
  ids: readonly CollectionId[] | null = null,
): Promise<readonly Collection[]> {
  const rows = await client(store).collection.findMany({
    where: { committeeId: viewer.committee, ...(ids ? { id: { in: [...ids] } } : {}) },
    include: { units: { orderBy: { place: 'asc' } }, handIns: { where: { replacedAt: null } } },
    orderBy: { number: 'desc' },
    take: 50,
  });
  const recorders = rows.flatMap(({ handIns }) => handIns.flatMap(({ recordedBy }) => recordedBy ?? []));
  const known = await client(store).person.findMany({
    where: { workspaceId: viewer.workspace, id: { in: [...new Set([...recorders, ...viewer.hiddenNominees])] } },
    select: { id: true, fullName: true },
  });
  const names = new Map(known.map(({ id, fullName }) => [id, fullName]));
  const closed = new Set(viewer.hiddenNominees.map((id) => foldName(names.get(id) ?? '')));
  return rows.map((row) => ({
    id: asId(row.id),
    committee: asId(row.committeeId),
    ...{ number: row.number, title: row.title, statedDate: row.statedDate },
    ...{ openedAt: row.openedAt, closedAt: row.closedAt },
    held: row.batchId && row.heldUntil ? { batch: row.batchId, until: row.heldUntil } : null,
    units: row.units.map(({ unitId, name, committeeId }) => {
      const handIn = row.handIns.find((one) => one.unitId === unitId);
      const committee = committeeId as CommitteeId | null;
      return { unit: asId(unitId), name, committee, handIn: handIn ? toHandIn(handIn, names, closed) : null };
    }),
  }));
}

export interface Asking {
  readonly id: CollectionId;
  /** Which of these committees is asked. */
  readonly of: CommitteeId;
  readonly title: string;
  readonly statedDate: PlainDate;
  readonly openedAt: Date;
  readonly heldUntil: Date | null;
}

/** Open ones that ask the unit of one of these committees, and where it has not handed in. */
export async function asking(store: StoreHandle, committees: readonly CommitteeId[]): Promise<readonly Asking[]> {
  const rows = await client(store).collectionUnit.findMany({
    where: { committeeId: { in: [...committees] }, collection: { closedAt: null } },
    select: {
      ...{ unitId: true, committeeId: true },
      collection: { include: { handIns: { where: { replacedAt: null } } } },
    },
    orderBy: { collection: { openedAt: 'asc' } },
  });
  return rows
    .filter(({ unitId, collection }) => !collection.handIns.some((one) => one.unitId === unitId))
    .map(({ committeeId, collection: { id, title, statedDate, openedAt, heldUntil } }) => ({
      ...{
        id: asId<CollectionId>(id),
        of: asId<CommitteeId>(committeeId ?? ''),
        title,
        statedDate,
        openedAt,
        heldUntil,
      },
    }));
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
  readonly people: readonly ListedPerson[] | null;
}

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
  await client(tx).handIn.create({
    data: {
      ...{ id: newId<HandInId>(), collectionId, unitId, way, submissionId: submission, number, dated },
      ...(people ? { people: people.map((one) => ({ ...one })) } : {}),
      ...{ recordedAt: by.at, recordedBy: by.person },
    },
    select: { id: true },
  });
}

/** A closed case is known by its name here: a unit's list is text, and two of one name are both left out. */
function toHandIn(
  row: {
    way: string;
    number: string | null;
    dated: string | null;
    people: unknown;
    recordedAt: Date;
    recordedBy: string | null;
  },
  names: ReadonlyMap<string, string>,
  closed: ReadonlySet<string>,
): HandIn {
  const people = row.people === null ? null : z.array(ListedPerson).parse(row.people);
  return {
    ...{ way: row.way as HandInWay, number: row.number, dated: row.dated, recordedAt: row.recordedAt },
    people: people?.filter(({ fullName }) => !closed.has(foldName(fullName))) ?? null,
    recordedBy: row.recordedBy as PersonId | null,
    recordedByName: row.recordedBy ? (names.get(row.recordedBy) ?? null) : null,
  };
}

export const collectionsHoldPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: { 'collection.openedBy': 'who did it then', 'hand_in.recordedBy': 'who did it then' },
  told: { recorded: ['collection.openedBy', 'hand_in.recordedBy'] },
};
