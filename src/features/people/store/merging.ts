/** Two rows of the register become one: what stands in the way, what moves, and the row that is left as a pointer. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { HeldKind, HoldsPeople, MergeObstacle, PersonClash, PersonColumn } from '../../../kernel/held-people.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { MergePair } from '../types.ts';

export const registerHoldsPeople: HoldsPeople = {
  moves: [
    { table: 'person', column: 'mergedInto' },
    {
      table: 'discipline',
      column: 'personId',
      once: { same: ['kind', 'decidedOn'], until: 'replacedAt' },
      shownAs: 'measures',
    },
  ],
  clashes: [],
  keeps: [
    { kind: 'register', table: 'person', column: 'id', at: 'COALESCE(t."changedAt", t."createdAt")', committee: null },
  ],
  stays: {
    'person.changedBy': 'who did it then',
    'person_revision.personId': 'what the row said that goes',
    'person_revision.replacedBy': 'who did it then',
  },
  erases: [
    { table: 'discipline', where: 't."personId" = ANY ($1::uuid[])', set: null },
    { table: 'person_revision', where: 't."personId" = ANY ($1::uuid[])', set: null },
  ],
  told: {
    register: ['discipline.personId', 'person_revision.personId', 'person.mergedInto'],
    recorded: ['person.changedBy', 'person_revision.replacedBy'],
  },
};

export interface FoundObstacle {
  readonly kind: MergeObstacle;
  readonly committee: CommitteeId | null;
}

export interface FoundHold {
  readonly kind: HeldKind;
  readonly committee: CommitteeId | null;
  readonly count: number;
}

/** Whoever writes a row about one of the two waits from here on until the transaction ends (guards/people.sql). */
export async function lockPair(tx: StoreHandle, pair: MergePair): Promise<void> {
  await client(tx).$queryRaw`
    SELECT 1 FROM "person" WHERE "id" = ANY (${[pair.stays, pair.goes]}::uuid[]) ORDER BY "id" FOR UPDATE`;
}

/** Neither has been merged into another, in these versions. */
export async function isCurrentPair(tx: StoreHandle, pair: MergePair, versions: string): Promise<boolean> {
  const rows = await client(tx).person.findMany({
    where: { id: { in: [pair.stays, pair.goes] }, mergedInto: null },
    select: { id: true, version: true },
  });
  const versionOf = (id: PersonId) => rows.find((row) => row.id === id)?.version;
  return versions === `${versionOf(pair.stays)}.${versionOf(pair.goes)}`;
}

/** In one statement, however many tables there are. */
export async function findObstacles(
  store: StoreHandle,
  holders: readonly HoldsPeople[],
  pair: MergePair,
): Promise<readonly FoundObstacle[]> {
  const parts = holders.flatMap(({ clashes }) => clashes).map(obstacleSql);
  const sql = parts.join(' UNION ');
  return client(store).$queryRawUnsafe(`${sql} ORDER BY 1, 2`, pair.stays, pair.goes);
}

function obstacleSql(clash: PersonClash): string {
  const { kind, table, column, isList, same, only = 'true', committee } = clash;
  const select = `SELECT '${kind}' AS "kind", ${committee ?? 'NULL'}::uuid AS "committee" FROM "${table}" t`;
  if (isList) return `${select} WHERE t."${column}" @> ARRAY[$1::uuid, $2::uuid] AND ${only}`;
  if (!same) return `${select} WHERE t."${column}" = $2::uuid AND ${only}`;
  return `${select} WHERE t."${column}" = $2::uuid AND ${only} AND EXISTS (
    SELECT 1 FROM "${table}" k WHERE k."${column}" = $1::uuid AND ${equal(same)} AND ${ofOther(only)})`;
}

/** What hangs on the row that goes and would follow, by kind and committee. */
export async function countHeld(
  store: StoreHandle,
  holders: readonly HoldsPeople[],
  pair: MergePair,
): Promise<readonly FoundHold[]> {
  const parts = holders
    .flatMap(({ moves }) => moves)
    .filter(({ shownAs }) => shownAs !== undefined)
    .map(
      (move) => `SELECT '${move.shownAs}' AS "kind", ${move.committee ?? 'NULL'}::uuid AS "committee"
        FROM "${move.table}" t WHERE ${followsSql(move)}`,
    );
  const rows = await client(store).$queryRawUnsafe<readonly (Omit<FoundHold, 'count'> & { count: bigint })[]>(
    `SELECT "kind", "committee", count(*) AS "count" FROM (${parts.join(' UNION ALL ')}) held
     GROUP BY 1, 2 ORDER BY 1, 2`,
    pair.stays,
    pair.goes,
  );
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Everything that follows the person, table by table in the order in which the features name them. */
export async function moveHeld(tx: StoreHandle, holders: readonly HoldsPeople[], pair: MergePair): Promise<void> {
  for (const move of holders.flatMap(({ moves }) => moves)) {
    const sql = `UPDATE "${move.table}" t SET "${move.column}" = ${nextSql(move)} WHERE ${followsSql(move)}`;
    await client(tx).$executeRawUnsafe(sql, pair.stays, pair.goes);
  }
}

/** $1 stays, $2 goes. */
function nextSql({ column, isList, isJson }: PersonColumn): string {
  if (isJson) return `replace(t."${column}"::text, $2::uuid::text, $1::uuid::text)::jsonb`;
  return isList ? `array_replace(t."${column}", $2::uuid, $1::uuid)` : '$1::uuid';
}

function followsSql({ table, column, isList, isJson, only = 'true', once }: PersonColumn): string {
  const inJson = `t."${column}"::text LIKE '%' || $2::uuid::text || '%'`;
  const named = isJson ? inJson : isList ? `t."${column}" @> ARRAY[$2::uuid]` : `t."${column}" = $2::uuid`;
  // The parameter is named in every statement, so that PostgreSQL knows its type.
  if (!once) return `$1::uuid IS NOT NULL AND ${named} AND ${only}`;
  const counts = once.until ? `t."${once.until}" IS NULL` : 'true';
  return `${named} AND ${only} AND NOT (${counts} AND EXISTS (
    SELECT 1 FROM "${table}" k WHERE k."${column}" = $1::uuid AND ${equal(once.same)} AND ${ofOther(counts)}))`;
}

function equal(columns: readonly string[]): string {
  return columns.map((column) => `k."${column}" IS NOT DISTINCT FROM t."${column}"`).join(' AND ');
}

/** The same condition about the row of the one that stays. */
function ofOther(condition: string): string {
  return condition.replace(/\bt\."/gu, 'k."');
}

export async function pointTo(tx: StoreHandle, pair: MergePair): Promise<void> {
  await client(tx).person.update({ where: { id: pair.goes }, data: { mergedInto: pair.stays } });
}
