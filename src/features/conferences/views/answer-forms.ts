/** The small forms behind an answer: a reason, a deputy, and an answer recorded for somebody. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import { reasonMax } from '../rules/content.ts';
import { type Answer, answers } from '../types.ts';

const about = z.object({ conference: z.string(), revision: z.string() });

export const absentForm = defineForm({
  id: 'conferences.absent',
  state: about,
  values: z.object({ reason: z.string() }),
});

export const delegateForm = defineForm({
  id: 'conferences.delegate',
  state: about,
  values: z.object({ delegate: z.string(), reason: z.string().nullable() }),
});

export const recordForm = defineForm({
  id: 'conferences.record',
  state: about,
  values: z.object({
    person: z.string(),
    answer: z.enum(answers),
    reason: z.string().nullable(),
    delegate: z.string().nullish(),
    via: z.enum(viaKinds),
    reference: z.string().max(200).nullable(),
    dated: z.iso.date().nullable(),
  }),
});

interface AnswerFormParts {
  readonly conference: string;
  readonly revision: number;
}

function stateOf({ conference, revision }: AnswerFormParts) {
  return { conference, revision: String(revision) };
}

export function absentView(t: Texts, parts: AnswerFormParts): Form {
  return absentForm.draw({
    title: t('conferences.absent.title'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: stateOf(parts),
    items: [
      absentForm.field('reason', {
        label: t('conferences.absent.reason'),
        hint: t('conferences.absent.reasonHint'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}

export function delegateView(t: Texts, parts: AnswerFormParts): Form {
  return delegateForm.draw({
    title: t('conferences.delegateForm.title'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: stateOf(parts),
    items: [
      delegateForm.field('delegate', {
        label: t('conferences.delegateForm.who'),
        hint: t('conferences.delegateForm.whoHint'),
        input: { type: 'search', minChars: 1 },
      }),
      delegateForm.field('reason', {
        label: t('conferences.delegateForm.reason'),
        optional: true,
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
      { kind: 'note', text: [t('conferences.quorum.delegates')] },
    ],
  });
}

export function recordView(t: Texts, parts: AnswerFormParts & { readonly offered: readonly Answer[] }): Form {
  const { offered } = parts;
  return recordForm.draw({
    title: t('conferences.record.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: stateOf(parts),
    items: [
      { kind: 'text', text: [t('conferences.record.intro')] },
      recordForm.field('person', {
        label: t('conferences.record.person'),
        input: { type: 'search', minChars: 0 },
      }),
      recordForm.field('answer', {
        label: t('conferences.record.answer'),
        input: {
          type: 'radio',
          options: offered.map((answer) => ({ value: answer, label: t(`conferences.answers.${answer}`) })),
        },
      }),
      recordForm.field('reason', {
        label: t('conferences.record.reason'),
        hint: t('conferences.record.reasonHint'),
        optional: true,
        input: { type: 'text', max: reasonMax },
      }),
      ...(offered.includes('delegate')
        ? [
            recordForm.field('delegate', {
              label: t('conferences.record.delegate'),
              optional: true,
              input: { type: 'search', minChars: 1 },
            }),
          ]
        : []),
      recordForm.field('via', {
        label: t('conferences.record.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((kind) => kind !== 'chat')
            .map((kind) => ({ value: kind, label: t(`common.via.${kind}`) })),
          initial: 'phone',
        },
      }),
      recordForm.field('reference', {
        label: t('conferences.record.reference'),
        optional: true,
        input: { type: 'text', max: 100 },
      }),
      recordForm.field('dated', {
        label: t('conferences.record.dated'),
        optional: true,
        input: { type: 'date' },
      }),
    ],
  });
}
