/**
 * A *workspace* is a team on a chat platform; an *account* is somebody's login there, a *member* our row for it.
 * People are another thing: see features/people.
 */
import type { Locale } from '../../kernel/act.ts';
import type { MemberId, PersonId, WorkspaceId } from '../../kernel/ids.ts';

export interface Workspace {
  readonly id: WorkspaceId;
  readonly platform: string;
  readonly platformId: string;
  readonly name: string;
  readonly locale: Locale;
  readonly zone: string;
}

export interface Member {
  readonly id: MemberId;
  /** The platform's own id. */
  readonly user: string;
  readonly displayName: string;
  readonly locale: Locale | null;
  readonly zone: string | null;
  readonly isAdmin: boolean;
  readonly isOutsider: boolean;
  readonly isActive: boolean;
  /** False: the platform has not told who it is. Such an account counts as an outsider's. */
  readonly isKnown: boolean;
  readonly person: PersonId | null;
}

/** Why a committee can post in its channel no longer. */
export type ChannelLoss = 'archived' | 'gone' | 'bot-removed';

/** What the platform says of an account: the part of chat/platform.ts that this feature needs. */
export interface AccountFacts {
  readonly name: string;
  readonly locale: string | null;
  readonly zone: string | null;
  readonly isAdmin: boolean;
  readonly isOutsider: boolean;
  readonly isGuest: boolean;
  readonly isBot: boolean;
  readonly isActive: boolean;
}

/** Why an account of a channel is not offered as a member. `unread`: it could not be looked up. */
export const leftOutReasons = ['guest', 'elsewhere', 'bot', 'closed', 'unread'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

export interface LeftOut {
  readonly user: string;
  /** Null: the platform did not tell who it is. */
  readonly name: string | null;
  readonly why: LeftOutReason;
}

/** Null: there is no such account. Throws Unavailable when the platform does not answer. */
export type AccountSource = (platform: string, team: string, user: string) => Promise<AccountFacts | null>;
