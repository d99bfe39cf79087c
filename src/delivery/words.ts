/** Whether a posted card says already what it is to say: told by a fingerprint, for the words themselves are not kept. */
import { createHmac, hkdfSync } from 'node:crypto';
import type { Message } from '../chat/message.ts';
import type { MessageAddress } from '../chat/platform.ts';
import { client } from '../database/client.ts';
import type { StoreHandle } from '../kernel/act.ts';
import type { WorkspaceId } from '../kernel/ids.ts';
import type { Delivery } from './types.ts';

/** The same words on the same card give the same text, and without the installation's secret no name can be tried. */
export type Fingerprint = (card: Pick<Delivery, 'id'>, message: Message) => string;

export function fingerprintsWith(secret: Uint8Array): Fingerprint {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), 'quorate/card-words', 32));
  return ({ id }, { summary, blocks }) =>
    createHmac('sha256', key)
      .update(JSON.stringify([id, summary, blocks]))
      .digest('base64url');
}

/**
 * A click put other words in the place of this card. From then on it is drawn whenever that is wished: an answer and a
 * redraw that are on their way together arrive in any order, and what must be hidden has to be hidden.
 */
export async function noteReplaced(store: StoreHandle, workspace: WorkspaceId, at: MessageAddress): Promise<void> {
  await client(store).delivery.updateMany({
    where: { workspaceId: workspace, state: 'sent', address: { equals: at } },
    data: { isReplaced: true },
  });
}
