/** What is pressed and sent in sealed votes; app.ts hands over the urns. */
import { textsOf } from '../../../answers.ts';
import { openForm, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { asId, type PersonId } from '../../../kernel/ids.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { sendSecretPaper } from '../operations/secret-cast.ts';
import { seeReceipts } from '../operations/secret-look.ts';
import { askForKeys, nameHolders, openSecret, seeKeys, seeSecret, undoAsking } from '../operations/secret-open.ts';
import type { BallotRound, BallotRoundId } from '../types/round.ts';
import { openedMessage } from '../views/messages.ts';
import { marksIn } from '../views/paper-form.ts';
import * as buttons from '../views/secret-buttons.ts';
import * as forms from '../views/secret-forms.ts';
import * as messages from '../views/secret-messages.ts';
import { showPreparedAnew } from './secret-show.ts';
import { atField, atQuestion, said } from './shared.ts';

export function secretInteractions({ urns }: { readonly urns: Urns }): readonly Interaction[] {
  return [
    onPress(buttons.holdersButton, async (call, { round }) => {
      const seen = await seeSecret(call, asId<BallotRoundId>(round));
      if (!seen.ok) return said(call, seen);
      const { candidates, members } = seen.value;
      const possible = members.filter(({ person, isReachable }) => isReachable && !candidates.includes(person));
      return openForm(forms.holdersView(textsOf(call), seen.value.round, possible));
    }),

    onSubmit(forms.holdersForm, async (call, { round }, { holders }) => {
      const chosen = (holders ?? []).map((person) => asId<PersonId>(person));
      const named = await nameHolders(call, { round: asId<BallotRoundId>(round), holders: chosen });
      return named.ok ? show(messages.holdersMessage(textsOf(call), named.value)) : atField(call, named);
    }),

    onPress(buttons.askKeysButton, async (call, { round }) => {
      const asked = await askForKeys(call, asId<BallotRoundId>(round));
      return asked.ok ? replaceCard(messages.askedMessage(textsOf(call), asked.value)) : said(call, asked);
    }),

    onPress(buttons.undoKeysButton, async (call, { round, batch }) => {
      const undone = await undoAsking(call, { round: asId<BallotRoundId>(round), batch });
      return undone.ok ? showPreparedAnew(call, undone.value.id) : said(call, undone);
    }),

    onPress(buttons.keysButton, async (call, { round }) => {
      const found = await seeKeys(call, asId<BallotRoundId>(round));
      if (!found.ok) return said(call, found);
      return show(messages.keysMessage(textsOf(call), found.value.round, found.value.seen));
    }),

    onPress(buttons.openSealedButton, async (call, { round }) => {
      const opened = await openSecret(call, urns, asId<BallotRoundId>(round));
      // The card that was pressed is redrawn by itself: it says from now on that its keys are in use.
      return opened.ok ? show(openedMessage(textsOf(call), opened.value)) : said(call, opened);
    }),

    // A refusal leaves the form open with everything that was marked: nothing of it is kept on our side.
    onSubmit(forms.sealedPaperForm, async (call, state, values) => {
      let asked: BallotRound | null = null;
      const marks = (round: BallotRound) => {
        asked = round;
        return marksIn(round, values);
      };
      const isTyped = state.receipt === '';
      const receipt = isTyped ? forms.typedReceipt(values) : state.receipt;
      const round = asId<BallotRoundId>(state.round);
      const sent = await sendSecretPaper(call, urns, { round, marks, receipt, isTyped });
      return sent.ok ? openForm(forms.sentView(textsOf(call), sent.value)) : atField(call, atQuestion(asked, sent));
    }),

    onPress(buttons.receiptsButton, async (call, { round }) => {
      const seen = await seeReceipts(call, asId<BallotRoundId>(round));
      if (!seen.ok) return said(call, seen);
      return show(messages.receiptsMessage(textsOf(call), seen.value.round, seen.value.receipts));
    }),
  ];
}
