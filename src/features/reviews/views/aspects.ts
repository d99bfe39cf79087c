/** How the aspects are called under the rule set of a list, and what a comment says in general. */
import type { Texts } from '../../../i18n/texts.ts';
import { aspectFamily } from '../rules/rule-set.ts';
import { type Aspect, aspects, type NomineeList, type Words } from '../types/nouns.ts';

/** `general`: said without an aspect. */
export const parts = ['general', ...aspects] as const;
export type Part = (typeof parts)[number];

export function aspectLabel(t: Texts, list: Pick<NomineeList, 'ruleSet'>, aspect: Aspect): string {
  return t.label(`reviews.aspects.${aspectFamily(list)}`, aspect);
}

export function partLabel(t: Texts, list: Pick<NomineeList, 'ruleSet'>, part: Part): string {
  return part === 'general' ? t('synthesis.general') : aspectLabel(t, list, part);
}

/** Null: nothing is said about it. */
export function saidOn(words: Words, part: Part): string | null {
  return part === 'general' ? words.text : words.aspects[part];
}
