/** Posting with a key that travels as message metadata, and finding by it what a lost reply left unknown. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../chat/message.ts';
import type { MessageAddress, SendResult } from '../chat/platform.ts';
import { systemClock } from '../kernel/clock.ts';
import { Unavailable } from '../kernel/errors.ts';
import { errorFacts, type Log } from '../kernel/log.ts';
import { failureOf, type SlackClient } from './api.ts';
import type { Drawing } from './blocks/drawing.ts';
import { drawMessage } from './blocks/message.ts';
import { drawingOf, type Visit } from './desk.ts';
import { limits } from './limits.ts';
import { sendResultOf } from './send-result.ts';

const metadataType = 'quorate_card';
/** Slack's clock and ours may differ by as much. */
const clockDifferenceMs = 5 * 60_000;
const pageSize = 200;
const mostPages = 50;

export async function post(
  to: { client: SlackClient; channel: string; log: Log },
  message: Message,
  key: string,
  drawing: Drawing,
): Promise<SendResult> {
  const { text, blocks } = drawMessage(message, drawing);
  const metadata = { event_type: metadataType, event_payload: { key: key.slice(0, limits.message.metadataKey) } };
  try {
    const posted = await to.client.chat.postMessage({
      channel: to.channel,
      text,
      blocks,
      metadata,
      unfurl_links: false,
      unfurl_media: false,
    });
    const ts = posted.ts;
    return ts ? { kind: 'sent', address: { channel: posted.channel ?? to.channel, ts } } : { kind: 'unknown' };
  } catch (error) {
    return sendResultOf(error, to.log);
  }
}

/** Null when the history since then does not have it; throws Unavailable when Slack does not say. */
export async function findByKey(
  client: SlackClient,
  channel: string,
  key: string,
  since: Date,
): Promise<MessageAddress | null> {
  const wanted = key.slice(0, limits.message.metadataKey);
  const oldest = String(Math.max(0, since.getTime() - clockDifferenceMs) / 1_000);
  let cursor: string | undefined;
  try {
    for (let page = 0; page < mostPages; page += 1) {
      const history = await client.conversations.history({
        channel,
        oldest,
        inclusive: true,
        include_all_metadata: true,
        limit: pageSize,
        ...(cursor ? { cursor } : {}),
      });
      const found = history.messages?.find(({ metadata }) => keyIn(metadata) === wanted);
      if (found?.ts) return { channel, ts: found.ts };
      cursor = history.response_metadata?.next_cursor || undefined;
      if (!cursor) return null;
    }
  } catch (error) {
    const failure = failureOf(error);
    const isGone = failure.kind === 'refused' && ['channel_not_found', 'not_in_channel'].includes(failure.error);
    if (isGone) return null;
    throw new Unavailable('slack did not say whether a message is there', { cause: error });
  }
  throw new Unavailable('the channel has too many messages to look through');
}

/**
 * An answer in a direct message: once, even when its reply is lost or its event comes again (`isRepeat`). Gives up
 * after a few tries, counted, because somebody who waits would rather ask again.
 */
export async function postOnce(
  visit: Visit,
  channel: string,
  message: Message,
  key: string,
  isRepeat: boolean,
): Promise<void> {
  const { client, desk } = visit;
  const since = new Date(systemClock.now().getTime() - 60 * 60_000);
  const drawing = drawingOf(desk, visit.origin);
  let mustAsk = isRepeat;
  for (let attempt = 0; attempt < 4; attempt += 1) {
    try {
      if (mustAsk && (await findByKey(client, channel, key, since))) return;
      const result = await post({ client, channel, log: desk.log }, message, key, drawing);
      if (result.kind === 'sent') return;
      if (result.kind === 'undeliverable') break;
      mustAsk ||= result.kind === 'unknown';
      await sleep(result.kind === 'wait' ? Math.min(result.retryAfterMs, 60_000) : 300);
    } catch (error) {
      desk.log.info(errorFacts(error), 'a direct answer could not be looked for');
      await sleep(1_000);
    }
  }
  desk.count('answer-lost');
}

function keyIn(metadata: unknown): unknown {
  const payload = (metadata as { event_payload?: { key?: unknown } } | undefined)?.event_payload;
  return payload?.key;
}
