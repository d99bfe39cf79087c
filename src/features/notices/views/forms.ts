/** The form for what was told by letter, by phone or in the room. */
import { z } from 'zod';
import { defineForm, type Form, type Option } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { Result } from '../types.ts';

export const recordForm = defineForm({
  id: 'notices.record',
  state: z.object({ submission: z.string() }),
  values: z.object({ seats: z.array(z.string()), via: z.enum(viaKinds), toldOn: z.string().nullish() }),
});

export function recordView(t: Texts, { submission }: Pick<Result, 'submission'>, today: PlainDate): Form {
  return recordForm.draw({
    title: t('notices.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { submission: submission.id },
    items: [
      recordForm.field('seats', {
        label: t('notices.form.who'),
        hint: t('notices.form.whoHint'),
        input: { type: 'search-many', minChars: 0 },
      }),
      recordForm.field('via', {
        label: t('notices.form.via'),
        input: {
          type: 'select',
          options: viaKinds
            .filter((via) => via !== 'chat')
            .map((via) => ({ value: via, label: t.label('common.via', via) })),
          initial: 'letter',
        },
      }),
      recordForm.field('toldOn', { label: t('notices.form.on'), input: { type: 'date', initial: today } }),
    ],
  });
}

/** Those who were not told yet, whose name or position fits what was typed; the refused first. */
export function untoldOptions(t: Texts, { lines }: Result, typed: string): readonly Option[] {
  const wanted = typed.trim().toLowerCase();
  const untold = lines.filter(({ notice }) => notice === null);
  const inTurn = [
    ...untold.filter(({ seat }) => seat.answer === 'not-approved'),
    ...untold.filter(({ seat }) => seat.answer === 'approved'),
  ];
  return inTurn
    .map(({ seat }) => ({
      value: seat.id,
      label: `${seat.shown?.fullName ?? t('submissions.erased')} · ${t(`submissions.answers.${seat.answer ?? 'waiting'}`)}`,
    }))
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .slice(0, 100)
    .map(({ value, label }) => ({ value, label: label.slice(0, 75) }));
}
