/**
 * The secret key of an unnamed box, under the secret of the installation: whoever runs the bot could open its papers, and
 * that is said to everybody who sends one.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Bug } from '../../../kernel/errors.ts';
import type { BoxId } from '../types.ts';

const nonceLength = 12;
const authLength = 16;

export function hideKey(secret: Uint8Array, box: BoxId, secretKey: Uint8Array): Uint8Array {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', hidingKey(secret, box), nonce);
  return Buffer.concat([nonce, cipher.update(secretKey), cipher.final(), cipher.getAuthTag()]);
}

/** @throws Bug when it was changed, or belongs to another box. */
export function shownKey(secret: Uint8Array, box: BoxId, hidden: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', hidingKey(secret, box), hidden.subarray(0, nonceLength));
  decipher.setAuthTag(hidden.subarray(hidden.length - authLength));
  try {
    const body = hidden.subarray(nonceLength, hidden.length - authLength);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new Bug('the key of an unnamed box was changed from outside');
  }
}

function hidingKey(secret: Uint8Array, box: BoxId): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `quorate/unnamed/${box}`, 32));
}
