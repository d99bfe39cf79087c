/** This feature's duties with the titles of its rounds in the reader's words; app.ts registers them. */
import { texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { Duties } from '../../deadlines/types/duties.ts';
import { closing, duties, roundsNamed } from '../operations/duties.ts';
import { handLeadsOn, takeBackFromLeavers } from '../operations/members-changed.ts';
import { leadDuties, leadsSeen } from '../operations/take-on.ts';

export const reviewDuties: Duties = {
  ...duties,
  membersChanged: takeBackFromLeavers,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    const named = await roundsNamed(act, ids);
    return new Map(
      named.map(({ id, list }) => [id, t('reviews.duty.title', { number: list.number, plan: planOfList(t, list) })]),
    );
  },
};

/** The closing date of a round that has one besides the date asked for. */
export const reviewClosing: Duties = {
  ...closing,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    const named = await roundsNamed(act, ids);
    return new Map(
      named.map(({ id, list }) => [id, t('closing.title', { number: list.number, plan: planOfList(t, list) })]),
    );
  },
};

/** To say that one leads a case in place of the chair. Its title names neither the case nor the chair. */
export const reviewLead: Duties = {
  ...leadDuties,
  membersChanged: handLeadsOn,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone, act.speech);
    return new Map((await leadsSeen(act, ids)).map(({ id }) => [id as string, t('conflicts.lead.title')]));
  },
};
