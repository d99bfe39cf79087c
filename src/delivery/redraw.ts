/** A posted card gets its newest words in its place, when they are others. Any number of wishes before that are one drawing. */
import type { SendResult } from '../chat/platform.ts';
import { Unavailable } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { errorFacts } from '../kernel/log.ts';
import { answered, retryAt, type SenderContext } from './context.ts';
import { tellSecretary } from './give-up.ts';
import { renderCard } from './post.ts';
import { type Place, type Reader, readerOf } from './recipient.ts';
import { change, loadDelivery } from './rows.ts';
import type { Delivery } from './types.ts';

export async function redrawCard(context: SenderContext, place: Place, id: Delivery['id']): Promise<void> {
  const { store, platform, clock } = context;
  const card = await loadDelivery(store, id);
  if (card?.state !== 'sent' || !card.address) return;
  // Read before the card is worded: a wish that comes later raises the counter again and is drawn after this one.
  const shown = { shownVersion: card.wantsVersion, nextAttemptAt: null };
  const reader = await readerOf(store, place, card, clock.now());
  const message = reader.kind === 'reachable' ? await newWords(context, card, reader) : null;
  if (message === 'later') return;
  const words = message && context.fingerprint(card, message);
  if (message === null || (words === card.shownWords && !card.isReplaced)) {
    await change(store, card, shown);
    return;
  }
  // Forgotten before the call: until its answer has come nobody knows which words stand there.
  if (card.shownWords !== null) await change(store, card, { shownWords: null });
  const call = platform.update(place.team, card.address, message).catch((): SendResult => ({ kind: 'unknown' }));
  const result = await answered<SendResult>(context, call, { kind: 'unknown' });
  if (result.kind === 'sent') {
    context.count('redrawn');
    await change(store, card, { ...shown, address: result.address, shownWords: words });
  } else if (result.kind === 'undeliverable') {
    await tellSecretary(context, place, card, result.reason, { ...shown, reason: result.reason });
  } else {
    const nextAttemptAt =
      result.kind === 'wait' ? new Date(clock.now().getTime() + result.retryAfterMs) : retryAt(context, card.attempts);
    await change(store, card, { nextAttemptAt, attempts: card.attempts + 1 });
  }
}

async function newWords(context: SenderContext, card: Delivery, reader: Extract<Reader, { kind: 'reachable' }>) {
  try {
    return await renderCard(context, card, reader, true);
  } catch (error) {
    if (!(error instanceof Unavailable)) {
      const facts = { ...errorFacts(error), incident: newId(), card: card.kind, delivery: card.id };
      context.log.error(facts, 'a card could not be worded again');
    }
    const attempts = card.attempts + 1;
    await change(context.store, card, { attempts, nextAttemptAt: retryAt(context, attempts) });
    return 'later';
  }
}
