/** Who was asked, and the named papers. The paper that counts is the one not superseded. */
import { client } from '../../../database/client.ts';
import type { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { newId, type PersonId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import type { BallotPaperId, BallotRound, BallotRoundId, CastPaper, Elector, PaperMarks } from '../types/round.ts';

export async function insertElectors(
  tx: StoreHandle,
  round: BallotRoundId,
  electors: readonly { readonly person: PersonId; readonly isRecused: boolean }[],
): Promise<void> {
  await client(tx).ballotElector.createMany({
    data: electors.map(({ person, isRecused }, place) => ({ roundId: round, personId: person, place, isRecused })),
  });
}

/** Taken back before anybody was told: the round is as if it had never been opened. */
export async function dropElectors(tx: StoreHandle, round: BallotRoundId): Promise<void> {
  await client(tx).ballotElector.deleteMany({ where: { roundId: round } });
}

/** In protocol order as it was at the opening. The caller has let the viewer in. */
export async function electorsOf(
  store: StoreHandle,
  viewer: Viewer,
  round: BallotRoundId,
): Promise<readonly Elector[]> {
  return (await electorsIn(store, viewer, [round])).get(round) ?? [];
}

/** Of several rounds, in one statement. */
export async function electorsIn(
  store: StoreHandle,
  eyes: Eyes,
  rounds: readonly BallotRoundId[],
): Promise<ReadonlyMap<BallotRoundId, readonly Elector[]>> {
  const rows = await client(store).$queryRaw<readonly ElectorRow[]>`
    SELECT e."roundId", e."personId", who."fullName", e."isRecused",
      EXISTS (SELECT 1 FROM "member" m WHERE m."personId" = who."id" AND m."isActive") AS "hasAccount",
      EXISTS (SELECT 1 FROM "ballot_paper" b WHERE b."roundId" = e."roundId" AND b."personId" = e."personId"
        AND b."supersededAt" IS NULL) AS "hasVoted",
      p."holderId" AS "proxyId", holder."fullName" AS "proxyName"
    FROM "ballot_elector" e
      JOIN "ballot_round" r ON r."id" = e."roundId"
      JOIN "person" who ON who."id" = e."personId"
      LEFT JOIN "ballot_proxy" p ON p."roundId" = e."roundId" AND p."personId" = e."personId" AND p."endedAt" IS NULL
      LEFT JOIN "person" holder ON holder."id" = p."holderId"
    WHERE e."roundId" = ANY (${[...rounds]}::uuid[]) AND r."committeeId" = ANY (${committeesIn(eyes)}::uuid[])
    ORDER BY e."place"`;
  const found = new Map<BallotRoundId, Elector[]>();
  for (const { roundId, personId, proxyId, proxyName, ...rest } of rows) {
    const proxy = proxyId && proxyName ? { person: proxyId, fullName: proxyName } : null;
    found.set(roundId, [...(found.get(roundId) ?? []), { person: personId, ...rest, proxy }]);
  }
  return found;
}

interface ElectorRow extends Pick<Elector, 'fullName' | 'hasAccount' | 'isRecused' | 'hasVoted'> {
  readonly roundId: BallotRoundId;
  readonly personId: PersonId;
  readonly proxyId: PersonId | null;
  readonly proxyName: string | null;
}

/**
 * Whether the round asks this person, as it was frozen: null when not. Holds their place until the transaction ends, so
 * that two devices of one person come one after the other.
 */
export async function holdElector(
  tx: StoreHandle,
  round: BallotRoundId,
  person: PersonId,
): Promise<{ readonly isRecused: boolean } | null> {
  const [row] = await client(tx).$queryRaw<readonly { isRecused: boolean }[]>`
    SELECT "isRecused" FROM "ballot_elector" WHERE "roundId" = ${round}::uuid AND "personId" = ${person}::uuid
    FOR NO KEY UPDATE`;
  return row ?? null;
}

/** Of these rounds those that ask this person, with whether they have voted. */
export async function askedIn(
  store: StoreHandle,
  person: PersonId,
  rounds: readonly BallotRoundId[],
): Promise<ReadonlyMap<BallotRoundId, boolean>> {
  if (rounds.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly { roundId: BallotRoundId; hasVoted: boolean }[]>`
    SELECT e."roundId", EXISTS (SELECT 1 FROM "ballot_paper" b WHERE b."roundId" = e."roundId"
      AND b."personId" = e."personId" AND b."supersededAt" IS NULL) AS "hasVoted"
    FROM "ballot_elector" e
    WHERE e."personId" = ${person}::uuid AND e."roundId" = ANY(${[...rounds]}::uuid[]) AND NOT e."isRecused"`;
  return new Map(rows.map(({ roundId, hasVoted }) => [roundId, hasVoted]));
}

/** How many papers count now. */
export async function handedIn(store: StoreHandle, round: BallotRoundId): Promise<number> {
  return client(store).ballotPaper.count({ where: { roundId: round, supersededAt: null } });
}

/** The papers that count. To be counted, never shown to anybody but their own elector. */
export async function standingPapers(
  store: StoreHandle,
  viewer: Viewer,
  round: BallotRoundId,
  of: PersonId | null = null,
): Promise<readonly CastPaper[]> {
  const rows = await client(store).ballotPaper.findMany({
    where: {
      ...{ roundId: round, round: { committeeId: viewer.committee }, supersededAt: null },
      ...(of === null ? {} : { personId: of }),
    },
    orderBy: { personId: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id as BallotPaperId,
    person: row.personId as PersonId,
    version: row.version,
    marks: row.marks as unknown as PaperMarks,
    castAt: row.castAt,
    proxy: row.handedInBy as PersonId | null,
    recordedBy: row.recordedBy as PersonId | null,
    via: row.viaKind ? { kind: row.viaKind as ViaKind, reference: row.viaReference, dated: row.viaDated } : null,
  }));
}

/**
 * The elector's place is held. Returns the new paper's version; from the second on it took the place of another. One
 * statement: the earlier paper is superseded before the new one is put in, because the new one reads its version there.
 */
export async function putPaper(
  tx: StoreHandle,
  paper: {
    readonly round: BallotRoundId;
    readonly person: PersonId;
    readonly marks: PaperMarks;
    /** Who hands it in for them; null: they themselves. */
    readonly proxy: PersonId | null;
    readonly recordedBy: PersonId | null;
    readonly via: Via | null;
  },
  now: Date,
): Promise<{ readonly id: BallotPaperId; readonly version: number; readonly before: Date | null }> {
  const { round, person, marks, proxy, recordedBy, via } = paper;
  const id = newId<BallotPaperId>();
  const [row] = await client(tx).$queryRaw<readonly { version: number; before: Date | null }[]>`
    WITH before AS (
      UPDATE "ballot_paper" SET "supersededAt" = ${now}
      WHERE "roundId" = ${round}::uuid AND "personId" = ${person}::uuid AND "supersededAt" IS NULL
      RETURNING "version", "castAt"
    )
    INSERT INTO "ballot_paper" ("id", "roundId", "personId", "version", "marks", "castAt", "handedInBy",
      "recordedBy", "viaKind", "viaReference", "viaDated")
    SELECT ${id}::uuid, ${round}::uuid, ${person}::uuid, coalesce((SELECT "version" FROM before), 0) + 1,
      ${JSON.stringify(marks)}::jsonb, ${now}, ${proxy}::uuid, ${recordedBy}::uuid,
      ${via?.kind ?? null}, ${via?.reference ?? null}, ${via?.dated ?? null}
    RETURNING "version", (SELECT "castAt" FROM before) AS "before"`;
  if (!row) throw new TypeError('a paper that was put in is there');
  return { id, ...row };
}

/** Papers whose electors' cards do not tell of them yet. */
export async function unshownPapers(tx: StoreHandle, round: BallotRoundId): Promise<readonly BallotPaperId[]> {
  const rows = await client(tx).ballotPaper.findMany({
    where: { roundId: round, isShown: false },
    select: { id: true },
  });
  return rows.map(({ id }) => id as BallotPaperId);
}

/** Returns whose papers these are, and who handed them in for them, with their zones; those that somebody else is marking at this moment are left to them. */
export async function markShown(
  tx: StoreHandle,
  ids: readonly BallotPaperId[],
): Promise<readonly { readonly person: PersonId; readonly zone: string | null }[]> {
  return client(tx).$queryRaw<readonly { person: PersonId; zone: string | null }[]>`
    WITH taken AS (
      SELECT "id" FROM "ballot_paper" WHERE "id" = ANY(${[...ids]}::uuid[]) AND NOT "isShown"
      FOR NO KEY UPDATE SKIP LOCKED
    ), shown AS (
      UPDATE "ballot_paper" b SET "isShown" = true FROM taken WHERE b."id" = taken."id"
        RETURNING b."personId", b."handedInBy"
    ), told AS (
      SELECT "personId" FROM shown UNION SELECT "handedInBy" FROM shown WHERE "handedInBy" IS NOT NULL
    )
    SELECT DISTINCT ON (s."personId") s."personId" AS "person", m."zone"
    FROM told s LEFT JOIN "member" m ON m."personId" = s."personId" AND m."isActive"
    ORDER BY s."personId", m."id"`;
}

/** What the tellers have entered, each alone: the count of each that stands. */
export async function countsOf(
  store: StoreHandle,
  viewer: Viewer,
  round: BallotRoundId,
): Promise<ReadonlyMap<PersonId, BallotRound['tallies']>> {
  const rows = await client(store).ballotCount.findMany({
    where: { roundId: round, round: { committeeId: viewer.committee }, supersededAt: null },
  });
  return new Map(rows.map((row) => [row.tellerId as PersonId, row.numbers as unknown as BallotRound['tallies']]));
}

/** The round is held. A recount stands in place of the teller's earlier one, which is kept. */
export async function putCount(
  tx: StoreHandle,
  count: { readonly round: BallotRoundId; readonly teller: PersonId; readonly tallies: BallotRound['tallies'] },
  now: Date,
): Promise<void> {
  const { round, teller, tallies } = count;
  await client(tx).ballotCount.updateMany({
    where: { roundId: round, tellerId: teller, supersededAt: null },
    data: { supersededAt: now },
  });
  await client(tx).ballotCount.create({
    data: {
      ...{ id: newId(), roundId: round, tellerId: teller, countedAt: now },
      numbers: tallies as unknown as Prisma.InputJsonArray,
    },
    select: { id: true },
  });
}
