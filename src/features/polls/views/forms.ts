/** The forms that ask for a poll, that change its dates, and that correct its words. */
import { z } from 'zod';
import { defineForm, type Field, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import { listOptions } from '../../conferences/views/forms.ts';
import type { ListName } from '../../conferences/views/parts.ts';
import { minutesMax, placeMax, titleMax } from '../rules.ts';
import { type DatePoll, optionsMax, optionsMin } from '../types.ts';
import { ofPoll } from './buttons.ts';

const dateValue = z.string().refine(isPlainDate).nullish();
const timeValue = z
  .string()
  .regex(/^\d{2}:\d{2}$/)
  .nullish();
const dateFields = ['date1', 'date2', 'date3', 'date4', 'date5', 'date6'] as const;
const timeFields = ['time1', 'time2', 'time3', 'time4', 'time5', 'time6'] as const;

export const pollForm = defineForm({
  id: 'polls.create',
  state: z.object({ committee: z.string() }),
  values: z.object({
    title: z.string(),
    place: z.string(),
    minutes: z.string().regex(/^\d{1,4}$/),
    closes: z.string().refine(isPlainDate),
    lists: z.array(z.string()).nullish(),
    ...{ date1: dateValue, date2: dateValue, date3: dateValue, date4: dateValue, date5: dateValue, date6: dateValue },
    ...{ time1: timeValue, time2: timeValue, time3: timeValue, time4: timeValue, time5: timeValue, time6: timeValue },
  }),
});

const newDates = 4;
export const datesForm = defineForm({
  id: 'polls.dates',
  state: ofPoll,
  values: z.object({
    drop: z.array(z.string()).nullish(),
    ...{ date1: dateValue, date2: dateValue, date3: dateValue, date4: dateValue },
    ...{ time1: timeValue, time2: timeValue, time3: timeValue, time4: timeValue },
  }),
});

/** The form is the preview: to how many, and what stays. */
export function datesView(
  t: Texts,
  parts: { readonly poll: DatePoll; readonly zone: string; readonly told: number },
): Form {
  const { poll } = parts;
  return datesForm.draw({
    title: t('polls.dates.heading'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: { poll: poll.id },
    items: [
      { kind: 'text', text: [t('polls.dates.how', { count: parts.told })] },
      datesForm.field('drop', {
        label: t('polls.dates.drop'),
        optional: true,
        input: {
          type: 'checkboxes',
          options: poll.options.map(({ id, startsAt }) => ({ value: id, label: t.moment(startsAt).slice(0, 75) })),
        },
      }),
      ...dateFields.slice(0, newDates).flatMap((field, index): Field[] => [
        datesForm.field(field as 'date1', {
          label: t('polls.dates.date', { number: index + 1 }),
          optional: true,
          input: { type: 'date' },
        }),
        datesForm.field((timeFields[index] ?? 'time1') as 'time1', {
          label: t('polls.dates.time', { number: index + 1 }),
          ...(index === 0 ? { hint: t('conferences.form.timeHint', { zone: parts.zone }) } : {}),
          optional: true,
          input: { type: 'time', initial: '08:00' },
        }),
      ]),
    ],
  });
}

export const correctForm = defineForm({
  id: 'polls.correct',
  state: ofPoll,
  values: z.object({ title: z.string().nullish(), place: z.string().nullish() }),
});

/** The form is the preview: to how many, and what stays. What is closed to the reader is empty and may stay so. */
export function correctView(t: Texts, { poll, told }: { readonly poll: DatePoll; readonly told: number }): Form {
  const words = (initial: string, max: number) => ({
    optional: initial === '',
    input: { type: 'text', max, ...(initial === '' ? {} : { initial }) } as const,
  });
  return correctForm.draw({
    title: t('polls.correct.heading'),
    submit: t('common.send'),
    cancel: t('common.cancel'),
    state: { poll: poll.id },
    items: [
      { kind: 'text', text: [t('polls.correct.how', { count: told })] },
      correctForm.field('title', { label: t('conferences.form.title'), ...words(poll.title, titleMax) }),
      correctForm.field('place', { label: t('conferences.form.place'), ...words(poll.place, placeMax) }),
    ],
  });
}

/** Those dates that were filled in, in the order of their fields; a time left alone is eight in the morning. */
export function datesOf(
  values: Partial<Record<(typeof dateFields)[number] | (typeof timeFields)[number], string | null>>,
) {
  return dateFields.flatMap((field, index) => {
    const date = values[field];
    return date ? [{ date, time: values[timeFields[index] ?? 'time1'] ?? '08:00' }] : [];
  });
}

export function pollView(
  t: Texts,
  parts: {
    readonly committee: { readonly id: string; readonly zone: string };
    readonly lists: readonly ListName[];
    readonly title: string;
  },
): Form {
  const dates = Array.from({ length: optionsMax }, (_, index): Field[] => {
    const number = index + 1;
    return [
      pollForm.field(dateFields[index] ?? 'date1', {
        label: t('polls.form.date', { number }),
        optional: index >= optionsMin,
        input: { type: 'date' },
      }),
      pollForm.field(timeFields[index] ?? 'time1', {
        label: t('polls.form.time', { number }),
        ...(index === 0 ? { hint: t('conferences.form.timeHint', { zone: parts.committee.zone }) } : {}),
        optional: true,
        input: { type: 'time', initial: '08:00' },
      }),
    ];
  });
  return pollForm.draw({
    title: t('polls.form.heading'),
    submit: t('conferences.form.next'),
    cancel: t('common.cancel'),
    state: { committee: parts.committee.id },
    items: [
      pollForm.field('title', {
        label: t('conferences.form.title'),
        input: { type: 'text', max: titleMax, ...(parts.title ? { initial: parts.title } : {}) },
      }),
      pollForm.field('place', { label: t('conferences.form.place'), input: { type: 'text', max: placeMax } }),
      pollForm.field('minutes', {
        label: t('conferences.form.minutes'),
        input: { type: 'number', min: 5, max: minutesMax, initial: 120 },
      }),
      pollForm.field('closes', {
        label: t('polls.form.closes'),
        hint: t('polls.form.closesHint'),
        input: { type: 'date' },
      }),
      ...dates.flat(),
      ...(parts.lists.length > 0
        ? [
            pollForm.field('lists', {
              label: t('conferences.form.lists'),
              hint: t('polls.form.listsHint'),
              optional: true,
              input: {
                type: 'multi-select',
                options: listOptions(t, parts.lists),
              },
            }),
          ]
        : []),
    ],
  });
}
