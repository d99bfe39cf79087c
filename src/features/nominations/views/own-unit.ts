/** Somebody from elsewhere: what their own unit was asked and answered, in words, and the form that records it. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { ownUnitNoteMax } from '../rules.ts';
import { type Nomination, type OwnUnitInquiry, ownUnitAnswers } from '../types.ts';

const ofNomination = z.object({ committee: z.string(), nomination: z.string() });
const text = z.string().nullish();

export const ownUnitButton = defineButton('nominations.own-unit', ofNomination);

/** For a unit that was asked and has not answered. */
export const ownUnitLinkButton = defineButton('nominations.own-unit-link', ofNomination);

export const ownUnitForm = defineForm({
  id: 'nominations.own-unit',
  state: ofNomination,
  values: z.object({
    unit: z.string().nullable(),
    askedOn: z.string().nullable(),
    letter: text,
    answer: z.enum(ownUnitAnswers).nullish(),
    answeredOn: text,
    reference: text,
    note: text,
  }),
});

/** "own unit (…) asked on …, letter …; answered on …: agrees". */
export function ownUnitText(t: Texts, inquiry: OwnUnitInquiry | null): string {
  if (!inquiry) return t('ownUnit.notAsked');
  const { unit, askedOn, letter, answer, answeredOn, reference, note } = inquiry;
  const asked = t('ownUnit.asked', { unit, date: t.shortDate(askedOn) });
  const by = letter ? t('ownUnit.letter', { number: letter }) : '';
  if (answer === null || answeredOn === null) return `${asked}${by}; ${t('ownUnit.waiting')}`;
  const words = { date: t.shortDate(answeredOn), answer: t(`ownUnit.answers.${answer}`) };
  const said = `${asked}${by}; ${t('ownUnit.answered', words)}${reference ? t('ownUnit.letter', { number: reference }) : ''}`;
  const whole = inquiry.recordedBy === null ? said + t('ownUnit.byAddress') : said;
  return note ? `${whole}. “${note}”` : whole;
}

export function ownUnitView(
  t: Texts,
  about: {
    readonly committee: string;
    readonly nomination: Nomination;
    readonly name: string;
    /** Where the register says that the person works. */
    readonly unit: string | null;
    readonly inquiry: OwnUnitInquiry | null;
  },
): Form {
  const { committee, nomination, name, inquiry } = about;
  const initial = (value: string | null | undefined) => (value ? { initial: value } : {});
  const line = { type: 'text', max: 200 } as const;
  return ownUnitForm.draw({
    title: t('ownUnit.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, nomination: nomination.id },
    items: [
      { kind: 'text', text: t.rich('ownUnit.form.intro', { name, position: nomination.positionTitle }) },
      ownUnitForm.field('unit', {
        label: t('ownUnit.form.unit'),
        input: { ...line, ...initial(inquiry?.unit ?? about.unit) },
      }),
      ownUnitForm.field('askedOn', {
        label: t('ownUnit.form.askedOn'),
        input: { type: 'date', ...initial(inquiry?.askedOn) },
      }),
      ownUnitForm.field('letter', {
        label: t('ownUnit.form.letter'),
        optional: true,
        input: { ...line, ...initial(inquiry?.letter) },
      }),
      ownUnitForm.field('answer', {
        label: t('ownUnit.form.answer'),
        hint: t('ownUnit.form.answerHint'),
        optional: true,
        input: {
          type: 'select',
          options: ownUnitAnswers.map((value) => ({ value, label: t(`ownUnit.options.${value}`) })),
          ...initial(inquiry?.answer),
        },
      }),
      ownUnitForm.field('answeredOn', {
        label: t('ownUnit.form.answeredOn'),
        optional: true,
        input: { type: 'date', ...initial(inquiry?.answeredOn) },
      }),
      ownUnitForm.field('reference', {
        label: t('ownUnit.form.reference'),
        optional: true,
        input: { ...line, ...initial(inquiry?.reference) },
      }),
      ownUnitForm.field('note', {
        label: t('ownUnit.form.note'),
        optional: true,
        input: { type: 'text', multiline: true, max: ownUnitNoteMax, ...initial(inquiry?.note) },
      }),
    ],
  });
}
