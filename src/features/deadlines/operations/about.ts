/** What every decision about reminders starts from: the committee, its calendar and ladder, the zones of the people. */
import type { Act } from '../../../kernel/act.ts';
import { inZone, type WorkingCalendar } from '../../../kernel/calendar.ts';
import { Bug } from '../../../kernel/errors.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeader } from '../../committees/operations/look.ts';
import type { Committee } from '../../committees/types.ts';
import { accountsOfPersons } from '../../workspaces/operations/accounts.ts';
import type { Member } from '../../workspaces/types.ts';
import { ladderFrom } from '../rules/ladder.ts';
import type { Deadline, Subject } from '../types/dates.ts';
import type { Duties } from '../types/duties.ts';
import type { LadderSettings } from '../types/ladder.ts';

export interface Surroundings {
  readonly committee: Committee;
  readonly calendar: WorkingCalendar;
  readonly settings: LadderSettings;
  /** Chat accounts of the people asked; many have none. */
  readonly accounts: ReadonlyMap<PersonId, Member>;
}

/** Null when the committee is gone. */
export async function surroundingsOf(
  act: Act,
  deadline: Pick<Deadline, 'committee'>,
  persons: readonly PersonId[],
): Promise<Surroundings | null> {
  const committee = await committeeHeader(act, deadline.committee);
  if (!committee) return null;
  return {
    committee,
    calendar: workingCalendarOf(committee, act.now),
    settings: ladderFrom(committee.settings),
    accounts: await accountsOfPersons(act, persons),
  };
}

export function zoneOf(around: Surroundings, person: PersonId): string {
  return around.accounts.get(person)?.zone ?? around.committee.zone;
}

export function calendarOf(around: Surroundings, person: PersonId): WorkingCalendar {
  return inZone(around.calendar, zoneOf(around, person));
}

/** The feature that speaks for a subject. A subject nobody speaks for is a line missing in features.ts. */
export function dutiesFor(features: readonly Duties[], subject: Subject): Duties {
  const found = features.find((feature) => feature.subject === subject.kind);
  if (!found) throw new Bug(`nobody speaks for deadlines of ${subject.kind}`);
  return found;
}

/**
 * Who is still asked, seen by the clockwork: whoever acts, the answer is the same. It is for deciding and counting;
 * whose names are shown to whom is decided by the caller.
 */
export async function stillAsked(
  act: Act,
  features: readonly Duties[],
  subject: Subject,
): Promise<ReadonlySet<PersonId>> {
  return askedAsSeen({ ...act, member: null, person: null }, features, subject);
}

/** The same as the acting person may know it: what hangs on a case that is closed to them does not count. */
export async function askedAsSeen(
  act: Act,
  features: readonly Duties[],
  subject: Subject,
): Promise<ReadonlySet<PersonId>> {
  return new Set((await dutiesFor(features, subject).owing(act, [subject.id])).get(subject.id) ?? []);
}

/** Of several subjects by `subjectKey`, in one statement group a kind of subject, however many there are. */
export async function askedAmong(
  act: Act,
  features: readonly Duties[],
  subjects: readonly Subject[],
): Promise<ReadonlyMap<string, ReadonlySet<PersonId>>> {
  return ofEachKind(features, subjects, async (feature, ids) =>
    [...(await feature.owing(act, ids))].map(([id, persons]) => [id, new Set(persons)] as const),
  );
}

/** Asks each feature once about all subjects of its kind; by `subjectKey`. */
export async function ofEachKind<Value>(
  features: readonly Duties[],
  subjects: readonly Subject[],
  ask: (feature: Duties, ids: readonly string[]) => Promise<Iterable<readonly [string, Value]>>,
): Promise<ReadonlyMap<string, Value>> {
  const found = new Map<string, Value>();
  for (const kind of new Set(subjects.map((subject) => subject.kind))) {
    const ids = subjects.filter((subject) => subject.kind === kind).map(({ id }) => id);
    const answers = await ask(dutiesFor(features, { kind, id: '' }), ids);
    for (const [id, value] of answers) found.set(subjectKey({ kind, id }), value);
  }
  return found;
}

/** Two dates of one matter are two subjects. */
export function subjectKey({ kind, id }: Subject): string {
  return `${kind}/${id}`;
}
