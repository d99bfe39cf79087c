/** Keeps a committee's name, language, zone, reminder rules and calendar. */
import { record } from '../../../audit/record.ts';
import { inTransaction } from '../../../database/in-transaction.ts';
import { holidaysOf } from '../../../documents/holidays.ts';
import { tidyName } from '../../../i18n/names.ts';
import { type Act, inside } from '../../../kernel/act.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn, type PlainDate } from '../../../kernel/time.ts';
import { enqueue } from '../../../queue/enqueue.ts';
import { type AccessRefusal, authorise } from '../../access/operations.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { type CalendarRefusal, checkCalendar, checkSetUp, type SetUpRefusal } from '../rules.ts';
import * as store from '../store.ts';
import type { Committee, CommitteeSettings, PublicDayOff } from '../types.ts';
import { committeeHeader } from './look.ts';

export type SettingsRefusal = AccessRefusal | 'settings-changed-meanwhile';

/**
 * Name, language, zone and reminder rules. `version` is the one that the form was drawn from: when somebody saved since,
 * nothing is written and settings-changed-meanwhile {by, at} says who and when. Refusals: access and those of the input.
 */
export async function changeSettings(
  act: Act,
  committee: CommitteeId,
  change: {
    name: string;
    locale: Act['locale'];
    zone: string;
    version: number;
    settings: Partial<Omit<CommitteeSettings, 'closedDays' | 'compensationDays'>>;
  },
): Promise<Outcome<void, SettingsRefusal | SetUpRefusal>> {
  const name = tidyName(change.name);
  const checked = checkSetUp({ name, zone: change.zone });
  if (!checked.ok) return checked;
  const { locale, zone, settings } = change;
  return write(act, committee, change.version, (old) => ({
    change: { name, locale, zone, settings: { ...old.settings, ...settings } },
    kind: 'committees.settings-changed',
    facts: { locale, zone },
    field: 'name',
  }));
}

/**
 * The country of the public holidays, the committee's own closed days, and days off that are worked in exchange for
 * others. Dates set from now on follow, reminders not sent yet too; dates that are set stay. Refusals: as above, and
 * those of the calendar.
 */
export async function changeCalendar(
  act: Act,
  committee: CommitteeId,
  change: {
    country: string;
    version: number;
    closedDays: readonly PlainDate[];
    compensationDays: readonly PlainDate[];
  },
): Promise<Outcome<void, SettingsRefusal | CalendarRefusal>> {
  const { country, version } = change;
  const checked = checkCalendar(change);
  if (!checked.ok) return checked;
  const { closedDays, compensationDays } = checked.value;
  return write(act, committee, version, ({ settings }) => ({
    change: {
      country,
      settings: { ...settings, closedDays: [...closedDays], compensationDays: [...compensationDays] },
    },
    kind: 'committees.calendar-changed',
    facts: { country, closed: closedDays.length, worked: compensationDays.length },
    field: 'country',
  }));
}

/** The committee with the public holidays of a country from today to the end of next year. Refusals: access. */
export async function seeCalendar(
  act: Act,
  id: CommitteeId,
  country: string | null,
): Promise<Outcome<{ committee: Committee; country: string; publicDays: readonly PublicDayOff[] }, AccessRefusal>> {
  const viewer = await authorise(act, id, 'committee.manage');
  if (!viewer.ok) return viewer;
  const committee = await committeeHeader(act, id);
  if (!committee) return refused('committee-unknown');
  const shown = country ?? committee.country;
  const today = dateIn(committee.zone, act.now);
  const year = Number(today.slice(0, 4));
  const publicDays = holidaysOf(shown, [year, year + 1]).filter(({ date }) => date >= today);
  return done({ committee, country: shown, publicDays });
}

interface Writing {
  readonly change: Parameters<typeof store.changeCommittee>[3];
  readonly kind: string;
  readonly facts: Readonly<Record<string, string | number>>;
  /** Where a refusal is said, so that the form stays open. */
  readonly field: string;
}

async function write(
  act: Act,
  committee: CommitteeId,
  version: number,
  decide: (old: Committee) => Writing,
): Promise<Outcome<void, SettingsRefusal>> {
  return inTransaction(act, async (tx) => {
    const here = inside(act, tx);
    const viewer = await authorise(here, committee, 'committee.manage');
    if (!viewer.ok) return viewer;
    const old = await committeeHeader(here, committee);
    if (!old) return refused('committee-unknown');
    const { change, kind, facts, field } = decide(old);
    if (!(await store.changeCommittee(tx, viewer.value, version, change, act.now))) {
      const { by, at } = await store.lastChange(tx, viewer.value);
      const [changer] = by ? await peopleByIds(here, committee, [by]) : [];
      return refused('settings-changed-meanwhile', { by: changer?.fullName ?? null, at }, field);
    }
    await enqueue(tx, { name: 'settings-changed', payload: { committee } }, { now: act.now });
    await record(tx, act, { kind, committee, subject: { kind: 'committee', id: committee }, facts });
    return done();
  });
}
