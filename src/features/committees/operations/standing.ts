/** Somebody's place in a committee is another from now on: the one seam at which everything that follows it is told. */
import { refresh } from '../../../delivery/send.ts';
import type { Act } from '../../../kernel/act.ts';
import type { CommitteeId, PersonId } from '../../../kernel/ids.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import * as store from '../store.ts';

/**
 * These people joined, left, or hold other roles. Inside the transaction that changes it: right after the commit whoever is
 * asked now has the reminders, what waited for one person passes to whoever follows them (`Duties.membersChanged`), and the
 * cards that these people hold of the committee are worded again.
 */
export async function standingChanged(act: Act, committee: CommitteeId, people: readonly PersonId[]): Promise<void> {
  if (people.length === 0) return;
  const job = { name: 'settings-changed', payload: { committee } } as const;
  await enqueue(act.store, job, { now: act.now, oncePer: 'transaction' });
  await refresh(act.store, act, { persons: people, committees: [committee] });
}

/** Of these people those who were members once and are none now, with the moment at which they left. */
export async function leftOf(
  act: Act,
  committee: CommitteeId,
  people: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, Date>> {
  return people.length === 0 ? new Map() : store.leftOf(act.store, committee, people, act.now);
}
