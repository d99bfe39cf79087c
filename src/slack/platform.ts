/** The chat port's Platform, over Slack's Web API. Nothing here waits, retries or paces: delivery does. */
import type { AdapterWord, Conversation } from '../chat/conversation.ts';
import type { MessageAddress, Platform, Recipient, SendResult, Team } from '../chat/platform.ts';
import type { Locale } from '../kernel/act.ts';
import { Unavailable } from '../kernel/errors.ts';
import type { Log } from '../kernel/log.ts';
import { accountOf, accountsIn, channelInfoOf } from './accounts.ts';
import { type Clients, failureOf, type SlackClient } from './api.ts';
import { drawMessage } from './blocks/message.ts';
import { drawHome } from './blocks/view.ts';
import { platformName } from './desk.ts';
import { readFile } from './files.ts';
import type { Installation, Installations } from './installations.ts';
import { findByKey, post } from './post.ts';
import { sendResultOf } from './send-result.ts';

export interface SlackPlatformParts {
  readonly installations: Installations;
  readonly clients: Clients;
  readonly words: (locale: Locale, key: AdapterWord) => string;
  readonly localeOf: Conversation['localeOf'];
  /** For channels, which have no language of their own here. */
  readonly defaultLocale: Locale;
  readonly log: Log;
}

const notInstalled: SendResult = { kind: 'undeliverable', reason: 'bot-removed' };
/** Slack has not yet said whose token ours is. */
const notYet: SendResult = { kind: 'wait', retryAfterMs: 5_000 };

export function createSlackPlatform(parts: SlackPlatformParts): Platform {
  const { installations, clients, log } = parts;
  const directChannels = new Map<string, string>();

  return {
    name: platformName,

    async post(team, to, message, key) {
      const at = installations.forTeam(team.id);
      if (!at) return absent();
      const client = clients(at.botToken);
      const channel = await channelFor(client, at, to);
      if (typeof channel !== 'string') return channel;
      const result = await post({ client, channel, log }, message, key, drawing(team, to));
      return 'user' in to ? gone(result) : result;
    },

    async update(team, address, message) {
      const at = installations.forTeam(team.id);
      if (!at) return absent();
      const { channel = '', ts = '' } = address;
      const { text, blocks } = drawMessage(message, drawing(team, { channel }));
      return attempted(clients(at.botToken).chat.update({ channel, ts, text, blocks }), address);
    },

    async find(team, to, key, since) {
      const at = required(team);
      const client = clients(at.botToken);
      const channel = await channelFor(client, at, to);
      if (typeof channel === 'string') return findByKey(client, channel, key, since);
      if (channel.kind === 'undeliverable') return null;
      throw new Unavailable('slack did not say where a direct message would be');
    },

    async publishHome(team, user, home) {
      const at = installations.forTeam(team.id);
      if (!at) return absent();
      const view = drawHome(home, drawing(team, { user }));
      return attempted(clients(at.botToken).views.publish({ user_id: user, view }), { home: user });
    },

    async account(team, user) {
      const at = required(team);
      return accountOf(clients(at.botToken), at, user);
    },

    async channelAccounts(team, channel) {
      const at = required(team);
      return accountsIn(clients(at.botToken), at, channel);
    },

    async readFile(team, file, maxBytes) {
      const { botToken } = required(team);
      return readFile(clients(botToken), botToken, file, maxBytes);
    },

    async channelInfo(team, channel) {
      return channelInfoOf(clients(required(team).botToken), channel);
    },
  };

  function drawing(team: Team, to: Recipient) {
    const account = 'user' in to ? { platform: platformName, team: team.id, user: to.user } : null;
    const locale = account ? parts.localeOf(account) : parts.defaultLocale;
    return { locale, words: (key: AdapterWord) => parts.words(locale, key) };
  }

  function absent(): SendResult {
    return installations.isReady() ? notInstalled : notYet;
  }

  function required(team: Team): Installation {
    const at = installations.forTeam(team.id);
    if (!at) throw new Unavailable('the bot is not in this workspace, or has not been told so yet');
    return at;
  }

  /** Opening a direct message twice gives the same one, so an unknown outcome is only a reason to try again. */
  async function channelFor(client: SlackClient, at: Installation, to: Recipient): Promise<string | SendResult> {
    if ('channel' in to) return to.channel;
    const cacheKey = `${at.team}/${to.user}`;
    const known = directChannels.get(cacheKey);
    if (known) return known;
    try {
      const opened = await client.conversations.open({ users: to.user });
      const id = opened.channel?.id;
      if (!id) return { kind: 'wait', retryAfterMs: 1_000 };
      directChannels.set(cacheKey, id);
      return id;
    } catch (error) {
      if (failureOf(error).kind === 'unknown') return { kind: 'wait', retryAfterMs: 1_000 };
      return gone(sendResultOf(error, log));
    }
  }

  async function attempted(call: Promise<unknown>, address: MessageAddress): Promise<SendResult> {
    try {
      await call;
      return { kind: 'sent', address };
    } catch (error) {
      return sendResultOf(error, log);
    }
  }
}

/** In a direct message, a channel that is missing or closed is a person who has gone. */
function gone(result: SendResult): SendResult {
  const isGone =
    result.kind === 'undeliverable' && (result.reason === 'channel-gone' || result.reason === 'channel-archived');
  return isGone ? { kind: 'undeliverable', reason: 'recipient-gone' } : result;
}
