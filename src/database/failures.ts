/** What a failed statement means: the world's fault, a conflict that a store turns into a refusal, or ours. */
import { Unavailable } from '../kernel/errors.ts';

/** Prisma's own codes for "no connection", "too slow" and "transaction lost". */
const outageCodes = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028', 'P2037']);
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH']);
/** Cancelled for time, not granted a lock in time, and a server that is full, read-only or going down. */
const outageStates = /^(57014|55P03|25006|25P0[34]|08|53|57P|58)/;
const retryStates = new Set(['40001', '40P01']);
/** pg gives these no code. */
const outageWords = /Connection terminated|timeout exceeded when trying to connect|not queryable|Query read timeout/;

/** True when the same work may succeed a moment later. */
export function isOutage(error: unknown): boolean {
  if (error instanceof Unavailable) return true;
  return layersOf(error).some((layer) => {
    if (typeof layer.code === 'string' && (outageCodes.has(layer.code) || socketCodes.has(layer.code))) return true;
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

/**
 * A unique key said no. Inside a transaction nothing more can be asked after it: answer with a refusal.
 * @param constraint the key's name as in the migration (`committee_workspaceId_channelId_key`), or its columns; any when left out.
 */
export function isConflict(error: unknown, constraint?: string | readonly string[]): boolean {
  return layersOf(error).some((layer) => {
    if (layer.kind !== 'UniqueConstraintViolation' && layer.code !== '23505') return false;
    if (constraint === undefined) return true;
    const name = nameOf(layer);
    if (name === null) return false;
    return typeof constraint === 'string' ? name === constraint : name.endsWith(`_${constraint.join('_')}_key`);
  });
}

/** A check, a foreign key or a trigger of the database said no (SQLSTATE classes 23 and P0); its constraint, if named. */
export function isGuard(error: unknown): boolean {
  return layersOf(error).some((layer) => sqlStatesOf(layer).some((state) => /^(23|P0)/.test(state)));
}

export function asUnavailable(error: unknown): unknown {
  if (error instanceof Unavailable || !isOutage(error)) return error;
  return new Unavailable('the database did not answer in time', { cause: error });
}

/** PostgreSQL answered, so whatever was in flight is known not to have happened. */
export function isAnswerOfServer(error: unknown): boolean {
  return layersOf(error).some((layer) => sqlStatesOf(layer).some((state) => !/^(08|57P|58)/.test(state)));
}

type Layer = Record<string, unknown>;

/** The error, its causes, and the driver's error that Prisma hides in `meta`. */
function layersOf(error: unknown): Layer[] {
  const layers: Layer[] = [];
  let rest: unknown[] = [error];
  while (rest.length > 0 && layers.length < 10) {
    const next = rest.filter((part) => typeof part === 'object' && part !== null) as Layer[];
    layers.push(...next);
    rest = next.flatMap((layer) => [layer.cause, (layer.meta as Layer | undefined)?.driverAdapterError]);
  }
  return layers;
}

function sqlStatesOf(layer: Layer): string[] {
  return [layer.code, layer.originalCode].filter(
    (code): code is string => typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code),
  );
}

function nameOf(layer: Layer): string | null {
  const constraint = layer.constraint as { index?: string; fields?: string[] } | string | undefined;
  if (typeof constraint === 'string') return constraint;
  if (constraint?.index !== undefined) return constraint.index;
  return constraint?.fields === undefined ? null : `_${constraint.fields.join('_').replaceAll('"', '')}_key`;
}
