/** Calendar files (RFC 5545) for conferences and dates. */
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventStatus } from 'ical-generator';
import { DateTime } from 'luxon';
import { timeZoneComponent } from './time-zone-component.ts';

export interface CalendarEntry {
  /** The same for every version of an entry, so that a calendar replaces the old one. */
  readonly uid: string;
  /** Rises with every change that is sent, cancelling included; a calendar ignores a lower one. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** Calendars show titles to others: the caller gives one without nominees, stances or tallies. */
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string | null;
  /** Programs then show others less of it than of a private entry, or nothing (RFC 5545, 3.8.1.3). */
  readonly isConfidential: boolean;
  readonly link: string | null;
  readonly changedAt: Date;
}

/**
 * publish: a feed, or one entry to put into one's calendar. cancel: takes the entries out again (METHOD:CANCEL), whatever
 * their own state. Answers are given in the chat, so nobody is listed as attending.
 */
export function writeIcs(entries: readonly CalendarEntry[], method: 'publish' | 'cancel' = 'publish'): string {
  const calendar = ical({
    prodId: { company: 'Quorate', product: 'Quorate' },
    method: method === 'cancel' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
    // No zone for the calendar itself: with one, ical-generator writes DTSTAMP without its Z.
    timezone: { name: null, generator: (zone) => timeZoneComponent(zone, ...spanOf(entries)) },
  });
  for (const entry of entries) {
    calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      status: method === 'cancel' || entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      class: entry.isConfidential ? ICalEventClass.CONFIDENTIAL : ICalEventClass.PRIVATE,
      summary: entry.title,
      // Plain dates would be written on the clock of the machine.
      start: DateTime.fromJSDate(entry.startsAt, { zone: entry.zone }),
      end: DateTime.fromJSDate(entry.endsAt, { zone: entry.zone }),
      timezone: entry.zone,
      stamp: entry.changedAt,
      ...(entry.place === null ? {} : { location: entry.place }),
      ...(entry.link === null ? {} : { url: entry.link }),
    });
  }
  return calendar.toString();
}

function spanOf(entries: readonly CalendarEntry[]): [Date, Date] {
  const times = entries.flatMap((entry) => [entry.startsAt.getTime(), entry.endsAt.getTime()]);
  return [new Date(Math.min(...times)), new Date(Math.max(...times))];
}
