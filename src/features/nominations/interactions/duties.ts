/** This feature's duties with the titles of its plans; app.ts registers them. */
import { texts } from '../../../i18n/texts.ts';
import { viewersOf } from '../../access/operations.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { committeesOfPlans, plansOf } from '../../plans/operations/look.ts';
import { nominationDuties as duties } from '../operations/duties.ts';

export const nominationDuties: Duties = {
  ...duties,
  // Nobody has to put a name forward.
  asksAfter: false,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    const plans = await plansOf(act, await viewersOf(act, await committeesOfPlans(act, ids)));
    return new Map(
      plans.map((plan) => [plan.id as string, t('nominations.duties.listed', { plan: titled(t, plan) })] as const),
    );
  },
};
