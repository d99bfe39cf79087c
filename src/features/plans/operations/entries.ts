/** Who stands in the approved plan: entered from an existing list, changed by a decision, and the change taken back. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import * as store from '../store/entries.ts';
import { lockPlan } from '../store/plans.ts';
import type { EntryChanges, NewEntry, PlanChangeId, PlanEntry } from '../types.ts';

/**
 * Enters people who stand in the plan already by an older decision; no rule is checked, because the decision was made.
 * Somebody who stands for the position is changed where the list says something else. Refusals: access (plan.edit),
 * plan-unknown, plan-closed.
 */
export async function enterEntries(
  act: Act,
  input: { committee: CommitteeId; plan: PlanId; entries: readonly NewEntry[] },
): Promise<Outcome<{ added: number; changed: number }, AccessRefusal | 'plan-unknown' | 'plan-closed'>> {
  return inTransaction(act, async (tx) => {
    const viewer = await authorise(inside(act, tx), input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await lockPlan(tx, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const standing = await store.listEntries(tx, viewer.value, [plan.id]);
    const recorded = recordedBy(act);
    const others = input.entries.flatMap((entry) => {
      const old = standing.find(({ position, person }) => position === entry.position && person === entry.person);
      // A list that names no group leaves the one that is known.
      const next = { ...entry, readiness: entry.readiness ?? old?.readiness ?? null };
      return old && !isSame(old, next) ? [{ id: old.id, next }] : [];
    });
    await store.keepEntries(
      tx,
      others.map(({ id }) => id),
      recorded,
    );
    for (const { id, next } of others) await store.updateEntry(tx, id, next);
    const changed = others.length;
    const added = await store.insertEntries(tx, plan.id, input.entries, recorded);
    if (added + changed > 0) {
      await record(tx, act, {
        kind: 'plans.entries-imported',
        committee: input.committee,
        subject: { kind: 'plan', id: plan.id },
        nominees: input.entries.map((entry) => entry.person),
        facts: { added, changed },
      });
    }
    return done({ added, changed });
  });
}

/**
 * Inside the caller's transaction, whose plans are held and whose actor has been let in: those named leave, those named
 * enter, in a number of statements that does not grow. Somebody who stands for the position already is left as they are.
 */
export async function applyEntryChanges(act: Act, changes: EntryChanges): Promise<void> {
  await store.leaveEntries(act.store, changes, recordedBy(act));
  await store.enterByChange(act.store, changes, recordedBy(act));
}

/** Whoever entered by this change is out again, whoever left by it stands as before. The caller has authorised. */
export async function undoEntryChanges(act: Act, change: PlanChangeId): Promise<void> {
  await store.undoChange(act.store, change);
}

function recordedBy(act: Act): store.Recorded {
  return { at: act.now, by: act.person };
}

function isSame(old: PlanEntry, entry: NewEntry): boolean {
  return old.readiness === entry.readiness && old.enteredOn === entry.enteredOn && old.decisionIn === entry.decisionIn;
}
