/** What happened to one thing, as one person may see it; and what erasure leaves of a typed text. */
import { client } from '../database/client.ts';
import type { AuditEvent } from '../database/generated/client.ts';
import type { Viewer } from '../features/access/types.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { CommitteeId, EventId, MemberId, PersonId, WorkspaceId } from '../kernel/ids.ts';
import { saltedHash } from './record.ts';
import type { RecordedEvent, Subject } from './types.ts';

/**
 * The oldest first. Events of other committees are left out, and of a case that is closed to the viewer everything is:
 * also events about several people of whom one is closed. The caller has checked the right to see the history at all.
 */
export async function history(store: StoreHandle, viewer: Viewer, subject: Subject): Promise<readonly RecordedEvent[]> {
  const hidden = [...viewer.hiddenNominees];
  if (viewer.recusedFrom.some((nominee) => nominee === subject.id)) return [];
  const rows = await client(store).auditEvent.findMany({
    where: {
      workspaceId: viewer.workspace,
      subjectKind: subject.kind,
      subjectId: subject.kind === 'person' ? { in: [...(await samePerson(store, subject.id))] } : subject.id,
      OR: [{ committeeId: viewer.committee }, { committeeId: null }],
      NOT: { nomineeIds: { hasSome: hidden } },
    },
    orderBy: { serial: 'asc' },
  });
  const seals = await client(store).auditSeal.findMany({ where: { eventId: { in: rows.map((row) => row.id) } } });
  const positions = new Map(seals.map((seal) => [seal.eventId, seal.position]));
  return rows.map((row) => toEvent(row, positions.get(row.id) ?? null));
}

/** The same for many of a kind in one statement, as they were recorded before a moment; without their places in the chain. */
export async function recordedOf(
  store: StoreHandle,
  viewer: Viewer,
  which: { readonly kind: string; readonly ids: readonly string[]; readonly before: Date },
): Promise<ReadonlyMap<string, readonly RecordedEvent[]>> {
  const rows = await client(store).auditEvent.findMany({
    where: {
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      subjectKind: which.kind,
      subjectId: { in: [...which.ids] },
      at: { lt: which.before },
      NOT: { nomineeIds: { hasSome: [...viewer.hiddenNominees] } },
    },
    orderBy: { serial: 'asc' },
  });
  const events = new Map<string, RecordedEvent[]>();
  for (const row of rows) events.set(row.subjectId, [...(events.get(row.subjectId) ?? []), toEvent(row, null)]);
  return events;
}

export interface HistoryPage {
  /** The newest first. */
  readonly events: readonly RecordedEvent[];
  /** Give it back to read on; null: nothing older. */
  readonly next: string | null;
}

/** What happened in the viewer's committee, or in one person's case there. The caller has checked the right to see it. */
export async function recentHistory(
  store: StoreHandle,
  viewer: Viewer,
  which: {
    readonly nominee: PersonId | null;
    readonly before: string | null;
    readonly limit: number;
    /** Lists, rounds and dates that hang on nothing but cases closed to the viewer. */
    readonly closedSubjects: readonly string[];
  },
): Promise<HistoryPage> {
  const hidden = [...viewer.hiddenNominees];
  if (which.nominee && hidden.includes(which.nominee)) return { events: [], next: null };
  const rows = await client(store).auditEvent.findMany({
    where: {
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      ...(which.nominee ? { nomineeIds: { hasSome: [...(await samePerson(store, which.nominee))] } } : {}),
      ...(which.before ? { serial: { lt: BigInt(which.before) } } : {}),
      NOT: [
        { nomineeIds: { hasSome: hidden } },
        { subjectId: { in: [...viewer.recusedFrom, ...which.closedSubjects] } },
      ],
    },
    orderBy: { serial: 'desc' },
    take: which.limit + 1,
  });
  const shown = rows.slice(0, which.limit);
  const seals = await client(store).auditSeal.findMany({ where: { eventId: { in: shown.map((row) => row.id) } } });
  const positions = new Map(seals.map((seal) => [seal.eventId, seal.position]));
  return {
    events: shown.map((row) => toEvent(row, positions.get(row.id) ?? null)),
    next: rows.length > which.limit ? (shown.at(-1)?.serial.toString() ?? null) : null,
  };
}

/** All rows of the register that were merged into one with this one: events keep the row that they were written about. */
async function samePerson(store: StoreHandle, person: string): Promise<readonly string[]> {
  const rows = await client(store).$queryRaw<readonly { id: string }[]>`
    SELECT same."id" FROM "person" one
    JOIN "person" same ON same."id" = COALESCE(one."mergedInto", one."id")
      OR same."mergedInto" = COALESCE(one."mergedInto", one."id")
    WHERE one."id" = ${person}::uuid`;
  return rows.length === 0 ? [person] : rows.map(({ id }) => id);
}

/** Is this the text that was recorded? Null: its salt was erased, or it was no text; nobody can tell any more. */
export async function isRecordedText(
  store: StoreHandle,
  event: EventId,
  fact: string,
  text: string,
): Promise<boolean | null> {
  const salt = await client(store).auditSalt.findUnique({ where: { eventId: event } });
  const row = await client(store).auditEvent.findUnique({ where: { id: event }, select: { facts: true } });
  const kept = (row?.facts as Record<string, { sha256?: string } | null> | undefined)?.[fact];
  return salt && kept?.sha256 ? kept.sha256 === saltedHash(salt.salt, text) : null;
}

/** Part of an erasure: the texts behind these events can no longer be guessed from their hashes. The chain stays whole. */
export async function eraseSalts(store: StoreHandle, workspace: WorkspaceId, subject: Subject): Promise<number> {
  const rows = await client(store).auditEvent.findMany({
    where: { workspaceId: workspace, subjectKind: subject.kind, subjectId: subject.id },
    select: { id: true },
  });
  const { count } = await client(store).auditSalt.deleteMany({ where: { eventId: { in: rows.map((row) => row.id) } } });
  return count;
}

/** The same for all that was recorded about one person's case or by their row of the register. */
export async function eraseSaltsAbout(store: StoreHandle, persons: readonly PersonId[]): Promise<void> {
  await client(store).$executeRaw`
    DELETE FROM "event_salt" s USING "event" e WHERE e."id" = s."eventId"
      AND (e."nomineeIds" && ${[...persons]}::uuid[] OR e."subjectId" = ANY (${[...persons]}::uuid[]))`;
}

function toEvent(row: AuditEvent, position: number | null): RecordedEvent {
  const via = row.via as { kind: string; dated: string | null } | null;
  return {
    id: row.id as EventId,
    kind: row.kind,
    committee: row.committeeId as CommitteeId | null,
    subject: { kind: row.subjectKind, id: row.subjectId },
    facts: row.facts as Record<string, unknown>,
    nominees: row.nomineeIds as PersonId[],
    member: row.memberId as MemberId | null,
    person: row.personId as PersonId | null,
    onBehalfOf: row.onBehalfOf as PersonId | null,
    via: via && { kind: via.kind, dated: via.dated },
    at: row.at,
    position,
  };
}
