/** Previews of pasted lists. Only whoever made one reads it, in the committee it was made for, until it expires. */

import { z } from 'zod';
import { client } from '../../database/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId, type PlanId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import { Fault, type ImportPreviewId, PassedOver, type Preview, type ReadList, ReadRow } from './types.ts';

const StoredList = z.object({
  rows: z.array(ReadRow),
  faults: z.array(Fault),
  passedOver: z.array(PassedOver),
  ignored: z.array(z.string()),
});

export async function insertPreview(
  tx: StoreHandle,
  viewer: Viewer,
  preview: Pick<Preview, 'plan' | 'createdBy' | 'expiresAt'> & { list: ReadList },
  now: Date,
): Promise<ImportPreviewId> {
  const id = newId<ImportPreviewId>();
  const { list, plan, createdBy, expiresAt } = preview;
  await client(tx).importPreview.create({
    data: {
      id,
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      planId: plan,
      createdBy,
      rows: StoredList.parse(list),
      createdAt: now,
      expiresAt,
    },
  });
  return id;
}

/** Null: used, expired, somebody else's, or of another committee. */
export async function findPreview(
  store: StoreHandle,
  viewer: Viewer,
  id: ImportPreviewId,
  now: Date,
): Promise<Preview | null> {
  const row = await client(store).importPreview.findFirst({
    where: {
      id,
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      createdBy: viewer.person ?? '00000000-0000-0000-0000-000000000000',
      expiresAt: { gt: now },
    },
  });
  if (!row) return null;
  return {
    id: row.id as ImportPreviewId,
    committee: row.committeeId as CommitteeId,
    plan: row.planId as PlanId | null,
    createdBy: row.createdBy as PersonId,
    list: StoredList.parse(row.rows),
    expiresAt: row.expiresAt,
  };
}

/** False: somebody was faster. Holds the row until the transaction ends, so that of two clicks one finds nothing. */
export async function usePreview(tx: StoreHandle, id: ImportPreviewId): Promise<boolean> {
  const { count } = await client(tx).importPreview.deleteMany({ where: { id } });
  return count === 1;
}

/** Personal data of lists that nobody confirmed. */
export async function deleteExpired(store: StoreHandle, now: Date): Promise<number> {
  const { count } = await client(store).importPreview.deleteMany({ where: { expiresAt: { lte: now } } });
  return count;
}

export const importsHoldPeople: HoldsPeople = {
  moves: [{ table: 'import_preview', column: 'createdBy' }],
  clashes: [],
  stays: {},
  told: {
    recorded: ['import_preview.createdBy'],
  },
};
