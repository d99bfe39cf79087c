/** What is in the database, table by table, to tell whether something was changed. */
import { client } from '../../src/database/client.ts';
import type { StoreHandle } from '../../src/kernel/act.ts';

let tables: readonly string[] | null = null;

async function tableNames(store: StoreHandle): Promise<readonly string[]> {
  tables ??= (
    await client(store).$queryRawUnsafe<readonly { name: string }[]>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name NOT IN ('_prisma_migrations', 'request')
       ORDER BY 1`,
    )
  ).map(({ name }) => name);
  return tables;
}

/** How many rows this transaction has written so far, also those taken back since; our memory of requests left out. */
export async function rowsWritten(store: StoreHandle): Promise<bigint> {
  const [sum] = await client(store).$queryRawUnsafe<readonly { n: bigint }[]>(
    `SELECT coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint AS n FROM pg_stat_xact_user_tables WHERE relname <> 'request'`,
  );
  return sum?.n ?? 0n;
}

/** Every row as text, with its table in front; only those that hold `text`, when one is given. */
export async function rows(store: StoreHandle, text = ''): Promise<ReadonlySet<string>> {
  const each = (await tableNames(store)).map((name) => `SELECT '${name}: ' || r::text AS row FROM "${name}" r`);
  const found = await client(store).$queryRawUnsafe<readonly { row: string }[]>(
    `SELECT row FROM (${each.join(' UNION ALL ')}) every WHERE position($1 IN row) > 0`,
    text,
  );
  return new Set(found.map(({ row }) => row));
}

export async function allIds(store: StoreHandle): Promise<ReadonlySet<string>> {
  const ids = [...(await rows(store))]
    .join('\n')
    .match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu);
  return new Set(ids ?? []);
}
