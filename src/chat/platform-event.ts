/** What a chat platform tells about its own life. Hints only: they may be late, doubled or lost, and are checked nightly. */

export type PlatformEvent = { readonly platform: string; readonly team: string } & (
  | { readonly kind: 'account-changed'; readonly user: string }
  | { readonly kind: 'account-joined-channel'; readonly user: string; readonly channel: string }
  | { readonly kind: 'account-left-channel'; readonly user: string; readonly channel: string }
  | { readonly kind: 'channel-renamed'; readonly channel: string }
  | { readonly kind: 'channel-archived'; readonly channel: string; readonly isArchived: boolean }
  /** Deleted, or made private without the bot. */
  | { readonly kind: 'channel-gone'; readonly channel: string }
  | { readonly kind: 'bot-joined-channel'; readonly channel: string }
  | { readonly kind: 'bot-left-channel'; readonly channel: string }
  /** The bot was taken out of the workspace, or its token was withdrawn. */
  | { readonly kind: 'bot-removed' }
);
