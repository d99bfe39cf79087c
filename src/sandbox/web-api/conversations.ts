/** conversations.*: channels, their members and what was said in them. */

import { sendEvent } from '../bot/events.ts';
import { directMessage, isMember, slackChannel } from '../state/channels.ts';
import { slackMessage } from '../state/messages.ts';
import type { Channel, Message, Team } from '../types.ts';
import { type Answer, type ApiCall, count, done, flag, type Method, page, refuse, several, text } from './call.ts';

const read = ['channels:read', 'groups:read', 'im:read', 'mpim:read'];
const history = ['channels:history', 'groups:history', 'im:history', 'mpim:history'];

export const conversationMethods: Record<string, Method> = {
  'conversations.info': { tier: 3, scopes: read, handle: info },
  'conversations.list': { tier: 2, scopes: read, handle: list },
  'conversations.members': { tier: 4, scopes: read, handle: members },
  'conversations.history': { tier: 3, scopes: history, handle: messages },
  'conversations.replies': { tier: 3, scopes: history, handle: replies },
  'conversations.open': { tier: 3, scopes: ['im:write', 'mpim:write', 'channels:manage'], handle: open },
  'conversations.join': { tier: 3, scopes: ['channels:join'], handle: join },
};

/** A private channel that the bot is not in does not exist as far as it can tell. */
function known({ team, args }: ApiCall): Channel | null {
  const channel = team.channels[text(args, 'channel') ?? ''];
  if (!channel) return null;
  return channel.kind === 'public' || isMember(channel, team.seed.botUserId) ? channel : null;
}

function info(call: ApiCall): Answer {
  const channel = known(call);
  if (!channel) return refuse('channel_not_found');
  return done({ channel: slackChannel(call.team, channel, flag(call.args, 'include_num_members')) });
}

function list({ team, args }: ApiCall): Answer {
  const types = several(args, 'types');
  const wanted = types.length > 0 ? types : ['public_channel'];
  const names = { public: 'public_channel', private: 'private_channel', im: 'im' };
  const isShown = (channel: Channel) =>
    wanted.includes(names[channel.kind]) &&
    (channel.kind === 'public' || isMember(channel, team.seed.botUserId)) &&
    !(flag(args, 'exclude_archived') && channel.isArchived);
  const { items, next } = page(Object.values(team.channels).filter(isShown), args, 100);
  const channels = items.map((channel) => slackChannel(team, channel, true));
  return done({ channels, response_metadata: { next_cursor: next } });
}

function members(call: ApiCall): Answer {
  const channel = known(call);
  if (!channel) return refuse('channel_not_found');
  const { items, next } = page(channel.members, call.args, 100);
  return done({ members: items, response_metadata: { next_cursor: next } });
}

function messages(call: ApiCall): Answer {
  const { world, team, args } = call;
  const channel = known(call);
  if (!channel) return refuse('channel_not_found');
  if (!isMember(channel, team.seed.botUserId)) return refuse('not_in_channel');
  const shown = lasting(team, channel).filter((message) => !message.threadTs || message.broadcast);
  const { items, next } = page(within(shown, call).reverse(), args, 100);
  return done({
    messages: items.map((message) => slackMessage(world, team, message, flag(args, 'include_all_metadata'))),
    has_more: next !== '',
    pin_count: 0,
    response_metadata: { next_cursor: next },
  });
}

function replies(call: ApiCall): Answer {
  const { world, team, args } = call;
  const channel = known(call);
  if (!channel) return refuse('channel_not_found');
  if (!isMember(channel, team.seed.botUserId)) return refuse('not_in_channel');
  const ts = text(args, 'ts');
  const thread = lasting(team, channel).filter((message) => message.ts === ts || message.threadTs === ts);
  if (thread.length === 0) return refuse('thread_not_found');
  const { items, next } = page(within(thread, call), args, 1000);
  return done({
    messages: items.map((message) => slackMessage(world, team, message, flag(args, 'include_all_metadata'))),
    has_more: next !== '',
    response_metadata: { next_cursor: next },
  });
}

function lasting(team: Team, channel: Channel): Message[] {
  return (team.messages[channel.id] ?? []).filter((message) => message.onlyFor === null);
}

function within(list: Message[], { args }: ApiCall): Message[] {
  const oldest = count(args, 'oldest', 0);
  const latest = count(args, 'latest', Number.MAX_SAFE_INTEGER);
  const isInclusive = flag(args, 'inclusive');
  return list.filter(({ ts }) => {
    const at = Number(ts);
    return isInclusive ? at >= oldest && at <= latest : at > oldest && at < latest;
  });
}

function open({ world, team, args }: ApiCall): Answer {
  const channelId = text(args, 'channel');
  if (channelId) {
    const channel = team.channels[channelId];
    return channel?.kind === 'im' ? done({ channel: { id: channel.id } }) : refuse('channel_not_found');
  }
  const users = several(args, 'users');
  if (users.length === 0) return refuse('users_list_not_supplied');
  if (users.length > 1) return refuse('unknown_method', { detail: 'group direct messages are not covered' });
  const userId = users[0] as string;
  if (userId === team.seed.botUserId || userId === 'USLACKBOT') return refuse('cannot_dm_bot');
  const person = team.people[userId];
  if (!person) return refuse('user_not_found');
  if (person.deleted) return refuse('user_disabled');
  const isNew = !Object.values(team.channels).some((channel) => channel.imWith === userId);
  const channel = directMessage(world, team, userId);
  const shown = flag(args, 'return_im') ? slackChannel(team, channel) : { id: channel.id };
  return done(isNew ? { channel: shown } : { no_op: true, already_open: true, channel: shown });
}

async function join(call: ApiCall): Promise<Answer> {
  const { world, team } = call;
  const channel = known(call);
  if (!channel) return refuse('channel_not_found');
  if (channel.kind !== 'public') return refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) return refuse('is_archived');
  const { botUserId } = team.seed;
  if (isMember(channel, botUserId))
    return done({ channel: slackChannel(team, channel), warning: 'already_in_channel' });
  channel.members.push(botUserId);
  world.changed(team.id, { kind: 'channels' });
  const event = {
    type: 'member_joined_channel',
    user: botUserId,
    channel: channel.id,
    channel_type: 'C',
    team: team.id,
  };
  void sendEvent(world, team.id, event);
  return done({ channel: slackChannel(team, channel) });
}
