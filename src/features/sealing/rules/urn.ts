/** The urn as it is stored: records of one length, sorted by tag, under a key that only an instance of this bot has. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Bug } from '../../../kernel/errors.ts';
import type { BoxId, PaperSize, UrnRecord } from '../types.ts';
import { sealedLength } from './paper.ts';
import { tagLength } from './receipt.ts';

const nonceLength = 12;
const authLength = 16;

export interface UrnPlace {
  readonly box: BoxId;
  readonly chunk: number;
  readonly paperSize: PaperSize;
}

/** The urn is sorted by tag on every write, because the order of records alone would identify their authors. */
export function writeUrn(secret: Uint8Array, place: UrnPlace, records: readonly UrnRecord[]): Uint8Array {
  const sorted = [...records].sort((a, b) => Buffer.compare(a.tag, b.tag));
  const isEven = sorted.every(({ tag, box }) => tag.length + box.length === recordLength(place));
  if (!isEven) throw new Bug('records of an urn have one length');
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', urnKey(secret, place.box), nonce);
  cipher.setAAD(Buffer.from(`quorate/urn/${place.box}/${place.chunk}`, 'utf8'));
  const plain = Buffer.concat(sorted.flatMap(({ tag, box }) => [tag, box]));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Throws Bug when the urn was changed by anybody but the bot, or belongs elsewhere. */
export function readUrn(secret: Uint8Array, place: UrnPlace, stored: Uint8Array): readonly UrnRecord[] {
  const decipher = createDecipheriv('aes-256-gcm', urnKey(secret, place.box), stored.subarray(0, nonceLength));
  decipher.setAAD(Buffer.from(`quorate/urn/${place.box}/${place.chunk}`, 'utf8'));
  decipher.setAuthTag(stored.subarray(stored.length - authLength));
  let plain: Buffer;
  try {
    plain = Buffer.concat([
      decipher.update(stored.subarray(nonceLength, stored.length - authLength)),
      decipher.final(),
    ]);
  } catch {
    throw new Bug('an urn was changed from outside');
  }
  const length = recordLength(place);
  if (plain.length % length !== 0) throw new Bug('records of an urn have one length');
  return Array.from({ length: plain.length / length }, (_, index) => {
    const record = plain.subarray(index * length, (index + 1) * length);
    return { tag: record.subarray(0, tagLength), box: record.subarray(tagLength) };
  });
}

function recordLength({ paperSize }: UrnPlace): number {
  return tagLength + sealedLength(paperSize);
}

function urnKey(secret: Uint8Array, box: BoxId): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), `quorate/urn/${box}`, 32));
}
