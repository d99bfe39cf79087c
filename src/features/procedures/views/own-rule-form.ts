/** The form for one part of a step's vote rule: how many must be there, or what it takes to pass. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { bases, comparisons, type VoteRule } from '../../ballots/types/vote-rule.ts';
import { reasonMax } from '../rules/stand.ts';
import { type OwnPart, ownParts } from '../types/own-rule.ts';
import type { ProcedureStep } from '../types/procedure.ts';
import { ruleBlocks } from './procedure.ts';

const whole = z.coerce.number().int().min(1).max(1000);

export const ownRuleForm = defineForm({
  id: 'procedures.own-rule',
  state: z.object({ procedure: z.string(), step: z.string() }),
  values: z.object({
    part: z.enum(ownParts),
    comparison: z.enum(comparisons),
    numerator: whole,
    denominator: whole,
    of: z.enum(bases),
    lessRecused: z.array(z.string()).nullish(),
    reason: z.string().nullish(),
  }),
});

export function ownRuleView(
  t: Texts,
  { current, step, rule }: { current: { readonly id: string }; step: ProcedureStep; rule: VoteRule },
): Form {
  const field = ownRuleForm.field;
  return ownRuleForm.draw({
    title: t('procedures.own.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { procedure: current.id, step: step.key },
    items: [
      { kind: 'text', text: [{ bold: step.title[t.locale] }] },
      ...ruleBlocks(t, rule),
      { kind: 'text', text: [t('procedures.own.intro')] },
      field('part', {
        label: t('procedures.own.part'),
        input: {
          type: 'radio',
          options: ownParts.map((part) => ({ value: part, label: t(`procedures.own.parts.${part}`) })),
          initial: 'threshold',
        },
      }),
      field('comparison', {
        label: t('procedures.own.comparison'),
        input: {
          type: 'select',
          options: comparisons.map((one) => ({ value: one, label: t(`procedures.own.comparisons.${one}`) })),
          initial: 'more-than',
        },
      }),
      field('numerator', {
        label: t('procedures.own.numerator'),
        hint: t('procedures.own.shareHint'),
        input: { type: 'number', min: 1, max: 1000 },
      }),
      field('denominator', { label: t('procedures.own.denominator'), input: { type: 'number', min: 1, max: 1000 } }),
      field('of', {
        label: t('procedures.own.of'),
        hint: t('procedures.own.ofHint'),
        input: { type: 'select', options: bases.map((base) => ({ value: base, label: t(`rulings.bases.${base}`) })) },
      }),
      field('lessRecused', {
        label: t('procedures.own.recused'),
        optional: true,
        input: { type: 'checkboxes', options: [{ value: 'yes', label: t('procedures.own.lessRecused') }] },
      }),
      field('reason', {
        label: t('procedures.own.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
    ],
  });
}

/** Null: people are there of those summoned or of the members, and of nothing else. */
export function ownPartIn(values: z.output<typeof ownRuleForm.values>): OwnPart | null {
  const { part, comparison, numerator, denominator, of } = values;
  const share = { numerator, denominator };
  const lessRecused = (values.lessRecused ?? []).includes('yes');
  if (part === 'threshold') return { part, value: { share, comparison, base: { of, lessRecused } } };
  if (of !== 'summoned' && of !== 'seated') return null;
  return { part, value: { kind: 'share', share, comparison, base: { of, lessRecused } } };
}
