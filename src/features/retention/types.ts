/**
 * *Retention* (thời hạn lưu): how long each kind of personal data is kept after its event. A *period* is said for the
 * workspace; a committee may be stricter. What has come to its end is *proposed* to a named person, who has it erased or
 * *postpones* it (tạm giữ) with a reason and a day. Without a period it is kept until somebody decides.
 */
import type { KeptKind } from '../../kernel/held-people.ts';
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Committee, Profile } from '../committees/types.ts';
import type { Person } from '../people/types.ts';
import type { KnownObstacle } from '../personal-data/types.ts';

export type PeriodId = Id<'retention-period'>;
export type ProposalId = Id<'retention-proposal'>;

/** Who said how long: the workspace, a committee, or the rules of its profile. */
export type PeriodOrigin = 'workspace' | 'committee' | 'rule';

export interface SaidPeriod {
  readonly kind: KeptKind;
  /** Null: not set any more. */
  readonly months: number | null;
  readonly reason: string;
  readonly at: Date;
}

/** What one subject (the workspace, a committee) says; the last word of each kind. */
export interface Said {
  /** Counts everything that was ever said of the subject. */
  readonly version: number;
  readonly periods: ReadonlyMap<KeptKind, SaidPeriod>;
}

export const nothingSaid: Said = { version: 0, periods: new Map() };

export interface Period {
  readonly months: number;
  readonly origin: PeriodOrigin;
}

/** One kind as it is read: what holds, and what was said last by the workspace and the committee. */
export interface PeriodLine {
  readonly kind: KeptKind;
  /** Null: not set, kept until somebody decides (a part of a case: goes with the case). */
  readonly period: Period | null;
  readonly said: SaidPeriod | null;
}

export interface PeriodsSeen {
  /** Null: what holds for the workspace. */
  readonly committee: Committee | null;
  readonly version: number;
  readonly lines: readonly PeriodLine[];
  readonly mayChange: boolean;
  /** May decide on what has come to its end (committee only). */
  readonly mayDecide: boolean;
}

/** The committee of what is held, as far as counting needs it; null stands for the workspace itself. */
export interface Place {
  readonly id: CommitteeId;
  readonly name: string;
  readonly profile: Profile;
  readonly zone: string;
}

/** All of one kind that one committee holds about somebody; the last event counts. */
export interface Held {
  readonly kind: KeptKind;
  readonly place: Place | null;
  /** Null: it still goes on. */
  readonly endedOn: PlainDate | null;
}

/** When a period ends: `until` is the last day on which it is kept. */
export interface Ending extends Held {
  readonly endedOn: PlainDate;
  readonly period: Period;
  readonly until: PlainDate;
  /** By the calendar of the committee. */
  readonly isOver: boolean;
}

/** What follows for one person: the longest counts, and what has no period is never over. */
export type Standing =
  | { readonly state: 'goes-on'; readonly held: readonly Held[] }
  | { readonly state: 'not-set'; readonly held: readonly Held[] }
  /** The longest first. */
  | { readonly state: 'kept' | 'over'; readonly until: PlainDate; readonly endings: readonly Ending[] };

export const grounds = ['legal-hold', 'complaint', 'submission', 'other'] as const;
export type Ground = (typeof grounds)[number];

export interface Postponement {
  readonly ground: Ground;
  /** The last day on which it holds. */
  readonly until: PlainDate;
  /** Null once erased. */
  readonly reason: string | null;
}

export interface Proposal {
  readonly id: ProposalId;
  readonly person: PersonId;
  readonly proposedAt: Date;
  readonly postponed: Postponement | null;
}

/** One line of a standing as its reader may know it; null where there is none (yet). */
export interface SeenHeld {
  readonly kind: KeptKind;
  /** Null: of no committee, the entry of the register itself. */
  readonly committee: string | null;
  readonly endedOn: PlainDate | null;
  readonly period: Period | null;
  readonly until: PlainDate | null;
}

export interface StandingSeen {
  readonly person: Person;
  readonly state: Standing['state'];
  /** The last day of the longest period, also where it is that of a committee that is not the reader's. */
  readonly until: PlainDate | null;
  readonly lines: readonly SeenHeld[];
  /** There is something in a committee that is not the reader's; what it is is not said. */
  readonly isElsewhere: boolean;
  readonly obstacles: readonly KnownObstacle[];
  readonly postponed: Postponement | null;
}

export interface ProposalSeen {
  readonly proposal: Proposal;
  readonly seen: StandingSeen;
}

export interface ProposalsSeen {
  readonly committee: CommitteeId;
  readonly open: readonly ProposalSeen[];
  readonly postponed: readonly ProposalSeen[];
}
