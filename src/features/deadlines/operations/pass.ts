/** The date has come: what the feature does by itself then, exactly once. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { DeadlineId } from '../../../kernel/ids.ts';
import * as store from '../store/deadlines.ts';
import { skipHeld } from '../store/reminders.ts';
import type { Duties } from '../types/duties.ts';
import { dutiesFor } from './about.ts';
import { redrawCards } from './cards.ts';

/**
 * For the clockwork. Nothing happens when the date was moved or cancelled meanwhile, or has passed already: a second
 * instance waits for the first one's row and then finds it passed. Reminders after the date go on.
 */
export async function passDeadline(act: Act, features: readonly Duties[], id: DeadlineId): Promise<void> {
  await inTransaction(act, async (tx) => {
    if (!(await store.passIfDue(tx, id, act.now))) return;
    const deadline = await store.findById(tx, id);
    if (!deadline) return;
    const { subject, committee } = deadline;
    await skipHeld(tx, id, act.now);
    await record(tx, act, {
      kind: 'deadlines.passed',
      committee,
      subject: { kind: 'deadline', id },
      facts: { of: subject.kind, ofId: subject.id, dueAt: deadline.dueAt, version: deadline.version },
    });
    await dutiesFor(features, subject).passed?.(inside(act, tx), subject);
    await redrawCards(tx, act, deadline);
  });
}
