/** Reads the standing of a person in a committee. The only store whose reads take no Viewer: it makes them. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../kernel/ids.ts';
import { newId } from '../../kernel/ids.ts';
import type { Role, Viewer } from './types.ts';

export interface Standing {
  readonly committeeExists: boolean;
  readonly confirmed: boolean;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  readonly hiddenNominees: readonly PersonId[];
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
      ) AS "recusedFrom"
    FROM "committee" c
    WHERE c."workspaceId" = ${workspace}::uuid AND c."id" = ANY (${[...committees]}::uuid[])`;
  return new Map(
    rows.map(({ id, confirmed, memberships, recusedFrom }) => [
      id,
      {
        committeeExists: true,
        confirmed,
        roles: memberships.flatMap(({ roles }) => roles),
        votes: memberships.some(({ votes }) => votes),
        hiddenNominees: recusedFrom,
      },
    ]),
  );
}

const nobody: Standing = { committeeExists: false, confirmed: false, roles: [], votes: false, hiddenNominees: [] };

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
  recusal: {
    committee: CommitteeId;
    person: PersonId;
    nominee: PersonId;
    declaredAt: Date;
    recordedBy: PersonId | null;
  },
): Promise<boolean> {
  const { committee, person, nominee, declaredAt, recordedBy } = recusal;
  const { count } = await client(store).recusal.createMany({
    data: [{ id: newId(), committeeId: committee, personId: person, nomineeId: nominee, declaredAt, recordedBy }],
    skipDuplicates: true,
  });
  return count === 1;
}

/** Who is recused from which nominee, for those who keep the list (the committee secretary). */
export async function recusalsOf(
  store: StoreHandle,
  committee: CommitteeId,
): Promise<readonly { person: PersonId; nominee: PersonId }[]> {
  const rows = await client(store).recusal.findMany({
    where: { committeeId: committee, liftedAt: null },
    select: { personId: true, nomineeId: true },
  });
  return rows.map((row) => ({ person: row.personId as PersonId, nominee: row.nomineeId as PersonId }));
}

/**
 * Frozen lists on which nobody stands but nominees whose case is closed to the viewer, the rounds on them and the dates
 * of those: what is said of them says that there is a case.
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
    )
    SELECT "id" FROM "closed_list" UNION ALL SELECT "id" FROM "closed_round"
    UNION ALL SELECT d."id" FROM "deadline" d JOIN "closed_round" r ON r."id" = d."subjectId"
    WHERE d."subjectKind" = 'review-round'`;
  return rows.map(({ id }) => id);
}
