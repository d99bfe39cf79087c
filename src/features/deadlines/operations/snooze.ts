/** A person asks to be reminded of a date later. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { DeadlineId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { insertPlanned, markHandled, rungsOfPerson } from '../store/reminders.ts';
import type { Duties } from '../types/duties.ts';
import type { SnoozeKey } from '../types/reminders.ts';
import { dutyDone } from './cards.ts';
import { seeOwnReminder } from './look.ts';
import { wakeAt } from './plan.ts';

export type SnoozeRefusal = 'deadline-unknown' | 'deadline-passed' | 'nothing-to-snooze' | 'snooze-too-late';

/**
 * Until then this date asks nothing of them: rungs before that moment are dropped, later ones stay. Only for somebody
 * who is still asked. Refusals: deadline-unknown, deadline-passed {due}, nothing-to-snooze (done already), snooze-too-late.
 */
export async function snoozeReminder(
  act: Act,
  features: readonly Duties[],
  input: { readonly deadline: DeadlineId; readonly key: SnoozeKey },
): Promise<Outcome<{ at: Date }, SnoozeRefusal>> {
  return inTransaction(act, async (tx) => {
    const own = await seeOwnReminder(inside(act, tx), features, input.deadline);
    if (!own || !act.person) return refused('deadline-unknown');
    const { deadline } = own;
    if (deadline.dueAt <= act.now) return refused('deadline-passed', { due: deadline.dueAt });
    if (!own.isAsked) return refused('nothing-to-snooze');
    const option = own.snooze.find(({ key }) => key === input.key);
    if (!option) return refused('snooze-too-late', { due: deadline.dueAt });
    const rungs = await rungsOfPerson(tx, deadline, act.person);
    const earlier = rungs.filter(
      ({ state, side, mode, at }) =>
        state === 'planned' && side === 'before' && (mode === 'single' || mode === 'digest') && at <= option.at,
    );
    const dropped = [
      ...earlier,
      ...rungs.filter(({ key, state }) => key.startsWith('snoozed-') && state === 'planned'),
    ];
    await markHandled(
      tx,
      dropped.map(({ id }) => id),
      'dropped',
      null,
      act.now,
    );
    const count = rungs.filter(({ key }) => key.startsWith('snoozed-')).length;
    await insertPlanned(tx, deadline, [
      { person: act.person, key: `snoozed-${count + 1}`, at: option.at, mode: 'single', side: 'before' },
    ]);
    await wakeAt(tx, act, deadline, [option.at]);
    await record(tx, act, {
      kind: 'deadlines.snoozed',
      committee: deadline.committee,
      subject: { kind: 'deadline', id: deadline.id },
      facts: { until: option.at, choice: input.key },
    });
    await dutyDone(tx, act, { subject: deadline.subject, persons: [act.person] });
    return done({ at: option.at });
  });
}
