/** The form in which whoever keeps a plan says how secret it is. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isAbove, reasonMax } from '../../classification/rules/levels.ts';
import { type Level, levels } from '../../classification/types.ts';
import type { Plan } from '../types.ts';

export const classifyForm = defineForm({
  id: 'plans.classify',
  state: z.object({ committee: z.string(), plan: z.string(), version: z.number() }),
  values: z.object({ level: z.enum(levels), reason: z.string().nullish(), decision: z.string().nullish() }),
});

/** `accepted`: nothing above it is offered. */
export function classifyView(t: Texts, plan: Plan, accepted: Level): Form {
  const offered = levels.filter((level) => !isAbove(level, accepted) || level === plan.classification);
  return classifyForm.draw({
    title: t('plans.classify.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id, version: plan.version },
    items: [
      { kind: 'text', text: [t('plans.classify.what')] },
      classifyForm.field('level', {
        label: t('plans.classify.level'),
        input: {
          type: 'select',
          options: offered.map((level) => ({ value: level, label: t.label('classification.levels', level) })),
          initial: plan.classification,
        },
      }),
      classifyForm.field('reason', {
        label: t('plans.classify.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
      classifyForm.field('decision', {
        label: t('plans.classify.decision'),
        hint: t('plans.classify.decisionHint'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}
