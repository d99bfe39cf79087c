/** What a plan is called where people read it: with the classification that it and all that hangs on it bears. */
import type { Texts } from '../../../i18n/texts.ts';
import type { Level } from '../../classification/types.ts';

/** Without classification: the title alone. */
export function titled(t: Texts, plan: { readonly title: string; readonly classification: Level }): string {
  const { title, classification } = plan;
  if (classification === 'unclassified') return title;
  return t('classification.titled', { title, level: t.label('classification.levels', classification) });
}

/** As it stands on a paper, on a line of its own. */
export function markingOf(t: Texts, level: Level): string {
  return t('classification.marking', { level: t.label('classification.levels', level) });
}
