/** Accepted, explained: the form, and the card to who made the comment. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import { type Round, responseKinds } from '../types/nouns.ts';
import type { Comment, Synthesis, Synthesised } from '../types/seen.ts';
import { wordBlocks } from './answer.ts';
import { ownButton } from './buttons.ts';
import { nomineeWithState } from './synthesis.ts';

export const respondForm = defineForm({
  id: 'reviews.respond',
  state: z.object({ round: z.string(), comment: z.string(), version: z.number() }),
  values: z.object({ kind: z.enum(responseKinds), text: z.string().nullable() }),
});

const textMax = 2_000;

export function respondView(
  t: Texts,
  { round }: Pick<Synthesis, 'round'>,
  nominee: Synthesised,
  comment: Comment,
): Form {
  const { response } = comment;
  return respondForm.draw({
    title: t('responses.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { round: round.id, comment: comment.id, version: response?.version ?? 0 },
    items: [
      { kind: 'text', text: [{ bold: nomineeWithState(t, nominee) }] },
      { kind: 'text', text: [t.label('reviews.stances', comment.stance)] },
      ...wordBlocks(t, round.list, comment),
      respondForm.field('kind', {
        label: t('responses.kind'),
        input: {
          type: 'radio',
          options: responseKinds.map((value) => ({ value, label: t.label('responses.choices', value) })),
          ...(response ? { initial: response.kind } : {}),
        },
      }),
      respondForm.field('text', {
        label: t('responses.text'),
        hint: t('responses.textHint', { max: t.number(textMax) }),
        input: { type: 'text', multiline: true, max: textMax, ...(response?.text ? { initial: response.text } : {}) },
      }),
      { kind: 'note', text: [t(response ? 'responses.replaces' : 'responses.told')] },
    ],
  });
}

/** Names nobody: what was answered opens privately. */
export function respondedCard(t: Texts, round: Round): Message {
  return {
    summary: t('responses.cardSummary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich('responses.card', { number: round.list.number, plan: planOfList(t, round.list) }),
      },
      { kind: 'buttons', buttons: [ownButton.draw(t('responses.see'), { round: round.id }, { style: 'primary' })] },
    ],
  };
}
