/** Accounts and channels of a workspace as Slack knows them. Throws Unavailable when Slack does not answer. */
import type { webApi } from '@slack/bolt';
import type { Account, ChannelAccount, Platform } from '../chat/platform.ts';
import { Unavailable } from '../kernel/errors.ts';
import { failureOf, type SlackClient } from './api.ts';
import type { Installation } from './installations.ts';

type SlackUser = NonNullable<webApi.UsersInfoResponse['user']>;
type ChannelInfo = NonNullable<Awaited<ReturnType<Platform['channelInfo']>>>;

const noAccount = ['user_not_found', 'users_not_found', 'user_not_visible'];
const noChannel = ['channel_not_found', 'not_in_channel', 'fetch_members_failed'];
const pageSize = 200;
/** So many are asked for one by one; more come cheaper out of the list of everybody. */
const fewAccounts = 20;
/** Of the list of everybody: a person waits for it. */
const mostPages = 5;

export async function accountOf(client: SlackClient, at: Installation, user: string): Promise<Account | null> {
  const answer = await asked(client.users.info({ user, include_locale: true }), noAccount);
  return answer?.user ? toAccount(answer.user, at.team) : null;
}

export async function channelInfoOf(client: SlackClient, channel: string): Promise<ChannelInfo | null> {
  const answer = await asked(client.conversations.info({ channel }), noChannel);
  const info = answer?.channel;
  if (!info) return null;
  return {
    name: info.name ?? '',
    isArchived: info.is_archived ?? false,
    isShared: Boolean(info.is_ext_shared || info.is_pending_ext_shared),
    hasBot: Boolean(info.is_member || info.is_im),
  };
}

/** Everybody in a channel but ourselves; null when we are not in it. Who cannot be looked up is there without an account. */
export async function accountsIn(
  client: SlackClient,
  at: Installation,
  channel: string,
): Promise<readonly ChannelAccount[] | null> {
  const members: string[] = [];
  let cursor: string | undefined;
  do {
    const options = { channel, limit: pageSize, ...(cursor ? { cursor } : {}) };
    const page = await asked(client.conversations.members(options), noChannel);
    if (!page) return null;
    members.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  if (!members.includes(at.botUserId) && !(await channelInfoOf(client, channel))?.hasBot) return null;
  const others = members.filter((user) => user !== at.botUserId);
  const listed = others.length > fewAccounts ? await fromList(client, at, others) : new Map<string, Account>();
  // People from elsewhere in a shared channel are not in the list of everybody.
  const alone = others.filter((user) => !listed.has(user)).slice(0, fewAccounts);
  const read = await Promise.all(alone.map((user) => accountOf(client, at, user).catch(() => null)));
  alone.forEach((user, index) => {
    const account = read[index];
    if (account) listed.set(user, account);
  });
  return others.map((user) => ({ user, account: listed.get(user) ?? null }));
}

/** A page that does not come ends it: what was read so far stands. */
async function fromList(
  client: SlackClient,
  at: Installation,
  users: readonly string[],
): Promise<Map<string, Account>> {
  const wanted = new Set(users);
  const found = new Map<string, Account>();
  let cursor: string | undefined;
  for (let page = 0; page < mostPages && found.size < wanted.size; page += 1) {
    const options = { limit: pageSize, ...(cursor ? { cursor } : {}) };
    const answer = await asked(client.users.list(options), []).catch(() => null);
    for (const user of answer?.members ?? []) {
      if (user.id && wanted.has(user.id)) found.set(user.id, toAccount(user, at.team));
    }
    cursor = answer?.response_metadata?.next_cursor || undefined;
    if (!cursor) break;
  }
  return found;
}

function toAccount(user: SlackUser, team: string): Account {
  // In an Enterprise Grid the same person has another home team without being a stranger.
  const isFromElsewhere = user.team_id !== undefined && user.team_id !== team && !user.enterprise_user;
  return {
    user: user.id ?? '',
    name: [user.profile?.real_name, user.real_name, user.profile?.display_name, user.name].find(Boolean) ?? '',
    locale: user.locale ?? null,
    zone: user.tz ?? null,
    isAdmin: Boolean(user.is_admin || user.is_owner || user.is_primary_owner),
    isOutsider: Boolean(user.is_restricted || user.is_ultra_restricted || user.is_stranger || isFromElsewhere),
    isGuest: Boolean(user.is_restricted || user.is_ultra_restricted) && !isFromElsewhere && !user.is_stranger,
    isBot: isBot(user),
    isActive: !user.deleted,
  };
}

function isBot(user: { id?: string; is_bot?: boolean; is_workflow_bot?: boolean }): boolean {
  return Boolean(user.is_bot || user.is_workflow_bot || user.id === 'USLACKBOT');
}

/** Null for the refusals named; Unavailable for everything else. */
export async function asked<T>(call: Promise<T>, nullFor: readonly string[]): Promise<T | null> {
  try {
    return await call;
  } catch (error) {
    const failure = failureOf(error);
    if (failure.kind === 'refused' && nullFor.includes(failure.error)) return null;
    throw new Unavailable('slack did not answer', { cause: error });
  }
}
