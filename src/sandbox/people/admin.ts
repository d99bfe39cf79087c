/** What the administrators of a workspace do; each act sends the events that Slack sends. */
import { sendEvent } from '../bot/events.ts';
import { isMember, slackChannel } from '../state/channels.ts';
import { slackUser } from '../state/people.ts';
import { personOf, seconds } from '../state/seed.ts';
import type { Channel, Person, SeedUser, Team } from '../types.ts';
import { nextId, teamOf, type World } from '../world.ts';

export interface Admin {
  createChannel(name: string, creator: string, isPrivate?: boolean): Promise<string>;
  /** A person, or the bot by its user id. */
  join(channelId: string, userId: string, inviter?: string): Promise<void>;
  leave(channelId: string, userId: string): Promise<void>;
  rename(channelId: string, name: string): Promise<void>;
  archive(channelId: string, isArchived?: boolean): Promise<void>;
  addPerson(user: SeedUser): Promise<void>;
  /** Name, locale, time zone, guest status, deactivation. */
  changePerson(userId: string, change: Partial<Person>): Promise<void>;
  uninstall(): Promise<void>;
}

export function adminOf(world: World, teamId: string): Admin {
  const team = teamOf(world, teamId);
  const send = async (type: string, fields: object) => {
    await sendEvent(world, teamId, { type, ...fields });
  };
  const now = () => seconds(world.options.clock.now());
  return {
    async createChannel(name, creator, isPrivate = false) {
      const channel: Channel = {
        id: nextId(world, 'C'),
        name,
        kind: isPrivate ? 'private' : 'public',
        members: [creator],
        imWith: null,
        topic: '',
        isArchived: false,
        created: now(),
        creator,
      };
      team.channels[channel.id] = channel;
      world.changed(teamId, { kind: 'channels' });
      if (!isPrivate) await send('channel_created', { channel: slackChannel(team, channel) });
      return channel.id;
    },
    async join(channelId, userId, inviter) {
      const channel = channelOf(team, channelId);
      if (isMember(channel, userId)) return;
      channel.members.push(userId);
      world.changed(teamId, { kind: 'channels' });
      await membership('member_joined_channel', channel, userId, inviter);
    },
    async leave(channelId, userId) {
      const channel = channelOf(team, channelId);
      const botSees = isMember(channel, team.seed.botUserId);
      channel.members = channel.members.filter((id) => id !== userId);
      world.changed(teamId, { kind: 'channels' });
      if (userId === team.seed.botUserId) {
        const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
        await send(type, { channel: channelId, actor_id: channel.creator });
      } else if (botSees) {
        await membership('member_left_channel', channel, userId);
      }
    },
    async rename(channelId, name) {
      const channel = channelOf(team, channelId);
      channel.name = name;
      world.changed(teamId, { kind: 'channels' });
      const type = channel.kind === 'private' ? 'group_rename' : 'channel_rename';
      await send(type, { channel: { id: channelId, name, created: channel.created } });
    },
    async archive(channelId, isArchived = true) {
      const channel = channelOf(team, channelId);
      channel.isArchived = isArchived;
      world.changed(teamId, { kind: 'channels' });
      const kind = channel.kind === 'private' ? 'group' : 'channel';
      await send(`${kind}_${isArchived ? 'archive' : 'unarchive'}`, { channel: channelId, user: channel.creator });
    },
    async addPerson(user) {
      const person = personOf(user, teamId, world.options.clock.now());
      team.people[user.id] = person;
      world.changed(teamId, { kind: 'people' });
      await send('team_join', { user: slackUser(team, person, true), cache_ts: now() });
    },
    async changePerson(userId, change) {
      const person = team.people[userId];
      if (!person) throw new Error(`nobody in ${teamId} has the id ${userId}`);
      Object.assign(person, change, { updated: now() });
      world.changed(teamId, { kind: 'people' });
      await send('user_change', { user: slackUser(team, person, true), cache_ts: now() });
    },
    async uninstall() {
      team.isInstalled = false;
      world.changed(teamId, { kind: 'channels' });
      await send('tokens_revoked', { tokens: { oauth: [], bot: [team.seed.botUserId] } });
      await send('app_uninstalled', {});
    },
  };

  /** The bot hears of comings and goings only where it is a member itself. */
  async function membership(type: string, channel: Channel, userId: string, inviter?: string): Promise<void> {
    if (!isMember(channel, team.seed.botUserId)) return;
    await send(type, {
      user: userId,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: teamId,
      ...(inviter ? { inviter } : {}),
    });
  }
}

function channelOf(team: Team, channelId: string): Channel {
  const channel = team.channels[channelId];
  if (!channel) throw new Error(`${team.id} has no channel ${channelId}`);
  return channel;
}
