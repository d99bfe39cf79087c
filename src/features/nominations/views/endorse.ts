/** The form in which somebody's support is entered for them, and what is said afterwards. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import type { Nomination } from '../types.ts';

const said = ['supports', 'takes-back'] as const;

export const recordEndorsementForm = defineForm({
  id: 'nominations.endorse-record',
  state: z.object({ committee: z.string(), nomination: z.string() }),
  values: z.object({
    supporter: z.string(),
    said: z.enum(said),
    via: z.enum(viaKinds),
    reference: z.string().max(200).nullish(),
    dated: z.iso.date().nullish(),
  }),
});

export function recordEndorsementView(
  t: Texts,
  about: { readonly committee: string; readonly nomination: Nomination; readonly name: string },
): Form {
  const { committee, nomination, name } = about;
  const field = recordEndorsementForm.field;
  return recordEndorsementForm.draw({
    title: t('endorsing.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, nomination: nomination.id },
    items: [
      { kind: 'text', text: t.rich('nominations.withdraw.intro', { name, position: nomination.positionTitle }) },
      field('supporter', {
        label: t('endorsing.supporter'),
        hint: t('endorsing.supporterHint'),
        input: { type: 'search', minChars: 0 },
      }),
      field('said', {
        label: t('endorsing.said'),
        input: {
          type: 'select',
          options: said.map((value) => ({ value, label: t(`endorsing.options.${value}`) })),
          initial: 'supports',
        },
      }),
      field('via', {
        label: t('nominations.propose.via'),
        input: { type: 'select', options: viaKinds.map((via) => ({ value: via, label: t.label('common.via', via) })) },
      }),
      field('reference', {
        label: t('nominations.propose.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      field('dated', { label: t('nominations.propose.dated'), optional: true, input: { type: 'date' } }),
      { kind: 'note', text: [t('endorsing.told')] },
    ],
  });
}

/** Above the profile, once it is entered. */
export function enteredBlock(t: Texts, shown: { readonly isNew: boolean; readonly name: string }): Block {
  return { kind: 'text', text: [t(shown.isNew ? 'endorsing.entered' : 'endorsing.known', { name: shown.name })] };
}
