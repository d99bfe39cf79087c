/** A time zone written out for calendar files (RFC 5545, VTIMEZONE): Outlook does not know zones by their name alone. */
import { DateTime, IANAZone } from 'luxon';

const minute = 60_000;
/** No zone changes its clock and back again within so short a time (Ramadan in Morocco takes a month). */
const stride = 7 * 24 * 60 * minute;

/** Every change of the zone's clock from a year before `from` to a year after `to`. */
export function timeZoneComponent(zone: string, from: Date, to: Date): string {
  const year = 366 * 24 * 60 * minute;
  const begin = Math.floor((from.getTime() - year) / minute) * minute;
  const offsetAt = (at: number) => IANAZone.create(zone).offset(at);
  const observances = [observance(zone, begin, offsetAt(begin), offsetAt(begin))];
  for (let at = begin; at < to.getTime() + year; at += stride) {
    const before = offsetAt(at);
    const after = offsetAt(at + stride);
    if (before !== after) observances.push(observance(zone, changeWithin(at, before, offsetAt), before, after));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n');
}

/** The first minute of the new offset. */
function changeWithin(from: number, before: number, offsetAt: (at: number) => number): number {
  let low = from;
  let high = from + stride;
  while (high - low > minute) {
    const middle = low + Math.floor((high - low) / (2 * minute)) * minute;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** The start is told on the clock that was in use until then. */
function observance(zone: string, at: number, before: number, after: number): string[] {
  const kind = DateTime.fromMillis(at, { zone }).isInDST ? 'DAYLIGHT' : 'STANDARD';
  const start = DateTime.fromMillis(at + before * minute, { zone: 'utc' });
  return [
    `BEGIN:${kind}`,
    `DTSTART:${start.toFormat("yyyyMMdd'T'HHmmss")}`,
    `TZOFFSETFROM:${offset(before)}`,
    `TZOFFSETTO:${offset(after)}`,
    `END:${kind}`,
  ];
}

function offset(minutes: number): string {
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}`;
}
