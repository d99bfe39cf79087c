/** A running vote on a list of a plan holds the plan; one on somebody holds that person in it. */
import { clockworkViewer } from '../../access/operations.ts';
import type { PlanUse, PlanUses } from '../../plans/types.ts';
import { roundsOnPlan } from '../store/rounds.ts';

export const ballotPlanUses: PlanUses = {
  async usesOf(act, { committee, plan, stands }) {
    const everything = clockworkViewer({ ...act, member: null, person: null }, committee);
    const rounds = await roundsOnPlan(act.store, everything, plan, stands?.person ?? null);
    return rounds.map(({ isOpen, at }): PlanUse => {
      const kind = isOpen ? 'ballot' : 'ballot-to-come';
      return { kind, holds: isOpen, ends: false, number: null, at };
    });
  },
};
