/** The head of each workspace's chain as the nightly check last found it in order: what the next check is held against. */
import { client } from '../database/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { WorkspaceId } from '../kernel/ids.ts';
import type { Head } from './types.ts';

/** Null: never checked yet. */
export async function verifiedHead(store: StoreHandle, workspace: WorkspaceId): Promise<Head | null> {
  const row = await client(store).auditHead.findUnique({ where: { workspaceId: workspace } });
  return row && { count: row.count, hash: row.hash };
}

/** Only of a chain that was found in order, an earlier head included. */
export async function keepVerifiedHead(
  store: StoreHandle,
  workspace: WorkspaceId,
  head: Head,
  now: Date,
): Promise<void> {
  const row = { ...head, verifiedAt: now };
  await client(store).auditHead.upsert({
    where: { workspaceId: workspace },
    create: { workspaceId: workspace, ...row },
    update: row,
  });
}
