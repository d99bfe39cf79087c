/** This feature's duties with the titles of its plans; app.ts registers them. */
import { texts } from '../../../i18n/texts.ts';
import { asId, type PlanId } from '../../../kernel/ids.ts';
import { viewerOf } from '../../access/operations.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { committeeOfPlan, plansOf } from '../../plans/operations/look.ts';
import { nominationDuties as duties } from '../operations/duties.ts';

export const nominationDuties: Duties = {
  ...duties,
  // Nobody has to put a name forward.
  asksAfter: false,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    const titles = new Map<string, string>();
    for (const id of ids) {
      if (titles.has(id)) continue;
      const committee = await committeeOfPlan(act, asId<PlanId>(id));
      const plans = committee ? await plansOf(act, await viewerOf(act, committee)) : [];
      for (const plan of plans) titles.set(plan.id, t('nominations.duties.listed', { plan: titled(t, plan) }));
    }
    return titles;
  },
};
