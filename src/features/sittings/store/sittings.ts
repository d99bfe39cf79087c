/** Sittings with their items and seats. Items that would show a case closed to the viewer are not there. */
import { client } from '../../../database/client.ts';
import { Prisma } from '../../../database/generated/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type ConferenceId, type NomineeListId, newId, type PersonId } from '../../../kernel/ids.ts';
import { committeesIn, type Eyes, type Viewer } from '../../access/types.ts';
import type { Phase, Seat, Sitting, SittingItem, SittingItemId } from '../types.ts';

export async function findSitting(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<Sitting | null> {
  const row = await client(store).sitting.findFirst({
    where: { conferenceId: conference, committeeId: viewer.committee },
  });
  if (!row) return null;
  return {
    conference: row.conferenceId as ConferenceId,
    state: row.state as Phase,
    secretary: row.secretaryId as PersonId | null,
    begunAt: row.begunAt,
    isFrozen: row.frozenAt !== null,
  };
}

/** Who held the chair of these sittings at their end, and who their secretary was; by conference, in one statement. */
export async function whoHeld(
  store: StoreHandle,
  eyes: Eyes,
  conferences: readonly ConferenceId[],
): Promise<ReadonlyMap<ConferenceId, Held>> {
  if (conferences.length === 0) return new Map();
  const handed = (kind: 'chair-handed' | 'secretary-handed') => Prisma.sql`(
    SELECT e."personId" FROM "sitting_event" e
    WHERE e."conferenceId" = s."conferenceId" AND e."kind" = ${kind} AND e."struckAt" IS NULL
    ORDER BY e."at" DESC, e."serial" DESC LIMIT 1)`;
  const rows = await client(store).$queryRaw<readonly (Held & { readonly id: ConferenceId })[]>`
    SELECT s."conferenceId" AS "id", COALESCE(${handed('chair-handed')}, r."chairId") AS "chair",
      COALESCE(${handed('secretary-handed')}, s."secretaryId") AS "secretary"
    FROM "sitting" s
    JOIN "conference" c ON c."id" = s."conferenceId"
    JOIN "conference_revision" r ON r."conferenceId" = c."id" AND r."number" = c."revision"
    WHERE s."conferenceId" = ANY (${[...conferences]}::uuid[])
      AND s."committeeId" = ANY (${committeesIn(eyes)}::uuid[])`;
  return new Map(rows.map(({ id, chair, secretary }) => [id, { chair, secretary }]));
}

export interface Held {
  readonly chair: PersonId;
  readonly secretary: PersonId | null;
}

/** Those who run it wait for one another; those who say that they are here only wait for those who run it. */
export async function lockSitting(
  store: StoreHandle,
  conference: ConferenceId,
  for_: 'running' | 'arriving',
): Promise<void> {
  if (for_ === 'running') {
    await client(store).$queryRaw`SELECT 1 FROM "sitting" WHERE "conferenceId" = ${conference}::uuid FOR UPDATE`;
  } else {
    await client(store).$queryRaw`SELECT 1 FROM "sitting" WHERE "conferenceId" = ${conference}::uuid FOR SHARE`;
  }
}

/** False: there is one already. */
export async function insertSitting(
  store: StoreHandle,
  viewer: Viewer,
  sitting: Pick<Sitting, 'conference' | 'secretary' | 'begunAt'>,
): Promise<boolean> {
  const { conference: conferenceId, secretary: secretaryId, begunAt } = sitting;
  const { count } = await client(store).sitting.createMany({
    data: [{ conferenceId, committeeId: viewer.committee, state: 'roll-call', secretaryId, begunAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

export async function changeSitting(
  store: StoreHandle,
  conference: ConferenceId,
  change: { readonly state: Phase },
): Promise<void> {
  await client(store).sitting.updateMany({ where: { conferenceId: conference }, data: change });
}

export async function freezeSitting(store: StoreHandle, conference: ConferenceId, at: Date): Promise<void> {
  await client(store).sitting.updateMany({
    where: { conferenceId: conference, frozenAt: null },
    data: { frozenAt: at },
  });
}

/** All of them, to count by and to check against: what is shown is narrowed by whoever shows it. */
export async function listItems(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
): Promise<readonly SittingItem[]> {
  const rows = await client(store).sittingItem.findMany({
    where: { conferenceId: conference, sitting: { committeeId: viewer.committee } },
    orderBy: { place: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id as SittingItemId,
    place: row.place,
    text: row.text,
    list: row.listId as NomineeListId | null,
    inConsent: row.inConsent,
  }));
}

export async function insertItems(
  store: StoreHandle,
  conference: ConferenceId,
  items: readonly Omit<SittingItem, 'id'>[],
): Promise<readonly SittingItemId[]> {
  const rows = items.map((item) => ({
    id: newId<SittingItemId>(),
    conferenceId: conference,
    place: item.place,
    text: item.text,
    listId: item.list,
    inConsent: item.inConsent,
  }));
  await client(store).sittingItem.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** As frozen when it was opened under this revision; empty before that. */
export async function listSeats(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  revision: number,
): Promise<readonly Seat[]> {
  const rows = await client(store).sittingSeat.findMany({
    where: { conferenceId: conference, revision, sitting: { committeeId: viewer.committee } },
    orderBy: [{ rank: 'asc' }, { personId: 'asc' }],
  });
  const known = await peopleOf(
    store,
    viewer,
    rows.map((row) => row.personId as PersonId),
  );
  return rows.map((row) => ({
    ...nameOf(known, row.personId as PersonId),
    post: row.post,
    rank: row.rank,
    isSummoned: row.isSummoned,
    counts: row.counts,
    inPlaceOf: row.inPlaceOfId as PersonId | null,
  }));
}

export async function freezeSeats(
  store: StoreHandle,
  conference: ConferenceId,
  revision: number,
  seats: readonly Seat[],
): Promise<void> {
  await client(store).sittingSeat.createMany({
    data: seats.map((seat) => ({
      conferenceId: conference,
      revision,
      personId: seat.person,
      post: seat.post,
      rank: seat.rank,
      isSummoned: seat.isSummoned,
      counts: seat.counts,
      inPlaceOfId: seat.inPlaceOf,
    })),
    skipDuplicates: true,
  });
}

/** Those who take part in a sitting are named in it, whatever case of theirs is closed to whom. */
export async function seatsOfPeople(
  store: StoreHandle,
  viewer: Viewer,
  persons: readonly PersonId[],
): Promise<readonly Pick<Seat, 'person' | 'fullName' | 'isReachable' | 'post'>[]> {
  if (persons.length === 0) return [];
  const known = await peopleOf(store, viewer, persons);
  return persons.map((person) => ({ ...nameOf(known, person), post: known.get(person)?.statePost ?? null }));
}

async function peopleOf(store: StoreHandle, viewer: Viewer, persons: readonly PersonId[]) {
  const rows = await client(store).person.findMany({
    where: { id: { in: [...persons] }, workspaceId: viewer.workspace },
    select: { id: true, fullName: true, statePost: true, member: { select: { isActive: true } } },
  });
  return new Map(rows.map((row) => [row.id as PersonId, row]));
}

function nameOf(known: Awaited<ReturnType<typeof peopleOf>>, person: PersonId) {
  const row = known.get(person);
  return { person, fullName: row?.fullName ?? '', isReachable: row?.member?.isActive ?? false };
}

export async function isRegistered(store: StoreHandle, viewer: Viewer, person: PersonId): Promise<boolean> {
  return (await client(store).person.count({ where: { id: person, workspaceId: viewer.workspace } })) === 1;
}
