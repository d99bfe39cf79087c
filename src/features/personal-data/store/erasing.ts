/**
 * What an erasure finds and takes away by the person's ids: what stands in the way, and what the features declare in
 * `erases`. The words of others in which the name stands are in texts.ts.
 */
import { client } from '../../../database/client.ts';
import { searchName, sortName } from '../../../i18n/names.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { HoldsPeople, MergeObstacle, PersonClash } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId, WorkspaceId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { ErasureObstacle, FoundObstacle } from '../types.ts';

/** What hinders two rows from becoming one and says nothing of whether something is still going on. */
const notRunning: readonly MergeObstacle[] = ['accounts', 'endorsements', 'movements'];

/** What is still going on, or has to be kept, of several people in one statement. `$1` their rows, `$2` today. */
export async function findObstacles(
  store: StoreHandle,
  holders: readonly HoldsPeople[],
  rows: readonly PersonId[],
  today: PlainDate,
): Promise<readonly (FoundObstacle & { readonly person: PersonId })[]> {
  const running = holders
    .flatMap(({ clashes }) => clashes)
    .filter(({ kind }) => !notRunning.includes(kind))
    .map(runningSql);
  const sql = [...running, movingSql, keptByRuleSql, postponedSql].join(' UNION ALL ');
  return client(store).$queryRawUnsafe<
    readonly { kind: ErasureObstacle; committee: CommitteeId | null; person: PersonId }[]
  >(
    `SELECT DISTINCT f."kind", f."committee", COALESCE(p."mergedInto", p."id") AS "person"
      FROM (${sql}) f JOIN "person" p ON p."id" = f."row" ORDER BY 1, 2, 3`,
    rows,
    today,
  );
}

function runningSql({ kind, table, column, isList, only = 'true', committee }: PersonClash): string {
  const who = isList ? 'listed."id"' : `t."${column}"`;
  const from = isList ? `"${table}" t CROSS JOIN LATERAL unnest(t."${column}") AS listed ("id")` : `"${table}" t`;
  return `SELECT '${kind}' AS "kind", ${committee ?? 'NULL'}::uuid AS "committee", ${who} AS "row" FROM ${from}
    WHERE ${who} = ANY ($1::uuid[]) AND ${only}`;
}

const movingSql = `SELECT 'movements', t."committeeId", t."personId" FROM "movement" t
  WHERE t."personId" = ANY ($1::uuid[]) AND (t."state" IN ('suggested', 'planned', 'sent-back')
    OR (t."state" = 'approved' AND EXISTS (SELECT 1 FROM "movement_leg" l
      WHERE l."movementId" = t."id" AND l."holds" AND COALESCE(l."endedOn", l."endsOn", l."startsOn") >= $2::text)))`;

/** RFC 8713: what a NomCom holds on nominees is kept to the end of its term. */
const keptByRuleSql = `SELECT 'kept-by-rule', p."committeeId", t."personId" FROM "nomination" t
  JOIN "plan" p ON p."id" = t."planId" JOIN "committee" c ON c."id" = p."committeeId"
  WHERE t."personId" = ANY ($1::uuid[]) AND c."profile" = 'nomcom' AND p."closedAt" IS NULL`;

/** Somebody recorded why it has to be kept, and until when (features/retention). */
const postponedSql = `SELECT 'postponed', t."committeeId", t."personId" FROM "retention_proposal" t
  WHERE t."personId" = ANY ($1::uuid[]) AND t."state" = 'postponed' AND t."liftedAt" IS NULL AND t."until" >= $2::text`;

/** Of several people: their own rows of the register and those merged into them. */
export async function rowsOf(
  store: StoreHandle,
  workspace: WorkspaceId,
  people: readonly PersonId[],
): Promise<readonly PersonId[]> {
  const rows = await client(store).person.findMany({
    where: { workspaceId: workspace, OR: [{ id: { in: [...people] } }, { mergedInto: { in: [...people] } }] },
    select: { id: true },
  });
  return rows.map(({ id }) => id as PersonId);
}

export async function lockPerson(tx: StoreHandle, rows: readonly PersonId[]): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "person" WHERE "id" = ANY (${[...rows]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

export async function isErased(store: StoreHandle, person: PersonId): Promise<boolean> {
  const row = await client(store).person.findUnique({ where: { id: person }, select: { erasedAt: true } });
  return row?.erasedAt != null;
}

/** Every way in which the person's name was ever written beside their id, the longest first. */
export async function namesOf(store: StoreHandle, rows: readonly PersonId[]): Promise<readonly string[]> {
  const found = await client(store).$queryRaw<readonly { name: string | null }[]>`
    SELECT p."fullName" AS "name" FROM "person" p WHERE p."id" = ANY (${[...rows]}::uuid[])
    UNION SELECT r."form" ->> 'fullName' FROM "person_revision" r WHERE r."personId" = ANY (${[...rows]}::uuid[])
    UNION SELECT m."displayName" FROM "member" m WHERE m."personId" = ANY (${[...rows]}::uuid[])
    UNION SELECT e."shown" ->> 'fullName' FROM "nominee_list_entry" e WHERE e."personId" = ANY (${[...rows]}::uuid[])
    UNION SELECT c."shown" ->> 'fullName' FROM "ballot_candidate" c WHERE c."personId" = ANY (${[...rows]}::uuid[])`;
  const names = found.flatMap(({ name }) => (name?.trim() ? [name.trim()] : []));
  return [...new Set(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Names that somebody else of the register bears too: in a text nobody can tell who is meant. */
export async function namesOfOthers(
  store: StoreHandle,
  workspace: WorkspaceId,
  rows: readonly PersonId[],
  names: readonly string[],
): Promise<readonly string[]> {
  const others = await client(store).person.findMany({
    where: { workspaceId: workspace, id: { notIn: [...rows] }, searchName: { in: names.map(searchName) } },
    select: { fullName: true },
  });
  const theirs = others.map(({ fullName }) => fullName.normalize('NFC').toLowerCase());
  return names.filter((name) => theirs.includes(name.normalize('NFC').toLowerCase()));
}

/** Everything that the features declare, in one statement; then the row of the register itself. */
export async function eraseDeclared(
  tx: StoreHandle,
  holders: readonly HoldsPeople[],
  rows: readonly PersonId[],
  by: { readonly placeholder: string; readonly now: Date },
): Promise<void> {
  const { placeholder, now } = by;
  const parts = holders
    .flatMap(({ erases = [] }) => erases)
    .map(({ table, where, set }, index) => {
      const act = set === null ? `DELETE FROM "${table}" t WHERE` : `UPDATE "${table}" t SET ${set} WHERE`;
      return `e${index} AS (${act} ${where})`;
    });
  await client(tx).$executeRaw`SELECT set_config('quorate.erasing', 'on', true)`;
  await client(tx).$executeRawUnsafe(`WITH ${parts.join(', ')} SELECT $1::uuid[], $2::text`, rows, placeholder);
  await client(tx).person.updateMany({
    where: { id: { in: [...rows] } },
    data: {
      ...{ fullName: placeholder, searchName: searchName(placeholder), sortName: sortName(placeholder) },
      ...{ birthMonth: null, sex: null, unit: null, partyPost: null, statePost: null, level: null },
      ...{ erasedAt: now, version: { increment: 1 }, changedAt: now, changedBy: null },
    },
  });
}
