/** What a measure and its outcome must say. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import type { MeasureForm, MeasureOutcome } from '../types.ts';

export const whatMax = 500;
export const responsibleMax = 200;
export const wordMax = 1_000;

export type MeasureRefusal =
  | 'measure-what-missing'
  | 'measure-too-long'
  | 'measure-day-unreadable'
  | 'measure-days-order';
export type MeasureOutcomeRefusal = 'measure-word-missing' | 'measure-too-long';

/** Days are yyyy-mm-dd; it may lie in the past, since what was done before is recorded too. */
export function checkMeasure(typed: MeasureForm): Outcome<MeasureForm, MeasureRefusal> {
  const form = { ...typed, what: tidy(typed.what) ?? '', responsible: tidy(typed.responsible) };
  if (form.what === '') return refused('measure-what-missing', {}, 'what');
  if (form.what.length > whatMax) return refused('measure-too-long', { max: whatMax }, 'what');
  if ((form.responsible?.length ?? 0) > responsibleMax) {
    return refused('measure-too-long', { max: responsibleMax }, 'responsible');
  }
  for (const field of ['startsOn', 'dueOn'] as const) {
    const day = form[field];
    if (day !== null && !isPlainDate(day)) return refused('measure-day-unreadable', {}, field);
  }
  const { startsOn, dueOn } = form;
  if (startsOn !== null && dueOn !== null && startsOn > dueOn) {
    return refused('measure-days-order', { from: startsOn, to: dueOn }, 'dueOn');
  }
  return done(form);
}

/** What was not done, or will not be done any more, says why. */
export function checkOutcome(typed: MeasureOutcome): Outcome<MeasureOutcome, MeasureOutcomeRefusal> {
  const word = tidy(typed.word);
  if ((word?.length ?? 0) > wordMax) return refused('measure-too-long', { max: wordMax }, 'word');
  const isReasonNeeded = typed.state === 'not-done' || typed.state === 'given-up';
  if (isReasonNeeded && word === null) return refused('measure-word-missing', {}, 'word');
  return done({ state: typed.state, word });
}

function tidy(text: string | null): string | null {
  return text?.normalize('NFC').trim() || null;
}
