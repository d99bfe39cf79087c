/** Boxes, their key-holders, and the shares and layers of their secret keys. */
import { client } from '../../../database/client.ts';
import type { SealedBox as Row } from '../../../database/generated/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type CommitteeId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type {
  Box,
  BoxId,
  BoxState,
  BoxSubject,
  KeyHeld,
  Keyholder,
  KeysTaken,
  Layer,
  PaperSize,
  Reading,
  Share,
  TakenKey,
} from '../types.ts';

/** Which committee a box belongs to, before there is a viewer. */
export async function committeeOfBox(store: StoreHandle, id: BoxId): Promise<CommitteeId | null> {
  const row = await client(store).sealedBox.findUnique({ where: { id }, select: { committeeId: true } });
  return (row?.committeeId as CommitteeId | undefined) ?? null;
}

export async function findBox(store: StoreHandle, viewer: Viewer, id: BoxId): Promise<Box | null> {
  const row = await client(store).sealedBox.findFirst({ where: { id, ...within(viewer) } });
  return row && toBox(row);
}

export async function findBoxOf(store: StoreHandle, viewer: Viewer, subject: BoxSubject): Promise<Box | null> {
  const row = await client(store).sealedBox.findFirst({
    where: { subjectKind: subject.kind, subjectId: subject.id, ...within(viewer) },
  });
  return row && toBox(row);
}

export async function statesOf(
  store: StoreHandle,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, BoxState>> {
  const rows = await client(store).sealedBox.findMany({
    where: { subjectKind: kind, subjectId: { in: [...ids] }, ...within(viewer) },
    select: { subjectId: true, state: true },
  });
  return new Map(rows.map(({ subjectId, state }) => [subjectId, state as BoxState]));
}

/** How many of the keys of these prepared boxes are taken, by subject; boxes whose holders were not asked are left out. */
export async function keysTakenOf(
  store: StoreHandle,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeysTaken>> {
  const rows = await client(store).$queryRaw<readonly (KeysTaken & { subject: string })[]>`
    SELECT b."subjectId" AS "subject", count(h."publicKey")::int AS "taken", count(*)::int AS "of"
    FROM "sealed_box" b JOIN "sealed_keyholder" h ON h."boxId" = b."id"
    WHERE b."subjectKind" = ${kind} AND b."subjectId" = ANY(${[...ids]}::uuid[]) AND b."state" = 'prepared'
      AND b."askedAt" IS NOT NULL
      AND b."workspaceId" = ${viewer.workspace}::uuid AND b."committeeId" = ${viewer.committee}::uuid
    GROUP BY b."subjectId"`;
  return new Map(rows.map(({ subject, taken, of }) => [subject, { taken, of }]));
}

/** Who holds a key to the boxes of these subjects: from when they were asked until the papers are destroyed. */
export async function holdingsOf(
  store: StoreHandle,
  viewer: Viewer,
  kind: string,
  ids: readonly string[],
): Promise<readonly KeyHeld[]> {
  return client(store).$queryRaw<KeyHeld[]>`
    SELECT b."subjectId" AS "subject", h."personId" AS "person", b."askedAt" AS "from", b."destroyedAt" AS "to"
    FROM "sealed_box" b JOIN "sealed_keyholder" h ON h."boxId" = b."id"
    WHERE b."subjectKind" = ${kind} AND b."subjectId" = ANY(${[...ids]}::uuid[]) AND b."askedAt" IS NOT NULL
      AND b."state" <> 'cancelled'
      AND b."workspaceId" = ${viewer.workspace}::uuid AND b."committeeId" = ${viewer.committee}::uuid
    ORDER BY b."askedAt", h."place"`;
}

/** The first time counts. */
export async function noteAsked(tx: StoreHandle, id: BoxId, at: Date): Promise<void> {
  await client(tx).sealedBox.updateMany({ where: { id, askedAt: null }, data: { askedAt: at } });
}

/** Waits for whoever opens or closes the same box at this moment. */
export async function holdBox(tx: StoreHandle, id: BoxId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "sealed_box" WHERE "id" = ${id}::uuid FOR UPDATE`;
}

export async function insertBox(
  tx: StoreHandle,
  viewer: Viewer,
  box: { subject: BoxSubject; paperSize: PaperSize; holders: readonly PersonId[]; at: Date },
): Promise<BoxId> {
  const id = newId<BoxId>();
  await client(tx).sealedBox.create({
    data: {
      id,
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      subjectKind: box.subject.kind,
      subjectId: box.subject.id,
      state: 'prepared',
      paperSize: box.paperSize,
      preparedAt: box.at,
    },
  });
  await client(tx).sealedKeyholder.createMany({
    data: box.holders.map((personId, place) => ({ boxId: id, personId, place })),
  });
  return id;
}

/** False: it is not in that state any more. */
export async function changeBox(
  tx: StoreHandle,
  id: BoxId,
  from: BoxState,
  change: { readonly state: BoxState } & Partial<{
    publicKey: Uint8Array;
    operatorKey: Uint8Array;
    closedAt: Date;
    countedAt: Date;
    destroyedAt: Date;
    receipts: string[];
    readingUntil: null;
    papersRead: 0;
  }>,
): Promise<boolean> {
  const { publicKey, operatorKey, ...rest } = change;
  const key = {
    ...(publicKey ? { publicKey: bytes(publicKey) } : {}),
    ...(operatorKey ? { operatorKey: bytes(operatorKey) } : {}),
  };
  const { count } = await client(tx).sealedBox.updateMany({ where: { id, state: from }, data: { ...rest, ...key } });
  return count === 1;
}

export async function noteReading(tx: StoreHandle, id: BoxId, { until, read, inAll }: Reading): Promise<void> {
  await client(tx).sealedBox.updateMany({
    where: { id },
    data: { readingUntil: until, papersRead: read, papersInAll: inAll },
  });
}

export async function receiptsOf(store: StoreHandle, box: BoxId): Promise<readonly string[]> {
  const row = await client(store).sealedBox.findUnique({ where: { id: box }, select: { receipts: true } });
  return row?.receipts ?? [];
}

/** In the order in which they were named. */
export async function keyholdersOf(store: StoreHandle, box: BoxId): Promise<readonly Keyholder[]> {
  return client(store).$queryRaw<Keyholder[]>`
    SELECT h."personId" AS "person", p."fullName", h."publicKey" IS NOT NULL AS "hasTaken",
      EXISTS (SELECT 1 FROM "sealed_layer" l WHERE l."boxId" = h."boxId" AND l."outerId" = h."personId") AS "hasTyped"
    FROM "sealed_keyholder" h JOIN "person" p ON p."id" = h."personId"
    WHERE h."boxId" = ${box}::uuid ORDER BY h."place"`;
}

export async function keysOf(
  store: StoreHandle,
  box: BoxId,
): Promise<readonly (TakenKey & { readonly person: PersonId })[]> {
  const rows = await client(store).sealedKeyholder.findMany({ where: { boxId: box }, orderBy: { place: 'asc' } });
  return rows.flatMap(({ personId, salt, publicKey }) =>
    salt && publicKey ? [{ person: personId as PersonId, salt, publicKey }] : [],
  );
}

/** False: the key was taken before. */
export async function putKey(tx: StoreHandle, box: BoxId, person: PersonId, key: TakenKey): Promise<boolean> {
  const { count } = await client(tx).sealedKeyholder.updateMany({
    where: { boxId: box, personId: person, publicKey: null },
    data: { salt: bytes(key.salt), publicKey: bytes(key.publicKey) },
  });
  return count === 1;
}

export async function insertShares(tx: StoreHandle, box: BoxId, shares: readonly Share[]): Promise<void> {
  await client(tx).sealedShare.createMany({
    data: shares.map(({ outer, inner, sealed }) => ({
      boxId: box,
      outerId: outer,
      innerId: inner,
      sealed: bytes(sealed),
    })),
  });
}

export async function sharesOf(store: StoreHandle, box: BoxId): Promise<readonly Share[]> {
  const rows = await client(store).sealedShare.findMany({ where: { boxId: box } });
  return rows.map((row) => ({ outer: row.outerId as PersonId, inner: row.innerId as PersonId, sealed: row.sealed }));
}

export async function insertLayers(tx: StoreHandle, box: BoxId, layers: readonly Layer[]): Promise<void> {
  await client(tx).sealedLayer.createMany({
    data: layers.map(({ peeledBy, inner, sealed }) => ({
      boxId: box,
      outerId: peeledBy,
      innerId: inner,
      sealed: bytes(sealed),
    })),
  });
}

export async function layersOf(store: StoreHandle, box: BoxId): Promise<readonly Layer[]> {
  const rows = await client(store).sealedLayer.findMany({ where: { boxId: box } });
  return rows.map((row) => ({ peeledBy: row.outerId as PersonId, inner: row.innerId as PersonId, sealed: row.sealed }));
}

/** With a layer the words of one more holder are enough, so none outlives the opening. */
export async function dropLayers(tx: StoreHandle, box: BoxId): Promise<void> {
  await client(tx).sealedLayer.deleteMany({ where: { boxId: box } });
}

/** Those whose dispute period is over, or that were never opened in that time. */
export async function boxesToDestroy(
  store: StoreHandle,
  before: Date,
): Promise<readonly (Box & { workspace: string })[]> {
  const rows = await client(store).sealedBox.findMany({
    where: {
      OR: [
        { state: 'counted', countedAt: { lt: before } },
        { state: 'withheld', closedAt: { lt: before } },
      ],
    },
  });
  return rows.map((row) => ({ ...toBox(row), workspace: row.workspaceId }));
}

/** What could still open the papers goes, with the papers; who took part stays as a number in the history only. */
export async function emptyBox(tx: StoreHandle, box: BoxId): Promise<void> {
  const where = { boxId: box };
  await client(tx).sealedUrn.deleteMany({ where });
  await client(tx).sealedShare.deleteMany({ where });
  await client(tx).sealedLayer.deleteMany({ where });
  await client(tx).sealedWrongReceipt.deleteMany({ where });
  await client(tx).sealedElector.deleteMany({ where });
  await client(tx).sealedBox.updateMany({ where: { id: box }, data: { operatorKey: null } });
}

/** Of an unnamed box; null for one with key-holders. */
export async function operatorKeyOf(
  store: StoreHandle,
  id: BoxId,
): Promise<{ readonly key: Uint8Array; readonly workspace: string; readonly committee: CommitteeId } | null> {
  const row = await client(store).sealedBox.findUnique({ where: { id } });
  if (!row?.operatorKey) return null;
  return { key: row.operatorKey, workspace: row.workspaceId, committee: row.committeeId as CommitteeId };
}

/** Deleted rows stay in the table's file until it is written anew. Outside any transaction. */
export async function rewriteFiles(store: StoreHandle): Promise<void> {
  for (const table of ['sealed_box', 'sealed_urn', 'sealed_share', 'sealed_layer', 'sealed_elector']) {
    await client(store).$executeRawUnsafe(`VACUUM FULL "${table}"`);
  }
}

function within(viewer: Viewer) {
  return { workspaceId: viewer.workspace, committeeId: viewer.committee };
}

/** Prisma asks for bytes that own their memory. */
export function bytes(of: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(of);
}

function toBox(row: Row): Box {
  return {
    id: row.id as BoxId,
    committee: row.committeeId as CommitteeId,
    subject: { kind: row.subjectKind, id: row.subjectId },
    state: row.state as BoxState,
    paperSize: row.paperSize as PaperSize,
    publicKey: row.publicKey,
    closedAt: row.closedAt,
    countedAt: row.countedAt,
    isUnnamed: row.operatorKey !== null,
    reading: { until: row.readingUntil, read: row.papersRead, inAll: row.papersInAll },
  };
}
