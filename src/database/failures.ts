/** Which failures are the world's: no connection, no answer in time, transactions in each other's way. */
import { Unavailable } from '../kernel/errors.ts';
import { layersOf, sqlStatesOf } from './error-layers.ts';

/** Prisma's own codes for "no connection", "too slow" and "transaction lost". */
const outageCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']);
/** Cancelled for time, not granted a lock in time, and a server that is full, read-only or going down. */
const outageStates = /^(57014|55P03|25006|25P0[34]|08|53|57P|58)/;
const retryStates = new Set(['40001', '40P01']);
/** The adapter's words where Prisma passes its error on as it is: at COMMIT, among others. */
const outageKinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections']);
/** pg gives these no code. */
const outageWords = /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout/;

/** True when the same work may succeed a moment later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  return layersOf(error).some((layer) => {
    if (typeof layer.code === 'string' && (outageCodes.has(layer.code) || socketCodes.has(layer.code))) return true;
    if (typeof layer.kind === 'string' && outageKinds.has(layer.kind)) return true;
    if (sqlStatesOf(layer).some((state) => outageStates.test(state))) return true;
    return typeof layer.message === 'string' && outageWords.test(layer.message);
  });
}

/** Two transactions stood in each other's way and PostgreSQL chose this one to begin again. */
export function isCollision(error: unknown): boolean {
  return layersOf(error).some(
    (layer) => layer.code === 'P2034' || sqlStatesOf(layer).some((state) => retryStates.has(state)),
  );
}

export function asUnavailable(error: unknown): unknown {
  if (error instanceof Unavailable || !isOutage(error)) return error;
  return new Unavailable('the database did not answer in time', { cause: error });
}

/** PostgreSQL answered, so whatever was in flight is known not to have happened. */
export function isAnswerOfServer(error: unknown): boolean {
  return layersOf(error).some((layer) => sqlStatesOf(layer).some((state) => !/^(08|57P|58)/.test(state)));
}
