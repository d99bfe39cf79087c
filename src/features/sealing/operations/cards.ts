/** The cards to key-holders: their kinds and keys in one place, because "said once" means one key. */
import type { Card } from '../../../delivery/types.ts';
import type { PersonId } from '../../../kernel/ids.ts';
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
