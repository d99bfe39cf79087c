/** Personal calendar addresses. Found by the hash of their secret: the only read here that begins without a viewer. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { newId, type PersonId, type WorkspaceId } from '../../../kernel/ids.ts';

export interface Feed {
  readonly workspace: WorkspaceId;
  readonly person: PersonId;
}

export async function findFeed(store: StoreHandle, secretHash: string): Promise<Feed | null> {
  const row = await client(store).calendarFeed.findFirst({ where: { secretHash, revokedAt: null } });
  return row ? { workspace: row.workspaceId as WorkspaceId, person: row.personId as PersonId } : null;
}

export async function hasFeed(store: StoreHandle, feed: Feed): Promise<boolean> {
  const { workspace: workspaceId, person: personId } = feed;
  return (await client(store).calendarFeed.count({ where: { workspaceId, personId, revokedAt: null } })) > 0;
}

export async function insertFeed(store: StoreHandle, feed: Feed, secretHash: string, now: Date): Promise<void> {
  const { workspace: workspaceId, person: personId } = feed;
  await client(store).calendarFeed.create({
    data: { id: newId(), workspaceId, personId, secretHash, createdAt: now },
    select: { id: true },
  });
}

/** False when there was none. */
export async function revokeFeed(store: StoreHandle, feed: Feed, now: Date): Promise<boolean> {
  const { workspace: workspaceId, person: personId } = feed;
  const changed = await client(store).calendarFeed.updateMany({
    where: { workspaceId, personId, revokedAt: null },
    data: { revokedAt: now },
  });
  return changed.count > 0;
}

/** Committees in which the person was ever summoned or sent: the feed looks at each through its own viewer. */
export async function committeesSummoning(store: StoreHandle, feed: Feed): Promise<readonly string[]> {
  const rows = await client(store).conference.findMany({
    where: {
      OR: [{ summons: { some: { personId: feed.person } } }, { replies: { some: { delegateId: feed.person } } }],
    },
    distinct: ['committeeId'],
    select: { committeeId: true },
  });
  return rows.map((row) => row.committeeId);
}
