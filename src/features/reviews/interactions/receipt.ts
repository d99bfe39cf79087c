/** Seen, passed on, taken back, the draft that a deputy handed over; and the cards about them. */
import { refusal, textsOf } from '../../../answers.ts';
import { openForm, show } from '../../../chat/call.ts';
import { type Interaction, onPress, onSubmit } from '../../../chat/interaction.ts';
import { sentence } from '../../../chat/message.ts';
import type { Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId, type PersonId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { openAnswer } from '../operations/answer.ts';
import { cardKinds } from '../operations/cards.ts';
import { nameOfParticipant, seeRound } from '../operations/look.ts';
import { confirmSeen, passOn, possibleDeputies } from '../operations/receipt.ts';
import { goneCard } from '../views/cards.ts';
import * as views from '../views/receipt.ts';
import { showDraft, whose } from './reply.ts';

export const receiptInteractions: readonly Interaction[] = [
  onPress(views.seenButton, async (call, { round }) => {
    const seen = await confirmSeen(call, asId<ReviewRoundId>(round));
    return seen.ok ? show(sentence(textsOf(call)('receipt.seenDone'))) : refusal(call, seen);
  }),

  onPress(views.passButton, async (call, { round }) => {
    const seat = await openAnswer(call, whose(round, null));
    if (!seat.ok) return refusal(call, seat);
    const deputies = await possibleDeputies(call, seat.value);
    if (deputies.length === 0) return show(sentence(textsOf(call)('receipt.nobody')));
    return openForm(views.passView(textsOf(call), seat.value, deputies));
  }),

  onSubmit(views.passForm, async (call, { round }, { deputy }) => {
    const passed = await passOn(call, { round: asId(round), to: asId<PersonId>(deputy) });
    return passed.ok ? show(sentence(textsOf(call)('receipt.passDone'))) : refusal(call, passed);
  }),

  onPress(views.takeBackButton, async (call, { round }) => {
    const back = await passOn(call, { round: asId(round), to: null });
    return back.ok ? show(sentence(textsOf(call)('receipt.takenBack'))) : refusal(call, back);
  }),

  onPress(views.seeDraftButton, async (call, { round }) => {
    const seat = await openAnswer(call, whose(round, null));
    return seat.ok ? showDraft(call, seat.value) : refusal(call, seat);
  }),
];

export const receiptCards: Renderers = {
  [cardKinds.passedOn]: async ({ act, ids, isRedraw }) => {
    const t = texts(act.locale, act.zone, act.speech);
    const round = asId<ReviewRoundId>(ids.round ?? '');
    const person = asId<PersonId>(ids.person ?? '');
    const overview = await seeRound(act, round);
    // Before the minute of undo is over nobody sits down; the card goes out after it.
    const seat = overview ? await openAnswer(act, { round, person }) : null;
    if (!overview || !seat?.ok || seat.value.as !== 'deputy') return isRedraw ? goneCard(t) : null;
    const fullName = await nameOfParticipant(act, round, person);
    return views.passedOnCard(t, overview, { id: person, fullName, maySend: seat.value.maySend });
  },

  [cardKinds.draftReady]: async ({ act, ids, isRedraw }) => {
    const t = texts(act.locale, act.zone, act.speech);
    const round = asId<ReviewRoundId>(ids.round ?? '');
    const overview = await seeRound(act, round);
    if (overview?.state !== 'draft') return isRedraw ? goneCard(t) : null;
    return views.draftReadyCard(t, overview, await nameOfParticipant(act, round, asId(ids.deputy ?? '')));
  },
};
