/** What a movement must say, and what its text may not exceed. */
import { tidyName } from '../../../i18n/names.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate } from '../../../kernel/time.ts';
import type { MovementForm, MovementKind } from '../types.ts';

export const placeMax = 200;
export const reasonMax = 1_000;

export type FormRefusal =
  | 'movement-text-missing'
  | 'movement-too-long'
  | 'movement-end-missing'
  | 'movement-dates-order'
  | 'movement-goes-nowhere'
  | 'date-unreadable';

export function isForATime(kind: MovementKind): boolean {
  return kind === 'rotation' || kind === 'secondment';
}

/** Tidied; the end of a move for good is dropped. Each refusal stands beside its field. */
export function readForm(form: MovementForm): Outcome<MovementForm, FormRefusal> {
  const text = (typed: string | null) => tidyName(typed ?? '') || null;
  const read: MovementForm = {
    ...form,
    fromUnit: text(form.fromUnit) ?? '',
    fromPost: text(form.fromPost),
    toUnit: text(form.toUnit) ?? '',
    toPost: text(form.toPost),
    reason: form.reason.normalize('NFC').trim(),
    endsOn: isForATime(form.kind) ? form.endsOn : null,
    exception: form.exception?.normalize('NFC').trim() || null,
    proposedFor: text(form.proposedFor),
  };
  for (const field of ['fromUnit', 'toUnit', 'reason'] as const) {
    if (read[field] === '') return refused('movement-text-missing', {}, field);
  }
  for (const field of ['fromUnit', 'fromPost', 'toUnit', 'toPost', 'proposedFor'] as const) {
    if ((read[field]?.length ?? 0) > placeMax) return refused('movement-too-long', { max: placeMax }, field);
  }
  for (const field of ['reason', 'exception'] as const) {
    if ((read[field]?.length ?? 0) > reasonMax) return refused('movement-too-long', { max: reasonMax }, field);
  }
  for (const field of ['startsOn', 'endsOn', 'inPostSince'] as const) {
    const date = read[field];
    if (date !== null && !isPlainDate(date)) return refused('date-unreadable', { text: date.slice(0, 60) }, field);
  }
  if (isForATime(read.kind) && read.endsOn === null) return refused('movement-end-missing', {}, 'endsOn');
  if (read.endsOn !== null && read.endsOn <= read.startsOn) {
    return refused('movement-dates-order', { from: read.startsOn, to: read.endsOn }, 'endsOn');
  }
  const isSame = read.fromUnit.toLowerCase() === read.toUnit.toLowerCase();
  if (isSame && (read.fromPost ?? '').toLowerCase() === (read.toPost ?? '').toLowerCase()) {
    return refused('movement-goes-nowhere', {}, 'toUnit');
  }
  return done(read);
}
