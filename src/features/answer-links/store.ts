/** Addresses by which somebody without an account answers. Only the hash of their secret is stored. */
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import { asId, type CommitteeId, type WorkspaceId } from '../../kernel/ids.ts';
import type { LinkSubject } from './types.ts';

export async function insertLink(
  tx: StoreHandle,
  committee: CommitteeId,
  subject: LinkSubject,
  link: { readonly hash: string; readonly createdAt: Date; readonly validUntil: Date },
): Promise<void> {
  const of = { subjectKind: subject.kind, subjectId: subject.id };
  // An address that is not used yet stops working when a new one is made.
  await client(tx).answerLink.updateMany({ where: { ...of, spentAt: null }, data: { spentAt: link.createdAt } });
  await client(tx).answerLink.create({ data: { ...of, committeeId: committee, ...link }, select: { hash: true } });
}

export interface FoundLink {
  readonly subject: LinkSubject;
  readonly committee: CommitteeId;
  readonly workspace: WorkspaceId;
  readonly validUntil: Date;
  readonly isSpent: boolean;
}

/** Before there is a viewer: whoever holds the secret address. Null: there is no such address. */
export async function findLink(store: StoreHandle, hash: string): Promise<FoundLink | null> {
  const row = await client(store).answerLink.findUnique({ where: { hash } });
  if (!row) return null;
  const home = await client(store).committee.findUniqueOrThrow({
    where: { id: row.committeeId },
    select: { workspaceId: true },
  });
  return {
    subject: { kind: row.subjectKind, id: row.subjectId },
    committee: asId(row.committeeId),
    workspace: asId(home.workspaceId),
    validUntil: row.validUntil,
    isSpent: row.spentAt !== null,
  };
}

/** From when to when each address was good for reading, by subject; the oldest first. */
export async function listLinks(
  store: StoreHandle,
  kind: string,
  ids: readonly string[],
): Promise<readonly { readonly subject: string; readonly createdAt: Date; readonly endedAt: Date }[]> {
  const rows = await client(store).answerLink.findMany({
    where: { subjectKind: kind, subjectId: { in: [...ids] } },
    orderBy: [{ createdAt: 'asc' }, { validUntil: 'asc' }],
  });
  return rows.map(({ subjectId, createdAt, validUntil, spentAt }) => ({
    ...{ subject: subjectId, createdAt },
    endedAt: spentAt !== null && spentAt < validUntil ? spentAt : validUntil,
  }));
}

/** Of two who press at once one spends it. */
export async function spendLink(tx: StoreHandle, hash: string, now: Date): Promise<boolean> {
  const { count } = await client(tx).answerLink.updateMany({
    where: { hash, spentAt: null },
    data: { spentAt: now },
  });
  return count === 1;
}
