/** What came after the date asked for, while the round was still open. Told to the committee secretary, never counted. */
import { dateIn } from '../../../kernel/time.ts';
import type { Answer } from '../types/nouns.ts';
import type { Late } from '../types/seen.ts';

/**
 * `first`: when this person first sent anything in this round. A paper or a letter that was entered later counts by the
 * date that stands on it. `askedFor` null: the round has one date only, and nothing comes after it.
 */
export function lateness(
  answer: Pick<Answer, 'sentAt' | 'via'>,
  first: Date,
  { askedFor, zone }: { readonly askedFor: Date | null; readonly zone: string },
): Late | null {
  if (askedFor === null || answer.sentAt <= askedFor) return null;
  const dated = answer.via?.dated ?? null;
  if (dated !== null && dated <= dateIn(zone, askedFor)) return null;
  return first > askedFor ? 'sent' : 'changed';
}
