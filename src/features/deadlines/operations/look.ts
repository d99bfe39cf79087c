/** What a person sees of dates: the committee's list, one date with who has not answered, one reminder of their own. */
import type { Act } from '../../../kernel/act.ts';
import { inZone, isWorkingDay, type WorkingCalendar, whyNotWorking } from '../../../kernel/calendar.ts';
import type { CommitteeId, DeadlineId, PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { dateIn } from '../../../kernel/time.ts';
import { type AccessRefusal, authorise, viewerOf, viewersOf } from '../../access/operations.ts';
import { may } from '../../access/rules.ts';
import { committeesIn, type Right, type Viewer, viewerAt } from '../../access/types.ts';
import { workingCalendarOf } from '../../committees/operations/calendar.ts';
import { committeeHeaders, membersOf } from '../../committees/operations/look.ts';
import { isAway } from '../../committees/rules.ts';
import type { Membership } from '../../committees/types.ts';
import { peopleByIds } from '../../people/operations/find.ts';
import { workingDaysLeft } from '../rules/days-left.ts';
import { snoozeOptions } from '../rules/snooze-options.ts';
import * as store from '../store/deadlines.ts';
import { lastReminded, rungsOfPerson } from '../store/reminders.ts';
import type { DeadlineList, DeadlineRow, Listed, OffDay, Subject } from '../types/dates.ts';
import type { Duties, Duty } from '../types/duties.ts';
import type { NotAnswered, Outstanding, OwnReminder } from '../types/reminders.ts';
import { stepSubject } from '../types/schedule.ts';
import { askedAmong, askedAsSeen, dutiesFor, ofEachKind, stillAsked, subjectKey, surroundingsOf } from './about.ts';

/** Dates that came within this time are still listed while somebody has not answered. */
const recentlyMs = 14 * 86_400_000;

/** Earliest first; what has just passed stands below as long as somebody has not answered. Refusals: access. */
export async function listDeadlines(
  act: Act,
  features: readonly Duties[],
  committee: CommitteeId,
): Promise<Outcome<DeadlineList, AccessRefusal>> {
  const viewer = await authorise(act, committee, 'deadline.see');
  if (!viewer.ok) return viewer;
  const [seen] = await datesSeenBy(act, features, [viewer.value]);
  return seen ? done(seen.list) : refused('committee-unknown');
}

/** The same of those of these committees whose dates the acting person manages: for their Home. */
export async function listDeadlinesIn(
  act: Act,
  features: readonly Duties[],
  committees: readonly CommitteeId[],
): Promise<readonly DeadlineList[]> {
  if (committees.length === 0) return [];
  const managing = (await viewersOf(act, committees)).filter((viewer) => may(viewer, 'deadline.manage'));
  return managing.length === 0 ? [] : (await datesSeenBy(act, features, managing)).map(({ list }) => list);
}

export interface DatesSeen {
  readonly list: DeadlineList;
  /** Who is still asked, as the viewer may know it. To be counted and matched; names are the caller's to show. */
  readonly asked: ReadonlyMap<DeadlineId, ReadonlySet<PersonId>>;
}

/**
 * By committee, for eyes that were authorised already; one that is gone is left out. Asks the database as often for fifty
 * dates in eight committees as for one of each kind in one.
 */
export async function datesSeenBy(
  act: Act,
  features: readonly Duties[],
  eyes: readonly Viewer[],
): Promise<readonly DatesSeen[]> {
  const running = await store.listRunning(act.store, eyes);
  const passed = await store.listPassed(act.store, eyes, new Date(act.now.getTime() - recentlyMs));
  const committees = await committeeHeaders(act, committeesIn(eyes));
  const all = [...running, ...passed];
  const titles = await titlesOf(act, features, all);
  const rows = all.filter((deadline) => {
    const viewer = viewerAt(eyes, deadline.committee);
    const { listedFor } = dutiesFor(features, deadline.subject);
    return !isClosedTo(viewer, features, deadline, titles) && (!listedFor || may(viewer, listedFor));
  });
  const subjects = rows.map(({ subject }) => subject);
  const askedAbout = await askedAmong(act, features, subjects);
  const hidden = await ofEachKind(features, subjects, async (feature, ids) =>
    [...((await feature.hidesWho?.(act, ids)) ?? [])].map((id) => [id, true] as const),
  );
  const askedFor = await ofEachKind(
    features,
    subjects,
    async (feature, ids) => (await feature.askedFor?.(act, ids)) ?? [],
  );
  const asked = new Map(rows.map(({ id, subject }) => [id, askedAbout.get(subjectKey(subject)) ?? nobody] as const));
  return eyes.flatMap((viewer) => {
    const committee = committees.get(viewer.committee);
    if (!committee) return [];
    const calendar = workingCalendarOf(committee, act.now);
    const own = rows.filter((deadline) => deadline.committee === viewer.committee);
    const deadlines = own.flatMap((deadline) => entryOf(deadline, calendar));
    return [{ list: { committee, mayManage: may(viewer, 'deadline.manage'), deadlines }, asked }];
  });

  function entryOf(deadline: DeadlineRow, calendar: WorkingCalendar): readonly Listed[] {
    const { id, subject } = deadline;
    const people = asked.get(id) ?? nobody;
    const isOver = people.size === 0 || dutiesFor(features, subject).asksAfter === false;
    if (deadline.state === 'passed' && isOver) return [];
    // A step of the calendar that is done, or has become a date of its own, is not listed beside it.
    if (subject.kind === stepSubject && people.size === 0) return [];
    const key = subjectKey(subject);
    return [
      {
        deadline,
        title: titles.get(key) ?? null,
        offDay: offDayOf(deadline, calendar),
        daysLeft: workingDaysLeft(calendar, act.now, deadline.dueAt),
        owing: hidden.has(key) ? null : people.size,
        isLater: (askedFor.get(key) ?? act.now) > act.now,
        isOwn: act.person !== null && people.has(act.person),
      },
    ];
  }
}

const nobody: ReadonlySet<PersonId> = new Set();

/**
 * The stored date is the one that counts, for the reminders and in every list. Beside it stands that another day was
 * asked for, or that its own day is off by a calendar that was changed since.
 */
function offDayOf({ dueAt, stated }: DeadlineRow, calendar: WorkingCalendar): OffDay | null {
  const day = dateIn(calendar.zone, dueAt);
  if (stated.time !== null) return null;
  if (day !== stated.date) return { kind: whyNotWorking(calendar, stated.date) ?? 'was-off', date: stated.date };
  return isWorkingDay(calendar, day) ? null : { kind: 'is-off', date: day };
}

/** In which of these committees there ever was a date of this kind: the way they work is known there. */
export async function committeesThatHad(
  act: Act,
  viewers: readonly Viewer[],
  subjectKind: string,
): Promise<ReadonlySet<CommitteeId>> {
  return store.thatHad(act.store, viewers, subjectKind);
}

/** By `subjectKey`: two dates of one matter have a title each. One statement group a kind of subject, however many dates. */
export async function titlesOf(
  act: Act,
  features: readonly Duties[],
  deadlines: readonly Pick<DeadlineRow, 'subject'>[],
): Promise<ReadonlyMap<string, string>> {
  const subjects = deadlines.map(({ subject }) => subject);
  return ofEachKind(features, subjects, async (feature, ids) => (await feature.titles?.(act, ids)) ?? []);
}

export async function titleOf(act: Act, features: readonly Duties[], subject: Subject): Promise<string | null> {
  return (await titlesOf(act, features, [{ subject }])).get(subjectKey(subject)) ?? null;
}

export type DeadlineAccess = AccessRefusal | 'deadline-unknown';

/** Whether nobody may learn who has acted. */
export async function hidesWho(
  act: Act,
  features: readonly Duties[],
  { subject }: Pick<DeadlineRow, 'subject'>,
): Promise<boolean> {
  const hidden = await dutiesFor(features, subject).hidesWho?.(act, [subject.id]);
  return hidden?.has(subject.id) ?? false;
}

/**
 * The date in its own committee, if the right is the acting person's; deadline-unknown also when it hangs on nothing but
 * cases that are closed to them.
 */
export async function authorisedDeadline(
  act: Act,
  features: readonly Duties[],
  id: DeadlineId,
  right: Right,
): Promise<Outcome<{ viewer: Viewer; deadline: DeadlineRow }, DeadlineAccess>> {
  const found = await store.findById(act.store, id);
  if (!found) return refused('deadline-unknown');
  // Whoever has not the right either must not learn from the refusal that there is such a date.
  if (await isClosedDate(act, features, found)) return refused('deadline-unknown');
  const viewer = await authorise(act, found.committee, right);
  if (!viewer.ok) return viewer;
  const deadline = await store.findDeadline(act.store, viewer.value, id);
  return deadline ? done({ viewer: viewer.value, deadline }) : refused('deadline-unknown');
}

async function isClosedDate(
  act: Act,
  features: readonly Duties[],
  deadline: Pick<DeadlineRow, 'committee' | 'subject'>,
): Promise<boolean> {
  const viewer = await viewerOf(act, deadline.committee);
  if (viewer.hiddenNominees.length === 0) return false;
  return isClosedTo(viewer, features, deadline, await titlesOf(act, features, [deadline]));
}

/** A subject without a title for somebody who is recused from a case is that case: there is no such date for them. */
function isClosedTo(
  viewer: Viewer,
  features: readonly Duties[],
  { subject }: Pick<DeadlineRow, 'subject'>,
  titles: ReadonlyMap<string, string>,
): boolean {
  const hasTitles = dutiesFor(features, subject).titles !== undefined;
  return viewer.hiddenNominees.length > 0 && hasTitles && !titles.has(subjectKey(subject));
}

/** Who has not answered, for those who manage dates and for the chair who is told. Refusals: access, deadline-unknown, answers-hidden. */
export async function seeOutstanding(
  act: Act,
  features: readonly Duties[],
  id: DeadlineId,
): Promise<Outcome<Outstanding, DeadlineAccess | 'answers-hidden'>> {
  const found = await authorisedDeadline(act, features, id, 'deadline.progress');
  if (!found.ok) return found;
  const { deadline } = found.value;
  if (await hidesWho(act, features, deadline)) return refused('answers-hidden');
  const asked = await askedAsSeen(act, features, deadline.subject);
  const around = await surroundingsOf(act, deadline, [...asked]);
  if (!around) return refused('committee-unknown');
  const members = await membersOf(act, deadline.committee);
  const names = await namesOf(act, deadline.committee, members, [...asked]);
  const reminded = await lastReminded(act.store, deadline);
  const people = names.map(({ person, fullName, member }): NotAnswered => {
    const account = around.accounts.get(person);
    const away = member !== null && isAway(member, act.now);
    const deputy = away && member?.deputy ? members.find((one) => one.person === member.deputy) : undefined;
    return {
      ...{ person, fullName, hasAccount: account !== undefined, isReachable: account?.isActive ?? false },
      ...{ isAway: away, deputyName: deputy?.fullName ?? null },
      lastRemindedAt: reminded.get(person) ?? null,
    };
  });
  return done({
    ...{ deadline, committee: around.committee, people },
    title: await titleOf(act, features, deadline.subject),
    daysLeft: workingDaysLeft(around.calendar, act.now, deadline.dueAt),
  });
}

/** Members in protocol order, then others who are asked (summoned from outside), as far as their names may be shown. */
export async function namesOf(
  act: Act,
  committee: CommitteeId,
  members: readonly Membership[],
  asked: readonly PersonId[],
) {
  const wanted = new Set(asked);
  const known = members.filter(({ person }) => wanted.delete(person));
  const others = new Map((await peopleByIds(act, committee, [...wanted])).map((one) => [one.id, one.fullName]));
  return [
    ...known.map((member) => ({ person: member.person, fullName: member.fullName as string | null, member })),
    ...[...wanted].map((person) => ({ person, fullName: others.get(person) ?? null, member: null })),
  ];
}

/** For the acting person's own card. Null: the date is unknown, cancelled, of another workspace, or of a closed case. */
export async function seeOwnReminder(
  act: Act,
  features: readonly Duties[],
  id: DeadlineId,
): Promise<OwnReminder | null> {
  const { person } = act;
  const deadline = await store.findById(act.store, id);
  if (!person || !deadline || deadline.state === 'cancelled') return null;
  const around = await surroundingsOf(act, deadline, [person]);
  if (!around) return null;
  if (await isClosedDate(act, features, deadline)) return null;
  const viewer = await viewerOf(act, deadline.committee);
  const isAsked = (await stillAsked(act, features, deadline.subject)).has(person);
  const feature = dutiesFor(features, deadline.subject);
  const duty = isAsked ? await dutyOf(act, feature, viewer, deadline.subject) : null;
  const rungs = await rungsOfPerson(act.store, deadline, person);
  const snoozed = rungs.find(({ key, state }) => key.startsWith('snoozed-') && state === 'planned');
  const calendar = inZone(around.calendar, act.zone);
  return {
    ...{ deadline, committee: around.committee, isAsked },
    title: isAsked ? await titleOf(act, features, deadline.subject) : null,
    duty,
    daysLeft: workingDaysLeft(calendar, act.now, deadline.dueAt),
    snoozedUntil: snoozed?.at ?? null,
    snooze: snoozeOptions(deadline.dueAt, calendar, around.settings, act.now),
  };
}

async function dutyOf(act: Act, feature: Duties, viewer: Viewer, subject: Subject): Promise<Duty | null> {
  if (feature.dutyOf) return feature.dutyOf(act, viewer, subject);
  return (await feature.dutiesOf(act, [viewer])).find((one) => one.subject.id === subject.id) ?? null;
}
