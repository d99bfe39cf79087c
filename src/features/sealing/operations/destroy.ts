/** After the dispute period: papers and shares are deleted, and the holders are told to destroy their words. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { disputeBegan } from '../rules/dispute.ts';
import * as boxes from '../store/boxes.ts';
import type { Box } from '../types.ts';
import { cardKinds, keyholderCard } from './cards.ts';

/**
 * For the clockwork, every night. That nobody can read old backups any more comes from the words being destroyed, not
 * from the deletion.
 */
export async function destroyBoxes(store: StoreHandle, now: Date): Promise<void> {
  const due = await boxes.boxesToDestroy(store, disputeBegan(now));
  if (due.length === 0) return;
  const workspaces = new Map((await listWorkspaces(store)).map((workspace) => [workspace.id as string, workspace]));
  for (const box of due) {
    const workspace = workspaces.get(box.workspace);
    if (workspace) await destroyBox(clockworkAct(store, workspace, now), box);
  }
  await boxes.rewriteFiles(store);
}

async function destroyBox(act: Act, { id, state }: Box): Promise<void> {
  await inTransaction(act, async (tx) => {
    await boxes.holdBox(tx, id);
    if (!(await boxes.changeBox(tx, id, state, { state: 'destroyed', destroyedAt: act.now }))) return;
    const committee = await boxes.committeeOfBox(tx, id);
    if (!committee) return;
    await boxes.emptyBox(tx, id);
    const holders = await boxes.keyholdersOf(inside(act, tx).store, id);
    const cards = holders.map(({ person }) => keyholderCard(cardKinds.destroyWords, { id, committee }, person));
    await sendAll(tx, act, cards);
    await record(tx, act, {
      kind: 'sealing.destroyed',
      committee,
      subject: { kind: 'sealed-box', id },
      facts: {},
    });
    await refresh(tx, act, { kind: cardKinds.typeWords, ids: { box: id } });
  });
}
