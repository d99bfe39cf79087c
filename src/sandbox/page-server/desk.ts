/** What one person sees: workspaces, channels with their unread counts, people, messages, modals, Home. */
import { viewPayload } from '../bot/payloads.ts';
import type { Bag } from '../contract/rules.ts';
import { directMessage, isMember } from '../state/channels.ts';
import { slackFile, visibleTo } from '../state/messages.ts';
import { openViewsOf } from '../state/views.ts';
import type { Channel, Message, Person, Team } from '../types.ts';
import type { Who, World } from '../world.ts';

export function bootOf(world: World): Bag {
  return {
    workspaces: world.options.seed.workspaces.map(({ id }) => {
      const { name, locale, welcome, startAs, startIn } = (world.state.teams[id] as Team).seed;
      return { id, name, locale, welcome, startAs, startIn };
    }),
    hasNextDue: world.options.clock.nextDue !== undefined,
  };
}

export function deskOf(world: World, team: Team, who: Who): Bag {
  const app = directMessage(world, team, who.userId);
  const shown = Object.values(team.channels).filter(
    (channel) => channel.kind !== 'im' && (channel.kind === 'public' || isMember(channel, who.userId)),
  );
  const home = team.homes[who.userId];
  return {
    team: { id: team.id, name: team.seed.name, appName: team.seed.appName, isInstalled: team.isInstalled },
    botUserId: team.seed.botUserId,
    me: personRow(team.people[who.userId] as Person),
    people: Object.values(team.people).map(personRow),
    channels: shown.map((channel) => channelRow(team, channel, who.userId)),
    app: channelRow(team, app, who.userId),
    views: openViewsOf(team, who.userId).map((stored) => viewPayload(team, stored)),
    home: home ? viewPayload(team, home) : null,
    commands: world.options.commands(),
    now: world.options.clock.now().toISOString(),
  };
}

function personRow(person: Person): Bag {
  const { id, name, real_name, title, locale, tz, deleted } = person;
  const isGuest = (person.is_restricted || person.is_ultra_restricted) ?? false;
  return {
    id,
    name,
    realName: real_name,
    title: title ?? '',
    locale,
    tz,
    deleted,
    isGuest,
    isAdmin: person.is_admin ?? false,
  };
}

function channelRow(team: Team, channel: Channel, userId: string): Bag {
  const { id, name, kind, topic, isArchived, members } = channel;
  const seen = Number(team.reads[userId]?.[id] ?? 0);
  const isIn = isMember(channel, userId);
  const fresh = visibleTo(team, id, userId).filter((message) => message.user !== userId && Number(message.ts) > seen);
  const hasBot = isMember(channel, team.seed.botUserId);
  return { id, name, kind, topic, isArchived, members, isMember: isIn, hasBot, unread: isIn ? fresh.length : 0 };
}

export function messagesOf(world: World, team: Team, who: Who, channelId: string): Bag[] {
  const channel = team.channels[channelId];
  if (!channel || (channel.kind !== 'public' && !isMember(channel, who.userId))) return [];
  return visibleTo(team, channelId, who.userId).map((message) => messageRow(world, team, message, who, channelId));
}

function messageRow(world: World, team: Team, message: Message, who: Who, channelId: string): Bag {
  const { ts, user, text, blocks, threadTs, editedTs, onlyFor, bySlackbot, subtype } = message;
  const values = world.messageValues.get(`${who.userId} ${channelId} ${ts}`) ?? {};
  const files = message.fileIds.map((id) => slackFile(world, team, id));
  return {
    ts,
    user,
    text,
    blocks,
    threadTs,
    editedTs,
    isPrivate: onlyFor !== null,
    bySlackbot,
    subtype,
    values,
    files,
  };
}

export function markRead(world: World, team: Team, who: Who, channelId: string): void {
  const last = visibleTo(team, channelId, who.userId).at(-1);
  if (!last) return;
  team.reads[who.userId] = { ...team.reads[who.userId], [channelId]: last.ts };
  world.file.touch();
}
