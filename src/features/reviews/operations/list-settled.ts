/** After the minute of undo: cards that were posted before the list of a round changed are worded again. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside, type StoreHandle } from '../../../kernel/act.ts';
import type { ReviewRoundId, WorkspaceId } from '../../../kernel/ids.ts';
import { dutyDone } from '../../deadlines/operations/cards.ts';
import { remindNewcomers } from '../../deadlines/operations/plan.ts';
import { clockworkAct, listWorkspaces } from '../../workspaces/operations/workspaces.ts';
import { findListChange } from '../store/list-changes.ts';
import type { ListChangeId } from '../types/nouns.ts';
import { cardKinds, roundSubject } from './cards.ts';

/** For the clockwork. A change that was undone meanwhile is nothing; twice is once. */
export async function settleListChange(
  store: StoreHandle,
  which: { readonly workspace: WorkspaceId; readonly change: ListChangeId },
  now: Date,
): Promise<void> {
  const home = (await listWorkspaces(store)).find(({ id }) => id === which.workspace);
  if (!home) return;
  const act = clockworkAct(store, home, now);
  await inTransaction(act, async (tx) => {
    const change = await findListChange(tx, which.change);
    if (change?.state !== 'applied') return;
    await redrawRound(inside(act, tx), change.round);
    // Who had answered and is asked again now.
    await remindNewcomers(inside(act, tx), { kind: roundSubject, id: change.round });
  });
}

/** Every card that says which list a round is about, or how many nominees it asks about. */
export async function redrawRound(act: Act, round: ReviewRoundId): Promise<void> {
  for (const kind of [cardKinds.invitation, cardKinds.passedOn, cardKinds.draftReady]) {
    await refresh(act.store, act, { kind, ids: { round } });
  }
  await dutyDone(act.store, act, { subject: { kind: roundSubject, id: round } });
}
