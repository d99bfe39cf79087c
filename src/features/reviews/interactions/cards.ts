/** Words the cards of this feature when they go out, for the eyes of whoever reads them. */
import type { Message } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId, type ReviewRoundId } from '../../../kernel/ids.ts';
import { cardKinds } from '../operations/cards.ts';
import { seeListChange } from '../operations/change-list.ts';
import { nameOfParticipant, seeOwnAnswer, seeRound } from '../operations/look.ts';
import { seeRecorded } from '../operations/record.ts';
import { roundOfBox } from '../operations/sealed-subject.ts';
import { keysReadyCard, openedCard, withheldCard } from '../views/anonymous-cards.ts';
import { goneCard, invitationCard, objectionCard, recordedCard, synthesisCard } from '../views/cards.ts';
import { listChangedCard } from '../views/list-change.ts';
import { openedMessage } from '../views/messages.ts';
import { respondedCard } from '../views/responses.ts';

export const cards: Renderers = {
  [cardKinds.invitation]: (context) =>
    worded(context, async (t, round) => {
      const overview = await seeRound(context.act, round);
      return overview && invitationCard(t, overview, context.isSentAgain && !context.isRedraw);
    }),

  [cardKinds.synthesis]: (context) =>
    worded(context, async (t, round) => {
      const overview = await seeRound(context.act, round);
      if (!overview?.may.synthesis) return null;
      if (overview.round.kind === 'anonymous') return openedCard(t, overview.round);
      return synthesisCard(t, overview.round, Number(context.ids.version));
    }),

  [cardKinds.keysReady]: (context) =>
    worded(context, async (t, id) => {
      const round = await roundOfBox(context.act, id);
      if (!round) return null;
      // The card that was clicked keeps its “Undo”, whichever of the two redraws comes last.
      const { state, heldUntil } = round;
      return state === 'open' && heldUntil ? openedMessage(t, { round, heldUntil }) : keysReadyCard(t, round);
    }),

  [cardKinds.withheld]: (context) =>
    worded(context, async (t, round) => {
      const overview = await seeRound(context.act, round);
      return overview?.may.synthesis ? withheldCard(t, overview.round) : null;
    }),

  [cardKinds.recordedForYou]: (context) =>
    worded(context, async (t, round) => {
      const found = await seeRecorded(context.act, asId(context.ids.answer ?? ''), round);
      return found.ok ? recordedCard(t, found.value.round, found.value.answer) : null;
    }),

  [cardKinds.listChanged]: (context) =>
    worded(context, async (t, round) => {
      const overview = await seeRound(context.act, round);
      const change = await seeListChange(context.act, asId(context.ids.change ?? ''));
      return overview && change && listChangedCard(t, change, overview);
    }),

  [cardKinds.responded]: (context) =>
    worded(context, async (t, round) => {
      const own = await seeOwnAnswer(context.act, round);
      return own.ok && own.value.responses.size > 0 ? respondedCard(t, own.value.round) : null;
    }),

  [cardKinds.objection]: (context) =>
    worded(context, async (t, round) => {
      const overview = await seeRound(context.act, round);
      const person = context.ids.person ?? '';
      if (!overview?.may.progress) return null;
      const fullName = await nameOfParticipant(context.act, round, asId(person));
      return objectionCard(t, overview.round, { id: person, fullName });
    }),
};

/** A posted card whose reader may not see the case any more must not keep its words: it gets neutral ones. */
async function worded(
  context: RenderContext,
  word: (t: ReturnType<typeof texts>, round: ReviewRoundId) => Promise<Message | null>,
): Promise<Message | null> {
  const t = texts(context.act.locale, context.act.zone, context.act.speech);
  const message = await word(t, asId<ReviewRoundId>(context.ids.round ?? ''));
  return message ?? (context.isRedraw ? goneCard(t) : null);
}
