/** The two windows of a key-holder: six words shown once, and six words typed. Nothing of them is in hidden state. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { BoxId, TakenKey } from '../types.ts';

export const takeKeyForm = defineForm({
  id: 'sealing.take-key',
  /** What is stored anyway once the words are typed back: a salt and a public key. */
  state: z.object({ box: z.string(), salt: z.string(), publicKey: z.string() }),
  values: z.object({ words: z.string() }),
});

export const typeWordsForm = defineForm({
  id: 'sealing.type-words',
  state: z.object({ box: z.string() }),
  values: z.object({ words: z.string() }),
});

export function takeKeyView(
  t: Texts,
  drawn: { box: BoxId; title: string; words: readonly string[]; key: TakenKey },
): Form {
  const { box, title, words, key } = drawn;
  return takeKeyForm.draw({
    title: t('sealing.key.title'),
    submit: t('sealing.key.submit'),
    cancel: t('common.cancel'),
    state: { box, salt: encoded(key.salt), publicKey: encoded(key.publicKey) },
    items: [
      { kind: 'text', text: t.rich('sealing.key.intro', { title }) },
      { kind: 'list', ordered: true, items: words.map((word) => [{ bold: word }]) },
      { kind: 'note', text: [t('sealing.key.note')] },
      takeKeyForm.field('words', {
        label: t('sealing.key.again'),
        hint: t('sealing.key.againHint'),
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}

export function typeWordsView(
  t: Texts,
  asked: { box: BoxId; title: string; isSecond: boolean; isRecount: boolean },
): Form {
  const { box, title, isSecond, isRecount } = asked;
  return typeWordsForm.draw({
    title: t('sealing.words.title'),
    submit: t('sealing.words.submit'),
    cancel: t('common.cancel'),
    state: { box },
    items: [
      { kind: 'text', text: t.rich(isRecount ? 'sealing.words.recount' : 'sealing.words.intro', { title }) },
      { kind: 'note', text: [t(isSecond ? 'sealing.words.second' : 'sealing.words.first')] },
      typeWordsForm.field('words', {
        label: t('sealing.words.label'),
        hint: t('sealing.words.hint'),
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}

/** The key of a form that came back. */
export function keyIn(state: { readonly salt: string; readonly publicKey: string }): TakenKey {
  return { salt: decoded(state.salt), publicKey: decoded(state.publicKey) };
}

function encoded(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function decoded(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}
