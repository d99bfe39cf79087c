/** Reads the standing of a person in a committee. The only store whose reads take no Viewer: it makes them. */

import { client } from '../../database/client.ts';
import type { StoreHandle, ViaKind } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import type { Conflict, ConflictKind, DeclaredRelation, RecusalRow, Role, Viewer } from './types.ts';

export interface Standing {
  readonly committeeExists: boolean;
  readonly confirmed: boolean;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  readonly recusedFrom: readonly PersonId[];
  /** Rows of the register that were merged into the person's own: what is recorded of them is of the person. */
  readonly formerSelves: readonly PersonId[];
}

/** One statement for one committee or for twenty; one of another workspace is as if it did not exist. */
export async function standingsOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  committees: readonly CommitteeId[],
  person: PersonId | null,
  now: Date,
): Promise<ReadonlyMap<CommitteeId, Standing>> {
  if (committees.length === 0) return new Map();
  const rows = await client(store).$queryRaw<
    readonly {
      id: CommitteeId;
      confirmed: boolean;
      memberships: readonly { roles: Role[]; votes: boolean }[];
      recusedFrom: PersonId[];
      formerSelves: PersonId[];
    }[]
  >`
    SELECT c."id", c."confirmedAt" IS NOT NULL AS "confirmed",
      COALESCE((
        SELECT jsonb_agg(jsonb_build_object('roles', m."roles", 'votes', m."votes") ORDER BY m."validFrom", m."id")
        FROM "membership" m
        WHERE m."committeeId" = c."id" AND m."personId" = ${person}::uuid
          AND m."validFrom" <= ${now} AND (m."validTo" IS NULL OR m."validTo" > ${now})
      ), '[]') AS "memberships",
      ARRAY(
        SELECT r."nomineeId" FROM "recusal" r
        WHERE r."committeeId" = c."id" AND r."personId" = ${person}::uuid AND r."liftedAt" IS NULL
        UNION SELECT former."id" FROM "recusal" r JOIN "person" former ON former."mergedInto" = r."nomineeId"
        WHERE r."committeeId" = c."id" AND r."personId" = ${person}::uuid AND r."liftedAt" IS NULL
      ) AS "recusedFrom",
      ARRAY(SELECT former."id" FROM "person" former WHERE former."mergedInto" = ${person}::uuid) AS "formerSelves"
    FROM "committee" c
    WHERE c."workspaceId" = ${workspace}::uuid AND c."id" = ANY (${[...committees]}::uuid[])`;
  return new Map(
    rows.map(({ id, confirmed, memberships, recusedFrom, formerSelves }) => [
      id,
      {
        committeeExists: true,
        confirmed,
        roles: memberships.flatMap(({ roles }) => roles),
        votes: memberships.some(({ votes }) => votes),
        recusedFrom,
        formerSelves,
      },
    ]),
  );
}

const nobody: Standing = {
  committeeExists: false,
  confirmed: false,
  roles: [],
  votes: false,
  recusedFrom: [],
  formerSelves: [],
};

export async function standingOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  committee: CommitteeId,
  person: PersonId | null,
  now: Date,
): Promise<Standing> {
  return (await standingsOf(store, workspace, [committee], person, now)).get(committee) ?? nobody;
}

/** Declaring twice is once. */
export async function insertRecusal(
  store: StoreHandle,
  recusal: RecusalRow & { readonly committee: CommitteeId },
): Promise<boolean> {
  const { committee, person, nominee, kind, declaredAt, recordedBy, via } = recusal;
  const columns = { viaKind: via?.kind ?? null, viaReference: via?.reference ?? null, viaDated: via?.dated ?? null };
  const row = { committeeId: committee, personId: person, nomineeId: nominee, kind, declaredAt, recordedBy };
  const { count } = await client(store).recusal.createMany({
    data: [{ id: newId(), ...row, ...columns }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** False: there is none that stands. */
export async function liftRecusal(
  store: StoreHandle,
  recusal: { committee: CommitteeId; person: PersonId; nominee: PersonId },
  lifting: { at: Date; by: PersonId | null; reason: string },
): Promise<boolean> {
  const { count } = await client(store).recusal.updateMany({
    where: {
      ...{ committeeId: recusal.committee, personId: recusal.person, nomineeId: recusal.nominee, liftedAt: null },
    },
    data: { liftedAt: lifting.at, liftedBy: lifting.by, liftReason: lifting.reason },
  });
  return count === 1;
}

/** Who is recused from which nominee now, the newest last; cases closed to the viewer are left out. */
export async function recusalsOf(store: StoreHandle, viewer: Viewer): Promise<readonly RecusalRow[]> {
  const rows = await client(store).recusal.findMany({
    where: { committeeId: viewer.committee, liftedAt: null, nomineeId: { notIn: [...viewer.hiddenNominees] } },
    orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => ({
    person: row.personId as PersonId,
    nominee: row.nomineeId as PersonId,
    kind: row.kind as ConflictKind,
    declaredAt: row.declaredAt,
    recordedBy: row.recordedBy as PersonId | null,
    via:
      row.viaKind === null ? null : { kind: row.viaKind as ViaKind, reference: row.viaReference, dated: row.viaDated },
  }));
}

/** "committee person nominee" of every recusal that stands, merged entries of the register as the nominee they became too. */
export async function recusedIn(
  store: StoreHandle,
  workspace: WorkspaceId,
  committees: readonly CommitteeId[],
): Promise<ReadonlySet<string>> {
  if (committees.length === 0) return new Set();
  const rows = await client(store).$queryRaw<readonly { committeeId: string; personId: string; nomineeId: string }[]>`
    SELECT r."committeeId", r."personId", n."id" AS "nomineeId"
    FROM "recusal" r JOIN "committee" c ON c."id" = r."committeeId"
      JOIN "person" n ON n."id" = r."nomineeId" OR n."mergedInto" = r."nomineeId"
    WHERE c."workspaceId" = ${workspace}::uuid AND c."id" = ANY (${[...committees]}::uuid[]) AND r."liftedAt" IS NULL`;
  return new Set(rows.map(({ committeeId, personId, nomineeId }) => `${committeeId} ${personId} ${nomineeId}`));
}

/** Everybody who was ever recused from this nominee's case, the oldest first. None for a case that is closed to the viewer. */
export async function recusalsEver(store: StoreHandle, viewer: Viewer, nominee: PersonId) {
  if (viewer.hiddenNominees.includes(nominee)) return [];
  const rows = await client(store).recusal.findMany({
    where: { committeeId: viewer.committee, nomineeId: nominee },
    select: { personId: true, declaredAt: true, liftedAt: true, recordedBy: true },
    orderBy: { declaredAt: 'asc' },
  });
  return rows.map(({ personId, declaredAt, liftedAt, recordedBy }) => ({
    ...{ person: personId as PersonId, from: declaredAt, to: liftedAt, isRecorded: recordedBy !== null },
  }));
}

/** Possible conflicts that somebody has decided, whichever way. */
export async function rulingsOf(store: StoreHandle, viewer: Viewer): Promise<readonly Conflict[]> {
  const rows = await client(store).conflictRuling.findMany({
    where: { committeeId: viewer.committee, nomineeId: { notIn: [...viewer.hiddenNominees] } },
    select: { personId: true, nomineeId: true, kind: true },
  });
  return rows.map(({ personId, nomineeId, kind }) => ({
    person: personId as PersonId,
    nominee: nomineeId as PersonId,
    kind: kind as ConflictKind,
  }));
}

/** How many of these nobody had decided before. */
export async function insertRulings(
  tx: StoreHandle,
  committee: CommitteeId,
  conflicts: readonly Conflict[],
  ruled: { ruling: 'pinned' | 'dismissed'; reason: string | null; at: Date; by: PersonId },
): Promise<number> {
  const { ruling, reason, at, by } = ruled;
  const { count } = await client(tx).conflictRuling.createMany({
    data: conflicts.map(({ person, nominee, kind }) => ({
      ...{ id: newId(), committeeId: committee, personId: person, nomineeId: nominee, kind },
      ...{ ruling, reason, ruledAt: at, ruledBy: by },
    })),
    skipDuplicates: true,
  });
  return count;
}

/** Saying it twice is once. */
export async function insertRelation(
  tx: StoreHandle,
  committee: CommitteeId,
  relation: DeclaredRelation & { readonly declaredAt: Date; readonly recordedBy: PersonId | null },
): Promise<boolean> {
  const { person, ...rest } = relation;
  const { count } = await client(tx).declaredRelation.createMany({
    data: [{ id: newId(), committeeId: committee, personId: person, ...rest }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** In the order in which they were said; one that bears the name of a case closed to the viewer is left out. */
export async function relationsOf(store: StoreHandle, viewer: Viewer): Promise<readonly DeclaredRelation[]> {
  const closed = await client(store).person.findMany({
    where: { id: { in: [...viewer.hiddenNominees] } },
    select: { searchName: true },
  });
  const rows = await client(store).declaredRelation.findMany({
    where: { committeeId: viewer.committee, searchName: { notIn: closed.map(({ searchName }) => searchName) } },
    orderBy: [{ declaredAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ personId, fullName, searchName, kind }) => ({
    ...{ fullName, searchName },
    person: personId as PersonId,
    kind: kind as ConflictKind,
  }));
}

/**
 * Frozen lists on which nobody stands but nominees whose case is closed to the viewer, the rounds on them, who leads such
 * a case, movements of these people, votes in which such a nominee stands (but one that the viewer prepared or is asked
 * in), and the dates of all these: what is said of them says that there is a case.
 */
export async function closedSubjects(store: StoreHandle, viewer: Viewer): Promise<readonly string[]> {
  if (viewer.hiddenNominees.length === 0) return [];
  const rows = await client(store).$queryRaw<readonly { id: string }[]>`
    WITH "closed_list" AS (
      SELECT l."id" FROM "nominee_list" l
      WHERE l."committeeId" = ${viewer.committee}::uuid AND NOT EXISTS (
        SELECT 1 FROM "nominee_list_entry" e
        WHERE e."listId" = l."id" AND e."personId" <> ALL (${[...viewer.hiddenNominees]}::uuid[]))
    ), "closed_round" AS (
      SELECT r."id" FROM "review_round" r JOIN "closed_list" l ON l."id" = r."listId"
    ), "closed_lead" AS (
      SELECT l."id" FROM "review_lead" l
      WHERE l."committeeId" = ${viewer.committee}::uuid AND l."nomineeId" = ANY (${[...viewer.hiddenNominees]}::uuid[])
    ), "closed_vote" AS (
      SELECT v."id" FROM "ballot_round" v
      WHERE v."committeeId" = ${viewer.committee}::uuid AND v."createdBy" IS DISTINCT FROM ${viewer.person}::uuid
        AND EXISTS (
          SELECT 1 FROM "ballot_candidate" c
          WHERE c."roundId" = v."id" AND c."personId" = ANY (${[...viewer.hiddenNominees]}::uuid[]))
        AND NOT EXISTS (
          SELECT 1 FROM "ballot_elector" e
          WHERE e."roundId" = v."id" AND e."personId" = ${viewer.person}::uuid AND NOT e."isRecused")
    ), "closed" AS (
      SELECT "id" FROM "closed_list" UNION ALL SELECT "id" FROM "closed_round" UNION ALL SELECT "id" FROM "closed_lead"
      UNION ALL SELECT "id" FROM "closed_vote"
      UNION ALL
      SELECT m."id" FROM "movement" m
      WHERE m."committeeId" = ${viewer.committee}::uuid AND m."personId" = ANY (${[...viewer.hiddenNominees]}::uuid[])
    )
    SELECT "id" FROM "closed"
    UNION ALL SELECT d."id" FROM "deadline" d JOIN "closed" c ON c."id" = d."subjectId"`;
  return rows.map(({ id }) => id);
}

/** A recusal that stands is never lost: where both stand, one is left with the row that goes, and closed all the same. */
export const accessHoldsPeople: HoldsPeople = {
  moves: [
    { table: 'recusal', column: 'personId', once: { same: ['committeeId', 'nomineeId'], until: 'liftedAt' } },
    { table: 'recusal', column: 'nomineeId', once: { same: ['committeeId', 'personId'], until: 'liftedAt' } },
    { table: 'conflict_ruling', column: 'personId', once: { same: ['committeeId', 'nomineeId', 'kind'] } },
    { table: 'conflict_ruling', column: 'nomineeId', once: { same: ['committeeId', 'personId', 'kind'] } },
    { table: 'declared_relation', column: 'personId', once: { same: ['committeeId', 'searchName', 'kind'] } },
  ],
  clashes: [],
  stays: {
    'recusal.recordedBy': 'who did it then',
    'recusal.liftedBy': 'who did it then',
    'conflict_ruling.ruledBy': 'who did it then',
    'declared_relation.recordedBy': 'who did it then',
  },
  erases: [
    { table: 'declared_relation', where: 't."personId" = ANY ($1::uuid[])', set: null },
    {
      table: 'recusal',
      where: '(t."personId" = ANY ($1::uuid[]) OR t."nomineeId" = ANY ($1::uuid[]))',
      set: `"liftReason" = NULL`,
    },
    {
      table: 'conflict_ruling',
      where: '(t."personId" = ANY ($1::uuid[]) OR t."nomineeId" = ANY ($1::uuid[]))',
      set: `"reason" = NULL`,
    },
  ],
  told: {
    statements: ['recusal.personId', 'declared_relation.personId'],
    recorded: ['recusal.recordedBy', 'recusal.liftedBy', 'conflict_ruling.ruledBy', 'declared_relation.recordedBy'],
    case: ['recusal.nomineeId', 'conflict_ruling.nomineeId'],
    others: ['conflict_ruling.personId'],
  },
};
