/** The form with which the committee secretary hands somebody what is held about them. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';

export const handOverForm = defineForm({
  id: 'personal-data.hand-over',
  state: z.object({ committee: z.string() }),
  values: z.object({
    person: z.string(),
    via: z.enum(viaKinds),
    reference: z.string().max(200).nullish(),
    dated: z.iso.date().nullish(),
  }),
});

export function handOverView(t: Texts, committee: CommitteeId): Form {
  return handOverForm.draw({
    title: t('personalData.handOver.title'),
    submit: t('personalData.handOver.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('personalData.handOver.what')] },
      handOverForm.field('person', {
        label: t('personalData.handOver.person'),
        input: { type: 'search', minChars: 1 },
      }),
      handOverForm.field('via', {
        label: t('personalData.handOver.via'),
        input: { type: 'select', options: viaKinds.map((via) => ({ value: via, label: t.label('common.via', via) })) },
      }),
      handOverForm.field('reference', {
        label: t('personalData.handOver.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      handOverForm.field('dated', {
        label: t('personalData.handOver.dated'),
        optional: true,
        input: { type: 'date' },
      }),
    ],
  });
}
