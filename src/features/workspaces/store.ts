/** Workspaces and chat accounts. Reads take no Viewer: they hold what the chat platform shows to everyone there. */

import { client } from '../../database/client.ts';
import type { Locale, StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, type MemberId, newId, type PersonId, type WorkspaceId } from '../../kernel/ids.ts';
import type { Member, Workspace } from './types.ts';

export { findTones } from '../../database/tones.ts';

/** Of an account that the platform has not told about yet. */
export const neverChecked = new Date(0);

export interface AccountRow {
  readonly workspace: Workspace;
  readonly member: (Member & { readonly checkedAt: Date }) | null;
}

/** The workspace and the account in it, in one statement; null when the workspace is not known or was left. */
export async function findAccount(
  store: StoreHandle,
  at: { platform: string; team: string; user: string },
): Promise<AccountRow | null> {
  const row = await client(store).workspace.findUnique({
    where: { platform_platformId: { platform: at.platform, platformId: at.team } },
    include: { members: { where: { platformId: at.user } } },
  });
  if (!row || row.removedAt) return null;
  const member = row.members[0];
  return { workspace: toWorkspace(row), member: member ? { ...toMember(member), checkedAt: member.checkedAt } : null };
}

export async function upsertWorkspace(
  store: StoreHandle,
  workspace: Omit<Workspace, 'id'>,
  now: Date,
): Promise<Workspace> {
  const { platform, platformId } = workspace;
  const row = await client(store).workspace.upsert({
    where: { platform_platformId: { platform, platformId } },
    create: { id: newId<WorkspaceId>(), ...workspace, createdAt: now },
    update: { name: workspace.name, removedAt: null },
  });
  return toWorkspace(row);
}

export async function upsertMember(
  store: StoreHandle,
  workspace: WorkspaceId,
  user: string,
  facts: Omit<Member, 'id' | 'user' | 'person' | 'isKnown'> & { checkedAt: Date },
): Promise<Member> {
  const row = await client(store).member.upsert({
    where: { workspaceId_platformId: { workspaceId: workspace, platformId: user } },
    create: { id: newId<MemberId>(), workspaceId: workspace, platformId: user, ...facts },
    update: facts,
  });
  return toMember(row);
}

/** The same for several, in three statements; rows that the platform had not told about yet are written anew. */
export async function upsertMembers(
  store: StoreHandle,
  workspace: WorkspaceId,
  accounts: readonly (Omit<Member, 'id' | 'person' | 'isKnown'> & { checkedAt: Date })[],
): Promise<readonly Member[]> {
  if (accounts.length === 0) return [];
  const rows = accounts.map(({ user, ...facts }) => ({ workspaceId: workspace, platformId: user, ...facts }));
  const users = accounts.map(({ user }) => user);
  const unread = await client(store).member.findMany({
    where: { workspaceId: workspace, platformId: { in: users }, checkedAt: neverChecked },
    select: { id: true, platformId: true },
  });
  for (const { id, platformId } of unread) {
    const row = rows.find((one) => one.platformId === platformId);
    if (row) await client(store).member.update({ where: { id }, data: row, select: { id: true } });
  }
  await client(store).member.createMany({
    data: rows.map((row) => ({ id: newId<MemberId>(), ...row })),
    skipDuplicates: true,
  });
  return findMembers(store, workspace, users);
}

export async function linkPersons(
  store: StoreHandle,
  links: readonly { readonly member: MemberId; readonly person: PersonId }[],
): Promise<void> {
  const [members, persons] = [links.map(({ member }) => member), links.map(({ person }) => person)];
  await client(store).$executeRaw`
    UPDATE "member" m SET "personId" = l."person"
    FROM unnest(${members}::uuid[], ${persons}::uuid[]) AS l ("member", "person") WHERE m."id" = l."member"`;
}

export async function findMembers(
  store: StoreHandle,
  workspace: WorkspaceId,
  users: readonly string[],
): Promise<readonly Member[]> {
  const rows = await client(store).member.findMany({
    where: { workspaceId: workspace, platformId: { in: [...users] } },
  });
  return rows.map(toMember);
}

export async function findMember(store: StoreHandle, workspace: WorkspaceId, id: MemberId): Promise<Member | null> {
  const row = await client(store).member.findFirst({ where: { id, workspaceId: workspace } });
  return row ? toMember(row) : null;
}

/** Held until the transaction ends, in one order: an account's first two acts at once make one person of it, not two. */
export async function holdMembers(
  tx: StoreHandle,
  workspace: WorkspaceId,
  ids: readonly MemberId[],
): Promise<readonly Member[]> {
  await client(tx).$queryRaw`
    SELECT 1 FROM "member" WHERE "id" = ANY (${[...ids]}::uuid[]) ORDER BY "id" FOR NO KEY UPDATE`;
  const rows = await client(tx).member.findMany({ where: { id: { in: [...ids] }, workspaceId: workspace } });
  return rows.map(toMember);
}

/** The chat account of a person, if there is one. */
export async function findMemberOfPerson(
  store: StoreHandle,
  workspace: WorkspaceId,
  person: PersonId,
): Promise<Member | null> {
  const row = await client(store).member.findFirst({ where: { personId: person, workspaceId: workspace } });
  return row ? toMember(row) : null;
}

/** Held until the transaction ends: of two that hear the same news one is first. Null: we have no row of it. */
export async function holdAccount(tx: StoreHandle, workspace: WorkspaceId, user: string): Promise<Member | null> {
  await client(tx).$executeRaw`
    SELECT 1 FROM "member" WHERE "workspaceId" = ${workspace}::uuid AND "platformId" = ${user} FOR UPDATE`;
  const [member] = await findMembers(tx, workspace, [user]);
  return member ?? null;
}

export async function findWorkspace(
  store: StoreHandle,
  team: { platform: string; id: string },
): Promise<Workspace | null> {
  const row = await client(store).workspace.findUnique({
    where: { platform_platformId: { platform: team.platform, platformId: team.id } },
  });
  return row && !row.removedAt ? toWorkspace(row) : null;
}

export async function findMembersOfPersons(
  store: StoreHandle,
  workspace: WorkspaceId,
  persons: readonly PersonId[],
): Promise<readonly Member[]> {
  if (persons.length === 0) return [];
  const rows = await client(store).member.findMany({
    where: { workspaceId: workspace, personId: { in: [...persons] } },
  });
  return rows.map(toMember);
}

export async function findChosenCommittee(store: StoreHandle, member: MemberId): Promise<CommitteeId | null> {
  const row = await client(store).member.findUnique({ where: { id: member }, select: { committeeId: true } });
  return (row?.committeeId ?? null) as CommitteeId | null;
}

export async function chooseCommittee(store: StoreHandle, member: MemberId, committee: CommitteeId): Promise<void> {
  await client(store).member.update({ where: { id: member }, data: { committeeId: committee } });
}

export async function markRemoved(store: StoreHandle, workspace: WorkspaceId, now: Date): Promise<void> {
  await client(store).workspace.update({ where: { id: workspace }, data: { removedAt: now } });
}

export async function listWorkspaces(store: StoreHandle): Promise<readonly Workspace[]> {
  const rows = await client(store).workspace.findMany({ where: { removedAt: null }, orderBy: { createdAt: 'asc' } });
  return rows.map(toWorkspace);
}

function toWorkspace(row: {
  id: string;
  platform: string;
  platformId: string;
  name: string;
  locale: string;
  zone: string;
}): Workspace {
  const { platform, platformId, name, zone } = row;
  return { id: row.id as WorkspaceId, platform, platformId, name, zone, locale: row.locale as Locale };
}

function toMember(row: {
  id: string;
  platformId: string;
  displayName: string;
  locale: string | null;
  zone: string | null;
  isAdmin: boolean;
  isOutsider: boolean;
  isActive: boolean;
  personId: string | null;
  checkedAt: Date;
}): Member {
  const { displayName, zone, isAdmin, isOutsider, isActive } = row;
  return {
    id: row.id as MemberId,
    user: row.platformId,
    displayName,
    zone,
    isAdmin,
    isOutsider,
    isActive,
    isKnown: row.checkedAt > neverChecked,
    locale: row.locale as Locale | null,
    person: row.personId as PersonId | null,
  };
}

export const workspacesHoldPeople: HoldsPeople = {
  moves: [{ table: 'member', column: 'personId', shownAs: 'account' }],
  clashes: [{ kind: 'accounts', table: 'member', column: 'personId', same: ['workspaceId'], committee: null }],
  stays: {},
  erases: [
    {
      table: 'member',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"displayName" = $2, "platformId" = 'erased:' || t."id", "personId" = NULL, "isActive" = false`,
    },
  ],
  told: {
    account: ['member.personId'],
  },
};
