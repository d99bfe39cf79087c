/** The form that records an experience, and the one that asks who lacks one. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { datesOf, routeOf } from '../../movements/views/line.ts';
import { readMonth } from '../../plans/rules/form.ts';
import { isFinished, kindMax, placeMax } from '../rules/experience.ts';
import type { ExperienceForm, ExperienceKind, PersonDevelopment } from '../types.ts';

const text = z.string().nullish();
const kindsOffered = 100;
const movementsOffered = 50;

export const experienceForm = defineForm({
  id: 'development.experience',
  state: z.object({ committee: z.string(), entry: z.string() }),
  values: z.object({ ...{ kind: text, newKind: text, place: text, fromMonth: text, toMonth: text, movement: text } }),
});
export const lackingForm = defineForm({
  id: 'development.lacking',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ kind: z.string() }),
});

/** What cannot be read as a month stays as typed, and is refused beside its field. */
export function experienceIn(
  values: z.output<typeof experienceForm.values>,
  kinds: readonly ExperienceKind[],
): ExperienceForm & { readonly kind: string } {
  const month = (typed: string | null | undefined) => (typed?.trim() ? (readMonth(typed, null) ?? typed) : null);
  return {
    kind: values.newKind?.trim() || (kinds.find(({ id }) => id === values.kind)?.name ?? ''),
    place: values.place ?? null,
    ...{ fromMonth: month(values.fromMonth), toMonth: month(values.toMonth) },
    movement: (values.movement ?? null) as ExperienceForm['movement'],
  };
}

/** `movement`: the finished one from which it is taken; null: none chosen yet. */
export function experienceView(
  t: Texts,
  shown: PersonDevelopment,
  kinds: readonly ExperienceKind[],
  movement: string | null = null,
): Form {
  const { committee, entry, person } = shown;
  const finished = shown.movements.filter(isFinished).slice(-movementsOffered);
  const month = { type: 'text', max: 10 } as const;
  return experienceForm.draw({
    title: t('experience.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee, entry: entry.id },
    items: [
      { kind: 'text', text: [{ bold: person.fullName }] },
      ...(kinds.length > 0
        ? [
            experienceForm.field('kind', {
              ...{ label: t('experience.form.kind'), optional: true },
              input: { type: 'select', options: optionsOf(kinds) },
            }),
          ]
        : []),
      experienceForm.field('newKind', {
        ...{ label: t('experience.form.newKind'), hint: t('experience.form.newKindHint'), optional: kinds.length > 0 },
        input: { type: 'text', max: kindMax },
      }),
      ...(finished.length > 0
        ? [
            experienceForm.field('movement', {
              ...{ label: t('experience.form.movement'), hint: t('experience.form.movementHint'), optional: true },
              input: {
                type: 'select',
                options: finished.map((one) => ({
                  value: one.id,
                  label: `${t(`movements.kinds.${one.kind}`)}, ${datesOf(t, one)}`.slice(0, 75),
                  note: routeOf(t, one).slice(0, 75),
                })),
                ...(finished.some(({ id }) => id === movement) && movement ? { initial: movement } : {}),
              },
            }),
          ]
        : []),
      experienceForm.field('place', {
        ...{ label: t('experience.form.place'), optional: true, input: { type: 'text', max: placeMax } },
      }),
      experienceForm.field('fromMonth', {
        ...{
          label: t('experience.form.fromMonth'),
          hint: t('experience.form.monthHint'),
          optional: true,
          input: month,
        },
      }),
      experienceForm.field('toMonth', {
        ...{ label: t('experience.form.toMonth'), hint: t('experience.form.monthHint'), optional: true, input: month },
      }),
    ],
  });
}

export function lackingView(
  t: Texts,
  at: { readonly committee: string; readonly plan: string },
  kinds: readonly ExperienceKind[],
): Form {
  return lackingForm.draw({
    title: t('experience.lacking.title'),
    submit: t('experience.lacking.submit'),
    cancel: t('common.cancel'),
    state: at,
    items: [
      lackingForm.field('kind', {
        label: t('experience.form.kind'),
        input: { type: 'select', options: optionsOf(kinds), ...(kinds[0] ? { initial: kinds[0].id } : {}) },
      }),
    ],
  });
}

function optionsOf(kinds: readonly ExperienceKind[]) {
  return kinds.slice(0, kindsOffered).map(({ id, name }) => ({ value: id, label: name.slice(0, 75) }));
}
