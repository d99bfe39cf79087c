/** The round's secret key in the hands of three, any two of whom open it: sealed twice for each ordered pair. */
import { randomBytes } from 'node:crypto';
import type { PersonId } from '../../../kernel/ids.ts';
import type { BoxId, Layer, Share, TakenKey } from '../types.ts';
import { keyLength, publicKeyOf, seal, unseal } from './seal.ts';

export const keyholderCount = 3;

export interface RoundKey {
  readonly publicKey: Uint8Array;
  /** In memory only, between its making and `shareOut`, and while papers are opened. */
  readonly secretKey: Uint8Array;
}

export function makeRoundKey(): RoundKey {
  const secretKey = randomBytes(keyLength);
  return { secretKey, publicKey: publicKeyOf(secretKey) };
}

export function shareOut(
  box: BoxId,
  secretKey: Uint8Array,
  holders: readonly (Pick<TakenKey, 'publicKey'> & { readonly person: PersonId })[],
): readonly Share[] {
  return holders.flatMap((outer) =>
    holders
      .filter((inner) => inner.person !== outer.person)
      .map((inner) => {
        const layer = seal(inner.publicKey, secretKey, layerContext(box, inner.person));
        const context = shareContext(box, outer.person, inner.person);
        return { outer: outer.person, inner: inner.person, sealed: seal(outer.publicKey, layer, context) };
      }),
  );
}

/** What the first of two leaves for the others: still sealed for each of them. Null: not their key. */
export function peelOuter(
  box: BoxId,
  by: PersonId,
  secretKey: Uint8Array,
  shares: readonly Share[],
): readonly Layer[] | null {
  const layers = shares
    .filter(({ outer }) => outer === by)
    .map(({ inner, sealed }) => ({
      peeledBy: by,
      inner,
      sealed: unseal(secretKey, sealed, shareContext(box, by, inner)),
    }));
  return layers.every(isWhole) ? layers : null;
}

/** The round's secret key, from the layer that another holder left for this one. Null: not their key. */
export function peelInner(box: BoxId, by: PersonId, secretKey: Uint8Array, layer: Layer): Uint8Array | null {
  return unseal(secretKey, layer.sealed, layerContext(box, by));
}

function isWhole(layer: { readonly sealed: Uint8Array | null }): layer is Layer {
  return layer.sealed !== null;
}

function shareContext(box: BoxId, outer: PersonId, inner: PersonId): string {
  return `quorate/share/${box}/${outer}/${inner}`;
}

function layerContext(box: BoxId, inner: PersonId): string {
  return `quorate/layer/${box}/${inner}`;
}
