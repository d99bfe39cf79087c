/** Channels and direct messages, and the form in which Slack hands them out. */
import type { Bag } from '../contract/rules.ts';
import type { Channel, Team } from '../types.ts';
import { nextId, type World } from '../world.ts';
import { seconds } from './seed.ts';

/** The direct message between a person and the bot, made when it is first needed. */
export function directMessage(world: World, team: Team, userId: string): Channel {
  const known = Object.values(team.channels).find((channel) => channel.imWith === userId);
  if (known) return known;
  const channel: Channel = {
    id: nextId(world, 'D'),
    name: '',
    kind: 'im',
    members: [userId, team.seed.botUserId],
    imWith: userId,
    topic: '',
    isArchived: false,
    created: seconds(world.options.clock.now()),
    creator: team.seed.botUserId,
  };
  team.channels[channel.id] = channel;
  world.changed(team.id, { kind: 'channels' });
  return channel;
}

export function isMember(channel: Channel, userId: string): boolean {
  return channel.members.includes(userId);
}

export function slackChannel(team: Team, channel: Channel, withCount = false): Bag {
  if (channel.kind === 'im') {
    const other = team.people[channel.imWith ?? ''];
    return {
      id: channel.id,
      is_im: true,
      is_org_shared: false,
      created: channel.created,
      user: channel.imWith,
      is_user_deleted: other?.deleted ?? false,
      context_team_id: team.id,
      is_archived: other?.deleted ?? false,
    };
  }
  const isPrivate = channel.kind === 'private';
  const outsiders = channel.members.some((id) => (team.people[id]?.team ?? team.id) !== team.id);
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !isPrivate,
    is_group: isPrivate,
    is_im: false,
    is_mpim: false,
    is_private: isPrivate,
    is_archived: channel.isArchived,
    is_general: false,
    is_shared: outsiders,
    is_ext_shared: outsiders,
    is_org_shared: false,
    is_member: isMember(channel, team.seed.botUserId),
    created: channel.created,
    creator: channel.creator,
    context_team_id: team.id,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
    ...(withCount ? { num_members: channel.members.length } : {}),
  };
}
