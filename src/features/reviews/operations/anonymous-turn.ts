/** Cards of open anonymous rounds are worded again for everybody at once: a card that changed alone would say when. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { inside, type StoreHandle } from '../../../kernel/act.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { openAnonymousRounds } from '../store/anonymous.ts';
import { cardKinds, roundSubject } from './cards.ts';

/** For the clockwork, at a fixed hour of each day. Sending does not depend on it: it only shows on the card. */
export async function turnAnonymousCards(store: StoreHandle, now: Date): Promise<void> {
  const open = await openAnonymousRounds(store);
  if (open.length === 0) return;
  const workspaces = await listWorkspaces(store);
  for (const { id, workspace } of open) {
    const home = workspaces.find((one) => one.id === workspace);
    if (!home) continue;
    const act = clockworkAct(store, home, now);
    await inTransaction(act, async (tx) => {
      const here = inside(act, tx);
      await refresh(tx, here, { kind: cardKinds.invitation, ids: { round: id } });
      await dutyDone(tx, here, { subject: { kind: roundSubject, id } });
    });
  }
}
