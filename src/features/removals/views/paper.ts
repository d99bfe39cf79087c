/** The fields in which the decision behind a change of a plan is entered. */
import { z } from 'zod';
import type { Field } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { DecisionPaper } from '../../plans/types.ts';

const text = z.string().nullish();

export const paperValues = { body: text, decision: text, decidedOn: text, basis: text };

type Name = keyof typeof paperValues;

export function paperIn(values: z.output<z.ZodObject<typeof paperValues>>): DecisionPaper {
  const { body, decision, decidedOn, basis } = values;
  return { body: body ?? '', decision: decision ?? '', decidedOn: decidedOn ?? '', basis: basis ?? null };
}

/** Of a form whose values have these four. */
export function paperFields(
  t: Texts,
  form: { field(name: Name, field: Omit<Field, 'kind' | 'name'>): Field },
): readonly Field[] {
  const line = (name: 'body' | 'decision' | 'basis') => ({
    label: t(`removals.paper.${name}`),
    hint: t(`removals.paper.${name}Hint`),
    input: { type: 'text', max: 200 } as const,
  });
  return [
    form.field('body', line('body')),
    form.field('decision', line('decision')),
    form.field('decidedOn', { label: t('removals.paper.decidedOn'), input: { type: 'date' } }),
    form.field('basis', { ...line('basis'), optional: true }),
  ];
}
