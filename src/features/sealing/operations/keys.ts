/** Before the opening: three people are named, and each takes a key of six words that only they ever see. */
import { randomBytes } from 'node:crypto';
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { refresh, sendAll } from '../../../delivery/send.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { viewerOf } from '../../access/operations.ts';
import type { Viewer } from '../../access/types.ts';
import { publicKeyOf, secretKeyFromWords } from '../rules/seal.ts';
import { keyholderCount } from '../rules/shares.ts';
import { drawWords, readWords } from '../rules/words.ts';
import * as boxes from '../store/boxes.ts';
import type { BoxId, BoxSubject, PaperSize, SealedSubject, TakenKey } from '../types.ts';
import { cardKinds, keyholderCard } from './cards.ts';
import { type HeldBox, heldBox, subjectFor } from './look.ts';

/** Names the key-holders. Joins the caller's transaction. Refusal: keyholders-three {needed, count}. */
export async function prepareBox(
  act: Act,
  viewer: Viewer,
  input: { subject: BoxSubject; paperSize: PaperSize; holders: readonly PersonId[] },
): Promise<Outcome<BoxId, 'keyholders-three'>> {
  const holders = [...new Set(input.holders)];
  if (holders.length !== keyholderCount) {
    return refused('keyholders-three', { needed: keyholderCount, count: holders.length }, 'holders');
  }
  return done(await boxes.insertBox(act.store, viewer, { ...input, holders, at: act.now }));
}

/** Each of the three gets a private card with "Take my key", together with what else leaves under `batch`. */
export async function askKeyholders(
  act: Act,
  box: BoxId,
  holding: { readonly batch: string; readonly holdUntil: Date },
): Promise<void> {
  const committee = await boxes.committeeOfBox(act.store, box);
  if (!committee) return;
  await boxes.noteAsked(act.store, box, act.now);
  const holders = await boxes.keyholdersOf(act.store, box);
  const cards = holders.map(({ person }) => keyholderCard(cardKinds.takeKey, { id: box, committee }, person));
  await sendAll(
    act.store,
    act,
    cards.map((card) => ({ ...card, ...holding, mayRepeat: true })),
  );
}

export interface DrawnKey extends HeldBox {
  readonly words: readonly string[];
  readonly key: TakenKey;
}

/** New words, for the holder's eyes only: nothing is stored until they have typed them. Refusals: see checkTaking. */
export async function drawKey(act: Act, id: BoxId): Promise<Outcome<DrawnKey, TakingRefusal>> {
  const held = await checkTaking(act, id);
  if (!held.ok) return held;
  const words = drawWords();
  const salt = randomBytes(16);
  const publicKey = publicKeyOf(await secretKeyFromWords(words, salt));
  return done({ ...held.value, words, key: { salt, publicKey } });
}

export type TakingRefusal = 'not-a-keyholder' | 'not-in-committee' | 'key-taken' | 'box-not-prepared';
export type WordsRefusal = 'words-count' | 'word-unknown' | 'words-wrong';

/**
 * The holder has written the words down and types them: `key` is what was made of the words they were shown. Refusals:
 * of taking; words-count, word-unknown {place}, words-wrong.
 */
export async function takeKey(
  act: Act,
  subjects: readonly SealedSubject[],
  input: { box: BoxId; key: TakenKey; typed: string },
): Promise<Outcome<HeldBox, TakingRefusal | WordsRefusal>> {
  const words = readWords(input.typed);
  if (!words.ok) return words;
  const typedKey = publicKeyOf(await secretKeyFromWords(words.value, input.key.salt));
  if (Buffer.compare(typedKey, input.key.publicKey) !== 0) return refused('words-wrong', {}, 'words');
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    // One after the other: the last of three is the one that finds all keys taken.
    await boxes.holdBox(tx, input.box);
    const held = await checkTaking(here, input.box);
    if (!held.ok) return held;
    const { box, own } = held.value;
    if (!(await boxes.putKey(tx, box.id, own.person, input.key))) return refused('key-taken');
    await record(tx, act, {
      kind: 'sealing.key-taken',
      committee: box.committee,
      subject: { kind: box.subject.kind, id: box.subject.id },
      facts: { box: box.id, person: own.person },
    });
    await refresh(tx, act, { kind: cardKinds.takeKey, ids: { box: box.id } });
    const after = await heldBox(here, box.id);
    if (after.ok && after.value.holders.every(({ hasTaken }) => hasTaken)) {
      await subjectFor(subjects, box).ready(here, box);
    }
    return after;
  });
}

/**
 * Refusals: not-a-keyholder, not-in-committee (they left since they were named: whoever has a key by then keeps it, as any
 * two open the papers), key-taken, box-not-prepared (opened or taken back meanwhile).
 */
async function checkTaking(act: Act, id: BoxId): Promise<Outcome<HeldBox, TakingRefusal>> {
  const held = await heldBox(act, id);
  if (!held.ok) return held;
  if (held.value.own.hasTaken) return refused('key-taken');
  const viewer = await viewerOf(act, held.value.box.committee);
  if (viewer.roles.length === 0) return refused('not-in-committee');
  return held.value.box.state === 'prepared' ? held : refused('box-not-prepared');
}
