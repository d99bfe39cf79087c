/** Dates in the zone and language of the person acted as, and Slack's date tokens. */
import { demoNow, store } from './store.js';
import { locale, t } from './texts.js';

function format(at, options) {
  return new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }).format(at);
}

export function zone() {
  return store.desk?.me.tz ?? 'UTC';
}

export function timeText(at) {
  return format(at, { hour: '2-digit', minute: '2-digit', hour12: false });
}

export function fullText(at) {
  const options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
  return `${timeText(at)}, ${format(at, options)}`;
}

/** The day beside the clock; short for narrow screens. */
export function clockDay(at, isShort) {
  // Vietnamese would get 30-11, which nobody writes.
  if (isShort && locale().startsWith('vi')) return format(at, { day: '2-digit', month: '2-digit' }).replace('-', '/');
  if (isShort) return format(at, { day: '2-digit', month: 'short' });
  // 11/30 and 30/11 are both read wrongly by somebody: elsewhere than in Vietnamese the month has its name.
  const month = locale().startsWith('vi') ? '2-digit' : 'short';
  return format(at, { weekday: 'short', day: '2-digit', month, year: 'numeric' });
}

/** A key such as 2026-11-25, the same for all moments of one day. */
export function dayKey(at) {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone() }).format(at);
}

export function dayText(at) {
  return near(at) ?? format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

function near(at) {
  const day = 86_400_000;
  const names = { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' };
  for (const [shift, name] of Object.entries(names)) {
    if (dayKey(new Date(demoNow().getTime() + Number(shift) * day)) === dayKey(at)) return t(name);
  }
  return null;
}

const tokens = {
  date_num: (at) => dayKey(at),
  date: (at) => format(at, { day: 'numeric', month: 'long', year: 'numeric' }),
  date_short: (at) => format(at, { day: 'numeric', month: 'short', year: 'numeric' }),
  date_long: (at) => format(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  date_pretty: (at) => near(at)?.toLowerCase() ?? tokens.date(at),
  date_short_pretty: (at) => near(at)?.toLowerCase() ?? tokens.date_short(at),
  date_long_pretty: (at) => near(at)?.toLowerCase() ?? tokens.date_long(at),
  time: timeText,
  time_secs: (at) => format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }),
  ago: (at) => ago(at),
};

/** `{date_long} {time}` filled in; null when the format holds an unknown token, so that the fallback is shown. */
export function dateFormat(seconds, pattern) {
  const at = new Date(Number(seconds) * 1000);
  if (Number.isNaN(at.getTime())) return null;
  let isKnown = true;
  const text = pattern.replace(/\{(\w+)\}/g, (_all, name) => {
    if (!tokens[name]) isKnown = false;
    return tokens[name]?.(at) ?? '';
  });
  return isKnown ? text : null;
}

function ago(at) {
  const minutes = Math.round((at.getTime() - demoNow().getTime()) / 60_000);
  const relative = new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
  if (Math.abs(minutes) < 48 * 60) return relative.format(Math.round(minutes / 60), 'hour');
  return relative.format(Math.round(minutes / 1440), 'day');
}

/** The value of a `datetime-local` input for a moment, in the person's zone. */
export function toLocalInput(at) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone(),
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour === '24' ? '00' : parts.hour}:${parts.minute}`;
}

/** The moment of a wall-clock time in the person's zone; null when it is not a time. */
export function fromLocalInput(text) {
  const asUtc = Date.parse(`${text}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  // Twice, because the first guess may lie on the other side of a change of summer time.
  let at = asUtc;
  for (let round = 0; round < 2; round += 1) at = asUtc - (Date.parse(`${toLocalInput(new Date(at))}:00Z`) - at);
  return new Date(at);
}
