/** Answers to a summons. The one that stands is the one not superseded; older ones stay as they were given. */
import { client } from '../../../database/client.ts';
import type { StoreHandle, Via, ViaKind } from '../../../kernel/act.ts';
import { type ConferenceId, newId, type PersonId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import type { Answer, Reply } from '../types.ts';

/** `of` null: everybody's, for those who may see who answered what. */
export async function listReplies(
  store: StoreHandle,
  eyes: Eyes,
  conferences: readonly ConferenceId[],
  of: PersonId | null,
): Promise<ReadonlyMap<ConferenceId, readonly Reply[]>> {
  const rows = await client(store).conferenceReply.findMany({
    where: {
      conferenceId: { in: [...conferences] },
      conference: { committeeId: { in: committeesIn(eyes) } },
      supersededAt: null,
      ...(of === null ? {} : { personId: of }),
    },
  });
  const delegates = await client(store).person.findMany({
    where: { id: { in: rows.flatMap((row) => (row.delegateId ? [row.delegateId] : [])) } },
    select: { id: true, fullName: true },
  });
  const names = new Map(delegates.map((person) => [person.id, person.fullName]));
  const found = new Map<ConferenceId, Reply[]>();
  for (const row of rows) {
    const { reason, revision, startsAt, answeredAt } = row;
    const id = row.conferenceId as ConferenceId;
    found.set(id, [
      ...(found.get(id) ?? []),
      {
        ...{ reason, revision, startsAt, answeredAt },
        person: row.personId as PersonId,
        answer: row.answer as Answer,
        delegate: row.delegateId as PersonId | null,
        delegateName: row.delegateId ? (names.get(row.delegateId) ?? null) : null,
        recordedBy: row.recordedBy as PersonId | null,
        via: row.viaKind as ViaKind | null,
      },
    ]);
  }
  return found;
}

/** Every answer, past ones too, by which somebody sent this person to one of these conferences. */
export async function sendingsOf(
  store: StoreHandle,
  viewer: Viewer,
  conferences: readonly ConferenceId[],
  sent: PersonId,
): Promise<
  readonly (Pick<Reply, 'person' | 'revision' | 'startsAt'> & { conference: ConferenceId; isLast: boolean })[]
> {
  const rows = await client(store).conferenceReply.findMany({
    where: {
      conferenceId: { in: [...conferences] },
      conference: { committeeId: viewer.committee },
      delegateId: sent,
    },
    select: { conferenceId: true, personId: true, revision: true, startsAt: true, supersededAt: true },
  });
  return rows.map((row) => ({
    conference: row.conferenceId as ConferenceId,
    person: row.personId as PersonId,
    revision: row.revision,
    startsAt: row.startsAt,
    isLast: row.supersededAt === null,
  }));
}

/** The new answer stands from now on. Two at the same moment wait for each other: the summons is what they lock. */
export async function insertReply(
  store: StoreHandle,
  conference: ConferenceId,
  reply: Pick<Reply, 'person' | 'answer' | 'reason' | 'delegate' | 'revision' | 'startsAt' | 'recordedBy'> & {
    via: Via | null;
  },
  now: Date,
): Promise<void> {
  const { person, answer, reason, delegate, revision, startsAt, recordedBy, via } = reply;
  await client(store).$queryRaw`
    SELECT 1 FROM "conference_summons"
    WHERE "conferenceId" = ${conference}::uuid AND "personId" = ${person}::uuid
    ORDER BY "id" FOR UPDATE`;
  await client(store).conferenceReply.updateMany({
    where: { conferenceId: conference, personId: person, supersededAt: null },
    data: { supersededAt: now },
  });
  await client(store).conferenceReply.create({
    data: {
      ...{ id: newId(), conferenceId: conference, personId: person, answer, reason, delegateId: delegate },
      ...{ revision, startsAt, answeredAt: now, recordedBy, viaKind: via?.kind ?? null },
      ...{ viaReference: via?.reference ?? null, viaDated: via?.dated ?? null },
    },
    select: { id: true },
  });
}

/** Many recorded together, each in place of what stood; three statements however many. */
export async function insertRecorded(
  store: StoreHandle,
  conference: ConferenceId,
  persons: readonly PersonId[],
  given: Pick<Reply, 'answer' | 'reason' | 'revision' | 'startsAt' | 'recordedBy'> & { via: Via; batch: string },
  now: Date,
): Promise<void> {
  const { via, batch, ...columns } = given;
  // In one order, so that two who record at once wait for each other.
  await client(store).$queryRaw`
    SELECT 1 FROM "conference_summons"
    WHERE "conferenceId" = ${conference}::uuid AND "personId" = ANY(${[...persons]}::uuid[])
    ORDER BY "id" FOR UPDATE`;
  await client(store).conferenceReply.updateMany({
    where: { conferenceId: conference, personId: { in: [...persons] }, supersededAt: null },
    data: { supersededAt: now },
  });
  await client(store).conferenceReply.createMany({
    data: persons.map((person) => ({
      ...columns,
      ...{ id: newId(), conferenceId: conference, personId: person, answeredAt: now, batchId: batch },
      ...{ viaKind: via.kind, viaReference: via.reference, viaDated: via.dated },
    })),
  });
}

/** What was recorded together stands no more, what stood before stands again; who has answered since is left alone. */
export async function takeBack(
  store: StoreHandle,
  conference: ConferenceId,
  batch: string,
  now: Date,
): Promise<readonly PersonId[]> {
  const rows = await client(store).conferenceReply.findMany({
    where: { conferenceId: conference, batchId: batch, supersededAt: null },
    select: { personId: true, answeredAt: true },
  });
  const [first] = rows;
  if (!first) return [];
  const persons = rows.map(({ personId }) => personId);
  await client(store).conferenceReply.updateMany({
    where: { conferenceId: conference, batchId: batch, supersededAt: null },
    data: { supersededAt: now },
  });
  await client(store).conferenceReply.updateMany({
    where: {
      ...{ conferenceId: conference, personId: { in: persons }, supersededAt: first.answeredAt },
      OR: [{ batchId: null }, { batchId: { not: batch } }],
    },
    data: { supersededAt: null },
  });
  return persons as PersonId[];
}

/** When a batch was recorded; null: it is unknown here. */
export async function recordedAt(store: StoreHandle, conference: ConferenceId, batch: string): Promise<Date | null> {
  const row = await client(store).conferenceReply.findFirst({
    where: { conferenceId: conference, batchId: batch },
    select: { answeredAt: true },
  });
  return row?.answeredAt ?? null;
}
