/** The forms with which the committee secretary enters what somebody asked for outside the chat: to be told, to be erased. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Via, viaKinds } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';

const state = z.object({ committee: z.string() });
const values = z.object({
  person: z.string(),
  via: z.enum(viaKinds),
  reference: z.string().max(200).nullish(),
  dated: z.iso.date().nullish(),
});

export const handOverForm = defineForm({ id: 'personal-data.hand-over', state, values });
export const recordErasureForm = defineForm({ id: 'personal-data.erasure-record', state, values });

export function handOverView(t: Texts, committee: CommitteeId): Form {
  return requestView(t, committee, handOverForm, {
    title: t('personalData.handOver.title'),
    submit: t('personalData.handOver.submit'),
    what: t('personalData.handOver.what'),
  });
}

export function recordErasureView(t: Texts, committee: CommitteeId): Form {
  return requestView(t, committee, recordErasureForm, {
    title: t('erasure.record.title'),
    submit: t('erasure.record.submit'),
    what: t('erasure.record.what'),
  });
}

export function viaOf({ via, reference, dated }: Omit<z.infer<typeof values>, 'person'>): Via {
  return { kind: via, reference: reference || null, dated: dated ?? null };
}

function requestView(
  t: Texts,
  committee: CommitteeId,
  form: typeof handOverForm,
  words: { readonly title: string; readonly submit: string; readonly what: string },
): Form {
  const { title, submit, what } = words;
  return form.draw({
    ...{ title, submit, cancel: t('common.cancel'), state: { committee } },
    items: [
      { kind: 'text', text: [what] },
      form.field('person', { label: t('personalData.handOver.person'), input: { type: 'search', minChars: 1 } }),
      form.field('via', {
        label: t('personalData.handOver.via'),
        input: { type: 'select', options: viaKinds.map((via) => ({ value: via, label: t.label('common.via', via) })) },
      }),
      form.field('reference', {
        label: t('personalData.handOver.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      form.field('dated', { label: t('personalData.handOver.dated'), optional: true, input: { type: 'date' } }),
    ],
  });
}
