/** Many answers that came by phone or letter: one form, and the minute to take them back. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { reasonMax } from '../rules/content.ts';
import type { Summoned } from '../types.ts';
import { answersButton, recordManyButton, undoManyButton } from './buttons.ts';

export const recordManyForm = defineForm({
  id: 'conferences.record-many',
  state: z.object({ conference: z.string(), revision: z.string() }),
  values: z.object({
    names: z.string(),
    names2: z.string().nullish(),
    answer: z.enum(['coming', 'absent']),
    reason: z.string().nullable(),
    via: z.enum(viaKinds),
    reference: z.string().max(200).nullable(),
    dated: z.iso.date().nullable(),
  }),
});

export function recordManyView(t: Texts, parts: { readonly conference: string; readonly revision: number }): Form {
  return recordManyForm.draw({
    title: t('conferences.recordMany.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { conference: parts.conference, revision: String(parts.revision) },
    items: [
      { kind: 'text', text: [t('conferences.recordMany.intro')] },
      recordManyForm.field('names', {
        label: t('conferences.recordMany.names'),
        hint: t('conferences.recordMany.namesHint'),
        input: { type: 'text', multiline: true, max: 3_000 },
      }),
      recordManyForm.field('names2', {
        label: t('conferences.recordMany.more'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3_000 },
      }),
      recordManyForm.field('answer', {
        label: t('conferences.record.answer'),
        input: {
          type: 'radio',
          options: (['coming', 'absent'] as const).map((value) => ({
            value,
            label: t(`conferences.answers.${value}`),
          })),
          initial: 'coming',
        },
      }),
      recordManyForm.field('reason', {
        label: t('conferences.record.reason'),
        hint: t('conferences.record.reasonHint'),
        optional: true,
        input: { type: 'text', max: reasonMax },
      }),
      recordManyForm.field('via', {
        label: t('conferences.record.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'phone',
        },
      }),
      recordManyForm.field('reference', {
        label: t('conferences.record.reference'),
        optional: true,
        input: { type: 'text', max: 100 },
      }),
      recordManyForm.field('dated', {
        label: t('conferences.record.dated'),
        optional: true,
        input: { type: 'date' },
      }),
    ],
  });
}

export function recordedManyMessage(
  t: Texts,
  done: {
    readonly conference: string;
    readonly answer: 'coming' | 'absent';
    readonly batch: string;
    readonly until: Date;
    readonly people: readonly Summoned[];
  },
): Message {
  const { conference, batch, people } = done;
  const told = people.filter(({ isReachable }) => isReachable).length;
  return {
    summary: t('conferences.recordMany.summary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich('conferences.recordMany.done', {
          count: people.length,
          answer: t(`conferences.answers.${done.answer}`),
        }),
      },
      ...(told > 0
        ? [
            {
              kind: 'text',
              text: [t('conferences.recordMany.told', { count: told, time: t.time(done.until) })],
            } as const,
          ]
        : []),
      {
        kind: 'buttons',
        buttons: [
          undoManyButton.draw(t('common.undo'), { conference, batch }),
          recordManyButton.draw(t('conferences.buttons.recordMany'), { conference }),
          answersButton.draw(t('conferences.buttons.answers'), { conference }),
        ],
      },
    ],
  };
}

export function undoneManyMessage(t: Texts, conference: string, count: number): Message {
  return {
    summary: t('conferences.recordMany.summary'),
    blocks: [
      { kind: 'text', text: [t('conferences.recordMany.undone', { count })] },
      { kind: 'buttons', buttons: [answersButton.draw(t('conferences.buttons.answers'), { conference })] },
    ],
  };
}
