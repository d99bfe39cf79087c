/** The forms of a measure: recording it, putting it right, saying what became of it. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { datesOf, routeOf } from '../../movements/views/line.ts';
import { responsibleMax, whatMax, wordMax } from '../rules/measure.ts';
import { type Measure, type MeasureForm, measureKinds, measureStates, type PersonDevelopment } from '../types.ts';
import { measureLine } from './measure-line.ts';

const text = z.string().nullish();
const movementsOffered = 50;

export const measureForm = defineForm({
  id: 'development.measure',
  /** Both empty for a new one. */
  state: z.object({ committee: z.string(), entry: z.string(), measure: z.string(), version: z.number() }),
  values: z.object({
    kind: z.enum(measureKinds),
    ...{ what: text, responsible: text, startsOn: text, dueOn: text, movement: text },
  }),
});
export const settleForm = defineForm({
  id: 'development.settle',
  state: z.object({ committee: z.string(), entry: z.string(), measure: z.string(), version: z.number() }),
  values: z.object({ state: z.enum(measureStates), word: text }),
});

export function measureIn(values: z.output<typeof measureForm.values>): MeasureForm {
  return {
    kind: values.kind,
    what: values.what ?? '',
    responsible: values.responsible ?? null,
    startsOn: values.startsOn ?? null,
    dueOn: values.dueOn ?? null,
    movement: (values.movement ?? null) as MeasureForm['movement'],
  };
}

/** `measure` null: a new one. */
export function measureView(t: Texts, shown: PersonDevelopment, measure: Measure | null): Form {
  const { person, position, movements } = shown;
  const offered = movements.slice(-movementsOffered);
  const initial = (value: string | null | undefined) => (value ? { initial: value } : {});
  return measureForm.draw({
    title: t(measure ? 'development.form.changeTitle' : 'development.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: stateOf(shown, measure),
    items: [
      { kind: 'text', text: t.rich('development.form.intro', { name: person.fullName, position: position.title }) },
      measureForm.field('kind', {
        label: t('development.form.kind'),
        input: {
          type: 'select',
          options: measureKinds.map((value) => ({ value, label: t(`development.kinds.${value}`) })),
          initial: measure?.kind ?? 'further-training',
        },
      }),
      measureForm.field('what', {
        ...{ label: t('development.form.what'), hint: t('development.form.whatHint') },
        input: { type: 'text', max: whatMax, ...initial(measure?.what) },
      }),
      measureForm.field('responsible', {
        ...{ label: t('development.form.responsible'), hint: t('development.form.responsibleHint'), optional: true },
        input: { type: 'text', max: responsibleMax, ...initial(measure?.responsible) },
      }),
      measureForm.field('startsOn', {
        ...{ label: t('development.form.startsOn'), optional: true },
        input: { type: 'date', ...initial(measure?.startsOn) },
      }),
      measureForm.field('dueOn', {
        ...{ label: t('development.form.dueOn'), hint: t('development.form.dueOnHint'), optional: true },
        input: { type: 'date', ...initial(measure?.dueOn) },
      }),
      ...(offered.length > 0
        ? [
            measureForm.field('movement', {
              ...{ label: t('development.form.movement'), optional: true },
              input: {
                type: 'select',
                options: offered.map((movement) => ({
                  value: movement.id,
                  label: `${t(`movements.kinds.${movement.kind}`)}, ${datesOf(t, movement)}`.slice(0, 75),
                  note: routeOf(t, movement).slice(0, 75),
                })),
                ...(offered.some(({ id }) => id === measure?.movement) ? initial(measure?.movement) : {}),
              },
            }),
          ]
        : []),
    ],
  });
}

export function settleView(t: Texts, shown: PersonDevelopment, measure: Measure): Form {
  return settleForm.draw({
    title: t('development.settle.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: stateOf(shown, measure),
    items: [
      { kind: 'text', text: [{ bold: shown.person.fullName }] },
      { kind: 'text', text: measureLine(t, measure, shown.movements, shown.today) },
      settleForm.field('state', {
        label: t('development.settle.state'),
        input: {
          type: 'radio',
          options: measureStates
            .filter((value) => value !== 'planned' || measure.state !== 'planned')
            .map((value) => ({ value, label: t(`development.states.${value}`) })),
          initial: measure.state === 'planned' ? 'done' : measure.state,
        },
      }),
      settleForm.field('word', {
        ...{ label: t('development.settle.word'), hint: t('development.settle.wordHint'), optional: true },
        input: { type: 'text', multiline: true, max: wordMax, ...(measure.word ? { initial: measure.word } : {}) },
      }),
    ],
  });
}

function stateOf({ committee, entry }: PersonDevelopment, measure: Measure | null) {
  return { committee, entry: entry.id, measure: measure?.id ?? '', version: measure?.version ?? 0 };
}
