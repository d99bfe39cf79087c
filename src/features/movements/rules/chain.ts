/** The vacancy that a move opens, and the order of a chain. */
import { foldName } from '../../../i18n/names.ts';
import type { Movement, MovementState } from '../types.ts';

/** Not refused, not sent back, not withdrawn: it is meant to happen. */
export const liveStates: readonly MovementState[] = ['suggested', 'planned', 'approved'];

export function isLive({ state }: Pick<Movement, 'state'>): boolean {
  return liveStates.includes(state);
}

/** The post that it leaves empty and nobody is meant to fill yet; null: there is none. */
export function vacancyOf(movement: Movement, chain: readonly Movement[]): { unit: string; post: string } | null {
  if (!movement.fromPost || !isLive(movement)) return null;
  const isFilled = chain.some((other) => other.after === movement.id && isLive(other));
  return isFilled ? null : { unit: movement.fromUnit, post: movement.fromPost };
}

/** The first move first; what follows from one stands after it. One whose forerunner the reader may not see begins anew. */
export function inChainOrder(chain: readonly Movement[]): readonly Movement[] {
  const ids = new Set(chain.map(({ id }) => id));
  const ordered: Movement[] = [];
  function follow(movement: Movement): void {
    ordered.push(movement);
    for (const next of chain) if (next.after === movement.id) follow(next);
  }
  for (const movement of chain) if (!movement.after || !ids.has(movement.after)) follow(movement);
  return ordered;
}

/** A position of a plan is this post: by its title, with or without the unit behind it. */
export function isSamePost(title: string, vacancy: { readonly unit: string; readonly post: string }): boolean {
  const wanted = foldName(title);
  return [vacancy.post, `${vacancy.post} ${vacancy.unit}`, `${vacancy.post}, ${vacancy.unit}`].some(
    (post) => foldName(post) === wanted,
  );
}
