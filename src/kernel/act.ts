/** Who is acting, for whom, when, and through which database: what every operation is told first. */
import type { MemberId, PersonId, WorkspaceId } from './ids.ts';
import type { Speech } from './speech.ts';

declare const storeHandle: unique symbol;
/** The database or an open transaction of it. Opaque: only database/, queue/, audit/, delivery/ and stores open it. */
export interface StoreHandle {
  readonly [storeHandle]: 'database' | 'transaction';
}

export const localeNames = ['vi', 'en'] as const;
export type Locale = (typeof localeNames)[number];

/** How an act came when somebody enters it for someone else (design 1). */
export const viaKinds = ['chat', 'paper', 'phone', 'letter', 'in-room'] as const;
export type ViaKind = (typeof viaKinds)[number];
export interface Via {
  readonly kind: ViaKind;
  /** Number of the letter or paper, where there is one. */
  readonly reference: string | null;
  /** Date of the letter or paper, yyyy-mm-dd. */
  readonly dated: string | null;
}

export interface Act {
  readonly store: StoreHandle;
  readonly workspace: WorkspaceId;
  /** The chat account that acts; null for the clockwork. */
  readonly member: MemberId | null;
  /** The person behind the account; null until the account is taken into the register, and for the clockwork. */
  readonly person: PersonId | null;
  readonly isWorkspaceAdmin: boolean;
  /** A guest, or somebody from another organisation: private cards are refused unless they hold a role. */
  readonly isOutsider: boolean;
  readonly locale: Locale;
  readonly zone: string;
  readonly speech: Speech;
  readonly now: Date;
  /** Random id carried by a form, or derived from a click: a repeat is recognised by it. Null: not recognised. */
  readonly requestId: string | null;
  /** What has become of this act's transaction; the router reads it when time runs out. */
  readonly saving: Saving;
}

/** Mutable on purpose: the one thing that the router and the transaction share. */
export interface Saving {
  state: 'not-begun' | 'open' | 'committing' | 'committed';
  /** Set by the router when the person has been told "not saved": the transaction must then roll back. */
  abandoned: boolean;
  /** Real time (performance.now()) at which the answer has to be given. */
  readonly answerBy: number;
}

export function freshSaving(budgetMs = 60_000): Saving {
  return { state: 'not-begun', abandoned: false, answerBy: performance.now() + budgetMs };
}

/** The same act inside an open transaction: what one operation hands to another. */
export function inside(act: Act, store: StoreHandle): Act {
  return { ...act, store };
}
