/** Writes one event inside the caller's transaction, and asks for it to be sealed. The only way into the log. */
import { createHash, randomBytes } from 'node:crypto';
import { client } from '../database/client.ts';
import type { Act, StoreHandle, Via } from '../kernel/act.ts';
import type { Json } from '../kernel/canonical-json.ts';
import { Bug } from '../kernel/errors.ts';
import { type EventId, newId } from '../kernel/ids.ts';
import { enqueue } from '../queue/enqueue.ts';
import type { FactValue, NewEvent, TypedText } from './types.ts';

/** Marks what a person typed: the event keeps a salted hash of it, the text itself lives in the feature's own row. */
export function hashOf(text: string): TypedText {
  return { typed: text.normalize('NFC') };
}

export function saltedHash(salt: Uint8Array, text: string): string {
  return createHash('sha256').update(salt).update(text.normalize('NFC')).digest('hex');
}

/**
 * Throws Bug when a fact looks like a name or a sentence: names and texts could never be erased from the chain.
 * Never for acts whose time or order must stay unknown (casting a secret paper, commenting anonymously).
 */
export async function record(store: StoreHandle, act: Act, event: NewEvent): Promise<EventId> {
  const [id] = await recordAll(store, act, [event]);
  return id as EventId;
}

/** Several events of one act, in their order, in as many statements as one. */
export async function recordAll(
  store: StoreHandle,
  act: Act,
  events: readonly NewEvent[],
): Promise<readonly EventId[]> {
  if (events.length === 0) return [];
  const rows = events.map((event) => ({ event, id: newId<EventId>(), salt: randomBytes(16) }));
  const database = client(store);
  await database.auditEvent.createMany({ data: rows.map(({ event, id, salt }) => rowOf(act, event, id, salt)) });
  const salts = rows.filter(({ event }) => hasTypedText(event)).map(({ id, salt }) => ({ eventId: id, salt }));
  if (salts.length > 0) await database.auditSalt.createMany({ data: salts });
  await enqueue(
    store,
    { name: 'seal', payload: { workspace: act.workspace } },
    { now: act.now, oncePer: 'transaction' },
  );
  return rows.map(({ id }) => id);
}

function rowOf(act: Act, event: NewEvent, id: EventId, salt: Uint8Array) {
  const facts = Object.fromEntries(
    Object.entries(event.facts).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, storable(name, value, salt)]],
    ),
  );
  const via = event.via ? storableVia(event.via, salt) : undefined;
  return {
    id,
    workspaceId: act.workspace,
    committeeId: event.committee ?? null,
    kind: event.kind,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    nomineeIds: [...new Set([...(event.nominee ? [event.nominee] : []), ...(event.nominees ?? [])])].sort(),
    memberId: act.member,
    personId: act.person,
    onBehalfOf: event.onBehalfOf ?? null,
    ...(via && { via }),
    facts,
    at: act.now,
  };
}

function hasTypedText(event: NewEvent): boolean {
  return event.via?.reference != null || Object.values(event.facts).some(isTyped);
}

function isTyped(value: FactValue | undefined): value is TypedText {
  return typeof value === 'object' && value !== null && 'typed' in value;
}

function storable(name: string, value: FactValue, salt: Uint8Array): Exclude<Json, undefined> {
  if (isTyped(value)) return { sha256: saltedHash(salt, value.typed) };
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object' && value !== null) return value.map((item) => key(name, item));
  return typeof value === 'string' ? key(name, value) : value;
}

/** Ids, keys, dates, zones and rule numbers pass; a blank or a letter outside ASCII means that somebody typed it. */
function key(name: string, text: string): string {
  if (/^[\w.:/+#-]{0,80}$/.test(text)) return text;
  throw new Bug(`audit fact "${name}" is not an id, a key, a number or a date; use hashOf for typed text`);
}

function storableVia(via: Via, salt: Uint8Array): { [name: string]: string | null } {
  return {
    kind: via.kind,
    dated: via.dated,
    reference: via.reference === null ? null : saltedHash(salt, via.reference),
  };
}
