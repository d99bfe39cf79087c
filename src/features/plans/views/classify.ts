/** The form in which whoever keeps a plan says how secret it is. */
import { z } from 'zod';
import type { Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Level } from '../../classification/types.ts';
import { defineLevelForm, levelView } from '../../classification/views/form.ts';
import type { Plan } from '../types.ts';

export const classifyForm = defineLevelForm(
  'plans.classify',
  z.object({ committee: z.string(), plan: z.string(), version: z.number() }),
);

export function classifyView(t: Texts, { id, committee, version, classification: level }: Plan, accepted: Level): Form {
  return levelView(t, classifyForm, { committee, plan: id, version }, { kind: 'plan', level, accepted });
}
