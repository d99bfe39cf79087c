/** Answers that come after the acknowledgement: by response_url, else as an ephemeral message, else directly. Never lost silently. */
import type { Message } from '../chat/message.ts';
import { errorFacts } from '../kernel/log.ts';
import { neverConnected } from './api.ts';
import { drawMessage } from './blocks/message.ts';
import { drawingOf, type Visit } from './desk.ts';
import { times } from './limits.ts';

type Said = 'said' | 'refused' | 'unknown';

export async function sayPrivately(visit: Visit, message: Message): Promise<void> {
  const { text, blocks } = drawMessage(message, drawingOf(visit.desk, visit.origin));
  const body = { response_type: 'ephemeral', replace_original: false, text, blocks };
  if (visit.responseUrl && (await respondTwice(visit.responseUrl, body)) === 'said') return;
  const { origin, client } = visit;
  try {
    if (origin.channel && origin.channel.kind === 'channel') {
      const ephemeral = client.chat.postEphemeral({ channel: origin.channel.id, user: origin.user, text, blocks });
      if (await ephemeral.then(Boolean, () => false)) return;
    }
    const opened = await client.conversations.open({ users: origin.user });
    await client.chat.postMessage({ channel: opened.channel?.id ?? origin.user, text, blocks });
  } catch (error) {
    visit.desk.count('answer-lost');
    visit.desk.log.warn(errorFacts(error), 'an answer after the acknowledgement could not be given');
  }
}

/** The card that was clicked becomes this; where that is refused, it is said privately instead. */
export async function replaceOriginal(
  visit: Visit,
  message: Message,
  card: { channel: string; ts: string; isEphemeral: boolean; metadata?: unknown } | null,
): Promise<void> {
  const { text, blocks } = drawMessage(message, drawingOf(visit.desk, visit.origin));
  // Without it the card would lose the key by which delivery finds it again.
  const metadata = card?.metadata ? { metadata: card.metadata } : {};
  const body = { replace_original: true, text, blocks, ...metadata };
  if (visit.responseUrl && (await respondTwice(visit.responseUrl, body)) === 'said') return;
  if (card && !card.isEphemeral) {
    try {
      await visit.client.chat.update({ channel: card.channel, ts: card.ts, text, blocks });
      return;
    } catch (error) {
      visit.desk.log.info(errorFacts(error), 'a clicked card could not be replaced');
    }
  }
  await sayPrivately({ ...visit, responseUrl: null }, message);
}

export async function removeOriginal(visit: Visit): Promise<void> {
  if (visit.responseUrl) await respondTwice(visit.responseUrl, { delete_original: true });
}

/** A private answer said twice is better than one not said: a lost reply is tried once more. */
async function respondTwice(url: string, body: object): Promise<Said> {
  const first = await respond(url, body);
  return first === 'unknown' ? respond(url, body) : first;
}

async function respond(url: string, body: object): Promise<Said> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(times.response),
    });
    const text = await response.text();
    if (response.status >= 500) return 'unknown';
    return response.ok && !text.includes('"ok":false') ? 'said' : 'refused';
  } catch (error) {
    return neverConnected(error) ? 'refused' : 'unknown';
  }
}
