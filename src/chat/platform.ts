/** What delivery needs of a chat platform. Message addresses are JSON, kept by us and understood by the adapter only. */
import type { Refused } from '../kernel/outcome.ts';
import type { Message } from './message.ts';

export interface Team {
  readonly platform: string;
  /** The platform's own id of the workspace. */
  readonly id: string;
}

export type Recipient = { readonly user: string } | { readonly channel: string };

/** Where a message is: opaque to everyone but the adapter. */
export type MessageAddress = Readonly<Record<string, string>>;

export type SendResult =
  | { readonly kind: 'sent'; readonly address: MessageAddress }
  /** Nothing was posted; try again after this many milliseconds. */
  | { readonly kind: 'wait'; readonly retryAfterMs: number }
  /** Nothing was posted and repeating will not help. */
  | { readonly kind: 'undeliverable'; readonly reason: UndeliverableReason }
  /** It may or may not have been posted: ask `find` before repeating. */
  | { readonly kind: 'unknown' };

export const undeliverableReasons = [
  'recipient-gone',
  'recipient-outside',
  'channel-gone',
  'channel-archived',
  'bot-not-in-channel',
  'bot-removed',
  'message-gone',
  'not-allowed',
  'message-refused',
] as const;
export type UndeliverableReason = (typeof undeliverableReasons)[number];

export interface Account {
  readonly user: string;
  readonly name: string;
  readonly locale: string | null;
  readonly zone: string | null;
  readonly isAdmin: boolean;
  /** Guest, or a person from another organisation. */
  readonly isOutsider: boolean;
  /** Of an outsider: a guest of this workspace, not somebody from another organisation. */
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly isActive: boolean;
}

/** Somebody in a channel; null: the platform did not tell who it is. */
export interface ChannelAccount {
  readonly user: string;
  readonly account: Account | null;
}

/** A file that somebody gave in a form. */
export type FileRead =
  | { readonly kind: 'read'; readonly bytes: Uint8Array }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'gone' };

/** What a feature gets of it. `turned-away`: it must not be taken in, and nobody sees the bytes. */
export type GivenFile = FileRead | { readonly kind: 'turned-away'; readonly refused: Refused };

export interface Platform {
  readonly name: string;
  /**
   * Posts once. `key` travels invisibly with the message, so that `find` can tell later whether it is there.
   * Never throws for what the platform answered; the result says what is known.
   */
  post(team: Team, to: Recipient, message: Message, key: string): Promise<SendResult>;
  /** Replaces a message posted before. Repeating it is harmless. */
  update(team: Team, address: MessageAddress, message: Message): Promise<SendResult>;
  /** The message that carries this key, posted at or after `since`; null when the platform says it is not there. Throws Unavailable when it cannot tell. */
  find(team: Team, to: Recipient, key: string, since: Date): Promise<MessageAddress | null>;
  /** Redraws a person's Home. */
  publishHome(team: Team, user: string, home: Message): Promise<SendResult>;
  /** Throws Unavailable when the platform does not answer; null when there is no such account or channel. */
  account(team: Team, user: string): Promise<Account | null>;
  /** Everybody in a channel but the bot itself, other bots included; null when the bot is not in it. */
  channelAccounts(team: Team, channel: string): Promise<readonly ChannelAccount[] | null>;
  /** Throws Unavailable when the platform does not answer in time. */
  readFile(team: Team, file: string, maxBytes: number): Promise<FileRead>;
  channelInfo(
    team: Team,
    channel: string,
  ): Promise<{ name: string; isArchived: boolean; isShared: boolean; hasBot: boolean } | null>;
}
