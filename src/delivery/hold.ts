/** The committee secretary holds back what has not gone out yet, and lets it go again. */
import { client } from '../database/client.ts';
import type { Viewer } from '../features/access/types.ts';
import type { StoreHandle } from '../kernel/act.ts';
import { isOpenTo } from './pending.ts';
import { type Sending, wake } from './send.ts';

/**
 * Waiting cards of the viewer's committee, but none that `pending` would not show them. Returns how many are held
 * or free now that were not before; a card that is on its way is neither. Free again, what is due goes out at once, and
 * what is no longer worth sending is dropped.
 */
export async function holdCards(
  store: StoreHandle,
  act: Sending,
  viewer: Viewer,
  which: { readonly ids: readonly string[]; readonly hold: boolean },
): Promise<number> {
  if (which.ids.length === 0) return 0;
  const where = {
    id: { in: [...which.ids] },
    workspaceId: viewer.workspace,
    committeeId: viewer.committee,
    state: 'waiting',
    heldAt: which.hold ? null : { not: null },
  };
  const cards = await client(store).delivery.findMany({ where, select: { id: true, kind: true, nomineeIds: true } });
  const ids = cards.filter((card) => isOpenTo(viewer, card)).map(({ id }) => id);
  const { count } = await client(store).delivery.updateMany({
    where: { ...where, id: { in: ids } },
    data: { heldAt: which.hold ? act.now : null },
  });
  if (count > 0 && !which.hold) await wake(store, act, act.now);
  return count;
}
