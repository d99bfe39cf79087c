/** The cards to key-holders: their kinds and keys in one place, because "said once" means one key. */
import { refresh, type Sending } from '../../../delivery/send.ts';
import type { Card } from '../../../delivery/types.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import type { Box } from '../types.ts';

export const cardKinds = {
  takeKey: 'sealing.take-key',
  typeWords: 'sealing.type-words',
  destroyWords: 'sealing.destroy-words',
} as const;

export function keyholderCard(
  kind: (typeof cardKinds)[keyof typeof cardKinds],
  box: Pick<Box, 'id' | 'committee'>,
  person: PersonId,
): Card {
  return {
    kind,
    ids: { box: box.id },
    to: { person },
    committee: box.committee,
    key: `${kind}:${box.id}:${person}`,
  };
}

/**
 * A case was closed or opened to somebody: cards that ask them for a key or for their words are worded again. A holder who
 * may no longer know what the papers are about still holds the key, and reads “sealed papers of your committee”.
 */
export async function redrawKeyCardsOf(
  tx: StoreHandle,
  act: Sending,
  { committee, person }: { readonly committee: CommitteeId; readonly person: PersonId },
): Promise<void> {
  for (const kind of Object.values(cardKinds)) {
    await refresh(tx, act, { kind, persons: [person], committees: [committee] });
  }
}
