/** The committee secretary moves or cancels a date. Nothing is sent at once: cards are worded again, reminders planned anew. */
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { DeadlineId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { DeadlineRow, MovePreview, StatedDate } from '../types/dates.ts';
import type { DateOrderRefusal, Duties } from '../types/duties.ts';
import { askedAsSeen, dutiesFor } from './about.ts';
import { redrawCards } from './cards.ts';
import { authorisedDeadline, type DeadlineAccess, titleOf } from './look.ts';
import { cancelDeadline, type DeadlineRefusal, type DeadlineSet, previewDeadline, setDeadline } from './set.ts';

export type MoveRefusal =
  | DeadlineAccess
  | DeadlineRefusal
  | DateOrderRefusal
  | 'deadline-of-conference'
  | 'deadline-passed'
  | 'deadline-cancelled'
  | 'deadline-changed-meanwhile'
  | 'deadline-same-date';

/** For the form in which it is moved. Refusals as for the act itself. */
export async function seeMovable(
  act: Act,
  features: readonly Duties[],
  id: DeadlineId,
): Promise<Outcome<{ deadline: DeadlineRow; title: string | null }, MoveRefusal>> {
  const found = await movable(act, features, id);
  if (!found.ok) return found;
  return done({ deadline: found.value, title: await titleOf(act, features, found.value.subject) });
}

/** `stated` null: cancel. Refusals as for the act itself, except deadline-changed-meanwhile. */
export async function previewMove(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly stated: StatedDate | null },
): Promise<Outcome<MovePreview, MoveRefusal>> {
  const found = await movable(act, features, input.deadline);
  if (!found.ok) return found;
  const deadline = found.value;
  const due = input.stated
    ? await previewDeadline(act, { committee: deadline.committee, stated: input.stated })
    : done(null);
  if (!due.ok) return due;
  const fits =
    due.value && (await dutiesFor(features, deadline.subject).fits?.(act, deadline.subject, due.value.dueAt));
  if (fits && !fits.ok) return fits;
  if (due.value?.dueAt.getTime() === deadline.dueAt.getTime())
    return refused('deadline-same-date', { due: deadline.dueAt }, 'date');
  return done({
    deadline,
    title: await titleOf(act, features, deadline.subject),
    due: due.value,
    touched: (await askedAsSeen(act, features, deadline.subject)).size,
  });
}

/**
 * Refusals: access (deadline.manage), deadline-unknown, deadline-of-conference (change the conference instead),
 * deadline-passed {due}, deadline-cancelled, deadline-changed-meanwhile, deadline-same-date, date-past {due, now}; of two
 * dates of one matter closes-before-asked {until}, asked-after-close {closes}.
 */
export async function moveDeadline(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly version: number; readonly stated: StatedDate },
): Promise<Outcome<DeadlineSet, MoveRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await movable(here, features, input.deadline, input.version);
    if (!found.ok) return found;
    const { committee, subject, ladder, dueAt } = found.value;
    const set = await setDeadline(here, { committee, subject, ladder, stated: input.stated });
    if (!set.ok) return set;
    if (set.value.deadline.dueAt.getTime() === dueAt.getTime())
      return refused('deadline-same-date', { due: dueAt }, 'date');
    const fits = await dutiesFor(features, subject).fits?.(here, subject, set.value.deadline.dueAt);
    if (fits && !fits.ok) return fits;
    await dutiesFor(features, subject).moved?.(here, subject, set.value.deadline.dueAt);
    await redrawCards(tx, act, found.value);
    return set;
  });
}

/** No more reminders, and nothing happens by itself on that day. Refusals as for moving. */
export async function cancelDate(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly version: number },
): Promise<Outcome<void, MoveRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const found = await movable(here, features, input.deadline, input.version);
    if (!found.ok) return found;
    const { subject } = found.value;
    await cancelDeadline(here, subject);
    await dutiesFor(features, subject).moved?.(here, subject, null);
    await redrawCards(tx, act, found.value);
    return done();
  });
}

async function movable(
  act: Act,
  features: readonly Duties[],
  id: DeadlineId,
  version?: number,
): Promise<Outcome<DeadlineRow, MoveRefusal>> {
  const found = await authorisedDeadline(act, features, id, 'deadline.manage');
  if (!found.ok) return found;
  const { deadline } = found.value;
  if (deadline.ladder === 'conference') return refused('deadline-of-conference');
  if (deadline.state === 'cancelled') return refused('deadline-cancelled');
  if (deadline.state === 'passed' || deadline.dueAt <= act.now)
    return refused('deadline-passed', { due: deadline.dueAt });
  if (version !== undefined && version !== deadline.version)
    return refused('deadline-changed-meanwhile', { due: deadline.dueAt });
  return done(deadline);
}
