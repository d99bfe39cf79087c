/** chat.*: what the bot posts, changes and takes back. */
import { refuseMessage, textLimit, updateTextLimit } from '../contract/messages.ts';
import type { Bag } from '../contract/rules.ts';
import { directMessage, isMember } from '../state/channels.ts';
import { edit, findMessage, post, remove, slackMessage } from '../state/messages.ts';
import type { Channel, Message, Team } from '../types.ts';
import { type Answer, type ApiCall, done, flag, type Method, refuse, refuseWith, text } from './call.ts';

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { tier: 'special', scopes: ['chat:write'], handle: postMessage },
  'chat.postEphemeral': { tier: 4, scopes: ['chat:write'], handle: postEphemeral },
  'chat.update': { tier: 3, scopes: ['chat:write'], handle: update },
  'chat.delete': { tier: 3, scopes: ['chat:write'], handle: deleteMessage },
  'chat.getPermalink': { tier: 'special', scopes: [], handle: getPermalink },
};

function postMessage(call: ApiCall): Answer {
  const { world, team, args } = call;
  const refusal = refuseMessage(args, textLimit);
  if (refusal) return refuseWith(refusal);
  const channel = channelToPostIn(call);
  if (typeof channel === 'string') return refuse(channel);
  const threadTs = text(args, 'thread_ts') ?? null;
  if (threadTs && !findMessage(team, channel.id, threadTs)) return refuse('cannot_reply_to_message');
  const message = post(world, team, channel.id, {
    user: team.seed.botUserId,
    text: text(args, 'text') ?? text(args, 'markdown_text') ?? '',
    blocks: args.blocks,
    attachments: args.attachments,
    metadata: (args.metadata as Bag | undefined) ?? null,
    threadTs,
    broadcast: flag(args, 'reply_broadcast'),
  });
  return done({ channel: channel.id, ts: message.ts, message: slackMessage(world, team, message, true) });
}

function postEphemeral(call: ApiCall): Answer {
  const { world, team, args } = call;
  const refusal = refuseMessage(args, textLimit);
  if (refusal) return refuseWith(refusal);
  const userId = text(args, 'user');
  if (!userId) return refuse('invalid_arguments');
  const channel = channelToPostIn(call);
  if (typeof channel === 'string') return refuse(channel);
  if (!isMember(channel, userId)) return refuse('user_not_in_channel');
  const message = post(world, team, channel.id, {
    user: team.seed.botUserId,
    text: text(args, 'text') ?? text(args, 'markdown_text') ?? '',
    blocks: args.blocks,
    attachments: args.attachments,
    threadTs: text(args, 'thread_ts') ?? null,
    onlyFor: userId,
  });
  return done({ message_ts: message.ts });
}

function update(call: ApiCall): Answer {
  const { world, team, args } = call;
  const refusal = refuseMessage(args, updateTextLimit);
  if (refusal) return refuseWith(refusal);
  const found = ownMessage(call, 'cant_update_message');
  if (typeof found === 'string') return refuse(found);
  edit(world, team, found.channel.id, found.message, {
    user: team.seed.botUserId,
    ...(args.text === undefined ? {} : { text: String(args.text) }),
    ...(args.blocks === undefined ? {} : { blocks: args.blocks }),
    ...(args.attachments === undefined ? {} : { attachments: args.attachments }),
    ...(args.metadata === undefined ? {} : { metadata: args.metadata as Bag }),
  });
  const { channel, message } = found;
  return done({
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: slackMessage(world, team, message, true),
  });
}

function deleteMessage(call: ApiCall): Answer {
  const found = ownMessage(call, 'cant_delete_message');
  if (typeof found === 'string') return refuse(found);
  remove(call.world, call.team, found.channel.id, found.message);
  return done({ channel: found.channel.id, ts: found.message.ts });
}

function getPermalink(call: ApiCall): Answer {
  const { team, args, world } = call;
  const channel = team.channels[text(args, 'channel') ?? ''];
  if (!channel) return refuse('channel_not_found');
  const ts = text(args, 'message_ts') ?? '';
  if (!findMessage(team, channel.id, ts)) return refuse('message_not_found');
  return done({ channel: channel.id, permalink: `${world.selfUrl}/#${team.id}/${channel.id}/${ts}` });
}

/** A channel id, or a person's id: then the direct message with them. */
function channelToPostIn({ world, team, args }: ApiCall): Channel | string {
  const id = text(args, 'channel');
  if (!id) return 'channel_not_found';
  if (id === team.seed.botUserId || id === 'USLACKBOT') return 'cannot_dm_bot';
  const person = team.people[id];
  if (person?.deleted) return 'user_disabled';
  const channel = person ? directMessage(world, team, id) : team.channels[id];
  return channel ? (refusalFor(team, channel) ?? channel) : 'channel_not_found';
}

function refusalFor(team: Team, channel: Channel): string | null {
  const isGone = channel.isArchived || (channel.imWith !== null && team.people[channel.imWith]?.deleted);
  if (isGone) return 'is_archived';
  if (isMember(channel, team.seed.botUserId)) return null;
  // A private channel that one is not in does not exist as far as one can tell.
  return channel.kind === 'private' ? 'channel_not_found' : 'not_in_channel';
}

function ownMessage({ team, args }: ApiCall, notMine: string): { channel: Channel; message: Message } | string {
  const channel = team.channels[text(args, 'channel') ?? ''];
  if (!channel) return 'channel_not_found';
  const refusal = refusalFor(team, channel);
  if (refusal === 'is_archived') return refusal;
  const message = findMessage(team, channel.id, text(args, 'ts') ?? '');
  // An ephemeral message cannot be reached through the Web API, only through its response_url.
  if (!message || message.onlyFor !== null) return 'message_not_found';
  return message.user === team.seed.botUserId ? { channel, message } : notMine;
}
