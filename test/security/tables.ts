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

/** One text for everything, jobs included. */
export async function fingerprint(store: StoreHandle): Promise<string> {
  const parts = (await tableNames(store)).map(
    (name) =>
      `SELECT '${name}' AS t, count(*) AS n, md5(coalesce(string_agg(r::text, '|' ORDER BY r::text), '')) AS h FROM "${name}" r`,
  );
  const jobs = `SELECT 'jobs' AS t, count(*) AS n, coalesce(max(id), 0)::text AS h FROM graphile_worker._private_jobs`;
  const rows = await client(store).$queryRawUnsafe<readonly { t: string; n: bigint; h: string }[]>(
    [...parts, jobs].join(' UNION ALL '),
  );
  return rows.map(({ t, n, h }) => `${t} ${n} ${h}`).join('\n');
}

/** Every row as text, with its table in front. */
export async function rows(store: StoreHandle): Promise<ReadonlySet<string>> {
  const all: string[] = [];
  for (const name of await tableNames(store)) {
    const found = await client(store).$queryRawUnsafe<readonly { row: string }[]>(
      `SELECT r::text AS row FROM "${name}" r`,
    );
    all.push(...found.map(({ row }) => `${name}: ${row}`));
  }
  return new Set(all);
}

export async function allIds(store: StoreHandle): Promise<ReadonlySet<string>> {
  const ids = [...(await rows(store))]
    .join('\n')
    .match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu);
  return new Set(ids ?? []);
}
