/** Collections with the units that were asked and what stands of each. Names of closed cases are left out of every list. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import { nameKeys } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type CollectionId, type CommitteeId, type PersonId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Viewer } from '../../access/types.ts';
import { highestOf, type Level } from '../../classification/types.ts';
import type { SubmissionId, SubmissionState } from '../../submissions/types.ts';
import type { Collection, Entry, HandIn, HandInWay, Settlement } from '../types.ts';

/** Which committee a collection belongs to, before there is a viewer. */
export async function committeeOf(store: StoreHandle, id: CollectionId): Promise<CommitteeId | null> {
  const row = await client(store).collection.findUnique({ where: { id }, select: { committeeId: true } });
  return row ? asId(row.committeeId) : null;
}

/** The newest first. */
export async function listCollections(
  store: StoreHandle,
  viewer: Viewer,
  ids: readonly CollectionId[] | null = null,
): Promise<readonly Collection[]> {
  const rows = await client(store).collection.findMany({
    where: { committeeId: viewer.committee, ...(ids ? { id: { in: [...ids] } } : {}) },
    include: {
      units: { orderBy: { place: 'asc' } },
      handIns: {
        where: { replacedAt: null },
        include: { entries: { where: openTo(viewer), orderBy: { place: 'asc' } } },
      },
    },
    orderBy: { number: 'desc' },
    take: 50,
  });
  const recorders = rows.flatMap(({ handIns }) => handIns.flatMap(({ recordedBy }) => recordedBy ?? []));
  const known = await client(store).person.findMany({
    where: { workspaceId: viewer.workspace, id: { in: [...new Set([...recorders, ...viewer.hiddenNominees])] } },
    select: { id: true, fullName: true },
  });
  const names = new Map(known.map(({ id, fullName }) => [id, fullName]));
  const closed = new Set(viewer.hiddenNominees.flatMap((id) => nameKeys(names.get(id) ?? '')));
  const parcels = await parcelsOf(
    store,
    rows.map(({ id }) => id),
  );
  const levels = await levelsOf(
    store,
    rows.flatMap(({ handIns }) => handIns.flatMap(({ submissionId, entries }) => (entries[0] && submissionId) ?? [])),
  );
  return rows.map((row) => ({
    id: asId(row.id),
    committee: asId(row.committeeId),
    parcel: parcels.get(row.id) ?? null,
    ...{ number: row.number, title: row.title, statedDate: row.statedDate },
    ...{ openedAt: row.openedAt, closedAt: row.closedAt },
    held: row.batchId && row.heldUntil ? { batch: row.batchId, until: row.heldUntil } : null,
    classification: highestOf(row.handIns.flatMap(({ submissionId }) => levels.get(submissionId ?? '') ?? [])),
    units: row.units.map(({ unitId, name, committeeId, withoutWord: without }) => {
      const handIn = row.handIns.find((one) => one.unitId === unitId);
      const committee = committeeId as CommitteeId | null;
      return { unit: asId(unitId), name, committee, without, handIn: handIn ? toHandIn(handIn, names, closed) : null };
    }),
  }));
}

function openTo({ hiddenNominees }: Viewer) {
  const hidden = [...hiddenNominees];
  return {
    OR: [{ personId: null }, { personId: { notIn: hidden } }],
    NOT: { namesakeIds: { hasSome: hidden } },
  };
}

/** Of the plans behind these submissions; of one that passes on those of other units, of theirs. */
async function levelsOf(store: StoreHandle, submissions: readonly string[]): Promise<ReadonlyMap<string, Level>> {
  if (submissions.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly { id: string; found: Level[] }[]>`
    SELECT s."id", array_agg(p."classification") AS "found" FROM "submission" s
      LEFT JOIN "submission" b ON b."passedInId" = s."id" JOIN "plan" p ON p."id" IN (s."planId", b."planId")
    WHERE s."id" = ANY(${[...submissions]}::uuid[]) GROUP BY s."id"`;
  return new Map(rows.map(({ id, found }) => [id, highestOf(found)]));
}

async function parcelsOf(store: StoreHandle, ids: readonly string[]) {
  const rows = await client(store).submission.findMany({
    where: { collectionId: { in: [...ids] }, state: { in: ['draft', 'sent', 'settled'] } },
    select: { id: true, number: true, state: true, collectionId: true },
    orderBy: { number: 'asc' },
  });
  const drafts = rows.filter(({ state }) => state === 'draft');
  const sent = rows.filter(({ state }) => state !== 'draft');
  return new Map(
    [...drafts, ...sent].map(({ id, number, state, collectionId }) => [
      collectionId,
      { id: asId<SubmissionId>(id), number, state: state as SubmissionState },
    ]),
  );
}

/**
 * Of these collections that are open the units' committees that have not handed in, in one statement. Whose turn it is names
 * nobody who is on a list, so that no viewer is asked for.
 */
export async function openUnits(
  store: StoreHandle,
  ids: readonly string[],
): Promise<ReadonlyMap<CollectionId, readonly CommitteeId[]>> {
  const rows = await client(store).$queryRaw<readonly { collectionId: CollectionId; committeeId: CommitteeId }[]>`
    SELECT u."collectionId", u."committeeId" FROM "collection_unit" u JOIN "collection" c ON c."id" = u."collectionId"
    WHERE c."id" = ANY (${[...ids]}::uuid[]) AND c."closedAt" IS NULL
      AND u."committeeId" IS NOT NULL AND u."withoutWord" IS NULL
      AND NOT EXISTS (SELECT 1 FROM "hand_in" h
        WHERE h."collectionId" = c."id" AND h."unitId" = u."unitId" AND h."replacedAt" IS NULL)
    ORDER BY u."place"`;
  const found = new Map<CollectionId, CommitteeId[]>();
  for (const { collectionId, committeeId } of rows) {
    found.set(collectionId, [...(found.get(collectionId) ?? []), committeeId]);
  }
  return found;
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

/** A name of which nobody knows whose it is may be that of a closed case: two of one name are both left out. */
function toHandIn(
  row: {
    way: string;
    number: string | null;
    dated: string | null;
    entries: readonly EntryRow[];
    recordedAt: Date;
    recordedBy: string | null;
  },
  names: ReadonlyMap<string, string>,
  closed: ReadonlySet<string>,
): HandIn {
  const { entries } = row;
  const open = entries.filter((one) => one.personId !== null || !nameKeys(one.fullName).some((key) => closed.has(key)));
  return {
    ...{ way: row.way as HandInWay, number: row.number, dated: row.dated, recordedAt: row.recordedAt },
    people: row.way === 'letter' ? null : open.map(toEntry),
    recordedBy: row.recordedBy as PersonId | null,
    recordedByName: row.recordedBy ? (names.get(row.recordedBy) ?? null) : null,
  };
}

type EntryRow = Prisma.HandInEntryGetPayload<object>;

function toEntry(row: EntryRow): Entry {
  const { fullName, birthMonth, sex, post, position } = row;
  return {
    ...{ fullName, birthMonth, sex: sex as Entry['sex'], post, position },
    id: asId(row.id),
    person: row.personId as PersonId | null,
    namesakes: row.namesakeIds.map((id) => asId<PersonId>(id)),
    seat: row.seatId === null ? null : asId(row.seatId),
    settled: row.settledAs ? { as: row.settledAs as Settlement, word: row.settledWord } : null,
  };
}
