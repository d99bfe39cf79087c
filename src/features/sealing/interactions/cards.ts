/** Words the cards of key-holders when they go out, for the eyes of whoever reads them. */
import type { Message } from '../../../chat/message.ts';
import type { RenderContext, Renderers } from '../../../delivery/renderers.ts';
import { type Texts, texts } from '../../../i18n/texts.ts';
import { asId } from '../../../kernel/ids.ts';
import { cardKinds } from '../operations/cards.ts';
import { heldBox } from '../operations/look.ts';
import type { BoxId, SealedSubject } from '../types.ts';
import { destroyWordsCard, type HeldCard, takeKeyCard, typeWordsCard } from '../views/cards.ts';
import { titleOf } from './all.ts';

export function sealingCards(subjects: readonly SealedSubject[]): Renderers {
  return {
    [cardKinds.takeKey]: (context) =>
      worded(context, (t, held) => takeKeyCard(t, held, context.isSentAgain && !context.isRedraw)),
    [cardKinds.typeWords]: (context) => worded(context, typeWordsCard),
    [cardKinds.destroyWords]: (context) => worded(context, (t, { title }) => destroyWordsCard(t, title)),
  };

  async function worded(
    { act, ids }: RenderContext,
    word: (t: Texts, held: HeldCard) => Message,
  ): Promise<Message | null> {
    const held = await heldBox(act, asId<BoxId>(ids.box ?? ''));
    if (!held.ok) return null;
    const title = await titleOf(act, subjects, held.value.box);
    return word(texts(act.locale, act.zone, act.speech), { ...held.value, title });
  }
}
