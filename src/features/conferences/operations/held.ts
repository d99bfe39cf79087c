/** What announcing, cancelling and undoing share: the minute of undo, the reminders, who is told. */
import type { Act } from '../../../kernel/act.ts';
import { asId, type ConferenceId, type Id, newId } from '../../../kernel/ids.ts';
import { dateIn, timeIn } from '../../../kernel/time.ts';
import type { Committee } from '../../committees/types.ts';
import { setDeadline } from '../../deadlines/operations/set.ts';
import { holdMs } from '../rules/life.ts';
import type { HeldAct, Revision, Summoned } from '../types.ts';

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

/** The start of the conference, on the committee's clock: reminders go out the day before and an hour before it. */
export function remind(act: Act, committee: Committee, id: ConferenceId, revision: Revision) {
  const { startsAt } = revision;
  return setDeadline(act, {
    committee: committee.id,
    subject: { kind: 'conference', id: asId(id) },
    ladder: 'conference',
    stated: { date: dateIn(committee.zone, startsAt), time: timeIn(committee.zone, startsAt) },
  });
}

export function countTold(people: readonly Summoned[]): Pick<Announced, 'told' | 'toTell'> {
  const toTell = people.filter((one) => !one.isReachable);
  return { told: people.length - toTell.length, toTell };
}
