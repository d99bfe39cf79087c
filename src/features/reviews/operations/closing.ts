/**
 * The two dates of a round: the one asked for, at which reminders aim, and the one at which it closes. Between the two
 * comments are still taken. Without a second date it closes at the first.
 */
import type { Act } from '../../../kernel/act.ts';
import type { ReviewRoundId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { deadlinesOf } from '../../deadlines/operations/set.ts';
import type { Subject } from '../../deadlines/types/dates.ts';
import type { DateOrderRefusal } from '../../deadlines/types/duties.ts';
import { dueOf } from './tell.ts';

export const closeSubject = 'review-close';

export function closeOf(id: ReviewRoundId): Subject {
  return { kind: closeSubject, id };
}

/** When these rounds close, where that is another date than the one asked for and still to come. One statement. */
export async function closingsOf(act: Act, ids: readonly ReviewRoundId[]): Promise<ReadonlyMap<ReviewRoundId, Date>> {
  const deadlines = await deadlinesOf(act, closeSubject, ids);
  return new Map(
    ids.flatMap((id) => {
      const deadline = deadlines.get(id);
      return deadline?.state === 'running' ? [[id, deadline.dueAt] as const] : [];
    }),
  );
}

export async function closingOf(act: Act, id: ReviewRoundId): Promise<Date | null> {
  return (await closingsOf(act, [id])).get(id) ?? null;
}

/** Until when the round is open; null: its date was cancelled. */
export async function endOf(act: Act, id: ReviewRoundId): Promise<Date | null> {
  return (await closingOf(act, id)) ?? dueOf(act, id);
}

/** A round closes after the date asked for, not at it and not before it. */
export function checkClosing(askedFor: Date | null, closes: Date | null): Outcome<void, DateOrderRefusal> {
  if (askedFor === null || closes === null || closes > askedFor) return done();
  return refused('closes-before-asked', { until: askedFor }, 'closesDate');
}
