/** The parts that Slack's interaction payloads have in common. */
import type { Bag } from '../contract/rules.ts';
import type { Channel, StoredView, Team } from '../types.ts';
import type { Who } from '../world.ts';

export function commonPayload(team: Team, who: Who): Bag {
  return {
    api_app_id: team.seed.appId,
    token: 'sandbox',
    team: { id: team.id, domain: team.seed.domain },
    user: userPayload(team, who.userId),
    enterprise: null,
    is_enterprise_install: false,
  };
}

function userPayload(team: Team, userId: string): Bag {
  const person = team.people[userId];
  const name = person?.name ?? '';
  return { id: userId, username: name, name, team_id: person?.team ?? team.id };
}

/** How Slack names a channel in commands and payloads. */
export function channelName(channel: Channel): string {
  if (channel.kind === 'im') return 'directmessage';
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

export function viewPayload(team: Team, stored: StoredView): Bag {
  const { view } = stored;
  const isModal = view.type === 'modal';
  return {
    id: stored.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values: stored.values },
    hash: stored.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: view.close ?? null,
    submit: isModal ? (view.submit ?? null) : null,
    previous_view_id: stored.previousId,
    root_view_id: stored.rootId,
    app_id: team.seed.appId,
    external_id: view.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: team.seed.botId,
  };
}
