/** What announcing, cancelling and undoing share: the minute of undo, the reminders, who is told. */
import type { Act } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import { cancelDeadline, type DeadlineRefusal, deadlineOf, setDeadline } from '../../deadlines/operations/set.ts';
import { holdMs } from '../rules/life.ts';
import { type HeldAct, type Revision, replySubject, type Summoned } from '../types.ts';

export interface Announced {
  readonly conference: ConferenceId;
  readonly act: HeldAct;
  readonly batch: string;
  readonly heldUntil: Date;
  readonly committee: Committee;
  readonly revision: Revision;
  /** How many will get a card. */
  readonly told: number;
  /** Without an account, or not reachable: the committee secretary tells them. */
  readonly toTell: readonly Summoned[];
}

export function newHold(act: Act, what: HeldAct) {
  return { act: what, until: new Date(act.now.getTime() + holdMs), batch: newId<Id<'batch'>>() as string };
}

/**
 * The start of the conference and the date for answers, on the committee's clock. Before the start reminders go out the
 * day before and an hour before it; around the date for answers by the committee's ladder.
 */
export async function remind(
  act: Act,
  committee: Committee,
  id: ConferenceId,
  { startsAt, replyBy }: Pick<Revision, 'startsAt' | 'replyBy'>,
): Promise<Outcome<void, DeadlineRefusal>> {
  const at = (moment: Date) => ({ date: dateIn(committee.zone, moment), time: timeIn(committee.zone, moment) });
  const start = await setDeadline(act, {
    committee: committee.id,
    subject: { kind: 'conference', id },
    ladder: 'conference',
    stated: at(startsAt),
  });
  if (!start.ok) return start;
  const subject = { kind: replySubject, id };
  if (replyBy === null || replyBy <= act.now) {
    await cancelDeadline(act, subject);
    return done();
  }
  // Set again only when it is another one: whoever put their reminder off is not asked anew.
  const running = await deadlineOf(act, subject);
  if (running?.state === 'running' && running.dueAt.getTime() === replyBy.getTime()) return done();
  const until = await setDeadline(act, { committee: committee.id, subject, ladder: 'date', stated: at(replyBy) });
  return until.ok ? done() : until;
}

/** No conference, no reminders. */
export async function forget(act: Act, id: ConferenceId): Promise<void> {
  await cancelDeadline(act, { kind: 'conference', id });
  await cancelDeadline(act, { kind: replySubject, id });
}

export function countTold(people: readonly Summoned[]): Pick<Announced, 'told' | 'toTell'> {
  const toTell = people.filter((one) => !one.isReachable);
  return { told: people.length - toTell.length, toTell };
}
