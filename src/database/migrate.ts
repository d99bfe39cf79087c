/** Brings a database to this version's schema. Several instances may start at once: an advisory lock lets one do it. */

import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import { packageRoot } from './package-root.ts';
import { nothingFiltered, openSchemaEngine, readMigrations } from './schema-engine.ts';

/** Any fixed number will do, as long as all instances use the same one. */
export const migrationLock = 7_264_431_001;

/** @returns the names of the migrations that were applied now; none when the database was up to date. */
export async function migrate(url: string, folder = join(packageRoot(), 'prisma', 'migrations')): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const migrationsList = await readMigrations(folder);
    if (
      await isUpToDate(
        guard,
        migrationsList.migrationDirectories.map((migration) => migration.path),
      )
    )
      return [];
    const pool = new pg.Pool({ connectionString: url, connectionTimeoutMillis: 10_000, max: 2 });
    const engine = await openSchemaEngine(wholeScripts(pool));
    try {
      const applied = await engine.applyMigrations({ migrationsList, filters: nothingFiltered });
      return applied.appliedMigrationNames;
    } finally {
      engine.free();
      await pool.end();
    }
  } finally {
    await guard.end();
  }
}

/** Saves loading the engine at every start. */
async function isUpToDate(guard: pg.Client, names: readonly string[]): Promise<boolean> {
  const table = await guard.query("SELECT to_regclass('_prisma_migrations') IS NOT NULL AS is_there");
  if (table.rows[0]?.is_there !== true) return false;
  const done = await guard.query<{ migration_name: string; is_done: boolean }>(
    'SELECT migration_name, finished_at IS NOT NULL AS is_done FROM _prisma_migrations WHERE rolled_back_at IS NULL',
  );
  const finished = new Set(done.rows.filter((row) => row.is_done).map((row) => row.migration_name));
  return done.rows.every((row) => row.is_done) && names.every((name) => finished.has(name));
}

/**
 * Prisma's adapter cuts a script at every semicolon, which breaks the bodies of functions and triggers. PostgreSQL
 * takes the script whole, and then also all or nothing.
 */
function wholeScripts(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const factory = new PrismaPg(pool);
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const adapter = await factory.connect();
      adapter.executeScript = async (script) => {
        await pool.query(script);
      };
      return adapter;
    },
  };
}
