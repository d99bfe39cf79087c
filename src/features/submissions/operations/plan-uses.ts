/** Parcels in progress in which somebody of a plan has a seat: shown before the person leaves it. */
import { authorise, clockworkViewer } from '../../access/operations.ts';
import type { PlanUse, PlanUses } from '../../plans/types.ts';
import * as store from '../store/look.ts';

export const submissionPlanUses: PlanUses = {
  async usesOf(act, { committee, plan, stands }) {
    const viewer = act.member === null ? null : await authorise(act, committee, 'submission.see');
    if (stands === null || (viewer && !viewer.ok)) return [];
    const eyes = viewer ? viewer.value : clockworkViewer(act, committee);
    const found = await store.listSubmissions(act.store, eyes, { plan, states: ['draft', 'sent'] });
    return found
      .filter(({ seats }) => seats.some(({ person }) => person === stands.person))
      .map(({ state, number }): PlanUse => {
        const kind = state === 'draft' ? 'submission-draft' : 'submission-sent';
        return { kind, holds: false, ends: false, number, at: null };
      });
  },
};
