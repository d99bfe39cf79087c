/**
 * *Personal data*: what is held about one person, told to that person, or handed to them by the committee secretary. A
 * *statement* is the answer; its *kinds* are those of kernel/held-people.ts, each with its purpose and how long it is kept.
 */
import { type KeptKind, type MergeObstacle, type ToldKind, toldKinds } from '../../kernel/held-people.ts';
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';
import type { Level } from '../classification/types.ts';
import type { Movement } from '../movements/types.ts';
import type { Nomination } from '../nominations/types.ts';
import type { Discipline, ShortForm } from '../people/types.ts';
import type { Period } from '../retention/types.ts';

/**
 * Kinds of which only the purpose is said, never how many there are: whoever takes no part in a case would read of it in the
 * number. The other kinds are shown in full.
 */
export type NamedKind = Exclude<ToldKind, 'register' | 'account' | 'memberships' | 'as-told'>;
export const namedKinds = toldKinds.filter(
  (kind): kind is NamedKind => !['register', 'account', 'memberships', 'as-told'].includes(kind),
);

export interface HeldEntry extends ShortForm {
  /** form, import, account, demo */
  readonly source: string;
  readonly since: Date;
  readonly disciplines: readonly Discipline[];
}

export interface HeldAccount {
  readonly displayName: string;
  readonly zone: string | null;
}

export interface HeldMembership {
  readonly committeeId: Id<'committee'>;
  readonly committee: string;
  readonly roles: readonly Role[];
  readonly votes: boolean;
  readonly post: string | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly awayFrom: Date | null;
  readonly awayUntil: Date | null;
  /** Of one that has ended: the last day for which it is kept at least. Null: no period is set, or it goes on. */
  readonly keptUntil: PlainDate | null;
}

/** How long a kind of data is kept: for the workspace, or stricter in a committee of the person's. */
export interface ToldPeriod {
  /** Null: the workspace. */
  readonly committee: string | null;
  readonly kind: KeptKind;
  readonly period: Period | null;
}

export interface OwnNominationTold {
  readonly position: string;
  readonly plan: string;
  /** Of the plan. */
  readonly classification: Level;
  readonly state: Nomination['state'];
}

export interface Statement {
  /** The highest of what it is made from. */
  readonly classification: Level;
  readonly person: PersonId;
  readonly at: Date;
  readonly entry: HeldEntry;
  readonly account: HeldAccount | null;
  readonly memberships: readonly HeldMembership[];
  /** Only what the rule set tells a nominee. */
  readonly nominations: readonly OwnNominationTold[];
  /** The same for everybody, but for the committees named: a period tells of no case. */
  readonly periods: readonly ToldPeriod[];
  readonly movements: readonly Pick<Movement, 'kind' | 'state' | 'toUnit' | 'startsOn'>[];
}

export type ErasureRequestId = Id<'erasure-request'>;
/** open: waits for the decision of a named person. */
export type ErasureState = 'open' | 'refused' | 'erased';

export interface ErasureRequest {
  readonly id: ErasureRequestId;
  readonly person: PersonId;
  readonly state: ErasureState;
  readonly requestedAt: Date;
  /** The committee secretary entered it for the person. */
  readonly isRecorded: boolean;
  readonly reason: string | null;
}

/** Still going on, or kept because a rule says so: until it is over nothing is erased. */
export type ErasureObstacle = Exclude<MergeObstacle, 'accounts' | 'endorsements'> | 'kept-by-rule' | 'postponed';

export interface FoundObstacle {
  readonly kind: ErasureObstacle;
  readonly committee: CommitteeId | null;
}

/** 'elsewhere': in a committee of which the deciding person is none. */
export interface KnownObstacle {
  readonly kind: ErasureObstacle | 'elsewhere';
  readonly committee: string | null;
}

/** What an erasure would do, as the deciding person may know it. */
export interface ErasureEffects {
  readonly fullName: string;
  /** Empty: it can be done. */
  readonly obstacles: readonly KnownObstacle[];
  /** Somebody else of the register has the same name: words that people typed stay as they are. */
  readonly sharesName: boolean;
}

export interface ErasurePreview extends ErasureEffects {
  readonly request: ErasureRequest;
}
