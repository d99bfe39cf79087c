/** Sealing to a public key: an ephemeral X25519 key, HKDF-SHA256, AES-256-GCM. Nothing here is stored or logged. */
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  scrypt,
} from 'node:crypto';

export const keyLength = 32;
const tagLength = 16;
/** What sealing adds: the ephemeral public key and the authentication tag. */
export const sealOverhead = keyLength + tagLength;

/** A key that seals exactly one message, so that its nonce may be constant. */
const onlyNonce = new Uint8Array(12);

/** Both sides have to name the same context: what is sealed for one purpose opens for no other. */
export function seal(publicKey: Uint8Array, message: Uint8Array, context: string): Uint8Array {
  const ephemeral = generateKeyPairSync('x25519');
  const sender = rawPublicKey(ephemeral.publicKey);
  const key = messageKey(ephemeral.privateKey, { other: publicKey, sender, to: publicKey }, context);
  const cipher = createCipheriv('aes-256-gcm', key, onlyNonce);
  return Buffer.concat([sender, cipher.update(message), cipher.final(), cipher.getAuthTag()]);
}

/** Null: sealed for another key or another purpose, or changed on the way. */
export function unseal(secretKey: Uint8Array, sealed: Uint8Array, context: string): Uint8Array | null {
  if (sealed.length < sealOverhead) return null;
  const sender = sealed.subarray(0, keyLength);
  const privateKey = privateKeyOf(secretKey);
  const to = rawPublicKey(createPublicKey(privateKey));
  try {
    const key = messageKey(privateKey, { other: sender, sender, to }, context);
    const decipher = createDecipheriv('aes-256-gcm', key, onlyNonce);
    decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
    return Buffer.concat([decipher.update(sealed.subarray(keyLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    return null;
  }
}

/** X25519 takes any 32 bytes as a secret key. */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return rawPublicKey(createPublicKey(privateKeyOf(secretKey)));
}

/** About a tenth of a second and 32 MB on purpose: 66 bits behind it cannot be tried out. */
export async function secretKeyFromWords(words: readonly string[], salt: Uint8Array): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    scrypt(words.join(' '), salt, keyLength, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

interface Sides {
  readonly other: Uint8Array;
  readonly sender: Uint8Array;
  readonly to: Uint8Array;
}

function messageKey(privateKey: KeyObject, { other, sender, to }: Sides, context: string): Uint8Array {
  const shared = diffieHellman({ privateKey, publicKey: publicKeyObject(other) });
  const info = Buffer.concat([Buffer.from(context, 'utf8'), sender, to]);
  return new Uint8Array(hkdfSync('sha256', shared, new Uint8Array(), info, 32));
}

/** The fixed beginnings of the DER forms of X25519 keys (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex');

function privateKeyOf(secretKey: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, secretKey]), format: 'der', type: 'pkcs8' });
}

function publicKeyObject(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}

function rawPublicKey(key: KeyObject): Uint8Array {
  return key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
}
