/**
 * A connection pool that never waits longer than it was told, even when the server is frozen or the network swallows
 * packets: a connection whose answer is late is destroyed, not reused, and so are the idle ones, which are likely as dead.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

/** Reads outside a transaction get this long. */
const plainLimitMs = 1_800;
const connectLimitMs = 1_500;
/** Even with no time left, a COMMIT or ROLLBACK is given a moment to be answered. */
const leastMs = 250;

/** So that a connection is given up shortly before whoever waits for it gives up. */
const marginMs = 50;

export interface Limits {
  /** performance.now() */
  readonly deadline: number;
  readonly statementMs: number;
}

const limits = new AsyncLocalStorage<Limits>();

/** Everything that `work` asks of the database is answered within these limits, or fails. */
export function withinLimits<T>(given: Limits, work: () => Promise<T>): Promise<T> {
  return limits.run(given, work);
}

/** `slowness`: for tests that are not about time, so many times longer is waited. */
export function openBoundedPool(url: string, max: number, slowness = 1): pg.Pool {
  const idle = new Set<pg.PoolClient>();
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectLimitMs * slowness,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'quorate',
    // For a client that is gone or stopped in the middle: the server ends by itself what nobody waits for.
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  pool.on('connect', (client) => {
    bind(client, plainLimitMs * slowness, () => {
      for (const other of idle) socketOf(other).destroy();
    });
  });
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('remove', (client) => idle.delete(client));
  pool.on('release', (_error, client) => idle.add(client));
  // Losing an idle connection is not an event: the pool makes another.
  pool.on('error', () => {});
  return pool;
}

type Query = (...words: unknown[]) => unknown;
type Answered = (error: Error | null, result?: pg.QueryResult) => void;

/** pg calls `query` with a callback last (from the pool) or takes none and returns a promise (in a transaction). */
function bind(client: pg.PoolClient, plainMs: number, onLate: () => void): void {
  const query = client.query.bind(client) as unknown as Query;
  const bounded: Query = (...words) => {
    const text = textOf(words[0]);
    const stop = destroyWhenLate(client, plainMs, onLate);
    const callback = words.at(-1);
    if (typeof callback === 'function') {
      const answered: Answered = (error, result) => {
        stop();
        (callback as Answered)(error, result);
      };
      return query(...words.slice(0, -1), answered);
    }
    return (query(...words) as Promise<pg.QueryResult>).then((result) => checkedCommit(text, result)).finally(stop);
  };
  client.query = bounded as unknown as typeof client.query;
}

function destroyWhenLate(client: pg.PoolClient, plainMs: number, onLate: () => void): () => void {
  let isAnswered = false;
  const timer = setTimeout(() => {
    // If it was this process that was busy, the answer is waiting in the socket: let it be read first.
    setImmediate(() =>
      setImmediate(() => {
        if (isAnswered) return;
        socketOf(client).destroy(lateAnswer());
        onLate();
      }),
    );
  }, limitNow(plainMs));
  return () => {
    isAnswered = true;
    clearTimeout(timer);
  };
}

function limitNow(plainMs: number): number {
  const given = limits.getStore();
  if (given === undefined) return plainMs;
  const left = given.deadline - marginMs - performance.now();
  return Math.max(leastMs, Math.min(left, given.statementMs));
}

/** Looks like a socket's own time-out, because Prisma knows what that means. */
function lateAnswer(): Error {
  return Object.assign(new Error('the database did not answer in time'), {
    code: 'ETIMEDOUT',
    syscall: 'read',
    errno: -110,
  });
}

/** PostgreSQL answers COMMIT of a transaction in which something failed with a plain ROLLBACK, and no error. */
function checkedCommit(text: string | null, result: pg.QueryResult): pg.QueryResult {
  if (text !== 'COMMIT' || result.command === 'COMMIT') return result;
  throw Object.assign(new Error('the transaction was rolled back at its commit: a statement in it had failed'), {
    code: '25P02',
    severity: 'ERROR',
  });
}

function textOf(query: unknown): string | null {
  if (typeof query === 'string') return query;
  return typeof query === 'object' && query !== null && 'text' in query ? String(query.text) : null;
}

function socketOf(client: pg.PoolClient): { destroy(error?: Error): void } {
  return (client as unknown as { connection: { stream: { destroy(error?: Error): void } } }).connection.stream;
}
