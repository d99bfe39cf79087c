/** The committee secretary's forms: freeze, open, enter an answer for somebody. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { viaKinds } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Plan } from '../../plans/types.ts';
import type { Participant, Round } from '../types/nouns.ts';
import { visibilityFields, visibilityValues } from './visibility.ts';

const ofCommittee = z.object({ committee: z.string() });

export const freezeForm = defineForm({
  id: 'reviews.freeze',
  state: ofCommittee,
  values: z.object({ plan: z.string() }),
});

export const openForm = defineForm({
  id: 'reviews.open',
  state: ofCommittee,
  values: z.object({
    plan: z.string(),
    date: z.string(),
    time: z.string().nullable(),
    closesDate: z.string().nullish(),
    closesTime: z.string().nullish(),
    why: z.string().nullable(),
    ...visibilityValues,
  }),
});

/** Everything but one's own click in chat. */
const enteredVia = viaKinds.filter((kind) => kind !== 'chat');

export const recordForm = defineForm({
  id: 'reviews.record',
  state: z.object({ round: z.string() }),
  values: z.object({
    person: z.string(),
    via: z.enum(viaKinds),
    reference: z.string().nullable(),
    dated: z.string().nullable(),
    how: z.enum(['all', 'some']),
    why: z.string().nullish(),
  }),
});

export function freezeView(t: Texts, committee: CommitteeId, plans: readonly Plan[]): Form {
  return freezeForm.draw({
    title: t('reviews.list.formTitle'),
    submit: t('reviews.list.freeze'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      { kind: 'text', text: [t('reviews.list.formIntro')] },
      freezeForm.field('plan', { label: t('reviews.list.plan'), input: planInput(t, plans) }),
    ],
  });
}

export function openView(t: Texts, committee: CommitteeId, plans: readonly Plan[]): Form {
  return openForm.draw({
    title: t('reviews.open.title'),
    submit: t('reviews.open.submit'),
    cancel: t('common.cancel'),
    state: { committee },
    items: [
      openForm.field('plan', { label: t('reviews.open.plan'), input: planInput(t, plans) }),
      openForm.field('date', { label: t('reviews.open.date'), input: { type: 'date' } }),
      openForm.field('time', {
        label: t('reviews.open.time'),
        hint: t('reviews.open.timeHint'),
        optional: true,
        input: { type: 'time' },
      }),
      openForm.field('closesDate', {
        label: t('closing.label'),
        hint: t('closing.hint'),
        optional: true,
        input: { type: 'date' },
      }),
      openForm.field('closesTime', {
        label: t('closing.time'),
        hint: t('reviews.open.timeHint'),
        optional: true,
        input: { type: 'time' },
      }),
      openForm.field('why', {
        label: t('reviews.open.why'),
        hint: t('reviews.open.whyHint'),
        optional: true,
        input: { type: 'text', max: 500 },
      }),
      ...visibilityFields(t, plans).map(({ name, ...field }) => openForm.field(name, field)),
    ],
  });
}

export function recordView(t: Texts, round: Round, participants: readonly Participant[], chosen: string | null): Form {
  const isCorrection = round.state === 'closed';
  const options = participants.map(({ person, fullName }) => ({ value: person as string, label: fullName }));
  const initial = options.find(({ value }) => value === chosen);
  const isLong = options.length > 100;
  return recordForm.draw({
    title: t(isCorrection ? 'reviews.record.titleCorrect' : 'reviews.record.title'),
    submit: t('reviews.record.submit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      recordForm.field('person', {
        label: t('reviews.record.who'),
        input: isLong
          ? { type: 'search', ...(initial ? { initial } : {}) }
          : { type: 'select', options, ...(initial ? { initial: initial.value } : {}) },
      }),
      recordForm.field('via', {
        label: t('reviews.record.via'),
        input: {
          type: 'radio',
          options: enteredVia.map((kind) => ({ value: kind, label: t.label('common.via', kind) })),
        },
      }),
      recordForm.field('reference', {
        label: t('reviews.record.reference'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
      recordForm.field('dated', { label: t('reviews.record.dated'), optional: true, input: { type: 'date' } }),
      recordForm.field('how', {
        label: t('reviews.record.how'),
        input: {
          type: 'radio',
          options: [
            { value: 'all', label: t('reviews.record.all') },
            { value: 'some', label: t('reviews.record.some') },
          ],
        },
      }),
      ...(isCorrection
        ? [
            recordForm.field('why', {
              label: t('reviews.record.why'),
              hint: t('reviews.record.whyHint'),
              input: { type: 'text', max: 500 },
            }),
          ]
        : []),
    ],
  });
}

export function planInput(t: Texts, plans: readonly Plan[]) {
  const options = plans.map((plan) => ({ value: plan.id as string, label: titled(t, plan) }));
  const only = options.length === 1 ? options[0]?.value : undefined;
  return { type: 'select', options, ...(only === undefined ? {} : { initial: only }) } as const;
}
