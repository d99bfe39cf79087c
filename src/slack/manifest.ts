/** The app manifest that a workspace pastes into Slack: made from the commands, each permission with its reason. */

export interface ManifestCommand {
  readonly name: string;
  readonly vietnameseName: string;
  readonly description: string;
  readonly hint: string;
}

export interface ManifestOptions {
  /** Which names the slash commands get; the others stay known as "/quorate <name>". */
  readonly names: 'english' | 'vietnamese';
  /** Names taken by another app in the workspace: replaced by their alias, or left out. */
  readonly taken?: readonly string[];
  /** Null: Socket Mode. */
  readonly publicUrl: string | null;
  readonly appName: string;
  readonly description: string;
  readonly shortcutName: string;
  readonly shortcutDescription: string;
}

/** For a workspace in which the name is taken. */
export const aliases: Readonly<Record<string, string>> = { conference: 'meeting' };

export const scopes: Readonly<Record<string, string>> = {
  commands: 'slash commands and the shortcut',
  'chat:write': 'cards, reminders and results',
  'im:write': 'opening a direct message to somebody',
  'im:history': 'reading what is typed to the bot, and whether a card is already there after a lost reply',
  'channels:history': 'whether a post is already there after a lost reply, in a public channel',
  'groups:history': 'the same in a private channel',
  'channels:read': 'name, members and archiving of a public channel that a committee uses',
  'groups:read': 'the same of a private channel',
  'im:read': 'recognising a direct message as one',
  'files:read': 'a list of people that somebody gives as a file in a form',
  'files:write': 'a list or a calendar entry as a file, to whoever asked for it, in their direct messages with the bot',
  'users:read': 'names, languages, time zones, and who is an admin, a guest or deactivated',
};

export const events: Readonly<Record<string, string>> = {
  app_home_opened: 'drawing Home',
  'message.im': 'reading what is typed to the bot',
  member_joined_channel: 'the bot or a member came into a committee channel',
  member_left_channel: 'the bot or a member left one',
  channel_left: 'the bot was taken out of a public channel',
  group_left: 'the bot was taken out of a private channel',
  channel_rename: 'the committee keeps its channel under a new name',
  group_rename: 'the same for a private channel',
  channel_archive: 'the committee secretary is told that posts cannot arrive',
  channel_unarchive: 'posts can arrive again',
  group_archive: 'the same for a private channel',
  group_unarchive: 'the same for a private channel',
  channel_deleted: 'the committee has lost its channel',
  group_deleted: 'the same for a private channel',
  user_change: 'somebody was deactivated, became a guest, or changed language or time zone',
  team_join: 'a new account',
  app_uninstalled: 'nothing is sent any more',
  tokens_revoked: 'nothing is sent any more',
};

const caps = { commands: 50, command: 32, description: 2_000, hint: 1_000, name: 35, appDescription: 140, bot: 80 };

export function manifest(commands: readonly ManifestCommand[], options: ManifestOptions): object {
  const url = options.publicUrl === null ? null : `${options.publicUrl.replace(/\/+$/u, '')}/slack/events`;
  const at = url === null ? {} : { url };
  return {
    display_information: {
      name: options.appName.slice(0, caps.name),
      description: options.description.slice(0, caps.appDescription),
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: options.appName.slice(0, caps.bot), always_online: true },
      shortcuts: [
        {
          name: options.shortcutName.slice(0, 24),
          type: 'global',
          callback_id: 'quorate',
          description: options.shortcutDescription.slice(0, 150),
        },
      ],
      slash_commands: commands.flatMap((command) => slashCommand(command, options, at)).slice(0, caps.commands),
    },
    oauth_config: { scopes: { bot: Object.keys(scopes) } },
    settings: {
      event_subscriptions: { ...(url === null ? {} : { request_url: url }), bot_events: Object.keys(events) },
      interactivity: { is_enabled: true, ...(url === null ? {} : { request_url: url, message_menu_options_url: url }) },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** `should_escape`: people and channels arrive as ids, not as names that may be anybody's. */
function slashCommand(command: ManifestCommand, options: ManifestOptions, at: { url?: string }): object[] {
  const name = freeName(command, options);
  if (name === null) return [];
  return [
    {
      command: `/${name}`.slice(0, caps.command),
      description: command.description.slice(0, caps.description),
      ...(command.hint ? { usage_hint: command.hint.slice(0, caps.hint) } : {}),
      should_escape: true,
      ...at,
    },
  ];
}

function freeName(command: ManifestCommand, options: ManifestOptions): string | null {
  const first = options.names === 'vietnamese' ? command.vietnameseName : command.name;
  const others = [aliases[command.name], command.vietnameseName, command.name];
  return [first, ...others].find((name) => name !== undefined && !options.taken?.includes(name)) ?? null;
}
