/**
 * Where a name stands in words that people typed, in any table: found from the database's own list of columns, so that a
 * table added later is searched without anybody remembering it. Rows of other workspaces are never touched: the way from
 * a table to its workspace is read from the foreign keys.
 */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { WorkspaceId } from '../../../kernel/ids.ts';

/** The log holds no names (audit/record.ts refuses them) and cannot be changed; people and accounts are erased by id. */
const notSearched = ['event', 'event_salt', 'event_unsealed', 'seal', 'verified_head', 'person', 'member', 'request'];

interface Column {
  readonly table: string;
  readonly column: string;
  readonly isJson: boolean;
}
interface Key {
  readonly table: string;
  readonly parent: string;
  readonly columns: readonly string[];
  readonly parentColumns: readonly string[];
}
interface Hit {
  readonly table: string;
  readonly row: string;
  readonly texts: Readonly<Record<string, string | null>>;
}

/** `replaced` says what a text with one of the names says from now on. Returns in how many rows. */
export async function replaceInTexts(
  tx: StoreHandle,
  workspace: WorkspaceId,
  names: readonly string[],
  replaced: (text: string) => string,
): Promise<number> {
  if (names.length === 0) return 0;
  const { columns, scopes } = await searchedTables(tx);
  const parts = [...scopes].map(([table, scope]) => findSql(table, columns, scope));
  const hits = await client(tx).$queryRawUnsafe<readonly Hit[]>(
    parts.join(' UNION ALL '),
    names.flatMap(patternsOf),
    workspace,
  );
  let count = 0;
  for (const { table, row, texts } of hits) {
    const changed = Object.entries(texts).flatMap(([column, text]) => {
      const next = text === null ? null : replaced(text);
      return next === null || next === text ? [] : [{ column, next }];
    });
    if (changed.length === 0) continue;
    const isJson = (name: string) => columns.some((one) => one.table === table && one.column === name && one.isJson);
    const sets = changed.map(({ column }, at) => `"${column}" = $${at + 2}::text${isJson(column) ? '::jsonb' : ''}`);
    const values = changed.map(({ next }) => next);
    await client(tx).$executeRawUnsafe(
      `UPDATE "${table}" SET ${sets.join(', ')} WHERE ctid = $1::text::tid`,
      row,
      ...values,
    );
    count += 1;
  }
  return count;
}

/** Tables with words whose rows no foreign key leads to a workspace: a test holds that there are none. */
export async function tablesOutOfReach(store: StoreHandle): Promise<readonly string[]> {
  const { columns, scopes } = await searchedTables(store);
  return [...new Set(columns.map(({ table }) => table))].filter((table) => !scopes.has(table)).sort();
}

async function searchedTables(store: StoreHandle) {
  const columns = await client(store).$queryRaw<readonly Column[]>`
    SELECT c.table_name AS "table", c.column_name AS "column", c.udt_name = 'jsonb' AS "isJson"
    FROM information_schema.columns c JOIN information_schema.tables b USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND b.table_type = 'BASE TABLE' AND c.udt_name IN ('text', 'varchar', 'jsonb')
      AND c.table_name <> ALL (${notSearched}) AND c.table_name !~ '^_' ORDER BY 1, 2`;
  const owned = await client(store).$queryRaw<readonly Omit<Column, 'isJson'>[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
    WHERE c.table_schema = 'public' AND c.column_name IN ('workspaceId', 'committeeId') ORDER BY 1, 2 DESC`;
  const keys = await client(store).$queryRaw<readonly Key[]>`
    SELECT child.relname AS "table", parent.relname AS "parent",
      array_agg(a.attname::text ORDER BY pair.at) AS "columns",
      array_agg(b.attname::text ORDER BY pair.at) AS "parentColumns"
    FROM pg_constraint k JOIN pg_class child ON child.oid = k.conrelid JOIN pg_class parent ON parent.oid = k.confrelid
    CROSS JOIN unnest(k.conkey, k.confkey) WITH ORDINALITY AS pair ("own", "theirs", "at")
    JOIN pg_attribute a ON a.attrelid = child.oid AND a.attnum = pair."own"
    JOIN pg_attribute b ON b.attrelid = parent.oid AND b.attnum = pair."theirs"
    WHERE k.contype = 'f' GROUP BY k.conname, child.relname, parent.relname ORDER BY 1, k.conname`;
  const tables = new Set(columns.map(({ table }) => table));
  const scopes = new Map(
    [...tables].flatMap((table) => {
      const scope = scopeOf(table, 't', owned, keys, []);
      return scope === null ? [] : [[table, scope] as const];
    }),
  );
  return { columns, scopes };
}

/** SQL: this row is of workspace `$2`. Null: no way leads there. */
function scopeOf(
  table: string,
  alias: string,
  owned: readonly Omit<Column, 'isJson'>[],
  keys: readonly Key[],
  passed: readonly string[],
): string | null {
  if (table === 'workspace') return `${alias}."id" = $2::uuid`;
  const own = owned.filter((one) => one.table === table).map(({ column }) => column);
  if (own.includes('workspaceId')) return `${alias}."workspaceId" = $2::uuid`;
  if (own.includes('committeeId')) {
    return `${alias}."committeeId" IN (SELECT "id" FROM "committee" WHERE "workspaceId" = $2::uuid)`;
  }
  for (const { columns, parent, parentColumns } of keys.filter((key) => key.table === table)) {
    if (passed.includes(parent)) continue;
    const up = `p${passed.length}`;
    const scope = scopeOf(parent, up, owned, keys, [...passed, table]);
    if (scope) {
      const same = columns.map((column, at) => `${up}."${parentColumns[at]}" = ${alias}."${column}"`).join(' AND ');
      return `EXISTS (SELECT 1 FROM "${parent}" ${up} WHERE ${same} AND ${scope})`;
    }
  }
  return null;
}

function findSql(table: string, columns: readonly Column[], scope: string): string {
  const own = columns.filter((one) => one.table === table);
  const pairs = own.map(({ column }) => `'${column}', t."${column}"::text`).join(', ');
  const like = own.map(({ column }) => `t."${column}"::text LIKE ANY ($1::text[])`).join(' OR ');
  return `SELECT '${table}' AS "table", t.ctid::text AS "row", jsonb_build_object(${pairs}) AS "texts"
    FROM "${table}" t WHERE (${like}) AND ${scope}`;
}

/** As it stands, in capitals and in small letters; how exactly is looked at afterwards. */
function patternsOf(name: string): readonly string[] {
  const shapes = [name, name.toUpperCase(), name.toLowerCase()].flatMap((one) => [
    one,
    JSON.stringify(one).slice(1, -1),
  ]);
  return [...new Set(shapes)].map((one) => `%${one.replace(/[\\%_]/gu, '\\$&')}%`);
}
