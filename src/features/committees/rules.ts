/** Defaults of the profiles, and what a change of members may not do. */
import type { Locale } from '../../kernel/act.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { isZone, type PlainDate } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';
import { CommitteeSettings, type Membership, type Profile } from './types.ts';

export const committeeNameMax = 150;

export interface ProfileDefaults {
  readonly locale: Locale;
  readonly zone: string | null;
  readonly country: string;
  readonly settings: CommitteeSettings;
}

/** Source of the hours: design 3, "Reminder rules". Zone null: the workspace's. */
export function profileDefaults(profile: Profile): ProfileDefaults {
  if (profile === 'vn-party' || profile === 'vn-state') {
    return {
      locale: 'vi',
      zone: 'Asia/Ho_Chi_Minh',
      country: 'VN',
      settings: CommitteeSettings.parse({ endOfDay: '16:30', tellChairAfterDays: null }),
    };
  }
  return {
    locale: 'en',
    zone: null,
    country: 'US',
    settings: CommitteeSettings.parse({ endOfDay: '17:00', tellChairAfterDays: 3 }),
  };
}

export type SetUpRefusal = 'committee-name-empty' | 'committee-name-too-long' | 'zone-unknown';

export function checkSetUp(input: { name: string; zone: string }): Outcome<void, SetUpRefusal> {
  if (input.name === '') return refused('committee-name-empty', {}, 'name');
  if (input.name.length > committeeNameMax)
    return refused('committee-name-too-long', { max: committeeNameMax }, 'name');
  if (!isZone(input.zone)) return refused('zone-unknown', { zone: input.zone }, 'zone');
  return done();
}

export type CalendarRefusal = 'calendar-day-twice' | 'calendar-too-many';

export const calendarDaysMax = 200;

/** Each day once and in order. A day is closed or worked in exchange, not both. */
export function checkCalendar(days: {
  closedDays: readonly PlainDate[];
  compensationDays: readonly PlainDate[];
}): Outcome<{ closedDays: readonly PlainDate[]; compensationDays: readonly PlainDate[] }, CalendarRefusal> {
  const closedDays = [...new Set(days.closedDays)].sort();
  const compensationDays = [...new Set(days.compensationDays)].sort();
  const both = compensationDays.find((day) => closedDays.includes(day));
  if (both) return refused('calendar-day-twice', { date: both }, 'worked');
  if (closedDays.length > calendarDaysMax) return refused('calendar-too-many', { max: calendarDaysMax }, 'closed');
  if (compensationDays.length > calendarDaysMax)
    return refused('calendar-too-many', { max: calendarDaysMax }, 'worked');
  return done({ closedDays, compensationDays });
}

export type MembershipRefusal = 'roles-empty' | 'last-clerk' | 'post-too-long';

/**
 * Whether a membership may become `next` (null: end). A committee keeps at least one committee secretary, and one chair
 * of its conferences is chosen per conference, so a missing chair is no refusal.
 */
export function checkMembershipChange(
  members: readonly Membership[],
  changed: Pick<Membership, 'id'> | null,
  next: { roles: readonly Role[]; post: string | null } | null,
): Outcome<void, MembershipRefusal> {
  if (next && next.roles.length === 0) return refused('roles-empty', {}, 'roles');
  if (next?.post && next.post.length > committeeNameMax)
    return refused('post-too-long', { max: committeeNameMax }, 'post');
  const otherClerks = members.filter((member) => member.id !== changed?.id && member.roles.includes('clerk'));
  const staysClerk = next?.roles.includes('clerk') ?? false;
  const wasClerk = members.some((member) => member.id === changed?.id && member.roles.includes('clerk'));
  if (wasClerk && !staysClerk && otherClerks.length === 0) return refused('last-clerk', {}, 'roles');
  return done();
}

/** Whether somebody is away at a moment. */
export function isAway(membership: Pick<Membership, 'awayFrom' | 'awayUntil'>, at: Date): boolean {
  if (!membership.awayFrom || membership.awayFrom > at) return false;
  return membership.awayUntil === null || membership.awayUntil > at;
}

/**
 * Who leads the committee at a moment, of members in protocol order: the chairs who are there; while all of them are away,
 * the first deputy who is there. With nobody there the chairs, who read it when they are back.
 */
export function headsAt<M extends Pick<Membership, 'roles' | 'awayFrom' | 'awayUntil'>>(
  members: readonly M[],
  at: Date,
): readonly M[] {
  const chairs = members.filter(({ roles }) => roles.includes('chair'));
  const there = chairs.filter((one) => !isAway(one, at));
  if (there.length > 0) return there;
  const deputy = members.find((one) => one.roles.includes('deputy') && !isAway(one, at));
  return deputy ? [deputy] : chairs;
}

/** Steps between ranks, so that somebody can be put in between. */
export const rankStep = 10;
/** Those who serve a committee without belonging to it (its secretary) stand after its members. */
export const rankOfServing = 900;

/** Rank for somebody added without one: after everybody. */
export function nextRank(members: readonly Pick<Membership, 'rank'>[]): number {
  return Math.max(0, ...members.map((member) => member.rank)) + rankStep;
}
