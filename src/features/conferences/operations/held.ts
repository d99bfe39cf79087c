/** What announcing, cancelling and undoing share: the minute of undo, the reminders, who is told. */
import type { Act } from '../../../kernel/act.ts';
import { type ConferenceId, type Id, newId } from '../../../kernel/ids.ts';
import { done, type Outcome } from '../../../kernel/outcome.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import { cancelDeadline, type DeadlineRefusal, deadlineOf, setDeadline } from '../../deadlines/operations/set.ts';
import { holdMs } from '../rules/life.ts';
import { datesAround, type HeldAct, type Revision, type Summoned } from '../types.ts';

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
 * The start of the conference and the dates around it, on the committee's clock. Before the start reminders go out the
 * day before and an hour before it; around the others by the committee's ladder.
 */
export async function remind(
  act: Act,
  committee: Committee,
  id: ConferenceId,
  { startsAt, ...dates }: Pick<Revision, 'startsAt' | 'replyBy' | 'freeUntil' | 'addUntil'>,
): Promise<Outcome<void, DeadlineRefusal>> {
  const at = (moment: Date) => ({ date: dateIn(committee.zone, moment), time: timeIn(committee.zone, moment) });
  const start = await setDeadline(act, {
    committee: committee.id,
    subject: { kind: 'conference', id },
    ladder: 'conference',
    stated: at(startsAt),
  });
  if (!start.ok) return start;
  for (const [date, kind] of datesAround) {
    const until = dates[date];
    const subject = { kind, id };
    if (until === null || until <= act.now) {
      await cancelDeadline(act, subject);
      continue;
    }
    // Set again only when it is another one: whoever put their reminder off is not asked anew.
    const running = await deadlineOf(act, subject);
    if (running?.state === 'running' && running.dueAt.getTime() === until.getTime()) continue;
    const set = await setDeadline(act, { committee: committee.id, subject, ladder: 'date', stated: at(until) });
    if (!set.ok) return set;
  }
  return done();
}

/** No conference, no reminders. */
export async function forget(act: Act, id: ConferenceId): Promise<void> {
  await cancelDeadline(act, { kind: 'conference', id });
  for (const [, kind] of datesAround) await cancelDeadline(act, { kind, id });
}

export function countTold(people: readonly Summoned[]): Pick<Announced, 'told' | 'toTell'> {
  const toTell = people.filter((one) => !one.isReachable);
  return { told: people.length - toTell.length, toTell };
}
