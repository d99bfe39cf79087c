/** Waits for a database server that is not there yet: after a restart of the machine it may come up after the bot. */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { errorFacts, type Log } from '../kernel/log.ts';
import { layersOf } from './error-layers.ts';

const firstPauseMs = 250;
const longestPauseMs = 5_000;

/** Not there, or "the database system is starting up" (57P03). A wrong name or password is not mended by waiting. */
const absent = new Set(['ECONNREFUSED', 'ECONNRESET', 'EHOSTUNREACH', 'ETIMEDOUT', '57P03']);

/** Resolves when the server answers, also when its answer is no: whoever asks next tells the operator why. */
export async function awaitServer(url: string, log: Log): Promise<void> {
  for (let pause = firstPauseMs; ; pause = Math.min(pause * 2, longestPauseMs)) {
    const failure = await tryOnce(url);
    if (!isAbsent(failure)) return;
    log.warn({ ...errorFacts(failure), pause }, 'the database server of DATABASE_URL does not answer; asking again');
    await sleep(pause);
  }
}

async function tryOnce(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // A server that goes away between two of our words tells it here too.
  client.on('error', () => {});
  try {
    await client.connect();
    return null;
  } catch (error) {
    return error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** pg gives its own connection timeout no code. */
function isAbsent(failure: unknown): boolean {
  return layersOf(failure).some(({ code, message }) => absent.has(String(code)) || message === 'timeout expired');
}
