/** What is pressed and sent in anonymous rounds; app.ts hands over the urns. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, replaceCard, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import { asId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import type { Urns } from '../../sealing/operations/urns.ts';
import { seeAnonymous, seeReceipts } from '../operations/anonymous-look.ts';
import { askForKeys, openAnonymous, prepareAnonymous, seeKeys, undoAsking } from '../operations/anonymous-open.ts';
import { openPaper, sendPaper } from '../operations/anonymous-send.ts';
import * as buttons from '../views/anonymous-buttons.ts';
import * as forms from '../views/anonymous-forms.ts';
import * as messages from '../views/anonymous-messages.ts';
import { openedMessage } from '../views/messages.ts';
import { openAnonymousOpening, showPaper } from './anonymous-show.ts';
import { besideText } from './reply.ts';

export function anonymousInteractions({ urns }: { readonly urns: Urns }): readonly Interaction[] {
  return [
    onPress(buttons.openAnonymousButton, (call, { committee }) => openAnonymousOpening(call, asId(committee))),

    onSubmit(forms.openAnonymousForm, async (call, { committee }, { plan, date, time, holders, why }) => {
      const stated = { date, time };
      const chosen = (holders ?? []).map((person) => asId<PersonId>(person));
      const input = { committee: asId<never>(committee), plan: asId<never>(plan), stated, why, holders: chosen };
      const prepared = await prepareAnonymous(call, input);
      if (!prepared.ok) return refusal(call, prepared);
      return show(messages.sealedPreviewMessage(textsOf(call), prepared.value));
    }),

    onPress(buttons.askKeysButton, async (call, { round }) => {
      const asked = await askForKeys(call, asId<ReviewRoundId>(round));
      return asked.ok ? replaceCard(messages.askedMessage(textsOf(call), asked.value)) : refusal(call, asked);
    }),

    onPress(buttons.undoKeysButton, async (call, { round, batch }) => {
      const undone = await undoAsking(call, { round: asId<ReviewRoundId>(round), batch });
      return undone.ok ? replaceCard(sentence(textsOf(call)('reviews.open.undone'))) : refusal(call, undone);
    }),

    onPress(buttons.keysButton, async (call, { round }) => {
      const found = await seeKeys(call, asId<ReviewRoundId>(round));
      if (!found.ok) return refusal(call, found);
      return show(messages.keysMessage(textsOf(call), found.value.round, found.value.seen));
    }),

    onPress(buttons.openSealedButton, async (call, { round }) => {
      const opened = await openAnonymous(call, urns, asId<ReviewRoundId>(round));
      return opened.ok ? replaceCard(openedMessage(textsOf(call), opened.value)) : refusal(call, opened);
    }),

    onPress(buttons.paperButton, (call, { round }) => showPaper(call, round)),

    onSubmit(forms.pickPaperForm, async (call, { round }, values) => {
      const open = await openPaper(call, asId<ReviewRoundId>(round));
      if (!open.ok) return refusal(call, open);
      const { picked, byAspect } = forms.pickedIn(values);
      const shown = open.value.asked.filter(({ id }) => picked.includes(id));
      const max = forms.nomineesMax(open.value.round.list, byAspect);
      if (shown.length > max) {
        const facts = { count: shown.length, max };
        return besideText(call, { ok: false, reason: 'review-too-many-chosen', facts }, 'position-0-0');
      }
      return openForm(forms.paperView(textsOf(call), { ...open.value, shown, byAspect }));
    }),

    // A refusal leaves the form open with everything that was typed: there is no draft on our side to come back to.
    onSubmit(forms.paperForm, async (call, { round, receipt }, values) => {
      const { filled, restAgrees, receipt: typed } = forms.filledIn(values);
      const isTyped = receipt === '';
      const paper = { round: asId<ReviewRoundId>(round), receipt: isTyped ? (typed ?? '') : receipt, isTyped };
      const sent = await sendPaper(call, urns, { ...paper, filled, restAgrees });
      return sent.ok ? openForm(forms.sentView(textsOf(call), sent.value)) : besideText(call, sent, 'rest');
    }),

    onPress(buttons.receiptsButton, async (call, { round }) => {
      const seen = await seeReceipts(call, asId<ReviewRoundId>(round));
      if (!seen.ok) return refusal(call, seen);
      return show(messages.receiptsMessage(textsOf(call), seen.value.round, seen.value.receipts));
    }),

    onPress(buttons.anonymousCommentsButton, async (call, { round, page }) => {
      const seen = await seeAnonymous(call, asId<ReviewRoundId>(round));
      if (!seen.ok) return refusal(call, seen);
      return show(messages.anonymousCommentsMessage(textsOf(call), seen.value, Number(page) || 1));
    }),
  ];
}
