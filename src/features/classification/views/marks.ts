/**
 * How a classification is said, here and nowhere else: behind a title on cards, on a line of its own in papers and files.
 * What bears none says nothing.
 */
import type { Texts } from '../../../i18n/texts.ts';
import type { Level } from '../types.ts';

export interface Titled {
  readonly title: string;
  readonly classification: Level;
}

/** What a plan, and all that hangs on it, is called where people read it. */
export function titled(t: Texts, { title, classification }: Titled): string {
  if (classification === 'unclassified') return title;
  return t('classification.titled', { title, level: t.label('classification.levels', classification) });
}

/** Of a list of nominees the plan that it belongs to. */
export function planOfList(t: Texts, list: { readonly planTitle: string; readonly classification: Level }): string {
  return titled(t, { title: list.planTitle, classification: list.classification });
}

/** The facts of a duty, in which a title and its level travel. */
export function titledFacts(t: Texts, facts: Readonly<Record<string, unknown>>, key: string): string {
  return titled(t, { title: String(facts[key]), classification: (facts.classification ?? 'unclassified') as Level });
}

/** As it stands on a paper, on a line of its own; null: nothing stands there. */
export function markingOf(t: Texts, level: Level): string | null {
  return level === 'unclassified'
    ? null
    : t('classification.marking', { level: t.label('classification.levels', level) });
}

/** Above the words of a paper. */
export function markingLines(t: Texts, level: Level): readonly string[] {
  const marking = markingOf(t, level);
  return marking === null ? [] : [marking];
}

type Rows = readonly (readonly string[])[];

/** A table that goes out bears it above its heading: whoever takes the list in again finds the heading below it. */
export function markedRows(t: Texts, level: Level, rows: Rows): Rows {
  return [...markingLines(t, level).map((line) => [line]), ...rows];
}
