/**
 * The connections of the queue's workers. graphile-worker takes a job off after it is done without anybody waiting for
 * the answer: a connection that breaks just then ends the whole process, unless the error has one of the few codes that
 * it tries again. So here every outage has such a code, and no answer is waited for longer than the pool allows.
 */
import type pg from 'pg';
import { openBoundedPool } from '../database/bounded-pool.ts';
import { isOutage } from '../database/failures.ts';

/** One of graphile-worker's RETRYABLE_ERROR_CODES: a hundred tries, three seconds apart at first. */
const triedAgain = 'ETIMEDOUT';

export function openWorkerPool(url: string, max: number): pg.Pool {
  const pool = openBoundedPool(url, max);
  const connect = pool.connect.bind(pool) as (...words: unknown[]) => unknown;
  pool.connect = told(connect) as typeof pool.connect;
  pool.on('connect', (client) => {
    // Losing a connection that is in use is told to whoever asks over it.
    client.on('error', () => {});
    client.query = told(client.query.bind(client) as (...words: unknown[]) => unknown) as typeof client.query;
  });
  return pool;
}

/** Calls with a callback are left alone: the library's listener has its own way of coming back. */
function told(call: (...words: unknown[]) => unknown): (...words: unknown[]) => unknown {
  return (...words) => {
    const answer = call(...words);
    return answer instanceof Promise ? answer.catch(throwRetryable) : answer;
  };
}

function throwRetryable(error: unknown): never {
  if (!isOutage(error)) throw error;
  throw Object.assign(new Error('the database did not answer', { cause: error }), { code: triedAgain });
}
