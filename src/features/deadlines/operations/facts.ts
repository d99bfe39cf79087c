/** What is true of each person when a reminder is decided, loaded once for all of them. */
import type { Act } from '../../../kernel/act.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { addDays, dateIn, momentAt } from '../../../kernel/time.ts';
import { isAway } from '../../committees/rules.ts';
import type { Membership } from '../../committees/types.ts';
import { singlesBefore } from '../rules/day-of-person.ts';
import { nextDigest } from '../rules/plan-reminders.ts';
import { listsBetween, nextSingles, type ReminderRow, singlesBetween } from '../store/reminders.ts';
import type { DeadlineRow } from '../types/dates.ts';
import type { ReminderFacts } from '../types/reminders.ts';
import { calendarOf, type Surroundings, zoneOf } from './about.ts';

export interface People {
  readonly around: Surroundings;
  readonly members: readonly Membership[];
  /** Who is still asked; done and recused are left out by the feature. */
  readonly asked: ReadonlySet<PersonId>;
}

/** No zone is further from UTC than this. */
const furthestZoneMs = 15 * 3_600_000;

export async function factsFor(
  act: Act,
  deadline: DeadlineRow,
  { around, members, asked }: People,
  rungs: readonly ReminderRow[],
): Promise<(rung: ReminderRow) => ReminderFacts> {
  const { now } = act;
  const persons = [...new Set(rungs.filter(({ mode }) => mode === 'single').map(({ person }) => person))];
  const from = new Date(now.getTime() - furthestZoneMs - 86_400_000);
  const to = new Date(now.getTime() + furthestZoneMs + 86_400_000);
  const singles = persons.length > 0 ? await singlesBetween(act.store, persons, from, to) : [];
  const byPerson = groupByPerson(singles);
  const comingSingles = await nextSinglesOf(act, deadline, rungs);
  const isListedNow = await listedNow(act, deadline, rungs);
  const memberships = new Map(members.map((member) => [member.person, member]));

  return (rung) => {
    const member = memberships.get(rung.person);
    const account = around.accounts.get(rung.person);
    const isToOthers = rung.mode === 'clerk' || rung.mode === 'chair';
    return {
      now,
      dueAt: deadline.dueAt,
      stillAsked: asked.has(rung.person),
      // The feature leaves a recused person out of those asked.
      isRecused: false,
      // A closed account can be told nothing; that the person has not answered is still told to others.
      hasLeft: !isToOthers && account?.isActive === false,
      awayUntil: member && isAway(member, now) ? (member.awayUntil ?? endOfTime) : null,
      singlesToday: rung.mode === 'single' ? today(rung) : 0,
      nextDigestAt: nextDigest(calendarOf(around, rung.person), around.settings, now),
      isListedNow: isListedNow(rung),
      nextSingleAt: comingSingles.get(rung.person) ?? null,
    };
  };

  function today(rung: ReminderRow): number {
    const zone = zoneOf(around, rung.person);
    const date = dateIn(zone, now);
    const day = { from: momentAt(zone, date, '00:00'), to: momentAt(zone, addDays(date, 1), '00:00') };
    const ofDay = (byPerson.get(rung.person) ?? []).filter(({ at, sentAt }) => sentAt !== null || at < day.to);
    return singlesBefore(rung.id, ofDay, day, around.settings, now);
  }
}

/** Asked only where a line of the list is decided. */
async function nextSinglesOf(
  act: Act,
  deadline: DeadlineRow,
  rungs: readonly ReminderRow[],
): Promise<ReadonlyMap<PersonId, Date>> {
  const isListed = rungs.some(({ mode }) => mode === 'digest');
  return isListed ? nextSingles(act.store, deadline, act.now) : new Map();
}

/**
 * Whether the list of the day goes to the person in the minute of this message, for another date: it shows this one too.
 * To come to a conference is no entry of the list, and what somebody put off for themselves comes as they asked.
 */
async function listedNow(
  act: Act,
  { ladder }: Pick<DeadlineRow, 'ladder'>,
  rungs: readonly ReminderRow[],
): Promise<(rung: ReminderRow) => boolean> {
  const singles = rungs.filter(({ mode, key }) => mode === 'single' && !key.startsWith('snoozed-'));
  if (ladder === 'conference' || singles.length === 0) return () => false;
  const times = singles.map(({ at }) => at.getTime());
  const span = { from: new Date(minuteOf(Math.min(...times))), to: new Date(minuteOf(Math.max(...times)) + minuteMs) };
  const lists = await listsBetween(
    act.store,
    singles.map(({ person }) => person),
    span,
  );
  const minutes = new Set(lists.map(({ person, at }) => `${person}:${minuteOf(at.getTime())}`));
  const ids = new Set(singles.map(({ id }) => id));
  return (rung) => ids.has(rung.id) && minutes.has(`${rung.person}:${minuteOf(rung.at.getTime())}`);
}

const minuteMs = 60_000;

function minuteOf(time: number): number {
  return time - (time % minuteMs);
}

export function groupByPerson<T extends { readonly person: PersonId }>(items: readonly T[]): Map<PersonId, T[]> {
  const groups = new Map<PersonId, T[]>();
  for (const item of items) {
    const group = groups.get(item.person);
    if (group) group.push(item);
    else groups.set(item.person, [item]);
  }
  return groups;
}

/** Away until further notice. */
const endOfTime = new Date(8.64e15);
