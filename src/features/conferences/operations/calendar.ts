/** Conferences as calendar entries: one to take along, or a personal address that a calendar program reads. */
import { createHash, randomBytes } from 'node:crypto';
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { type CalendarEntry, writeIcs } from '../../../documents/ics.ts';
import type { Act, StoreHandle } from '../../../kernel/act.ts';
import { asId, type CommitteeId, type ConferenceId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { viewerOf } from '../../access/operations.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import { accountOfPerson } from '../../workspaces/operations/accounts.ts';
import { clockworkAct } from '../../workspaces/operations/workspaces.ts';
import { isCancelledFor, revisionFor } from '../rules/life.ts';
import * as conferences from '../store/conferences.ts';
import * as feeds from '../store/feeds.ts';
import { type EntryTitle, entryFor, type Out, personalEntries } from './calendar-entries.ts';
import { findSeen, hasLeft } from './look.ts';

/** How far back an address shows: so that a calendar does not lose last week. */
const feedDaysBack = 90;

/** The conference as a calendar file for whoever may see it; cancelled, or not theirs any more: one that takes it out again. */
export async function conferenceIcs(
  act: Act,
  id: ConferenceId,
  title: EntryTitle,
): Promise<Outcome<string, 'conference-unknown'>> {
  const found = await findSeen(act, id);
  if (!found.ok) return found;
  const { viewer, committee, conference, revision, isCancelled } = found.value;
  if (!revision) return refused('conference-unknown');
  const entry = await entryFor(act, viewer, committee, { conference, revision, isCancelled }, title);
  return done(writeIcs([entry], entry.isCancelled ? 'cancel' : 'publish'));
}

/** Hex SHA-256 of an address's secret: all that is stored of it. */
export function feedHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** A new address for the acting person; the one before stops working. The secret is shown once and stored nowhere. */
export async function createCalendarFeed(act: Act): Promise<Outcome<{ secret: string }, 'not-in-committee'>> {
  const { person, workspace } = act;
  if (!person) return refused('not-in-committee');
  const secret = randomBytes(32).toString('base64url');
  return inTransaction(act, async (tx) => {
    await feeds.revokeFeed(tx, { workspace, person }, act.now);
    await feeds.insertFeed(tx, { workspace, person }, feedHash(secret), act.now);
    await record(tx, act, {
      kind: 'conferences.calendar-opened',
      subject: { kind: 'person', id: person },
      facts: {},
    });
    return done({ secret });
  });
}

/** Twice is once. */
export async function revokeCalendarFeed(act: Act): Promise<Outcome<{ wasThere: boolean }, 'not-in-committee'>> {
  const { person, workspace } = act;
  if (!person) return refused('not-in-committee');
  return inTransaction(act, async (tx) => {
    const wasThere = await feeds.revokeFeed(tx, { workspace, person }, act.now);
    if (wasThere) {
      await record(tx, act, {
        kind: 'conferences.calendar-closed',
        subject: { kind: 'person', id: person },
        facts: {},
      });
    }
    return done({ wasThere });
  });
}

export async function hasCalendarFeed(act: Act): Promise<boolean> {
  return act.person !== null && feeds.hasFeed(act.store, { workspace: act.workspace, person: act.person });
}

/**
 * The calendar behind an address: the conferences that its person is summoned to or sent to, held ones too, and as
 * cancelled those that are not theirs any more. Null when there is no such address, it was revoked, or its person's
 * account is gone: all three look the same from outside.
 */
export async function calendarFeed(
  store: StoreHandle,
  secretHash: string,
  now: Date,
  title: EntryTitle,
): Promise<string | null> {
  const feed = await feeds.findFeed(store, secretHash);
  if (!feed) return null;
  const clockwork = clockworkAct(store, { id: feed.workspace, locale: 'en', zone: 'UTC' }, now);
  const account = await accountOfPerson(clockwork, feed.person);
  if (!account?.isActive) return null;
  const act = { ...clockwork, person: feed.person, member: account.id, isOutsider: account.isOutsider };
  const entries: CalendarEntry[] = [];
  for (const committee of await feeds.committeesSummoning(store, feed)) {
    entries.push(...(await entriesOf(act, asId<CommitteeId>(committee), title)));
  }
  return writeIcs(entries);
}

async function entriesOf(act: Act, id: CommitteeId, title: EntryTitle): Promise<readonly CalendarEntry[]> {
  const committee = await committeeHeader(act, id);
  if (!committee) return [];
  const viewer = await viewerOf(act, id);
  const since = new Date(act.now.getTime() - feedDaysBack * 24 * 3_600_000);
  const found = await conferences.listConferences(act.store, viewer, since);
  const out: Out[] = [];
  for (const { conference, revisions } of found) {
    const revision = revisions.find((one) => one.number === revisionFor(conference, false, act.now));
    if (!revision) continue;
    // What is not theirs any more because they left the committee goes out of their calendar as if it were called off.
    const isOff = isCancelledFor(conference, false, act.now) || (await hasLeft(act, viewer, conference, revision));
    out.push({ conference, revision, isCancelled: isOff });
  }
  return personalEntries(act, viewer, committee, out, title);
}
