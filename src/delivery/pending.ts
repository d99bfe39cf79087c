/** Who was not told yet, for the committee secretary: waiting, to be told outside the chat, or not reached. */
import { client } from '../database/client.ts';
import type { Viewer } from '../features/access/types.ts';
import type { StoreHandle } from '../kernel/act.ts';
import { toDelivery } from './rows.ts';
import type { Delivery, DeliveryState } from './types.ts';

const open: readonly DeliveryState[] = ['waiting', 'sending', 'undeliverable', 'unknown', 'no-account', 'not-allowed'];

/**
 * The committee's cards that did not arrive, oldest first. Cards that are about nothing but cases closed to the viewer are
 * left out; one about a whole list stays, because it is there without the closed case too. The caller has checked the right to see them; `state` narrows it: 'no-account' is "to be told outside the chat".
 */
export async function pending(
  store: StoreHandle,
  viewer: Viewer,
  which: { readonly state?: DeliveryState; readonly kind?: string } = {},
): Promise<readonly Delivery[]> {
  const rows = await client(store).delivery.findMany({
    where: {
      workspaceId: viewer.workspace,
      committeeId: viewer.committee,
      state: which.state ?? { in: [...open] },
      ...(which.kind && { kind: which.kind }),
    },
    orderBy: { sequence: 'asc' },
  });
  return rows.filter((row) => isOpenTo(viewer, row)).map(toDelivery);
}

/** A conference is there whatever stands on its agenda: without its cards a list would tell of a case on it. */
const thereInAnyCase = 'conferences.';
/** A vote is closed to whoever is recused from one of its candidates. */
const closedAsAWhole = 'ballots.';

/** Not about nothing but cases that are closed to the viewer. */
export function isOpenTo(
  viewer: Viewer,
  { kind, nomineeIds }: { readonly kind: string; readonly nomineeIds: readonly string[] },
): boolean {
  if (kind.startsWith(thereInAnyCase)) return true;
  const closed = new Set<string>(viewer.hiddenNominees);
  if (kind.startsWith(closedAsAWhole)) return !nomineeIds.some((nominee) => closed.has(nominee));
  return nomineeIds.length === 0 || nomineeIds.some((nominee) => !closed.has(nominee));
}

/** How far a batch is, for the card with "undo": how many still wait, how many went out. */
export async function batchProgress(
  store: StoreHandle,
  viewer: Viewer,
  batch: string,
): Promise<{ waiting: number; sent: number }> {
  const rows = await client(store).delivery.groupBy({
    by: ['state'],
    where: { workspaceId: viewer.workspace, batchId: batch },
    _count: true,
  });
  const count = (...states: DeliveryState[]): number =>
    rows.filter((row) => states.some((state) => state === row.state)).reduce((sum, row) => sum + row._count, 0);
  return { waiting: count('waiting'), sent: count('sending', 'sent', 'unknown') };
}
