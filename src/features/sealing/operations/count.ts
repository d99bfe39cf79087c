/** Two key-holders type their words, together or hours apart: the first peels a layer, the second opens the papers. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { shuffled } from '../rules/chunks.ts';
import { openPaper, type Paper } from '../rules/paper.ts';
import { tagOf } from '../rules/receipt.ts';
import { publicKeyOf, secretKeyFromWords } from '../rules/seal.ts';
import { peelInner, peelOuter } from '../rules/shares.ts';
import { readUrn } from '../rules/urn.ts';
import { readWords } from '../rules/words.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box, BoxId, Layer, SealedSubject } from '../types.ts';
import { cardKinds } from './cards.ts';
import type { WordsRefusal } from './keys.ts';
import { type HeldBox, heldBox, subjectFor } from './look.ts';
import type { Urns } from './urns.ts';

export type Typed =
  /** One more holder is needed. */
  | { readonly step: 'half'; readonly box: Box }
  | { readonly step: 'opened'; readonly box: Box; readonly papers: number }
  /** Opened again in the dispute period. */
  | { readonly step: 'recounted'; readonly box: Box; readonly papers: number; readonly agrees: boolean };

export type TypingRefusal = 'not-a-keyholder' | 'box-not-closed' | 'words-typed' | WordsRefusal;

/**
 * With the words of the second holder the papers are opened, checked against the urn's tags, handed over in random order
 * and forgotten; the receipts are published. Refusals: not-a-keyholder; box-not-closed; words-typed (theirs are in, another
 * holder's are needed); words-count, word-unknown {place}, words-wrong.
 */
export async function typeWords(
  act: Act,
  urns: Urns,
  subjects: readonly SealedSubject[],
  input: { box: BoxId; typed: string },
): Promise<Outcome<Typed, TypingRefusal>> {
  const words = readWords(input.typed);
  if (!words.ok) return words;
  const before = await checkTyping(act, input.box);
  if (!before.ok) return before;
  const key = (await boxes.keysOf(act.store, input.box)).find(({ person }) => person === before.value.own.person);
  if (!key) return refused('not-a-keyholder');
  const secretKey = await secretKeyFromWords(words.value, key.salt);
  if (Buffer.compare(publicKeyOf(secretKey), key.publicKey) !== 0) return refused('words-wrong', {}, 'words');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    // Of two holders at once the second finds the first one's layer.
    await boxes.holdBox(tx, input.box);
    const held = await checkTyping(here, input.box);
    if (!held.ok) return held;
    const { box, own } = held.value;
    const layer = (await boxes.layersOf(tx, box.id)).find(({ inner }) => inner === own.person);
    return done(
      layer ? await openAll(here, urns, subjects, box, secretKey, layer) : await peel(here, held.value, secretKey),
    );
  });
}

async function peel(act: Act, { box, own }: HeldBox, secretKey: Uint8Array): Promise<Typed> {
  const layers = peelOuter(box.id, own.person, secretKey, await boxes.sharesOf(act.store, box.id));
  if (!layers) throw new Bug('a share does not open with its own key');
  await boxes.insertLayers(act.store, box.id, layers);
  await noteTyping(act, box, 'sealing.words-typed', {});
  return { step: 'half', box };
}

async function openAll(
  act: Act,
  urns: Urns,
  subjects: readonly SealedSubject[],
  box: Box,
  holderKey: Uint8Array,
  layer: Layer,
): Promise<Typed> {
  const roundKey = peelInner(box.id, layer.inner, holderKey, layer);
  if (!roundKey) throw new Bug('a layer does not open with its own key');
  const papers = await readPapers(act, urns, box, roundKey);
  roundKey.fill(0);
  const subject = subjectFor(subjects, box);
  const contents = shuffled(papers).map(({ content }) => content);
  await boxes.dropLayers(act.store, box.id);
  if (box.state === 'counted') {
    const agrees = await subject.agrees(act, box, contents);
    await noteTyping(act, box, 'sealing.recounted', { papers: papers.length, agrees });
    return { step: 'recounted', box, papers: papers.length, agrees };
  }
  await subject.opened(act, box, contents);
  const receipts = papers.map(({ receipt }) => receipt).sort();
  await boxes.changeBox(act.store, box.id, 'closed', { state: 'counted', countedAt: act.now, receipts });
  await noteTyping(act, box, 'sealing.opened', { papers: papers.length });
  return { step: 'opened', box, papers: papers.length };
}

/** Every record has to open, and to carry the receipt whose tag it lies under: nothing was put in, taken out or swapped. */
async function readPapers(act: Act, { secret }: Urns, box: Box, roundKey: Uint8Array): Promise<readonly Paper[]> {
  const papers: Paper[] = [];
  for (const { chunk, sealed } of await urn.holdChunks(act.store, box.id)) {
    const records = readUrn(secret, { box: box.id, chunk, paperSize: box.paperSize }, sealed);
    if (records.length !== (await urn.ticksIn(act.store, box.id, chunk))) {
      throw new Bug('records in the urn and ticks on the roll differ');
    }
    for (const { tag, box: paperBox } of records) {
      const paper = openPaper(box.id, roundKey, paperBox);
      if (!paper || Buffer.compare(tagOf(secret, box.id, paper.receipt), tag) !== 0) {
        throw new Bug('a paper in the urn does not open');
      }
      papers.push(paper);
    }
  }
  return papers;
}

async function checkTyping(act: Act, id: BoxId): Promise<Outcome<HeldBox, TypingRefusal>> {
  const held = await heldBox(act, id);
  if (!held.ok) return held;
  const { box, own } = held.value;
  if (box.state !== 'closed' && box.state !== 'counted') return refused('box-not-closed');
  return own.hasTyped ? refused('words-typed') : held;
}

async function noteTyping(
  act: Act,
  box: Box,
  kind: 'sealing.words-typed' | 'sealing.opened' | 'sealing.recounted',
  facts: { readonly papers?: number; readonly agrees?: boolean },
): Promise<void> {
  await record(act.store, act, {
    kind,
    committee: box.committee,
    subject: { kind: box.subject.kind, id: box.subject.id },
    facts: { box: box.id, ...facts },
  });
  await refresh(act.store, act, { kind: cardKinds.typeWords, ids: { box: box.id } });
}
