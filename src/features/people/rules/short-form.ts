/** What a short form and a disciplinary measure must hold before they are stored. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, isPlainMonth, monthsBetween, type PlainDate, type PlainMonth } from '../../../kernel/time.ts';
import type { Discipline, Person, ShortForm } from '../types.ts';

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
  | 'level-out-of-range'
  | 'discipline-date-unreadable'
  | 'discipline-in-future'
  | 'discipline-ends-early';

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

/** A measure without dates is kept: rules then answer "not known". `today` is yyyy-mm-dd. */
export function checkDiscipline(discipline: Discipline, today: PlainDate): Outcome<Discipline, ShortFormRefusal> {
  const { decidedOn, effectUntil } = discipline;
  if (decidedOn !== null && !isPlainDate(decidedOn)) return refused('discipline-date-unreadable', {}, 'decidedOn');
  if (effectUntil !== null && !isPlainDate(effectUntil))
    return refused('discipline-date-unreadable', {}, 'effectUntil');
  if (decidedOn !== null && decidedOn > today) return refused('discipline-in-future', { decidedOn }, 'decidedOn');
  if (decidedOn !== null && effectUntil !== null && effectUntil < decidedOn) {
    return refused('discipline-ends-early', { decidedOn, effectUntil }, 'effectUntil');
  }
  if ((discipline.decision?.length ?? 0) > textMax) return refused('text-too-long', { max: textMax }, 'decision');
  return done(discipline);
}

/** The measure that the form shows and corrects: the one decided last; one without a date counts as the newest. */
export function newestDiscipline(person: Pick<Person, 'disciplines'>): Discipline | null {
  return [...person.disciplines].sort((a, b) => (b.decidedOn ?? '9').localeCompare(a.decidedOn ?? '9'))[0] ?? null;
}

/** Whether a measure is in effect on a day; one whose end is not known counts as in effect. */
export function isInEffect(discipline: Discipline, on: PlainDate): boolean {
  return discipline.effectUntil === null || on <= discipline.effectUntil;
}
