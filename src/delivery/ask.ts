/** A card that may or may not have been posted (a lost reply, a killed process): ask the platform before repeating. */
import type { MessageAddress } from '../chat/platform.ts';
import { Unavailable } from '../kernel/errors.ts';
import { errorFacts } from '../kernel/log.ts';
import { answered, retryAt, type SenderContext } from './context.ts';
import { giveUp } from './give-up.ts';
import { platformKey, posted } from './post.ts';
import { type Place, readerOf } from './recipient.ts';
import { change, loadDelivery } from './rows.ts';
import type { Delivery } from './types.ts';

/** The clocks of the two machines may differ. */
const skewMs = 5 * 60_000;

type Found = MessageAddress | 'not-there' | 'cannot-tell';

export async function askAfterCard(context: SenderContext, place: Place, id: Delivery['id']): Promise<void> {
  const { store, clock, patience } = context;
  const card = await loadDelivery(store, id);
  if (card?.state !== 'sending' || !card.intendedAt) return;
  const now = clock.now();
  const waitedMs = now.getTime() - card.intendedAt.getTime();
  // No next attempt set: the process that intended it is gone, perhaps a moment ago, with the call still on its way.
  if (!card.nextAttemptAt && waitedMs < patience.settleMs) {
    await change(store, card, { nextAttemptAt: new Date(card.intendedAt.getTime() + patience.settleMs) });
    return;
  }
  const found = await find(context, place, card, card.intendedAt);
  if (found === 'not-there') {
    // Nothing was posted, so the card waits its turn again; being the oldest of its lane, it is next.
    await change(store, card, { state: 'waiting', intendedAt: null, nextAttemptAt: null });
  } else if (found !== 'cannot-tell') {
    context.count('found-after-loss');
    await posted(context, card, found, null);
  } else if (card.mayRepeat && waitedMs >= patience.repeatAfterMs) {
    await change(store, card, { state: 'waiting', sentAgain: true, intendedAt: null, nextAttemptAt: null });
  } else if (waitedMs >= patience.giveUpAfterMs) {
    await giveUp(context, place, card, 'unknown', 'not-known');
  } else {
    await change(store, card, {
      attempts: card.attempts + 1,
      nextAttemptAt: retryAt(context, card.attempts),
      ...(waitedMs >= patience.stepAsideMs && { lane: `aside:${card.id}` }),
    });
  }
}

async function find(context: SenderContext, place: Place, card: Delivery, intendedAt: Date): Promise<Found> {
  const reader = await readerOf(context.store, place, card, context.clock.now());
  // Whoever may not be written to any more will not be written to again either.
  if (reader.kind !== 'reachable') return 'cannot-tell';
  const since = new Date(intendedAt.getTime() - skewMs);
  const question = context.platform
    .find(place.team, reader.recipient, platformKey(card), since)
    .then((address): Found => address ?? 'not-there')
    .catch((error: unknown): Found => {
      if (!(error instanceof Unavailable)) context.log.error(errorFacts(error), 'asking after a card failed');
      return 'cannot-tell';
    });
  return answered<Found>(context, question, 'cannot-tell');
}
