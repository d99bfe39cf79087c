/** The form in which whoever schedules a conference says how secret it is, whatever stands on its agenda. */
import { z } from 'zod';
import type { Form } from '../../../chat/form.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Level } from '../../classification/types.ts';
import { defineLevelForm, levelView } from '../../classification/views/form.ts';
import type { Conference } from '../types.ts';

export const classifyForm = defineLevelForm(
  'conferences.classify',
  z.object({ conference: z.string(), version: z.string() }),
);

export function classifyView(t: Texts, { id, version, classification: level }: Conference, accepted: Level): Form {
  const state = { conference: id, version: String(version) };
  return levelView(t, classifyForm, state, { kind: 'conference', level, accepted });
}
