/** What is pressed under a result: show me how, and the count minutes as text or as a table. */
import { textsOf } from '../../../answers.ts';
import { giveFile, show } from '../../../chat/call.ts';
import { type Interaction, onPress } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId } from '../../../kernel/ids.ts';
import { refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { takeCountMinutes } from '../operations/count-minutes.ts';
import { seeOwn } from '../operations/look.ts';
import type { BallotRoundId } from '../types/round.ts';
import * as buttons from '../views/buttons.ts';
import { countMinutesTable } from '../views/count-minutes.ts';
import { countMinutesMessage, howMessage, minutesOf } from '../views/result.ts';
import { said } from './shared.ts';

export const resultInteractions: readonly Interaction[] = [
  onPress(buttons.howButton, async (call, { round }) => {
    const own = await seeOwn(call, asId<BallotRoundId>(round));
    if (!own.ok) return said(call, own);
    if (own.value.sees !== 'numbers') return said(call, refused('ruling-numbers-not-shown'));
    return show(howMessage(textsOf(call), own.value.round));
  }),

  onPress(buttons.minutesButton, async (call, { round, how }) => {
    const t = textsOf(call);
    const layout = how === 'csv' ? 'csv' : 'text';
    const taken = await takeCountMinutes(call, { round: asId<BallotRoundId>(round), how: layout }, (found, known) =>
      countMinutesTable(t, minutesOf(t, found, known)),
    );
    if (!taken.ok) return said(call, taken);
    const minutes = minutesOf(t, taken.value.round, taken.value.known);
    const words = countMinutesMessage(t, taken.value.round, minutes);
    if (layout === 'text') return show(words);
    const name = t('rulings.minutes.fileName', { date: dateIn(call.zone, call.now) });
    return giveFile({ name, content: taken.value.csv, sent: sentence(t('common.fileSent', { name })) }, words);
  }),
];
