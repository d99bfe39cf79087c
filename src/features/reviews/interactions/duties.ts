/** This feature's duties with the titles of its rounds in the reader's words; app.ts registers them. */
import { texts } from '../../../i18n/texts.ts';
import type { Duties } from '../../deadlines/types.ts';
import { closing, duties, roundsNamed } from '../operations/duties.ts';

export const reviewDuties: Duties = {
  ...duties,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone);
    const named = await roundsNamed(act, ids);
    return new Map(
      named.map(({ id, list }) => [id, t('reviews.duty.title', { number: list.number, plan: list.planTitle })]),
    );
  },
};

/** The closing date of a round that has one besides the date asked for. */
export const reviewClosing: Duties = {
  ...closing,
  async titles(act, ids) {
    const t = texts(act.locale, act.zone);
    const named = await roundsNamed(act, ids);
    return new Map(
      named.map(({ id, list }) => [id, t('closing.title', { number: list.number, plan: list.planTitle })]),
    );
  },
};
