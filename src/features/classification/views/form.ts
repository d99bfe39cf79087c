/** The form in which somebody says how secret something is: a plan, a conference. Each has its own, drawn here. */
import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { isAbove, reasonMax } from '../rules/levels.ts';
import { type Bearer, type Level, levels } from '../types.ts';

/** `id`: "feature.classify". */
export function defineLevelForm<State extends z.ZodType>(id: string, state: State) {
  const values = z.object({ level: z.enum(levels), reason: z.string().nullish(), decision: z.string().nullish() });
  return defineForm({ id, state, values });
}

type LevelForm<State extends z.ZodType> = ReturnType<typeof defineLevelForm<State>>;

/** `accepted`: nothing above it is offered. */
export function levelView<State extends z.ZodType>(
  t: Texts,
  form: LevelForm<State>,
  state: z.output<State>,
  about: { readonly kind: Bearer['kind']; readonly level: Level; readonly accepted: Level },
): Form {
  const offered = levels.filter((level) => !isAbove(level, about.accepted) || level === about.level);
  return form.draw({
    title: t('classification.form.title'),
    submit: t('common.save'),
    cancel: t('common.cancel'),
    state,
    items: [
      { kind: 'text', text: [t(`classification.form.what.${about.kind}`)] },
      form.field('level', {
        label: t('classification.form.level'),
        input: {
          type: 'select',
          options: offered.map((level) => ({ value: level, label: t.label('classification.levels', level) })),
          initial: about.level,
        },
      }),
      form.field('reason', {
        label: t('classification.form.reason'),
        input: { type: 'text', multiline: true, max: reasonMax },
      }),
      form.field('decision', {
        label: t('classification.form.decision'),
        hint: t('classification.form.decisionHint'),
        optional: true,
        input: { type: 'text', max: 200 },
      }),
    ],
  });
}
