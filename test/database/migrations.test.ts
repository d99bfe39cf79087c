/** The schema as committed is the schema as written, and any number of bots may bring a database up to date. */

import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from '../../src/database/cannot-start.ts';
import { client } from '../../src/database/client.ts';
import { connectDatabase, type DatabaseOptions } from '../../src/database/connect.ts';
import { migrate, migrationLock } from '../../src/database/migrate.ts';
import { packageRoot } from '../../src/database/package-root.ts';
import { writeSql } from '../../src/database/schema-engine.ts';
import { initialMigration, readSchema } from '../../src/database/schema-files.ts';
import { silentLog } from '../../src/kernel/log.ts';
import { testNow } from '../support/acts.ts';

const root = packageRoot();
const migrations = join(root, 'prisma', 'migrations');
const databases: string[] = [];
afterAll(async () => {
  for (const name of databases) await ask(serverUrl(), `DROP DATABASE ${name} WITH (FORCE)`);
});

function serverUrl(): string {
  return process.env.QUORATE_TEST_SERVER ?? '';
}

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const asker = new pg.Client({ connectionString: url });
  await asker.connect();
  try {
    return await asker.query(sql);
  } finally {
    await asker.end();
  }
}

async function emptyDatabase(): Promise<string> {
  const name = `empty_${randomBytes(5).toString('hex')}`;
  await ask(serverUrl(), `CREATE DATABASE ${name}`);
  databases.push(name);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return url.href;
}

function options(url: string, secretByte: number): DatabaseOptions {
  const secret = new Uint8Array(32).fill(secretByte);
  return {
    url,
    dataDir: '',
    secret,
    now: testNow,
    log: silentLog,
    afterMigrations: [],
    waitsForServer: false,
    connections: 2,
  };
}

async function migrationNames(): Promise<string[]> {
  const entries = await readdir(migrations, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Columns, checks, keys, indexes, triggers and functions, each as PostgreSQL itself words it. */
async function shapeOf(url: string): Promise<string[]> {
  const { rows } = await ask(
    url,
    `SELECT line FROM (
       SELECT 'column ' || table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' ||
              coalesce(column_default, '') AS line
         FROM information_schema.columns WHERE table_schema = 'public'
       UNION ALL
       SELECT 'constraint ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
         FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
       UNION ALL
       SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
       UNION ALL
       SELECT 'trigger ' || pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t WHERE NOT t.tgisinternal
       UNION ALL
       SELECT 'function ' || pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
     ) AS shape WHERE line NOT LIKE '%_prisma_migrations%' ORDER BY line`,
  );
  return rows.map((row) => row.line);
}

test('the last migration leads to the models as they are (else: node scripts/write-migration.mjs)', async () => {
  const names = await migrationNames();
  const last = JSON.parse(await readFile(join(migrations, names.at(-1) ?? '', 'schema.json'), 'utf8'));

  const difference = await writeSql(last, await readSchema(root));

  expect(difference).toContain('This is an empty migration');
});

test('the migrations together leave what the models and guards say from nothing', async () => {
  const [migrated, written] = [await emptyDatabase(), await emptyDatabase()];
  await migrate(migrated);

  await ask(written, await initialMigration(root));

  expect(await shapeOf(migrated)).toEqual(await shapeOf(written));
});

test('of several bots that start at once on an empty database, one migrates and all go on', async () => {
  const url = await emptyDatabase();

  const applied = await Promise.all([migrate(url), migrate(url), migrate(url)]);

  expect(applied.flat()).toEqual(await migrationNames());
  expect(await migrate(url)).toEqual([]);
});

test('a bot waits as long as another one needs for its migrations', async () => {
  const url = await emptyDatabase();
  const other = new pg.Client({ connectionString: url });
  await other.connect();
  await other.query('SELECT pg_advisory_lock($1)', [migrationLock]);

  const waiting = migrate(url);
  const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 1_500, 'still waiting'))]);
  await other.end();

  expect(early).toBe('still waiting');
  expect(await waiting).toEqual(await migrationNames());
});

test('a migration that fails half-way leaves nothing of itself', async () => {
  const url = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'quorate-migrations-'));
  await cp(migrations, folder, { recursive: true });
  await cp(join(folder, (await migrationNames())[0] ?? ''), join(folder, '99999999999999_wrong'), { recursive: true });
  await writeFile(join(folder, '99999999999999_wrong', 'migration.sql'), 'CREATE TABLE half (n int); SELECT 1 / 0;');

  const attempt = migrate(url, folder);

  await expect(attempt).rejects.toThrow();
  expect((await ask(url, "SELECT to_regclass('half') AS half")).rows[0]).toEqual({ half: null });
  await rm(folder, { recursive: true });
});

test('a database keeps to the secret that it was begun with', async () => {
  const url = await emptyDatabase();
  await (await connectDatabase(options(url, 1))).close();

  const again = await connectDatabase(options(url, 1));
  const stranger = connectDatabase(options(url, 2));

  await expect(stranger).rejects.toThrow(CannotStart);
  await expect(stranger).rejects.toThrow(/another QUORATE_SECRET/);
  expect(await client(again.handle).installation.count()).toBe(1);
  await again.close();
});

test('two bots with different secrets on a new database: one of them starts', async () => {
  const url = await emptyDatabase();

  const results = await Promise.allSettled([connectDatabase(options(url, 1)), connectDatabase(options(url, 2))]);

  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  for (const result of results) if (result.status === 'fulfilled') await result.value.close();
});

test.each([
  ['a server that is not there', () => 'postgres://user:word@127.0.0.1:9/db', /does not answer/],
  ['a wrong password', () => serverUrl().replace(/:[^:@]+@/, ':wrong@'), /user or password/],
  ['a database that is not there', () => serverUrl().replace(/\/[^/]+$/, '/nowhere'), /does not exist/],
])('%s is told in one sentence', async (_name, url, expected) => {
  const attempt = connectDatabase(options(url(), 1));

  await expect(attempt).rejects.toThrow(CannotStart);
  await expect(attempt).rejects.toThrow(expected);
});

test('what follows the migrations runs in its order before anything else', async () => {
  const url = await emptyDatabase();
  const steps: string[] = [];
  const step = (name: string) => async (given: string) => {
    const { rows } = await ask(given, "SELECT to_regclass('installation') IS NOT NULL AS migrated");
    steps.push(`${name} ${rows[0]?.migrated}`);
  };

  const database = await connectDatabase({ ...options(url, 1), afterMigrations: [step('queue'), step('other')] });

  expect(steps).toEqual(['queue true', 'other true']);
  await database.close();
});
