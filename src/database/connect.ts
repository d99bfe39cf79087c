/** Opens the database: the embedded server or the one that DATABASE_URL names, migrated, claimed and ready. */
import type { StoreHandle } from '../kernel/act.ts';
import type { Log } from '../kernel/log.ts';
import { awaitServer } from './await-server.ts';
import { openBoundedPool } from './bounded-pool.ts';
import { CannotStart } from './cannot-start.ts';
import { handleOf } from './client.ts';
import { startEmbeddedServer } from './embedded/server.ts';
import { claimDatabase } from './installation.ts';
import { migrate } from './migrate.ts';
import { openPrisma } from './prisma-client.ts';

export interface DatabaseOptions {
  /** Null: the embedded server, in `dataDir`. */
  readonly url: string | null;
  readonly dataDir: string;
  /** QUORATE_SECRET, 32 bytes. */
  readonly secret: Uint8Array;
  readonly now: Date;
  readonly log: Log;
  /** Run in this order once our own tables are up to date, e.g. the queue's own schema. */
  readonly afterMigrations: readonly ((url: string) => Promise<void>)[];
  /** A server that does not answer yet is waited for (the database may start after the bot), or given up at once. */
  readonly waitsForServer: boolean;
  /** Connections of the pool; leave room for the queue's and the delivery's own (default 10). */
  readonly connections?: number;
  /** Tests that are not about time wait so many times longer for an answer. */
  readonly slowness?: number;
}

export interface Database {
  readonly handle: StoreHandle;
  /** For what needs connections of its own: the queue's pool, locks that live as long as their connection. */
  readonly url: string;
  /** Closes the connections, and stops the embedded server. */
  close(): Promise<void>;
}

/** @throws CannotStart with a sentence for the operator. */
export async function connectDatabase(options: DatabaseOptions): Promise<Database> {
  const server = options.url === null ? await startEmbeddedServer({ dataDir: options.dataDir }) : null;
  if (server?.wasAdopted === true) options.log.info({}, 'took over the database server of an earlier run');
  const url = server?.url ?? options.url ?? '';
  try {
    if (options.waitsForServer) await awaitServer(url, options.log);
    const applied = await migrateOrExplain(url);
    if (applied.length > 0) options.log.info({ migrations: applied }, 'database brought up to date');
    for (const step of options.afterMigrations) await step(url);
    const database = openDatabase(url, options.connections, options.slowness);
    await claimDatabase(database.handle, options.secret, options.now).catch(async (error) => {
      await database.close();
      throw error;
    });
    return {
      ...database,
      async close() {
        await database.close();
        await server?.stop();
      },
    };
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** A database that is migrated already, as in tests. */
export function openDatabase(url: string, connections = 10, slowness = 1): Database {
  const prisma = openPrisma(openBoundedPool(url, connections, slowness));
  return { handle: handleOf({ kind: 'database', prisma }), url, close: () => prisma.$disconnect() };
}

async function migrateOrExplain(url: string): Promise<string[]> {
  try {
    return await migrate(url);
  } catch (cause) {
    const code = String((cause as { code?: unknown } | null)?.code);
    const reason = reasons.find(([pattern]) => pattern.test(code))?.[1];
    if (reason === undefined) throw cause;
    throw new CannotStart(reason, { cause });
  }
}

const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /^(ECONNREFUSED|EHOSTUNREACH|ETIMEDOUT)$/,
    'The database server of DATABASE_URL does not answer: is it running, and are its host and port right?',
  ],
  [/^ENOTFOUND$/, 'The host in DATABASE_URL is not known: check its spelling.'],
  [/^28/, 'The database server refused the user or password in DATABASE_URL: check both.'],
  [
    /^3D000$/,
    'The database that DATABASE_URL names does not exist: create it (CREATE DATABASE …), the tables come by themselves.',
  ],
  [/^42501$/, 'The user in DATABASE_URL may not create tables: make it the owner of the database.'],
];
