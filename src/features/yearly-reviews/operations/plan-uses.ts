/** An open yearly review shows everybody in the plan: whoever is removed meanwhile leaves it too. */
import { clockworkViewer } from '../../access/operations.ts';
import type { PlanUses } from '../../plans/types.ts';
import { openReviewOf } from './look.ts';

export const yearlyReviewPlanUses: PlanUses = {
  async usesOf(act, { committee, plan }) {
    const everything = clockworkViewer({ ...act, member: null, person: null }, committee);
    const open = await openReviewOf(act, everything, plan);
    return open ? [{ kind: 'yearly-review', holds: false, ends: true, number: null, at: null }] : [];
  },
};
