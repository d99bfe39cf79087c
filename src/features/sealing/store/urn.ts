/**
 * The roll and the urn. Nothing here has a time, a counter or an order; reading locks nothing, because a lock on a row of
 * the roll would be written into the log of the database.
 */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { BoxId, ElectorState } from '../types.ts';
import { bytes } from './boxes.ts';

export async function insertRoll(
  tx: StoreHandle,
  box: BoxId,
  electors: readonly { readonly person: PersonId; readonly chunk: number }[],
): Promise<void> {
  const persons = electors.map(({ person }) => person);
  const chunks = electors.map(({ chunk }) => chunk);
  // One statement with two parameters, however many they are: a hundred thousand people are on the roll in one act.
  await client(tx).$executeRaw`
    INSERT INTO "sealed_elector" ("boxId", "personId", "chunk")
    SELECT ${box}::uuid, * FROM unnest(${persons}::uuid[], ${chunks}::int[])`;
}

export async function insertChunks(
  tx: StoreHandle,
  box: BoxId,
  chunks: readonly { readonly chunk: number; readonly sealed: Uint8Array }[],
): Promise<void> {
  await client(tx).sealedUrn.createMany({
    data: chunks.map(({ chunk, sealed }) => ({ boxId: box, chunk, sealed: bytes(sealed) })),
  });
}

/** Which chunk takes whose paper; who is not on the roll is not in the answer. */
export async function chunksOf(
  store: StoreHandle,
  box: BoxId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, number>> {
  const rows = await client(store).sealedElector.findMany({
    where: { boxId: box, personId: { in: [...persons] } },
    select: { personId: true, chunk: true },
  });
  return new Map(rows.map(({ personId, chunk }) => [personId as PersonId, chunk]));
}

/** The chunk is held until the transaction ends. */
export async function holdChunk(tx: StoreHandle, box: BoxId, chunk: number): Promise<Uint8Array> {
  const [row] = await client(tx).$queryRaw<readonly { sealed: Uint8Array }[]>`
    SELECT "sealed" FROM "sealed_urn" WHERE "boxId" = ${box}::uuid AND "chunk" = ${chunk} FOR UPDATE`;
  if (!row) throw new TypeError('a box has all its chunks');
  return row.sealed;
}

/** All of them, in one order, so that nobody who casts meanwhile is waited for in a circle. */
export async function holdChunks(tx: StoreHandle, box: BoxId): Promise<void> {
  await client(tx).$executeRaw`
    SELECT 1 FROM "sealed_urn" WHERE "boxId" = ${box}::uuid ORDER BY "chunk" FOR UPDATE`;
}

export async function chunkNumbers(store: StoreHandle, box: BoxId): Promise<readonly number[]> {
  const rows = await client(store).sealedUrn.findMany({
    where: { boxId: box },
    select: { chunk: true },
    orderBy: { chunk: 'asc' },
  });
  return rows.map(({ chunk }) => chunk);
}

/** Of a box that takes no papers any more: nothing in it changes. */
export async function frozenChunk(store: StoreHandle, box: BoxId, chunk: number): Promise<Uint8Array> {
  const row = await client(store).sealedUrn.findUniqueOrThrow({ where: { boxId_chunk: { boxId: box, chunk } } });
  return row.sealed;
}

export async function electorStates(
  tx: StoreHandle,
  box: BoxId,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, ElectorState>> {
  const rows = await client(tx).$queryRaw<readonly { personId: PersonId; hasSent: boolean; wrongTries: number }[]>`
    SELECT e."personId", e."hasSent", coalesce(w."tries", 0) AS "wrongTries"
    FROM "sealed_elector" e LEFT JOIN "sealed_wrong_receipt" w
      ON w."boxId" = e."boxId" AND w."personId" = e."personId"
    WHERE e."boxId" = ${box}::uuid AND e."personId" = ANY(${[...persons]}::uuid[])`;
  return new Map(rows.map(({ personId, ...state }) => [personId, state]));
}

/** How many were really ticked by this: the caller compares. */
export async function tick(tx: StoreHandle, box: BoxId, persons: readonly PersonId[]): Promise<number> {
  return client(tx).$executeRaw`
    UPDATE "sealed_elector" SET "hasSent" = true
    WHERE "boxId" = ${box}::uuid AND "personId" = ANY(${[...persons]}::uuid[]) AND NOT "hasSent"`;
}

export async function ticksIn(tx: StoreHandle, box: BoxId, chunk: number): Promise<number> {
  return client(tx).sealedElector.count({ where: { boxId: box, chunk, hasSent: true } });
}

export async function countWrong(tx: StoreHandle, box: BoxId, person: PersonId): Promise<void> {
  await client(tx).$executeRaw`
    INSERT INTO "sealed_wrong_receipt" ("boxId", "personId", "tries") VALUES (${box}::uuid, ${person}::uuid, 1)
    ON CONFLICT ("boxId", "personId") DO UPDATE SET "tries" = "sealed_wrong_receipt"."tries" + 1`;
}

export async function writeChunk(tx: StoreHandle, box: BoxId, chunk: number, sealed: Uint8Array): Promise<void> {
  await client(tx).sealedUrn.update({
    where: { boxId_chunk: { boxId: box, chunk } },
    data: { sealed: bytes(sealed) },
    select: { chunk: true },
  });
}

/** Numbers for deciding, never for showing while the box is open. */
export async function turnout(store: StoreHandle, box: BoxId): Promise<{ electors: number; sent: number }> {
  const [row] = await client(store).$queryRaw<readonly { electors: bigint; sent: bigint }[]>`
    SELECT count(*) AS "electors", count(*) FILTER (WHERE "hasSent") AS "sent"
    FROM "sealed_elector" WHERE "boxId" = ${box}::uuid`;
  return { electors: Number(row?.electors ?? 0), sent: Number(row?.sent ?? 0) };
}

export async function senders(store: StoreHandle, box: BoxId): Promise<readonly PersonId[]> {
  const rows = await client(store).sealedElector.findMany({
    where: { boxId: box, hasSent: true },
    select: { personId: true },
  });
  return rows.map(({ personId }) => personId as PersonId);
}

/** Of one person: which of these subjects ask them for a paper, and whether they have sent it. */
export async function ownTicks(
  store: StoreHandle,
  person: PersonId,
  kind: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const rows = await client(store).$queryRaw<readonly { subjectId: string; hasSent: boolean }[]>`
    SELECT b."subjectId", e."hasSent" FROM "sealed_elector" e JOIN "sealed_box" b ON b."id" = e."boxId"
    WHERE e."personId" = ${person}::uuid AND b."subjectKind" = ${kind} AND b."subjectId" = ANY(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ subjectId, hasSent }) => [subjectId, hasSent]));
}
