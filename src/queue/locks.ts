/** Advisory locks on a connection of their own: they die with it, and so with the process, however it ends. */
import { Client } from 'pg';
import { errorFacts, type Log } from '../kernel/log.ts';

export interface HeldLock {
  /** False from the moment the connection is lost: somebody else may hold it by now. */
  isHeld(): boolean;
  release(): Promise<void>;
}

export interface Locks {
  /** Null: somebody else has it, or this process has it already. Throws when the database does not answer. */
  tryLock(name: string): Promise<HeldLock | null>;
  close(): Promise<void>;
}

export function openLocks(url: string, log: Log): Locks {
  let connection: Promise<Connection> | null = null;

  async function connect(): Promise<Connection> {
    const client = new Client({ connectionString: url, keepAlive: true, application_name: 'quorate locks' });
    const opened: Connection = { client, held: new Map(), isLost: false };
    function lose(error?: unknown): void {
      if (opened.isLost) return;
      opened.isLost = true;
      connection = null;
      if (error) log.warn(errorFacts(error), 'lock connection lost');
    }
    client.on('error', lose);
    client.on('end', () => lose());
    try {
      await client.connect();
    } catch (error) {
      lose();
      throw error;
    }
    return opened;
  }

  return {
    async tryLock(name) {
      connection ??= connect();
      const mine = await connection;
      // PostgreSQL would grant it twice to the same connection.
      if (mine.held.has(name)) return null;
      const token = Symbol(name);
      mine.held.set(name, token);
      const isLocked = await ask(mine.client, name).catch((error: unknown) => {
        mine.held.delete(name);
        throw error;
      });
      if (!isLocked) {
        mine.held.delete(name);
        return null;
      }
      return {
        isHeld: () => !mine.isLost && mine.held.get(name) === token,
        async release() {
          if (mine.isLost || mine.held.get(name) !== token) return;
          await mine.client.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [name]).catch(() => {});
          mine.held.delete(name);
        },
      };
    },
    async close() {
      const mine = await connection?.catch(() => null);
      await mine?.client.end().catch(() => {});
    },
  };
}

async function ask(client: Client, name: string): Promise<boolean> {
  const { rows } = await client.query<{ locked: boolean }>(
    'SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS locked',
    [name],
  );
  return rows[0]?.locked === true;
}

interface Connection {
  readonly client: Client;
  readonly held: Map<string, symbol>;
  isLost: boolean;
}
