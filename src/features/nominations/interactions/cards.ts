/** The words of cards about nominations, found when they go out, with the reader's own eyes. */
import type { RenderContext, Renderer, Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId } from '../../../kernel/ids.ts';
import { nominationForCard } from '../operations/for-card.ts';
import { type CardName, cardNames, emptyCard, nominationCard } from '../views/cards.ts';

export const nominationCards: Renderers = Object.fromEntries(
  cardNames.map((name): [string, Renderer] => [`nominations.${name}`, (context) => render(name, context)]),
);

async function render(name: CardName, { act, ids, isRedraw }: RenderContext) {
  const t = texts(act.locale, act.zone);
  const { committee = '', nomination = '' } = ids;
  const found = await nominationForCard(act, { committee: asId(committee), nomination: asId(nomination) });
  // A posted card of a case that is closed to its reader by now gets words of its own: nothing of the case stays.
  if (!found) return isRedraw ? emptyCard(t, 'closed') : null;
  const isSettled = name === 'suggested' && found.nomination.state !== 'suggested';
  if (isSettled) return isRedraw ? emptyCard(t, 'settled') : null;
  return nominationCard(t, name, { committee, nomination: found.nomination, plan: found.plan.title });
}
