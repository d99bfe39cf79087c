/** For the clockwork: whether the committee can post in its channel. */
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import * as store from '../store.ts';

/** Keeps why it cannot; null: it can. False: that was known, so nobody has to be told again. */
export async function noteChannel(act: Act, committee: CommitteeId, loss: string | null): Promise<boolean> {
  return store.noteChannel(act.store, committee, loss);
}

/** The channel is gone for good, and another can be chosen. */
export async function releaseChannel(act: Act, committee: CommitteeId): Promise<void> {
  await store.dropChannel(act.store, committee);
}
