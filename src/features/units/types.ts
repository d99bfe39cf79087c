/**
 * A *unit* (đơn vị) is a part of the organisation. Its *spells* say from which day it has which name and stands under
 * which unit; a spell lasts until the next one begins or the unit *ends*: merged into another, or dissolved. So the
 * *tree* can be drawn for any date. The tree belongs to the workspace, as the register of people does.
 */
import type { CommitteeId, Id } from '../../kernel/ids.ts';
import type { PlainDate } from '../../kernel/time.ts';

export type UnitId = Id<'unit'>;

export const unitSubject = 'unit';

export interface Spell {
  readonly name: string;
  /** Null: at the top of the tree. */
  readonly parent: UnitId | null;
  /** Null: since before the tree was kept. */
  readonly from: PlainDate | null;
}

export const endKinds = ['merged', 'dissolved'] as const;
export type EndKind = (typeof endKinds)[number];

export interface UnitEnd {
  /** The first day on which the unit is no more. */
  readonly on: PlainDate;
  readonly kind: EndKind;
  /** What it became part of; null: dissolved. */
  readonly into: UnitId | null;
  readonly decision: string | null;
}

export interface Unit {
  readonly id: UnitId;
  /** Its own committee in this bot. */
  readonly committee: CommitteeId | null;
  readonly committeeName: string | null;
  /** The earliest first; at least one. */
  readonly spells: readonly Spell[];
  readonly end: UnitEnd | null;
}

/** A unit in its place in the tree of one date. */
export interface Branch {
  readonly unit: Unit;
  readonly name: string;
  readonly depth: number;
  /** From the top, its own name last. */
  readonly path: readonly string[];
}

/** What the tree says of a unit that somebody typed. */
export type UnitAdvice = { readonly typed: string } & (
  | { readonly kind: 'known' | 'ambiguous' | 'unknown' }
  /** It has another name since then. */
  | { readonly kind: 'renamed'; readonly since: PlainDate; readonly now: string }
  /** It is part of another since then. */
  | { readonly kind: 'merged'; readonly since: PlainDate; readonly now: string }
  | { readonly kind: 'dissolved'; readonly since: PlainDate }
);

/** Of a pasted list: `at` is what its parent is, a unit of the tree or another line of the list. */
export interface NewUnit {
  readonly line: number;
  readonly name: string;
  readonly at:
    | { readonly kind: 'unit'; readonly unit: UnitId }
    | { readonly kind: 'line'; readonly line: number }
    | { readonly kind: 'top' };
}

export const unitFaults = [
  'no-name',
  'same-line',
  'parent-unknown',
  'parent-several',
  'cycle',
  'too-long',
  'parent-faulty',
] as const;
export type UnitFaultKind = (typeof unitFaults)[number];

export interface UnitFault {
  readonly line: number;
  /** What stands there, cut at 60 characters. */
  readonly typed: string;
  readonly kind: UnitFaultKind;
  /** Another line, or the parent that was named. */
  readonly hint: string;
}

export interface ReadUnits {
  /** Parents before what stands under them. */
  readonly fresh: readonly NewUnit[];
  /** How many of the lines the tree has already. */
  readonly known: number;
  readonly faults: readonly UnitFault[];
}
