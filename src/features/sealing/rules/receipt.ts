/** Receipts: twelve letters and digits (60 bits) that cannot be mistaken for one another, and the tag that stands for one in the urn. */
import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import type { BoxId } from '../types.ts';

/** Base 32 without I, L, O and U (Crockford). */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const receiptLength = 12;
export const tagLength = 16;

export function newReceipt(): string {
  return Array.from({ length: receiptLength }, () => letters[randomInt(letters.length)]).join('');
}

/** As it was typed, in any case, with or without hyphens; null when it cannot be one. */
export function readReceipt(typed: string): string | null {
  const read = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  return read.length === receiptLength && [...read].every((letter) => letters.includes(letter)) ? read : null;
}

/** In three groups of four, as it is printed. */
export function printedReceipt(receipt: string): string {
  return receipt.match(/.{4}/g)?.join('-') ?? receipt;
}

export function tagOf(secret: Uint8Array, box: BoxId, receipt: string): Uint8Array {
  const key = new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `quorate/tag/${box}`, 32));
  return createHmac('sha256', key).update(receipt).digest().subarray(0, tagLength);
}
