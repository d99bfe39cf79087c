/** What the sandbox is given (seed, options) and what it keeps (teams, channels, messages, views). */
import type { Clock } from '../kernel/clock.ts';
import type { Log } from '../kernel/log.ts';
import type { Bag } from './contract/rules.ts';

export interface SeedUser {
  id: string;
  /** The handle, unique in its team. */
  name: string;
  real_name: string;
  locale: 'vi-VN' | 'en-US';
  tz: string;
  title?: string;
  is_admin?: boolean;
  is_owner?: boolean;
  /** A guest of several channels. */
  is_restricted?: boolean;
  /** A guest of one channel. */
  is_ultra_restricted?: boolean;
  deleted?: boolean;
  /** The home team of somebody from another organisation; left out: this team. */
  team?: string;
}

export interface SeedChannel {
  id: string;
  name: string;
  members: string[];
  /** Whether the bot is a member from the start. */
  bot: boolean;
  topic?: string;
  is_private?: boolean;
}

export interface SeedWorkspace {
  id: string;
  name: string;
  domain: string;
  locale: 'vi' | 'en';
  botToken: string;
  botUserId: string;
  botId: string;
  appId: string;
  appName: string;
  /** When given, a method whose scope is not here answers `missing_scope`. */
  scopes?: string[];
  users: SeedUser[];
  channels: SeedChannel[];
  /** Said to whoever opens the page for the first time. */
  welcome: { vi: string; en: string };
  /** The person and channel that the page starts with. */
  startAs?: string;
  startIn?: string;
}

export interface SandboxSeed {
  workspaces: SeedWorkspace[];
  /** The app-level token that may open sockets; left out: any `xapp-` token may. */
  appToken?: string;
}

export interface SlashCommand {
  command: string;
  description: string;
  usageHint?: string;
}

export interface SandboxClock extends Clock {
  /** Moves the time forward, running everything that falls due on the way in order. */
  moveTo(at: Date): Promise<void>;
  /** The moment of the next due thing, if the app can tell. */
  nextDue?(): Promise<Date | null>;
}

export interface SandboxOptions {
  seed: SandboxSeed;
  /** Chat and clock offset are kept here; null keeps them in memory only. */
  stateFile: string | null;
  signingSecret: string;
  /** The address of the bot's `POST /slack/events`. */
  deliverTo: string;
  clock: SandboxClock;
  commands: () => SlashCommand[];
  log: Log;
  /** The origin under which this server is reached; left out: that of `deliverTo`. */
  selfUrl?: string;
  /** Slack's rate limits are enforced; off by default. */
  enforceLimits?: boolean;
  /** How long the bot may take to answer; Slack's three seconds by default. */
  answerWithinMs?: number;
  /** How long a trigger lives; Slack's three seconds by default. */
  triggerLifeMs?: number;
  /** Whether the bot has nothing under way for anybody, if it runs beside the sandbox and can tell. */
  isBotAtRest?: () => boolean;
  /** When a failed event is sent again; Slack's three times by default. */
  eventRetryDelaysMs?: number[];
}

export interface Person extends SeedUser {
  team: string;
  deleted: boolean;
  updated: number;
}

export interface Channel {
  id: string;
  name: string;
  kind: 'public' | 'private' | 'im';
  members: string[];
  /** The other side of a direct message with the bot. */
  imWith: string | null;
  topic: string;
  isArchived: boolean;
  created: number;
  creator: string;
}

export interface Message {
  ts: string;
  user: string;
  text: string;
  blocks: Bag[] | null;
  attachments: unknown[] | null;
  threadTs: string | null;
  replyCount: number;
  broadcast: boolean;
  metadata: Bag | null;
  editedTs: string | null;
  fileIds: string[];
  subtype: string | null;
  /** An ephemeral message: seen by this person alone, and by no Web API method. */
  onlyFor: string | null;
  /** A line by the chat itself, such as "the command failed". */
  bySlackbot: boolean;
}

export interface StoredView {
  id: string;
  userId: string;
  hash: string;
  previousId: string | null;
  rootId: string;
  view: Bag;
  /** What the person has entered so far: block id, action id, value. */
  values: Values;
}

export type Values = Record<string, Record<string, Bag>>;

export interface StoredFile {
  id: string;
  name: string;
  title: string;
  size: number;
  user: string;
  created: number;
  base64: string;
  state: 'awaiting' | 'uploaded' | 'shared';
}

/** Where a `response_url` leads. */
export interface Hook {
  id: string;
  userId: string;
  channelId: string;
  /** The message whose button was pressed; null for a command. */
  messageTs: string | null;
  issuedAt: number;
  used: number;
}

export interface Team {
  id: string;
  seed: Omit<SeedWorkspace, 'users' | 'channels'>;
  isInstalled: boolean;
  people: Record<string, Person>;
  channels: Record<string, Channel>;
  messages: Record<string, Message[]>;
  homes: Record<string, StoredView>;
  views: Record<string, StoredView>;
  /** Per person the open modals, the topmost last. */
  stacks: Record<string, string[]>;
  files: Record<string, StoredFile>;
  hooks: Record<string, Hook>;
  /** Per person and channel the newest message that was seen. */
  reads: Record<string, Record<string, string>>;
}

export interface SandboxState {
  version: 1;
  clockOffsetMs: number;
  serial: number;
  lastTs: string;
  teams: Record<string, Team>;
}
