/** What a short form must hold before it is stored, and when two rows may be the same person. */
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { isPlainMonth, monthsBetween, type PlainMonth } from '../../kernel/time.ts';
import type { ShortForm } from './types.ts';

export const nameMax = 200;
export const textMax = 500;
const oldestYears = 110;
const youngestYears = 16;

export type ShortFormRefusal =
  | 'name-empty'
  | 'name-too-long'
  | 'birth-month-unreadable'
  | 'birth-month-impossible'
  | 'text-too-long'
  | 'level-out-of-range';

/** Refusals name the form field they are about. `thisMonth` is yyyy-mm. */
export function checkShortForm(form: ShortForm, thisMonth: PlainMonth): Outcome<ShortForm, ShortFormRefusal> {
  if (form.fullName === '') return refused('name-empty', {}, 'fullName');
  if (form.fullName.length > nameMax) return refused('name-too-long', { max: nameMax }, 'fullName');
  for (const field of ['unit', 'partyPost', 'statePost'] as const) {
    if ((form[field]?.length ?? 0) > textMax) return refused('text-too-long', { max: textMax }, field);
  }
  if (form.level !== null && (form.level < 1 || form.level > 20)) {
    return refused('level-out-of-range', { min: 1, max: 20 }, 'level');
  }
  if (form.birthMonth === null) return done(form);
  if (!isPlainMonth(form.birthMonth)) return refused('birth-month-unreadable', {}, 'birthMonth');
  const years = monthsBetween(form.birthMonth, thisMonth) / 12;
  if (years < youngestYears || years > oldestYears) {
    return refused('birth-month-impossible', { min: youngestYears, max: oldestYears }, 'birthMonth');
  }
  return done(form);
}
