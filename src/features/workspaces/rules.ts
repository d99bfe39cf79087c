/** Which language and zone somebody is answered in, and when an account should be asked for again. */
import type { Locale } from '../../kernel/act.ts';
import { isZone } from '../../kernel/time.ts';
import type { AccountFacts, LeftOutReason, Member } from './types.ts';

const dayMs = 24 * 60 * 60 * 1000;

/** "vi-VN" → vi; anything that is not Vietnamese → en; not known → null. */
export function localeFrom(platformLocale: string | null): Locale | null {
  if (!platformLocale) return null;
  return platformLocale.toLowerCase().startsWith('vi') ? 'vi' : 'en';
}

export function zoneFrom(platformZone: string | null): string | null {
  return platformZone && isZone(platformZone) ? platformZone : null;
}

/** Admin rights and zones change: an account is asked for again after a day. */
export function isStale(checkedAt: Date, now: Date): boolean {
  return Math.abs(now.getTime() - checkedAt.getTime()) > dayMs;
}

/** gone: closed or left; outside: became a guest or belongs to another organisation; back: open again. */
export type AccountChange = 'gone' | 'outside' | 'back';

/** What the committee secretary has to know of an account that was asked about again; null: nothing. */
export function accountChange(
  before: Pick<Member, 'isActive' | 'isOutsider'>,
  after: Pick<Member, 'isActive' | 'isOutsider'>,
): AccountChange | null {
  if (before.isActive && !after.isActive) return 'gone';
  if (after.isActive && !before.isOutsider && after.isOutsider) return 'outside';
  return !before.isActive && after.isActive ? 'back' : null;
}

/** Why an account that is in a channel is not offered as a member of its committee; null: it is. */
export function whyLeftOut(account: AccountFacts | null): LeftOutReason | null {
  if (!account) return 'unread';
  if (account.isBot) return 'bot';
  if (!account.isActive) return 'closed';
  if (account.isOutsider) return account.isGuest ? 'guest' : 'elsewhere';
  return null;
}
