/** Sets how near people in a plan are to their position: group 1 or 2, ready now, or what the plan's rule set knows. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId, PlanEntryId, PlanId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import type { Person } from '../../people/types.ts';
import { isDoubtful, readinessOf } from '../rules/readiness.ts';
import * as store from '../store/entries.ts';
import { lockPlan } from '../store/plans.ts';
import type { Plan } from '../types.ts';

export interface ReadinessSet {
  readonly plan: Plan;
  readonly changed: number;
  /** Of whom the register speaks against the level; it is set all the same. */
  readonly doubts: readonly { readonly person: Person; readonly present: number; readonly position: number }[];
}

/**
 * `level` null: none. What was said before is kept for the plan as of a day. In a number of statements that does not grow.
 * Right: plan.edit. Refusals: access, plan-unknown, plan-closed, readiness-unknown (no level of the plan's rule set),
 * readiness-nobody (none chosen, or none of whom the actor may know).
 */
export async function setReadiness(
  act: Act,
  input: {
    readonly committee: CommitteeId;
    readonly plan: PlanId;
    readonly level: string | null;
    readonly entries: readonly PlanEntryId[];
  },
): Promise<
  Outcome<ReadinessSet, AccessRefusal | 'plan-unknown' | 'plan-closed' | 'readiness-unknown' | 'readiness-nobody'>
> {
  return inTransaction(act, async (tx) => {
    const within = inside(act, tx);
    const viewer = await authorise(within, input.committee, 'plan.edit');
    if (!viewer.ok) return viewer;
    const plan = await lockPlan(tx, viewer.value, input.plan);
    if (!plan) return refused('plan-unknown');
    if (plan.isClosed) return refused('plan-closed', { title: plan.title });
    const level = readinessOf(plan).value.find(({ key }) => key === input.level) ?? null;
    if (input.level !== null && !level) return refused('readiness-unknown', {}, 'level');
    const standing = await store.listEntries(tx, viewer.value, [plan.id]);
    const chosen = standing.filter(({ id }) => input.entries.includes(id));
    if (chosen.length === 0) return refused('readiness-nobody', {}, 'entries');
    const changing = chosen.filter(({ readiness }) => readiness !== input.level);
    if (changing.length > 0) {
      const ids = changing.map(({ id }) => id);
      await store.keepEntries(tx, ids, { at: act.now, by: act.person });
      await store.updateReadiness(tx, ids, input.level);
      await record(tx, act, {
        kind: 'plans.readiness-set',
        committee: input.committee,
        subject: { kind: 'plan', id: plan.id },
        nominees: changing.map(({ person }) => person),
        facts: { readiness: input.level, changed: changing.length },
      });
    }
    const people = await peopleByIds(within, input.committee, [...new Set(chosen.map(({ person }) => person))]);
    const known = new Map(people.map((person) => [person.id, person]));
    const doubts = chosen.flatMap(({ person: id, level: position }) => {
      const person = known.get(id);
      const present = person?.level ?? null;
      if (!level || !person || present === null || position === null) return [];
      return isDoubtful(level, { present, position }) ? [{ person, present, position }] : [];
    });
    return done({ plan, changed: changing.length, doubts });
  });
}
