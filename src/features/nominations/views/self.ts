/** The form with which somebody puts themselves forward, also somebody who is in no register yet. */

import { z } from 'zod';
import { defineForm, type Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Plan } from '../../plans/types.ts';

const text = z.string().nullish();

export const selfForm = defineForm({
  id: 'nominations.self',
  state: z.object({ committee: z.string(), plan: z.string() }),
  values: z.object({ position: z.string().nullable(), fullName: text, unit: text, statePost: text, reasons: text }),
});

export interface SelfDrawing {
  readonly plan: Plan;
  /** What the register says of them already; what is there is not asked again. */
  readonly known: { readonly fullName: string | null; readonly unit: string | null; readonly statePost: string | null };
  readonly isConsent: boolean;
}

export function selfView(t: Texts, { plan, known, isConsent }: SelfDrawing): Form {
  const missing = (['fullName', 'unit', 'statePost'] as const).filter((name) => known[name] === null);
  return selfForm.draw({
    title: t('nominations.self.title'),
    submit: t('nominations.propose.submit'),
    cancel: t('common.cancel'),
    state: { committee: plan.committee, plan: plan.id },
    items: [
      { kind: 'text', text: t.rich('nominations.propose.intro', { plan: titled(t, plan) }) },
      ...(known.fullName
        ? [{ kind: 'text', text: t.rich('nominations.self.as', { name: known.fullName }) } as const]
        : []),
      selfForm.field('position', {
        label: t('nominations.propose.position'),
        input: {
          type: 'select',
          options: plan.positions.map((position) => ({ value: position.id, label: position.title })),
        },
      }),
      ...missing.map((name) =>
        selfForm.field(name, {
          label: t(`nominations.self.${name}`),
          optional: name !== 'fullName',
          input: { type: 'text', max: name === 'fullName' ? 200 : 500 },
        }),
      ),
      selfForm.field('reasons', {
        label: t('nominations.self.reasons'),
        hint: t('nominations.self.reasonsHint'),
        optional: true,
        input: { type: 'text', multiline: true, max: 3000 },
      }),
      ...(isConsent ? [{ kind: 'note', text: [t('nominations.self.consent')] } as const] : []),
      { kind: 'note', text: [t('nominations.self.afterwards')] },
    ],
  });
}
