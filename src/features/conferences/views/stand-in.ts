/** What a deputy reads and sends for somebody who is away. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { reasonMax } from '../rules/content.ts';
import { type Answer, answers, type Reply } from '../types.ts';
import type { InvitationCard } from './invitation.ts';
import { contentBlocks } from './parts.ts';

export const standInButton = defineButton(
  'conferences.answer-for',
  z.object({ conference: z.string(), person: z.string() }),
);

export const standInForm = defineForm({
  id: 'conferences.answer-for',
  state: z.object({ conference: z.string(), revision: z.string(), person: z.string() }),
  values: z.object({
    answer: z.enum(answers),
    reason: z.string().nullable(),
    delegate: z.string().nullish(),
  }),
});

export function standInMessage(
  t: Texts,
  card: InvitationCard,
  about: { readonly name: string; readonly person: string; readonly reply: Reply | null; readonly isOver: boolean },
): Message {
  const { name, person, reply, isOver } = about;
  const summary = t('conferences.standIn.summary');
  if (isOver) return { summary, blocks: [{ kind: 'text', text: [t('conferences.standIn.over', { name })] }] };
  const said = reply ? t.rich('conferences.standIn.said', { answer: t(`conferences.answers.${reply.answer}`) }) : null;
  const label = t(reply ? 'conferences.standIn.change' : 'conferences.standIn.button');
  return {
    summary,
    blocks: [
      { kind: 'heading', text: t('conferences.standIn.heading') },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: t.rich('conferences.standIn.text', { name }) },
      ...contentBlocks(t, card.revision, card),
      ...(said ? [{ kind: 'text', text: said } as const] : []),
      {
        kind: 'buttons',
        buttons: [standInButton.draw(label, { conference: card.conference, person }, { style: 'primary' })],
      },
    ],
  };
}

export function standInView(
  t: Texts,
  parts: {
    readonly conference: string;
    readonly revision: number;
    readonly person: string;
    readonly name: string;
    readonly offered: readonly Answer[];
  },
): Form {
  const { conference, revision, person, name, offered } = parts;
  const field = standInForm.field;
  return standInForm.draw({
    title: t('conferences.standIn.title'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: { conference, revision: String(revision), person },
    items: [
      { kind: 'text', text: t.rich('conferences.standIn.intro', { name }) },
      field('answer', {
        label: t('conferences.record.answer'),
        input: {
          type: 'radio',
          options: offered.map((answer) => ({ value: answer, label: t(`conferences.answers.${answer}`) })),
        },
      }),
      field('reason', {
        label: t('conferences.record.reason'),
        hint: t('conferences.record.reasonHint'),
        optional: true,
        input: { type: 'text', max: reasonMax },
      }),
      ...(offered.includes('delegate')
        ? [
            field('delegate', {
              label: t('conferences.record.delegate'),
              optional: true,
              input: { type: 'search', minChars: 1 },
            }),
          ]
        : []),
    ],
  });
}
