/** Conferences turned into entries of one person's calendar: those they attend, and those they do not attend any more. */
import type { CalendarEntry } from '../../../documents/ics.ts';
import type { Act, Locale } from '../../../kernel/act.ts';
import type { Viewer } from '../../access/types.ts';
import type { Committee } from '../../committees/types.ts';
import { type CalendarStanding, calendarStanding } from '../rules/calendar.ts';
import { endOf, repliesFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import * as replies from '../store/replies.ts';
import * as summons from '../store/summons.ts';
import type { Conference, Revision } from '../types.ts';

/**
 * What an entry is called. Calendars show titles to others, and a typed title may name a nominee: so it is the
 * committee's name in its own language, never the conference's title.
 */
export type EntryTitle = (locale: Locale, committee: string) => string;

export interface Out {
  readonly conference: Conference;
  /** The one that is out for the person. */
  readonly revision: Revision;
  readonly isCancelled: boolean;
}

/**
 * An entry for each that the person is, or ever was, asked to. Who was released, is sent by nobody any more, or was sent
 * to a time that changed has a cancelled one, with what they last knew of it: nothing of what was decided without them.
 */
export async function personalEntries(
  act: Act,
  viewer: Viewer,
  committee: Committee,
  found: readonly Out[],
  title: EntryTitle,
): Promise<readonly CalendarEntry[]> {
  const standings = await standingsOf(act, viewer, found);
  const gone = found.flatMap(({ conference, revision }) => {
    const lastOn = standings.get(conference.id)?.lastOn ?? null;
    return lastOn !== null && lastOn !== revision.number ? [{ conference: conference.id, number: lastOn }] : [];
  });
  const then = await conferences.timesAt(act.store, viewer, gone);
  return found.flatMap((out) => {
    const standing = standings.get(out.conference.id);
    if (!standing || standing.lastOn === null) return [];
    const known = standing.lastOn === out.revision.number ? out.revision : then.get(out.conference.id);
    return known ? [entryOf({ ...out, committee, known, standing }, title)] : [];
  });
}

/** The file behind the button of a card: also for those who see a conference without being asked to it. */
export async function entryFor(
  act: Act,
  viewer: Viewer,
  committee: Committee,
  out: Out,
  title: EntryTitle,
): Promise<CalendarEntry> {
  const [own] = await personalEntries(act, viewer, committee, [out], title);
  if (own) return own;
  const { number } = out.revision;
  const standing = { isOn: true, lastOn: number, changes: number - 1 };
  return entryOf({ ...out, committee, known: out.revision, standing }, title);
}

async function standingsOf(
  act: Act,
  viewer: Viewer,
  found: readonly Out[],
): Promise<ReadonlyMap<string, CalendarStanding>> {
  const { person } = viewer;
  if (!person) return new Map();
  const ids = found.map(({ conference }) => conference.id);
  const sendings = await replies.sendingsOf(act.store, viewer, ids, person);
  const places = await summons.placesOf(act.store, viewer, ids, [person, ...sendings.map((one) => one.person)]);
  return new Map(
    found.map(({ conference, revision }) => {
      const here = places.filter((one) => one.conference === conference.id);
      const listed = here
        .filter(({ from, until }) => from <= revision.number && (until === null || until > revision.number))
        .map((one) => ({ person: one.person, since: one.from }));
      const sent = sendings.filter((one) => one.conference === conference.id);
      const holding = new Set(repliesFor(revision, sent, listed).filter(({ isLast }) => isLast));
      const own = here.filter((one) => one.person === person);
      const sending = sent.map((one) => ({ revision: one.revision, stands: holding.has(one) }));
      return [conference.id, calendarStanding(revision.number, own, sending)];
    }),
  );
}

interface EntryParts extends Out {
  readonly committee: Committee;
  readonly known: Pick<Revision, 'startsAt' | 'minutes' | 'place'>;
  readonly standing: CalendarStanding;
}

function entryOf(parts: EntryParts, title: EntryTitle): CalendarEntry {
  const { committee, conference, revision, known, standing, isCancelled } = parts;
  return {
    uid: `conference-${conference.id}@quorate`,
    sequence: standing.changes + (isCancelled ? 1 : 0),
    isCancelled: isCancelled || !standing.isOn,
    title: title(committee.locale, committee.name),
    startsAt: known.startsAt,
    endsAt: endOf(known),
    zone: committee.zone,
    place: known.place,
    // No word of it: an entry says nothing that could be secret, and words would travel to the calendars of others.
    isConfidential: revision.classification !== 'unclassified',
    link: null,
    changedAt: (isCancelled ? conference.held?.until : revision.announcedAt) ?? revision.startsAt,
  };
}
