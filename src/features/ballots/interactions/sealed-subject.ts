/** What the papers of a vote are about, in the words of a key-holder; app.ts registers it with the sealed papers. */
import { texts } from '../../../i18n/texts.ts';
import { asId } from '../../../kernel/ids.ts';
import type { SealedSubject } from '../../sealing/types.ts';
import { roundOfBox, sealedBallots } from '../operations/secret-subject.ts';
import type { BallotRoundId } from '../types/round.ts';
import { titleText } from '../views/words.ts';

export const sealedBallotSubject: SealedSubject = {
  ...sealedBallots,
  async title(act, subject) {
    const round = await roundOfBox(act, asId<BallotRoundId>(subject));
    const t = texts(act.locale, act.zone, act.speech);
    return round ? t('secret.title', { title: titleText(t, round), closes: t.moment(round.closesAt) }) : null;
  },
};
