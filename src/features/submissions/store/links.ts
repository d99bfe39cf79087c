/** Addresses by which an authority without an account answers. Only the hash of their secret is stored. */
import { client } from '../../../database/client.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type WorkspaceId } from '../../../kernel/ids.ts';
import type { SubmissionId } from '../types.ts';

export async function insertLink(
  tx: StoreHandle,
  id: SubmissionId,
  link: { readonly hash: string; readonly createdAt: Date; readonly validUntil: Date },
): Promise<void> {
  // An address that is not used yet stops working when a new one is made.
  await client(tx).submissionLink.updateMany({
    where: { submissionId: id, spentAt: null },
    data: { spentAt: link.createdAt },
  });
  await client(tx).submissionLink.create({ data: { submissionId: id, ...link }, select: { hash: true } });
}

export interface FoundLink {
  readonly submission: SubmissionId;
  readonly committee: CommitteeId;
  readonly workspace: WorkspaceId;
  readonly validUntil: Date;
  readonly isSpent: boolean;
}

/** Before there is a viewer: whoever holds the secret address. Null: there is no such address. */
export async function findLink(store: StoreHandle, hash: string): Promise<FoundLink | null> {
  const row = await client(store).submissionLink.findUnique({
    where: { hash },
    include: { submission: { select: { committeeId: true } } },
  });
  if (!row) return null;
  const { committeeId } = row.submission;
  const home = await client(store).committee.findUniqueOrThrow({
    where: { id: committeeId },
    select: { workspaceId: true },
  });
  return {
    submission: asId(row.submissionId),
    committee: asId(committeeId),
    workspace: asId(home.workspaceId),
    validUntil: row.validUntil,
    isSpent: row.spentAt !== null,
  };
}

/** Of two who press at once one spends it. */
export async function spendLink(tx: StoreHandle, hash: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).submissionLink.updateMany({
    where: { hash, spentAt: null },
    data: { spentAt: now },
  });
  return count === 1;
}
