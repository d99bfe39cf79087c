/** Which channels are shared with another organisation: Slack's commands do not say, so it is asked once an hour. */
import type { SlackClient } from './api.ts';
import { before, late } from './deadline.ts';

export interface SharedChannels {
  /** Waits a moment for Slack at most; a channel that nothing is known of counts as not shared. */
  ask(client: SlackClient, channel: string): Promise<boolean>;
  /** What was learned before. */
  known(channel: string): boolean;
}

const waitMs = 400;
const freshMs = 60 * 60_000;
const remembered = 5_000;

export function createSharedChannels(): SharedChannels {
  const learned = new Map<string, { isShared: boolean; at: number }>();

  async function learn(client: SlackClient, channel: string): Promise<void> {
    const { channel: info } = await client.conversations.info({ channel });
    learned.delete(channel);
    learned.set(channel, {
      isShared: Boolean(info?.is_ext_shared || info?.is_pending_ext_shared),
      at: performance.now(),
    });
    if (learned.size > remembered) learned.delete(learned.keys().next().value as string);
  }

  function known(channel: string): boolean {
    return learned.get(channel)?.isShared ?? false;
  }

  return {
    known,
    async ask(client, channel) {
      const last = learned.get(channel);
      if (channel.startsWith('D') || (last && performance.now() - last.at < freshMs)) return known(channel);
      const learning = learn(client, channel).catch(() => {});
      const answer = await before(performance.now() + waitMs, learning);
      return answer === late ? false : known(channel);
    },
  };
}
