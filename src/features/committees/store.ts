/** Committees and memberships. */

import { client } from '../../database/client.ts';
import type { Locale, StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, type MembershipId, newId, type PersonId, type WorkspaceId } from '../../kernel/ids.ts';
import type { Role, Viewer } from '../access/types.ts';
import { type Committee, CommitteeSettings, type Membership, type Profile } from './types.ts';

/** Which committee works in a channel. Its name is shown to everyone in the channel, so it needs no Viewer. */
export async function findByChannel(
  store: StoreHandle,
  workspace: WorkspaceId,
  channel: string,
): Promise<Committee | null> {
  const row = await client(store).committee.findFirst({
    where: { workspaceId: workspace, channelId: channel, closedAt: null },
  });
  return row ? toCommittee(row) : null;
}

/** Name and settings are no secret inside the workspace, so they need no Viewer. Closed ones too. */
export async function findHeader(
  store: StoreHandle,
  workspace: WorkspaceId,
  id: CommitteeId,
): Promise<Committee | null> {
  const row = await client(store).committee.findFirst({ where: { id, workspaceId: workspace } });
  return row ? toCommittee(row) : null;
}

/** The same of several, in one statement. */
export async function findHeaders(
  store: StoreHandle,
  workspace: WorkspaceId,
  ids: readonly CommitteeId[],
): Promise<ReadonlyMap<CommitteeId, Committee>> {
  const rows = await client(store).committee.findMany({ where: { id: { in: [...ids] }, workspaceId: workspace } });
  return new Map(rows.map(toCommittee).map((committee) => [committee.id, committee]));
}

/** Before a viewer exists: setting up and confirming. */
export async function findById(store: StoreHandle, workspace: WorkspaceId, id: CommitteeId): Promise<Committee | null> {
  const row = await client(store).committee.findFirst({ where: { id, workspaceId: workspace, closedAt: null } });
  return row ? toCommittee(row) : null;
}

/** The committees that a person belongs to now, by name. */
export async function listOfPerson(
  store: StoreHandle,
  workspace: WorkspaceId,
  person: PersonId,
  now: Date,
): Promise<readonly Committee[]> {
  const rows = await client(store).committee.findMany({
    where: {
      workspaceId: workspace,
      closedAt: null,
      memberships: { some: { personId: person, ...validAt(now) } },
    },
    orderBy: { name: 'asc' },
  });
  return rows.map(toCommittee);
}

/** All that are not closed. */
export async function listOfWorkspace(store: StoreHandle, workspace: WorkspaceId): Promise<readonly Committee[]> {
  const rows = await client(store).committee.findMany({
    where: { workspaceId: workspace, closedAt: null },
    orderBy: { createdAt: 'asc' },
  });
  return rows.map(toCommittee);
}

export async function insertCommittee(
  store: StoreHandle,
  workspace: WorkspaceId,
  committee: Omit<Committee, 'id' | 'isConfirmed' | 'version'>,
  at: { createdAt: Date; confirmedAt: Date | null },
): Promise<CommitteeId> {
  const id = newId<CommitteeId>();
  const { channel, ...rest } = committee;
  await client(store).committee.create({ data: { id, workspaceId: workspace, channelId: channel, ...rest, ...at } });
  return id;
}

export async function confirm(store: StoreHandle, id: CommitteeId, now: Date): Promise<boolean> {
  const changed = await client(store).committee.updateMany({
    where: { id, confirmedAt: null },
    data: { confirmedAt: now },
  });
  return changed.count > 0;
}

/** False: it is no longer the version that the caller saw. */
export async function changeCommittee(
  store: StoreHandle,
  viewer: Viewer,
  version: number,
  change: Partial<Pick<Committee, 'name' | 'locale' | 'zone' | 'country' | 'settings'>>,
  now: Date,
): Promise<boolean> {
  const { count } = await client(store).committee.updateMany({
    where: { id: viewer.committee, workspaceId: viewer.workspace, version },
    data: { ...change, version: { increment: 1 }, changedAt: now, changedBy: viewer.person },
  });
  return count === 1;
}

/** Who changed it last, and when. */
export async function lastChange(
  store: StoreHandle,
  viewer: Viewer,
): Promise<{ readonly by: PersonId | null; readonly at: Date | null }> {
  const row = await client(store).committee.findFirst({
    where: { id: viewer.committee, workspaceId: viewer.workspace },
    select: { changedBy: true, changedAt: true },
  });
  return { by: (row?.changedBy ?? null) as PersonId | null, at: row?.changedAt ?? null };
}

/** What is known of its channel from now on; false: it was known. `loss` null: it can be posted in. For the clockwork. */
export async function noteChannel(store: StoreHandle, id: CommitteeId, loss: string | null): Promise<boolean> {
  const isNews =
    loss === null ? { channelLoss: { not: null } } : { OR: [{ channelLoss: null }, { channelLoss: { not: loss } }] };
  const { count } = await client(store).committee.updateMany({ where: { id, ...isNews }, data: { channelLoss: loss } });
  return count === 1;
}

/** For the clockwork: another channel can be chosen. */
export async function dropChannel(store: StoreHandle, id: CommitteeId): Promise<void> {
  await client(store).committee.update({
    where: { id },
    data: { channelId: null, channelLoss: null },
    select: { id: true },
  });
}

/**
 * Members are changed and ended one act after the other until the transaction ends: otherwise two secretaries could end
 * each other's role at once.
 */
export async function holdMembers(tx: StoreHandle, committee: CommitteeId): Promise<void> {
  await client(tx).$queryRaw`SELECT 1 FROM "committee" WHERE "id" = ${committee}::uuid FOR NO KEY UPDATE`;
}

/** In protocol order. */
export async function listMembers(store: StoreHandle, viewer: Viewer, now: Date): Promise<readonly Membership[]> {
  return membersOf(store, viewer.committee, now);
}

/** In protocol order; for operations that run before a viewer exists or on behalf of the clockwork. */
export async function membersOf(store: StoreHandle, committee: CommitteeId, now: Date): Promise<readonly Membership[]> {
  return (await membersOfAll(store, [committee], now)).get(committee) ?? [];
}

/** Everybody who ever was a member, by the spans of what they were; the oldest first. */
export async function membersEver(store: StoreHandle, viewer: Viewer) {
  const rows = await client(store).membership.findMany({
    where: { committeeId: viewer.committee },
    select: { personId: true, roles: true, rank: true, validFrom: true, validTo: true },
    orderBy: [{ validFrom: 'asc' }, { validTo: { sort: 'asc', nulls: 'last' } }],
  });
  return rows.map(({ personId, roles, rank, validFrom, validTo }) => ({
    ...{ person: personId as PersonId, roles: roles as Role[], rank, from: validFrom, to: validTo },
  }));
}

/** Of these people those who were members once and are none now: when they left. */
export async function leftOf(
  store: StoreHandle,
  committee: CommitteeId,
  people: readonly PersonId[],
  now: Date,
): Promise<ReadonlyMap<PersonId, Date>> {
  const rows = await client(store).membership.findMany({
    where: { committeeId: committee, personId: { in: [...people] }, validFrom: { lte: now } },
    select: { personId: true, validTo: true },
    orderBy: { validTo: { sort: 'asc', nulls: 'last' } },
  });
  const last = new Map(rows.map(({ personId, validTo }) => [personId as PersonId, validTo]));
  return new Map([...last].flatMap(([person, at]) => (at && at <= now ? [[person, at] as const] : [])));
}

/** The members of several committees, in one statement. */
export async function membersOfAll(
  store: StoreHandle,
  committees: readonly CommitteeId[],
  now: Date,
): Promise<ReadonlyMap<CommitteeId, readonly Membership[]>> {
  if (committees.length === 0) return new Map();
  const rows = await client(store).$queryRaw<readonly (Membership & { readonly committee: CommitteeId })[]>`
    SELECT m."committeeId" AS "committee", m."id", m."personId" AS "person", p."fullName", m."post", m."roles", m."votes",
      m."rank", m."deputyId" AS "deputy", m."awayFrom", m."awayUntil",
      a."id" IS NOT NULL AS "hasAccount", COALESCE(a."isActive", FALSE) AS "isReachable"
    FROM "membership" m
    JOIN "person" p ON p."id" = m."personId"
    LEFT JOIN "member" a ON a."personId" = p."id"
    WHERE m."committeeId" = ANY (${[...committees]}::uuid[])
      AND m."validFrom" <= ${now} AND (m."validTo" IS NULL OR m."validTo" > ${now})
    ORDER BY m."rank", m."validFrom", m."id"`;
  const found = new Map<CommitteeId, Membership[]>();
  for (const { committee, ...member } of rows) found.set(committee, [...(found.get(committee) ?? []), member]);
  return found;
}

export async function insertMembership(
  store: StoreHandle,
  committee: CommitteeId,
  membership: Pick<Membership, 'person' | 'roles' | 'votes' | 'post' | 'rank'>,
  now: Date,
): Promise<MembershipId> {
  const id = newId<MembershipId>();
  const { person, roles, ...rest } = membership;
  await client(store).membership.create({
    data: { id, committeeId: committee, personId: person, roles: [...roles], ...rest, validFrom: now },
  });
  return id;
}

/** Who joined: somebody whom another act has added meanwhile is left as they are. */
export async function insertMemberships(
  store: StoreHandle,
  committee: CommitteeId,
  memberships: readonly Pick<Membership, 'person' | 'roles' | 'votes' | 'post' | 'rank'>[],
  now: Date,
): Promise<ReadonlySet<PersonId>> {
  if (memberships.length === 0) return new Set();
  const rows = await client(store).membership.createManyAndReturn({
    data: memberships
      .map(({ person, roles, votes, post, rank }) => ({
        ...{ id: newId(), committeeId: committee, personId: person, roles: [...roles], votes, post, rank },
        validFrom: now,
      }))
      // In one order, so that two who add the same people do not wait for each other.
      .sort((a, b) => (a.personId < b.personId ? -1 : 1)),
    skipDuplicates: true,
    select: { personId: true },
  });
  return new Set(rows.map((row) => row.personId as PersonId));
}

/** Ends the old row and begins a new one, so that "who held what on a day" stays known. */
export async function replaceMembership(
  store: StoreHandle,
  committee: CommitteeId,
  old: Membership,
  next: Pick<Membership, 'roles' | 'votes' | 'post' | 'rank'>,
  now: Date,
): Promise<void> {
  await endMembership(store, old.id, now);
  const id = newId<MembershipId>();
  await client(store).membership.create({
    data: {
      id,
      committeeId: committee,
      personId: old.person,
      roles: [...next.roles],
      votes: next.votes,
      post: next.post,
      rank: next.rank,
      deputyId: old.deputy,
      awayFrom: old.awayFrom,
      awayUntil: old.awayUntil,
      validFrom: now,
    },
  });
}

export async function endMembership(store: StoreHandle, id: MembershipId, now: Date): Promise<void> {
  await client(store).membership.update({ where: { id }, data: { validTo: now } });
}

export async function setAway(
  store: StoreHandle,
  person: PersonId,
  committees: readonly CommitteeId[],
  away: { from: Date | null; until: Date | null; deputy: PersonId | null },
  now: Date,
): Promise<number> {
  const changed = await client(store).membership.updateMany({
    where: { personId: person, committeeId: { in: [...committees] }, ...validAt(now) },
    data: { awayFrom: away.from, awayUntil: away.until, deputyId: away.deputy },
  });
  return changed.count;
}

function validAt(now: Date) {
  return { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
}

function toCommittee(row: {
  id: string;
  name: string;
  channelId: string | null;
  profile: string;
  locale: string;
  zone: string;
  country: string;
  settings: unknown;
  confirmedAt: Date | null;
  version: number;
}): Committee {
  const { name, zone, country, version } = row;
  return {
    id: row.id as CommitteeId,
    name,
    zone,
    country,
    version,
    channel: row.channelId,
    profile: row.profile as Profile,
    locale: row.locale as Locale,
    settings: CommitteeSettings.parse(row.settings),
    isConfirmed: row.confirmedAt !== null,
  };
}

export const committeesHoldPeople: HoldsPeople = {
  moves: [
    { table: 'membership', column: 'personId', shownAs: 'memberships', committee: 't."committeeId"' },
    { table: 'membership', column: 'deputyId' },
  ],
  clashes: [
    {
      kind: 'memberships',
      table: 'membership',
      column: 'personId',
      same: ['committeeId'],
      only: 't."validTo" IS NULL',
      committee: 't."committeeId"',
    },
  ],
  keeps: [
    {
      ...{ kind: 'memberships', table: 'membership', column: 'personId', committee: 't."committeeId"' },
      at: 't."validTo"',
    },
  ],
  stays: { 'committee.changedBy': 'who did it then' },
  told: {
    memberships: ['membership.personId', 'membership.deputyId'],
    recorded: ['committee.changedBy'],
  },
};
