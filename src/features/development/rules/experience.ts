/** What an experience must say, and who of a plan has none of a kind recorded. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainMonth } from '../../../kernel/time.ts';
import type { Movement } from '../../movements/types.ts';
import type { Developed, Experience, ExperienceForm, ExperienceKindId } from '../types.ts';

export const kindMax = 100;
export const placeMax = 200;

export type ExperienceRefusal =
  | 'experience-kind-missing'
  | 'experience-too-long'
  | 'experience-month-unreadable'
  | 'experience-months-order';

/** `kind`: its name. Months are yyyy-mm. */
export function checkExperience(
  typed: ExperienceForm & { readonly kind: string },
): Outcome<ExperienceForm & { readonly kind: string }, ExperienceRefusal> {
  const tidy = (text: string) => text.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const form = { ...typed, kind: tidy(typed.kind), place: tidy(typed.place ?? '') || null };
  if (form.kind === '') return refused('experience-kind-missing', {}, 'newKind');
  if (form.kind.length > kindMax) return refused('experience-too-long', { max: kindMax }, 'newKind');
  if ((form.place?.length ?? 0) > placeMax) return refused('experience-too-long', { max: placeMax }, 'place');
  for (const field of ['fromMonth', 'toMonth'] as const) {
    const month = form[field];
    if (month !== null && !isPlainMonth(month)) return refused('experience-month-unreadable', {}, field);
  }
  const { fromMonth, toMonth } = form;
  if (fromMonth !== null && toMonth !== null && fromMonth > toMonth) {
    return refused('experience-months-order', { from: fromMonth, to: toMonth }, 'toMonth');
  }
  return done(form);
}

/** A movement that has come to its end, by return or by staying: what was learnt there can be recorded. */
export function isFinished(movement: Movement): boolean {
  return movement.state === 'approved' && (movement.legs.at(-1)?.ending ?? null) !== null;
}

/** One that may still give the experience: proposed, planned or running. */
export function isAhead(movement: Movement): boolean {
  const { state } = movement;
  return (
    (state === 'suggested' || state === 'planned' || state === 'sent-back' || state === 'approved') &&
    !isFinished(movement)
  );
}

/** Each person once, at the first position of the plan's order. */
export function whoLacks(
  people: readonly Developed[],
  experiences: readonly Experience[],
  kind: ExperienceKindId,
): readonly Developed[] {
  const having = new Set(experiences.filter((one) => one.kind.id === kind).map(({ person }) => person));
  const seen = new Set<string>();
  return people.filter(({ person }) => {
    if (having.has(person.id) || seen.has(person.id)) return false;
    seen.add(person.id);
    return true;
  });
}
