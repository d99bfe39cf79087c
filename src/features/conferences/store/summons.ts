/** Who is summoned to a conference at a revision. Whoever may see the conference may be told how many they are. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { type ConferenceId, newId, type PersonId } from '../../../kernel/ids.ts';
import type { Viewer } from '../../access/types.ts';
import type { NewSummons, Summoned } from '../types.ts';

const personColumns = { select: { id: true, fullName: true, member: { select: { isActive: true } } } } as const;

function at(revision: number) {
  return {
    fromRevision: { lte: revision },
    OR: [{ untilRevision: null }, { untilRevision: { gt: revision } }],
  };
}

/** In protocol order, then by name; the committee's viewer is checked by finding the conference first. */
export async function listSummoned(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  revision: number,
): Promise<readonly Summoned[]> {
  const rows = await client(store).conferenceSummons.findMany({
    where: { conferenceId: conference, conference: { committeeId: viewer.committee }, ...at(revision) },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
  });
  const people = await client(store).person.findMany({
    where: { id: { in: rows.map((row) => row.personId) } },
    ...personColumns,
  });
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.map((row) => ({
    person: row.personId as PersonId,
    fullName: byId.get(row.personId)?.fullName ?? '',
    post: row.post,
    counts: row.counts,
    rank: row.rank,
    since: row.fromRevision,
    isReachable: byId.get(row.personId)?.member?.isActive ?? false,
  }));
}

export interface OwnSummons {
  readonly post: string | null;
  readonly counts: boolean;
  /** The revision that first had this person on the list. */
  readonly since: number;
}

/** How many are summoned, and whether this person is: all that an invitation needs. */
export async function summonsOf(
  store: StoreHandle,
  viewer: Viewer,
  conference: ConferenceId,
  revision: number,
  person: PersonId | null,
): Promise<{ count: number; own: OwnSummons | null }> {
  const where = { conferenceId: conference, conference: { committeeId: viewer.committee }, ...at(revision) };
  const count = await client(store).conferenceSummons.count({ where });
  const own = person
    ? await client(store).conferenceSummons.findFirst({ where: { ...where, personId: person } })
    : null;
  return { count, own: own ? { post: own.post, counts: own.counts, since: own.fromRevision } : null };
}

/**
 * Of those summoned to each of these conferences at its revision, whoever was a member when they were put on the list, left
 * the committee before the start, and is none at `now`. Summoned again after that they are on the list like any guest.
 */
export async function leftSince(
  store: StoreHandle,
  conferences: readonly { readonly id: ConferenceId; readonly revision: number }[],
  now: Date,
): Promise<ReadonlyMap<ConferenceId, ReadonlySet<PersonId>>> {
  if (conferences.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly { id: ConferenceId; person: PersonId }[]>`
    SELECT c."id", s."personId" AS "person"
    FROM unnest(
      ${conferences.map(({ id }) => id)}::uuid[], ${conferences.map(({ revision }) => revision)}::int[]
    ) AS asked("id", "revision")
    JOIN "conference" c ON c."id" = asked."id"
    JOIN "conference_summons" s ON s."conferenceId" = c."id" AND s."fromRevision" <= asked."revision"
      AND (s."untilRevision" IS NULL OR s."untilRevision" > asked."revision")
    JOIN "conference_revision" added ON added."conferenceId" = c."id" AND added."number" = s."fromRevision"
    JOIN "conference_revision" called ON called."conferenceId" = c."id" AND called."number" = asked."revision"
    JOIN "membership" m ON m."committeeId" = c."committeeId" AND m."personId" = s."personId" AND m."validFrom" <= ${now}
    GROUP BY c."id", s."personId", added."announcedAt", called."startsAt"
    HAVING bool_and(COALESCE(m."validTo" <= ${now}, FALSE))
      AND max(m."validTo") > added."announcedAt" AND max(m."validTo") <= called."startsAt"`;
  const left = new Map<ConferenceId, Set<PersonId>>();
  for (const { id, person } of rows) left.set(id, (left.get(id) ?? new Set()).add(person));
  return left;
}

/** Of several conferences at their revisions: those to which the viewer's person is summoned, and since which revision. */
export async function summonedTo(
  store: StoreHandle,
  person: PersonId | null,
  conferences: readonly { id: ConferenceId; revision: number }[],
): Promise<ReadonlyMap<ConferenceId, number>> {
  if (!person) return new Map();
  const rows = await client(store).conferenceSummons.findMany({
    where: { personId: person, conferenceId: { in: conferences.map((one) => one.id) } },
    select: { conferenceId: true, fromRevision: true, untilRevision: true },
  });
  const found = conferences.flatMap(({ id, revision }) => {
    const row = rows.find(
      ({ conferenceId, fromRevision, untilRevision }) =>
        conferenceId === id && fromRevision <= revision && (untilRevision === null || untilRevision > revision),
    );
    return row ? [[id, row.fromRevision] as const] : [];
  });
  return new Map(found);
}

/** Who is summoned to several conferences at their revisions, in protocol order, since which revision. The caller found them. */
export async function summonedIn(
  store: StoreHandle,
  conferences: readonly { readonly id: ConferenceId; readonly revision: number }[],
): Promise<ReadonlyMap<ConferenceId, readonly Pick<Summoned, 'person' | 'since'>[]>> {
  if (conferences.length === 0) return new Map();
  const rows = await client(store).conferenceSummons.findMany({
    where: { OR: conferences.map(({ id, revision }) => ({ conferenceId: id, ...at(revision) })) },
    select: { conferenceId: true, personId: true, fromRevision: true },
    orderBy: [{ rank: 'asc' }, { id: 'asc' }],
  });
  const found = new Map<ConferenceId, Pick<Summoned, 'person' | 'since'>[]>();
  for (const { conferenceId, personId, fromRevision } of rows) {
    const id = conferenceId as ConferenceId;
    found.set(id, [...(found.get(id) ?? []), { person: personId as PersonId, since: fromRevision }]);
  }
  return found;
}

/** Every time that one of these people was put on the list of one of these conferences: since when, and until when. */
export async function placesOf(
  store: StoreHandle,
  viewer: Viewer,
  conferences: readonly ConferenceId[],
  persons: readonly PersonId[],
): Promise<readonly { conference: ConferenceId; person: PersonId; from: number; until: number | null }[]> {
  const rows = await client(store).conferenceSummons.findMany({
    where: {
      conferenceId: { in: [...conferences] },
      conference: { committeeId: viewer.committee },
      personId: { in: [...new Set(persons)] },
    },
    select: { conferenceId: true, personId: true, fromRevision: true, untilRevision: true },
  });
  return rows.map((row) => ({
    conference: row.conferenceId as ConferenceId,
    person: row.personId as PersonId,
    from: row.fromRevision,
    until: row.untilRevision,
  }));
}

/**
 * Somebody released in this same draft is taken back; somebody new is added; somebody whose standing is another one (counts
 * or not) is released and added. The same number of statements however many.
 */
export async function summon(
  store: StoreHandle,
  conference: ConferenceId,
  revision: number,
  people: readonly NewSummons[],
): Promise<void> {
  const persons = people.map((one) => one.person);
  await client(store).conferenceSummons.updateMany({
    where: { conferenceId: conference, personId: { in: persons }, untilRevision: revision },
    data: { untilRevision: null },
  });
  const there = await client(store).conferenceSummons.findMany({
    where: { conferenceId: conference, personId: { in: persons }, untilRevision: null },
    select: { personId: true, counts: true },
  });
  const standing = new Map(there.map((row) => [row.personId, row.counts]));
  const others = people.filter(({ person, counts }) => standing.has(person) && standing.get(person) !== counts);
  await release(
    store,
    conference,
    revision,
    others.map((one) => one.person),
  );
  for (const { person } of others) standing.delete(person);
  const already = new Set(standing.keys());
  await client(store).conferenceSummons.createMany({
    data: people
      .filter((one) => !already.has(one.person))
      .map(({ person, post, counts, rank }) => ({
        ...{ id: newId(), conferenceId: conference, personId: person, post, counts, rank, fromRevision: revision },
      })),
  });
}

/** From this revision on they are not summoned; whoever was only drafted into it leaves no trace. */
export async function release(
  store: StoreHandle,
  conference: ConferenceId,
  revision: number,
  persons: readonly PersonId[],
): Promise<void> {
  const where = { conferenceId: conference, personId: { in: [...persons] }, untilRevision: null };
  await client(store).conferenceSummons.deleteMany({ where: { ...where, fromRevision: revision } });
  await client(store).conferenceSummons.updateMany({ where, data: { untilRevision: revision } });
}

/** The draft of this revision is dropped: its list was never in force. */
export async function dropDraftedSummons(
  store: StoreHandle,
  conference: ConferenceId,
  revision: number,
): Promise<void> {
  await client(store).conferenceSummons.deleteMany({ where: { conferenceId: conference, fromRevision: revision } });
  await client(store).conferenceSummons.updateMany({
    where: { conferenceId: conference, untilRevision: revision },
    data: { untilRevision: null },
  });
}

/** Names of those who chair or are sent: they take part in the conference, whatever case of theirs is closed to whom. */
export async function namesOf(
  store: StoreHandle,
  viewer: Viewer,
  persons: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, string>> {
  const rows = await client(store).person.findMany({
    where: { id: { in: [...persons] }, workspaceId: viewer.workspace },
    select: { id: true, fullName: true },
  });
  return new Map(rows.map((row) => [row.id as PersonId, row.fullName]));
}
