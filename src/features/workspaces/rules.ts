/** Which language and zone somebody is answered in, and when an account should be asked for again. */
import type { Locale } from '../../kernel/act.ts';
import { isZone } from '../../kernel/time.ts';

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
