/** What the papers of a round are about, in the words of a key-holder; app.ts registers it with the sealed papers. */
import { texts } from '../../../i18n/texts.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { SealedSubject } from '../../sealing/types.ts';
import { roundOfBox, sealedReviews } from '../operations/sealed-subject.ts';

export const sealedReviewSubject: SealedSubject = {
  ...sealedReviews,
  async title(act, subject) {
    const round = await roundOfBox(act, asId<ReviewRoundId>(subject));
    const t = texts(act.locale, act.zone, act.speech);
    return round ? t('anonymous.title', { number: round.list.number, plan: planOfList(t, round.list) }) : null;
  },
};
