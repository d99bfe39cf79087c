/** Previews of pasted lists. Only whoever made one reads it, in the committee it was made for, until it expires. */

import { z } from 'zod';
import { client } from '../../database/client.ts';
import type { ImportPreview as ImportPreviewRow } from '../../database/generated/client.ts';
import type { StoreHandle } from '../../kernel/act.ts';
import type { HoldsPeople } from '../../kernel/held-people.ts';
import { type CommitteeId, newId, type PersonId, type PlanId } from '../../kernel/ids.ts';
import type { Viewer } from '../access/types.ts';
import { DevelopmentList, type Meant } from './types/development.ts';
import { Fault, type ImportPreviewId, PassedOver, type Preview, type ReadList, ReadRow } from './types/people.ts';

const StoredList = z.object({
  rows: z.array(ReadRow),
  faults: z.array(Fault),
  passedOver: z.array(PassedOver),
  ignored: z.array(z.string()),
});

type Kept = Pick<Preview, 'plan' | 'createdBy' | 'expiresAt'>;

export async function insertPreview(
  tx: StoreHandle,
  viewer: Viewer,
  { list, ...kept }: Kept & { readonly list: ReadList },
  now: Date,
): Promise<ImportPreviewId> {
  return insertRows(tx, viewer, { ...kept, listKind: 'people', rows: StoredList.parse(list) }, now);
}

export async function insertDevelopment(
  tx: StoreHandle,
  viewer: Viewer,
  { list, ...kept }: Kept & { readonly list: DevelopmentList },
  now: Date,
): Promise<ImportPreviewId> {
  return insertRows(tx, viewer, { ...kept, listKind: list.list, rows: DevelopmentList.parse(list) }, now);
}

async function insertRows(
  tx: StoreHandle,
  viewer: Viewer,
  { plan, ...kept }: Kept & { readonly listKind: string; readonly rows: object },
  now: Date,
): Promise<ImportPreviewId> {
  const id = newId<ImportPreviewId>();
  const { workspace: workspaceId, committee: committeeId } = viewer;
  await client(tx).importPreview.create({
    data: { id, workspaceId, committeeId, planId: plan, ...kept, createdAt: now },
  });
  return id;
}

/** Null: used, expired, somebody else's, of another committee, or a list of something else. */
export async function findPreview(
  store: StoreHandle,
  viewer: Viewer,
  id: ImportPreviewId,
  now: Date,
): Promise<(Preview & { readonly meant: Meant }) | null> {
  const row = await findRow(store, viewer, id, now);
  return row?.listKind === 'people' ? { ...keptOf(row), list: StoredList.parse(row.rows) } : null;
}

/** Null as above. */
export async function findDevelopment(
  store: StoreHandle,
  viewer: Viewer,
  id: ImportPreviewId,
  now: Date,
): Promise<(Omit<Preview, 'list'> & { readonly list: DevelopmentList; readonly meant: Meant }) | null> {
  const row = await findRow(store, viewer, id, now);
  return row && row.listKind !== 'people' ? { ...keptOf(row), list: DevelopmentList.parse(row.rows) } : null;
}

/** What was said of lines of it, in place of what was said before. */
export async function keepMeant(tx: StoreHandle, id: ImportPreviewId, meant: Meant): Promise<void> {
  await client(tx).importPreview.updateMany({ where: { id }, data: { meant: Object.fromEntries(meant) } });
}

function findRow(store: StoreHandle, viewer: Viewer, id: ImportPreviewId, now: Date) {
  return client(store).importPreview.findFirst({
    where: {
      id,
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      createdBy: viewer.person ?? '00000000-0000-0000-0000-000000000000',
      expiresAt: { gt: now },
    },
  });
}

function keptOf(row: ImportPreviewRow) {
  const meant = z.record(z.string(), z.string()).parse(row.meant ?? {});
  return {
    id: row.id as ImportPreviewId,
    committee: row.committeeId as CommitteeId,
    plan: row.planId as PlanId | null,
    createdBy: row.createdBy as PersonId,
    meant: new Map(Object.entries(meant).map(([line, who]) => [Number(line), who as PersonId | 'nobody'])),
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
