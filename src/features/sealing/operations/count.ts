/** Two key-holders type their words, together or hours apart: the first peels a layer, the second opens the papers. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import { Bug } from '../../../kernel/errors.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { shuffled } from '../rules/chunks.ts';
import type { Paper } from '../rules/paper.ts';
import { publicKeyOf, secretKeyFromWords } from '../rules/seal.ts';
import { peelInner, peelOuter } from '../rules/shares.ts';
import { readWords } from '../rules/words.ts';
import * as boxes from '../store/boxes.ts';
import * as urn from '../store/urn.ts';
import type { Box, BoxId, Layer, SealedSubject } from '../types.ts';
import { cardKinds } from './cards.ts';
import type { WordsRefusal } from './keys.ts';
import { type HeldBox, heldBox, subjectFor } from './look.ts';
import { readAll, readInBatches, readingGoesOn } from './read-papers.ts';
import type { Urns } from './urns.ts';

export type Typed =
  /** One more holder is needed. */
  | { readonly step: 'half'; readonly box: Box }
  | { readonly step: 'opened'; readonly box: Box; readonly papers: number }
  /** Very many papers: they are being read, and the cards of the key-holders say how far. */
  | { readonly step: 'reading'; readonly box: Box; readonly papers: number }
  /** Opened again in the dispute period. */
  | { readonly step: 'recounted'; readonly box: Box; readonly papers: number; readonly agrees: boolean };

export type TypingRefusal = 'not-a-keyholder' | 'box-not-closed' | 'box-reading' | 'words-typed' | WordsRefusal;

/**
 * With the words of the second holder the papers are opened, checked against the urn's tags, handed over in random order
 * and forgotten; the receipts are published. More than `urns.mostAtOnce` papers are read after the answer: the box's key
 * is then in the memory of this process only, so a reading that is cut off begins anew when one holder types again.
 * Refusals: not-a-keyholder; box-not-closed; box-reading {read, papers}; words-typed (theirs are in, another holder's are
 * needed); words-count, word-unknown {place}, words-wrong.
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
  let roundKey: Uint8Array | null = null;
  const typed = await inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    // Of two holders at once the second finds the first one's layer.
    await boxes.holdBox(tx, input.box);
    const held = await checkTyping(here, input.box);
    if (!held.ok) return held;
    const { box, own } = held.value;
    const layer = (await boxes.layersOf(tx, box.id)).find(({ inner }) => inner === own.person);
    if (!layer) return done(await peel(here, held.value, secretKey));
    roundKey = roundKeyIn(box, own.person, secretKey, layer);
    const { sent } = await urn.turnout(tx, box.id);
    if (sent > urns.mostAtOnce) return done(await beginReading(here, box, sent));
    const papers = await readAll(here, urns, box, roundKey);
    roundKey.fill(0);
    return done(await openPapers(here, subjects, box, papers));
  });
  if (typed.ok && typed.value.step === 'reading' && roundKey) {
    readInBatches(act, urns, { box: typed.value.box, roundKey, papers: typed.value.papers }, (late, box, papers) =>
      openPapers(late, subjects, box, papers),
    );
  }
  return typed;
}

async function peel(act: Act, { box, own }: HeldBox, secretKey: Uint8Array): Promise<Typed> {
  const layers = peelOuter(box.id, own.person, secretKey, await boxes.sharesOf(act.store, box.id));
  if (!layers) throw new Bug('a share does not open with its own key');
  await boxes.insertLayers(act.store, box.id, layers);
  await noteTyping(act, box, 'sealing.words-typed', {});
  return { step: 'half', box };
}

function roundKeyIn(box: Box, person: Layer['inner'], secretKey: Uint8Array, layer: Layer): Uint8Array {
  const roundKey = peelInner(box.id, person, secretKey, layer);
  if (!roundKey || !box.publicKey || Buffer.compare(publicKeyOf(roundKey), box.publicKey) !== 0) {
    throw new Bug('a layer does not open with its own key');
  }
  return roundKey;
}

async function beginReading(act: Act, box: Box, papers: number): Promise<Typed> {
  await boxes.noteReading(act.store, box.id, { until: readingGoesOn(act.now), read: 0, inAll: papers });
  await refresh(act.store, act, { kind: cardKinds.typeWords, ids: { box: box.id } });
  return { step: 'reading', box, papers };
}

/** All papers at once, in one transaction: the totals, the receipts and the new state are there together or not at all. */
export async function openPapers(
  act: Act,
  subjects: readonly SealedSubject[],
  box: Box,
  papers: readonly Paper[],
): Promise<Typed> {
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
  const isOpened = await boxes.changeBox(act.store, box.id, 'closed', {
    state: 'counted',
    countedAt: act.now,
    receipts,
  });
  // Of two that read the same papers the second one's whole transaction goes.
  if (!isOpened) throw new Bug('papers were opened twice');
  await noteTyping(act, box, 'sealing.opened', { papers: papers.length });
  return { step: 'opened', box, papers: papers.length };
}

async function checkTyping(act: Act, id: BoxId): Promise<Outcome<HeldBox, TypingRefusal>> {
  const held = await heldBox(act, id);
  if (!held.ok) return held;
  const { box, own, isReading } = held.value;
  if (box.state !== 'closed' && box.state !== 'counted') return refused('box-not-closed');
  if (isReading) return refused('box-reading', { read: box.reading.read, papers: box.reading.inAll });
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
