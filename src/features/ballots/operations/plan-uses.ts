/** A running vote on a list of a plan holds the plan: nobody in it is moved or removed meanwhile. */
import { clockworkViewer } from '../../access/operations.ts';
import type { PlanUses } from '../../plans/types.ts';
import { hasOpenRound } from '../store/rounds.ts';

export const ballotPlanUses: PlanUses = {
  async usesOf(act, { committee, plan }) {
    const everything = clockworkViewer({ ...act, member: null, person: null }, committee);
    return (await hasOpenRound(act.store, everything, plan)) ? [{ kind: 'ballot', holds: true }] : [];
  },
};
