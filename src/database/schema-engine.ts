/**
 * Prisma's schema engine as WebAssembly: applies migrations in this process and writes the next one's SQL.
 * The engine binary that Prisma's command line would download is never needed.
 */
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';

export const nothingFiltered = { externalTables: [], externalEnums: [] };

export interface SchemaFile {
  readonly path: string;
  readonly content: string;
}

/** The part of the engine that is used here; the package's own types stand on a wasm import that Node 20 cannot load. */
export interface SchemaEngine {
  applyMigrations(input: {
    migrationsList: MigrationList;
    filters: typeof nothingFiltered;
  }): Promise<{ appliedMigrationNames: string[] }>;
  diff(input: {
    from: DiffTarget;
    to: DiffTarget;
    script: boolean;
    exitCode: null;
    filters: typeof nothingFiltered;
  }): Promise<{ stdout: string | null }>;
  free(): void;
}

type DiffTarget = { tag: 'empty' } | { tag: 'schemaDatamodel'; files: readonly SchemaFile[] };

export interface MigrationList {
  baseDir: string;
  lockfile: { path: string; content: string | null };
  shadowDbInitScript: string;
  migrationDirectories: {
    path: string;
    migrationFile: { path: string; content: { tag: 'ok'; value: string } };
  }[];
}

interface EngineModule {
  SchemaEngine: {
    new: (options: { datamodels: undefined }, log: (line: string) => void, adapter: object) => Promise<SchemaEngine>;
  };
  __wbg_set_wasm(exports: object): void;
}

/** WebAssembly's types come with the browser's, which this project does not load. */
interface WasmGlobal {
  WebAssembly: {
    instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>;
  };
}

let loaded: Promise<EngineModule> | null = null;

export async function openSchemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory): Promise<SchemaEngine> {
  loaded ??= load();
  const module = await loaded;
  return module.SchemaEngine.new({ datamodels: undefined }, () => {}, bindMigrationAwareSqlAdapterFactory(adapter));
}

/** The SQL that leads from one schema (null: an empty database) to another. Needs no database. */
export async function writeSql(from: readonly SchemaFile[] | null, to: readonly SchemaFile[]): Promise<string> {
  const engine = await openSchemaEngine(noDatabase);
  try {
    const answer = await engine.diff({
      from: from === null ? { tag: 'empty' } : { tag: 'schemaDatamodel', files: from },
      to: { tag: 'schemaDatamodel', files: to },
      script: true,
      exitCode: null,
      filters: nothingFiltered,
    });
    return answer.stdout ?? '';
  } finally {
    engine.free();
  }
}

export async function readMigrations(baseDir: string): Promise<MigrationList> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  const migrationDirectories = await Promise.all(
    names.map(async (name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') },
      },
    })),
  );
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}

async function load(): Promise<EngineModule> {
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = (await import(pathToFileURL(script).href)) as EngineModule;
  const { WebAssembly } = globalThis as unknown as WasmGlobal;
  const { instance } = await WebAssembly.instantiate(await readFile(script.replace(/\.js$/, '.wasm')), {
    './schema_engine_bg.js': withoutWaiting(module),
  });
  module.__wbg_set_wasm(instance.exports);
  const start = instance.exports.__wbindgen_start;
  if (typeof start === 'function') start();
  return module;
}

/** The engine leaves a timer of ten seconds behind, for which a script would have to wait before it can end. */
function withoutWaiting(module: EngineModule): object {
  const imports = Object.entries(module).map(([name, call]) => {
    if (!name.startsWith('__wbg_setTimeout')) return [name, call];
    const unref = (...words: unknown[]) => (call as (...words: unknown[]) => NodeJS.Timeout)(...words).unref();
    return [name, unref];
  });
  return Object.fromEntries(imports);
}

/** `diff` between two schema texts asks the server nothing that matters, but insists on an adapter. */
const noDatabase: SqlMigrationAwareDriverAdapterFactory = {
  provider: 'postgres',
  adapterName: 'no-database',
  connect: async () => silentAdapter,
  connectToShadowDb: async () => silentAdapter,
};

const silentAdapter: SqlDriverAdapter = {
  provider: 'postgres',
  adapterName: 'no-database',
  queryRaw: async () => ({ columnNames: [], columnTypes: [], rows: [] }),
  executeRaw: async () => 0,
  executeScript: async () => {},
  startTransaction: async () => {
    throw new Error('there is no database to begin a transaction in');
  },
  getConnectionInfo: () => ({ supportsRelationJoins: true }),
  dispose: async () => {},
};
