/**
 * A *collection* (đợt tổng hợp danh sách) asks the units under a unit for their lists by a date. Each unit *hands in*
 * once: by a submission of its own committee, or by file or letter, which the department enters. The *roll-up* is what
 * the unit above sees of it: who has handed in and the numbers, never what was said about anybody.
 */
import { z } from 'zod';
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';
import type { UnitId } from '../units/types.ts';

export type CollectionId = Id<'collection'>;
export type HandInId = Id<'hand-in'>;
export const collectionSubject = 'collection';

export const handInWays = ['submission', 'file', 'letter'] as const;
export type HandInWay = (typeof handInWays)[number];

const text = z.string().nullable();
/** A name as the unit's list has it. */
export const ListedPerson = z.object({
  fullName: z.string(),
  birthMonth: text,
  sex: z.enum(['female', 'male']).nullable(),
  post: text,
  position: text,
});
export type ListedPerson = z.output<typeof ListedPerson>;

export interface HandIn {
  readonly way: HandInWay;
  readonly number: string | null;
  readonly dated: PlainDate | null;
  /** Without those whose case is closed to the viewer; null: a letter without a list. */
  readonly people: readonly ListedPerson[] | null;
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
  /** By name, as asked. */
  readonly units: readonly AskedUnit[];
}
