/** The words of cards about nominations, found when they go out, with the reader's own eyes. */
import type { RenderContext, Renderer, Renderers } from '../../../delivery/renderers.ts';
import { texts } from '../../../i18n/texts.ts';
import { asId } from '../../../kernel/ids.ts';
import { titled } from '../../classification/views/marks.ts';
import { nominationForCard, ownForCard } from '../operations/for-card.ts';
import { noLongerFit } from '../operations/recheck.ts';
import {
  type CardName,
  cardNames,
  emptyCard,
  nominationCard,
  type OwnCardName,
  ownCard,
  ownCardNames,
  recheckCard,
} from '../views/cards.ts';

export const nominationCards: Renderers = Object.fromEntries([
  ...cardNames.map((name): [string, Renderer] => [`nominations.${name}`, (context) => render(name, context)]),
  ...ownCardNames.map((name): [string, Renderer] => [`nominations.${name}`, (context) => renderOwn(name, context)]),
  ['nominations.recheck', renderRecheck] as [string, Renderer],
]);

async function render(name: CardName, { act, ids, isRedraw }: RenderContext) {
  const t = texts(act.locale, act.zone, act.speech);
  const { committee = '', nomination = '' } = ids;
  const found = await nominationForCard(act, { committee: asId(committee), nomination: asId(nomination) });
  // A posted card of a case that is closed to its reader by now gets words of its own: nothing of the case stays.
  if (!found) return isRedraw ? emptyCard(t, 'closed') : null;
  const { state, consent } = found.nomination;
  const isSettled =
    (name === 'suggested' && state !== 'suggested') ||
    (name === 'consent-to-ask' && (state !== 'listed' || consent.state !== 'asked'));
  if (isSettled) return isRedraw ? emptyCard(t, 'settled') : null;
  return nominationCard(t, name, { committee, nomination: found.nomination, plan: titled(t, found.plan) });
}

/** To a nominee. Taken back within the minute, or a rule set that tells nominees nothing: there are no words. */
async function renderOwn(name: OwnCardName, { act, ids, isRedraw }: RenderContext) {
  const t = texts(act.locale, act.zone, act.speech);
  const { committee = '', nomination = '' } = ids;
  const own = await ownForCard(act, { committee: asId(committee), nomination: asId(nomination) });
  if (own) return ownCard(t, name, own);
  return isRedraw ? emptyCard(t, 'closed') : null;
}

async function renderRecheck({ act, ids, isRedraw }: RenderContext) {
  const t = texts(act.locale, act.zone, act.speech);
  const found = await noLongerFit(act, asId(ids.committee ?? ''));
  if (found.length > 0) return recheckCard(t, found);
  return isRedraw ? emptyCard(t, 'settled') : null;
}
