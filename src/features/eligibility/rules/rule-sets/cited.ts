/** Short ways to write a parameter with its source. */
import type { Confidence, LegalReference, Parameter, Source } from '../../types.ts';

type Detail = Omit<Source, 'reference'>;

export function confirmed<const T>(value: T, reference: LegalReference, detail: Detail = {}): Parameter<T> {
  return cited(value, 'confirmed', reference, detail);
}

export function partly<const T>(value: T, reference: LegalReference, detail: Detail = {}): Parameter<T> {
  return cited(value, 'partly', reference, detail);
}

export function unconfirmed<const T>(value: T, reference: LegalReference, detail: Detail = {}): Parameter<T> {
  return cited(value, 'unconfirmed', reference, detail);
}

function cited<T>(value: T, confidence: Confidence, reference: LegalReference, detail: Detail): Parameter<T> {
  return { value, confidence, source: { reference: reference.key, ...detail } };
}
