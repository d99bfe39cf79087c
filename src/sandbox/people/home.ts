/** A person opens the app: its Home tab or its Messages tab. */
import { sendEvent } from '../bot/events.ts';
import { viewPayload } from '../bot/payloads.ts';
import { directMessage } from '../state/channels.ts';
import type { Channel } from '../types.ts';
import { teamOf, type Who, type World } from '../world.ts';
import { personOf } from './command.ts';

export async function openApp(world: World, who: Who, tab: 'home' | 'messages'): Promise<Channel> {
  const team = teamOf(world, who.teamId);
  personOf(team, who);
  const channel = directMessage(world, team, who.userId);
  const home = team.homes[who.userId];
  await sendEvent(world, team.id, {
    type: 'app_home_opened',
    user: who.userId,
    channel: channel.id,
    tab,
    ...(tab === 'home' && home ? { view: viewPayload(team, home) } : {}),
  });
  return channel;
}
