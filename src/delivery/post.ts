/** One try to post one card: who reads it, in which words, the intent, the call, and what became of it. */
import type { Message } from '../chat/message.ts';
import type { MessageAddress, SendResult } from '../chat/platform.ts';
import { Bug, Unavailable } from '../kernel/errors.ts';
import { newId } from '../kernel/ids.ts';
import { errorFacts } from '../kernel/log.ts';
import { answered, retryAt, type SenderContext } from './context.ts';
import { giveUp } from './give-up.ts';
import { type Place, type Reader, readerOf } from './recipient.ts';
import { change, loadDelivery } from './rows.ts';
import type { Delivery } from './types.ts';

const renderingAttempts = 5;

/** `isOurs`: does this process still hold the workspace's lock? Asked last, just before the intent. */
export async function postCard(
  context: SenderContext,
  place: Place,
  id: Delivery['id'],
  isOurs: () => boolean,
): Promise<void> {
  const { store, platform, clock } = context;
  const card = await loadDelivery(store, id);
  if (card?.state !== 'waiting' || card.heldAt) return;
  const now = clock.now();
  if (card.validUntil && card.validUntil <= now) return drop(context, card, 'out-of-time');
  const reader = await readerOf(store, place, card, now);
  if (reader.kind !== 'reachable') return unreachable(context, place, card, reader);
  const message = await words(context, place, card, reader);
  if (message === 'failed') return;
  if (message === null) return drop(context, card, 'nothing-to-say');
  if (!isOurs()) return;

  // Committed before the call: whoever finds this row after a crash asks the platform before repeating.
  const intended = await change(store, card, {
    state: 'sending',
    intendedAt: now,
    attempts: card.attempts + 1,
    nextAttemptAt: null,
  });
  if (!intended) return;
  const sending: Delivery = { ...card, state: 'sending', intendedAt: now, attempts: card.attempts + 1 };
  const call = platform.post(place.team, reader.recipient, message, platformKey(card));
  const result = await answered<SendResult>(context, call.catch(unknownFate(context, card)), { kind: 'unknown' });
  await keep(context, place, sending, result, context.fingerprint(card, message));
}

/** Travels with the message: the row's id, so that it says nothing about anybody. */
export function platformKey(card: Delivery): string {
  return card.id;
}

async function keep(
  context: SenderContext,
  place: Place,
  card: Delivery,
  result: SendResult,
  words: string,
): Promise<void> {
  if (result.kind === 'sent') return posted(context, card, result.address, words);
  if (result.kind === 'undeliverable') return giveUp(context, place, card, 'undeliverable', result.reason);
  if (result.kind === 'wait') {
    context.count('rate-limited');
    const nextAttemptAt = new Date(context.clock.now().getTime() + Math.max(result.retryAfterMs, 1));
    await change(context.store, card, { state: 'waiting', intendedAt: null, nextAttemptAt });
    return;
  }
  context.count('unknown');
  await change(context.store, card, { nextAttemptAt: retryAt(context, card.attempts) });
}

/** `words`: what was drawn; null when nobody knows, because the card was only found later. */
export async function posted(
  context: SenderContext,
  card: Delivery,
  address: MessageAddress,
  words: string | null,
): Promise<void> {
  context.count(card.sentAgain ? 'sent-again' : 'sent');
  // A wish to redraw that came while the card was being worded is newer than its words: it stays.
  await change(context.store, card, {
    state: 'sent',
    address,
    sentAt: context.clock.now(),
    shownVersion: card.wantsVersion,
    shownWords: words,
    nextAttemptAt: null,
    reason: null,
  });
}

async function unreachable(
  context: SenderContext,
  place: Place,
  card: Delivery,
  reader: Exclude<Reader, { kind: 'reachable' }>,
): Promise<void> {
  if (reader.kind === 'gone') return giveUp(context, place, card, 'undeliverable', 'recipient-gone');
  await change(context.store, card, { state: reader.kind });
}

async function drop(context: SenderContext, card: Delivery, reason: string): Promise<void> {
  context.count('dropped');
  await change(context.store, card, { state: 'dropped', reason });
}

/** 'failed': the row already says when to try again, or that it is given up. */
async function words(
  context: SenderContext,
  place: Place,
  card: Delivery,
  reader: Extract<Reader, { kind: 'reachable' }>,
): Promise<Message | null | 'failed'> {
  try {
    return await renderCard(context, card, reader, false);
  } catch (error) {
    const attempts = card.attempts + 1;
    const nextAttemptAt = retryAt(context, attempts);
    if (error instanceof Unavailable) {
      await change(context.store, card, { nextAttemptAt });
      return 'failed';
    }
    const facts = { ...errorFacts(error), incident: newId(), card: card.kind, delivery: card.id };
    context.log.error(facts, 'a card could not be worded');
    if (attempts < renderingAttempts) await change(context.store, card, { attempts, nextAttemptAt });
    else await giveUp(context, place, card, 'undeliverable', 'rendering-failed');
    return 'failed';
  }
}

export async function renderCard(
  context: SenderContext,
  card: Delivery,
  reader: Extract<Reader, { kind: 'reachable' }>,
  isRedraw: boolean,
): Promise<Message | null> {
  const render = context.renderers[card.kind];
  if (!render) throw new Bug('a card of a kind without a renderer');
  const { ids, to, committee, sentAgain } = card;
  return render({ act: reader.act, ids, to, committee, isSentAgain: sentAgain, isRedraw });
}

function unknownFate(context: SenderContext, card: Delivery): (error: unknown) => SendResult {
  return (error) => {
    context.log.warn({ ...errorFacts(error), delivery: card.id }, 'the platform call failed');
    return { kind: 'unknown' };
  };
}
