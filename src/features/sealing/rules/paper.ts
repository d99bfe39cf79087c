/** One paper: what was chosen and the receipt, padded to the box's length and sealed before anything else can see it. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type BoxId, type PaperSize, paperSizes } from '../types.ts';
import { seal, sealOverhead, unseal } from './seal.ts';

export interface Paper {
  readonly receipt: string;
  /** In the words of the feature it belongs to. */
  readonly content: string;
}

const lengthBytes = 4;

export function sealedLength(size: PaperSize): number {
  return size + sealOverhead;
}

/** The smallest size that holds so many bytes; the largest when none does. */
export function sizeFor(bytes: number): PaperSize {
  return paperSizes.find((size) => size >= bytes) ?? 16_384;
}

/** Refusal: paper-too-long {bytes, max}. */
export function sealPaper(
  box: { readonly id: BoxId; readonly publicKey: Uint8Array; readonly paperSize: PaperSize },
  paper: Paper,
): Outcome<Uint8Array, 'paper-too-long'> {
  const written = Buffer.from(JSON.stringify([paper.receipt, paper.content]), 'utf8');
  const max = box.paperSize - lengthBytes;
  if (written.length > max) return refused('paper-too-long', { bytes: written.length, max });
  const padded = Buffer.alloc(box.paperSize);
  padded.writeUInt32BE(written.length);
  written.copy(padded, lengthBytes);
  return done(seal(box.publicKey, padded, paperContext(box.id)));
}

/** Null: not a paper of this box, or changed since it was sealed. */
export function openPaper(box: BoxId, secretKey: Uint8Array, sealed: Uint8Array): Paper | null {
  const padded = unseal(secretKey, sealed, paperContext(box));
  if (padded === null) return null;
  const length = Buffer.from(padded).readUInt32BE();
  const [receipt, content] = JSON.parse(
    Buffer.from(padded.subarray(lengthBytes, lengthBytes + length)).toString('utf8'),
  );
  return { receipt, content };
}

function paperContext(box: BoxId): string {
  return `quorate/paper/${box}`;
}
