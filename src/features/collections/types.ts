/**
 * A *collection* (đợt tổng hợp danh sách) asks the units under a unit for their lists by a date. Each unit *hands in*
 * once: by a submission of its own committee, or by file or letter, which the department enters. The *roll-up* is what
 * the unit above sees of it: who has handed in and the numbers, never what was said about anybody.
 * What was handed in goes up as one submission (`submissions`): every *entry* of every unit stands in it once.
 */
import type { CollectionId, CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';
import type { Level } from '../classification/types.ts';
import type { SeatId, SubmissionId, SubmissionState } from '../submissions/types.ts';
import type { UnitId } from '../units/types.ts';

export type HandInId = Id<'hand-in'>;
export type EntryId = Id<'hand-in-entry'>;
export const collectionSubject = 'collection';

export const handInWays = ['submission', 'file', 'letter'] as const;
export type HandInWay = (typeof handInWays)[number];

/** A line of a unit's list, as the unit wrote it. */
export interface ListedPerson {
  readonly fullName: string;
  readonly birthMonth: PlainMonth | null;
  readonly sex: 'female' | 'male' | null;
  readonly post: string | null;
  readonly position: string | null;
}

/** Who of the register a line means, as far as that is known; nobody guesses between two of one name. */
export interface Meant {
  readonly person: PersonId | null;
  /** While it is not sure: whom it may mean. */
  readonly namesakes: readonly PersonId[];
}

/** A name on the lists of several units: stands once for all of them, or for each with the reason. */
export const settlements = ['together', 'apart'] as const;
export type Settlement = (typeof settlements)[number];

export interface Entry extends ListedPerson, Meant {
  readonly id: EntryId;
  /** Of the unit's own submission; null: by file. */
  readonly seat: SeatId | null;
  readonly settled: { readonly as: Settlement; readonly word: string | null } | null;
}

export interface HandIn {
  readonly way: HandInWay;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  /** Without those whose case is closed to the viewer; null: a letter without a list. */
  readonly people: readonly Entry[] | null;
  readonly recordedAt: Date;
  readonly recordedBy: PersonId | null;
  readonly recordedByName: string | null;
}

export interface AskedUnit {
  readonly unit: UnitId;
  readonly name: string;
  readonly committee: CommitteeId | null;
  /** Null: not yet. */
  readonly handIn: HandIn | null;
  /** Why the parcel upward goes without its list; null: it is waited for. */
  readonly without: string | null;
}

export interface Collection {
  readonly id: CollectionId;
  readonly committee: CommitteeId;
  readonly number: number;
  readonly title: string;
  readonly statedDate: PlainDate;
  readonly openedAt: Date;
  readonly held: { readonly batch: string; readonly until: Date } | null;
  readonly closedAt: Date | null;
  /** In which the lists go up: the one that was sent, else the newest draft. */
  readonly parcel: { readonly id: SubmissionId; readonly number: number; readonly state: SubmissionState } | null;
  /** The highest of what units handed in from their own plans. */
  readonly classification: Level;
  /** By name, as asked. */
  readonly units: readonly AskedUnit[];
}
