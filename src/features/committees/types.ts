/**
 * A *committee* works in one chat channel. A *membership* is a person's dated place in it: roles, right to vote,
 * protocol rank. The *profile* chooses the family of rule sets; the rest of what differs between committees is settings.
 */
import { z } from 'zod';
import type { Locale } from '../../kernel/act.ts';
import type { CommitteeId, MembershipId, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';

export const profiles = ['vn-party', 'vn-state', 'general', 'nomcom'] as const;
export type Profile = (typeof profiles)[number];

/** Reminder rules of design 3: one setting each. Times are HH:mm. */
export const CommitteeSettings = z.object({
  workingWeekdays: z.array(z.number().int().min(1).max(7)).default([1, 2, 3, 4, 5]),
  workingHours: z.array(z.tuple([z.string(), z.string()])).default([
    ['08:00', '11:30'],
    ['13:30', '17:00'],
  ]),
  endOfDay: z.string().default('17:00'),
  digestAt: z.string().default('08:30'),
  /** The first daily list after a date was set carries it, whatever is further off. */
  firstNotice: z.boolean().default(true),
  digestDaysBefore: z.array(z.number().int().min(1)).default([7, 3]),
  /** The daily list carries only what is further off than this. */
  digestFromHours: z.number().int().min(0).default(24),
  /** A message of its own on the working morning before. */
  dayBefore: z.boolean().default(true),
  /** A message of its own so many hours before; null: none. */
  singleHoursBefore: z.number().int().min(1).nullable().default(3),
  conferenceDayBefore: z.boolean().default(true),
  conferenceHoursBefore: z.number().int().min(1).nullable().default(1),
  singlesPerDay: z.number().int().min(1).default(2),
  /** Working days after the date until the person is asked once more; null: not asked again. */
  askAgainAfterDays: z.number().int().min(1).nullable().default(1),
  /** Working days after the date until the committee secretary is told who has not answered. */
  tellClerkAfterDays: z.number().int().min(1).default(2),
  /** Working days after the date until the chair is told; null: never. */
  tellChairAfterDays: z.number().int().nullable().default(null),
  closedDays: z.array(z.string()).default([]),
  compensationDays: z.array(z.string()).default([]),
});
export type CommitteeSettings = z.output<typeof CommitteeSettings>;

export interface Committee {
  readonly id: CommitteeId;
  readonly name: string;
  /** The platform's channel id; null while it has no channel. */
  readonly channel: string | null;
  readonly profile: Profile;
  readonly locale: Locale;
  readonly zone: string;
  readonly country: string;
  readonly settings: CommitteeSettings;
  readonly isConfirmed: boolean;
  /** Of name, language, zone, country and settings. */
  readonly version: number;
}

/** A day off that the calendar knows by itself: a public holiday of the country, or a day given in lieu of one. */
export interface PublicDayOff {
  readonly date: PlainDate;
  readonly name: { readonly vi: string; readonly en: string };
  readonly inLieu: boolean;
}

export interface Membership {
  readonly id: MembershipId;
  readonly person: PersonId;
  readonly fullName: string;
  readonly post: string | null;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  readonly rank: number;
  readonly deputy: PersonId | null;
  readonly awayFrom: Date | null;
  readonly awayUntil: Date | null;
  readonly hasAccount: boolean;
  /** The chat account is still active; false also for people without one. */
  readonly isReachable: boolean;
}
