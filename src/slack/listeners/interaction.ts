/** The parts of Slack's interaction payloads that are read, and who acted where in them. */
import type { Channel, Origin } from '../../chat/call.ts';
import { platformName } from '../desk.ts';
import type { SharedChannels } from '../shared-channels.ts';
import { type Carried, carriedBy, channelOf, type Entered } from '../view-state.ts';

export interface ViewPayload {
  readonly id: string;
  readonly type: string;
  readonly hash?: string;
  readonly callback_id?: string;
  readonly private_metadata?: string;
  readonly root_view_id?: string | null;
  readonly previous_view_id?: string | null;
  readonly app_installed_team_id?: string;
  readonly blocks?: readonly { type: string; block_id?: string }[];
  readonly state?: { values?: Record<string, Record<string, Entered>> };
}

export interface InteractionPayload {
  readonly team?: { id: string } | null;
  readonly user: { id: string; team_id?: string };
  readonly trigger_id?: string;
  readonly view?: ViewPayload;
}

export interface ActionPayload extends InteractionPayload {
  readonly channel?: { id: string };
  readonly container?: {
    type?: string;
    channel_id?: string;
    message_ts?: string;
    is_ephemeral?: boolean;
  };
  readonly message?: { ts?: string; metadata?: unknown };
  readonly response_url?: string;
  readonly actions: readonly Action[];
}

export interface Action {
  readonly type: string;
  readonly action_id: string;
  readonly block_id?: string;
  readonly value?: string;
  readonly url?: string;
  readonly action_ts?: string;
}

export function originOf(body: InteractionPayload, channel: Channel | null, requestId: string | null): Origin {
  const team = body.view?.app_installed_team_id ?? body.team?.id ?? body.user.team_id ?? '';
  return { platform: platformName, team, user: body.user.id, channel, requestId };
}

export function channelIn(body: ActionPayload, shared: SharedChannels): Channel | null {
  const id = body.container?.channel_id ?? body.channel?.id;
  return id ? channelOf(id, shared.known(id)) : null;
}

export function carriedIn(view: ViewPayload | undefined): Carried {
  return carriedBy(view?.private_metadata);
}
