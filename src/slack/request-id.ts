/** The same click, command or form twice has the same id, so that a repeat is recognised. */
import { createHash } from 'node:crypto';

/** Shaped like a UUID, so that it fits wherever a form's own random id does. */
export function requestIdFrom(...parts: readonly (string | undefined)[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
