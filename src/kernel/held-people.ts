/**
 * Where tables refer to a person of the register, said as data by whoever owns the tables. When two rows of the register
 * turn out to be one person, the register carries this out and knows no other feature (`src/held-people.ts` hands over).
 */

/** What is counted for people before they confirm. */
export const heldKinds = [
  'account',
  'measures',
  'memberships',
  'nominations',
  'entries',
  'reviews',
  'ballots',
  'conferences',
  'polls',
  'tasks',
  'movements',
] as const;
export type HeldKind = (typeof heldKinds)[number];

/** Why two rows cannot become one now. */
export const mergeObstacles = [
  'accounts',
  'memberships',
  'nominations',
  'entries',
  'endorsements',
  'reviews',
  'leads',
  'ballots',
  'candidates',
  'tellers',
  'sealed',
  'conferences',
  'sitting',
  'polls',
  'movements',
] as const;
export type MergeObstacle = (typeof mergeObstacles)[number];

/**
 * What people are told of what is held about them, by the column that names them. `as-told`: as far as the rules tell
 * somebody of their own case (read by the features themselves); of all others that they are held, and what for.
 */
export const toldKinds = [
  'register',
  'account',
  'memberships',
  'as-told',
  'proposals',
  'statements',
  'reviews',
  'votes',
  'conferences',
  'tasks',
  'messages',
  'recorded',
  'history',
] as const;
export type ToldKind = (typeof toldKinds)[number];

/**
 * Why somebody is not told. `case`: what is said, found and decided about a nominee; `others`: it would tell of the case
 * of another; `sealed`: it would tell of a sealed paper.
 */
export const withheldReasons = ['case', 'others', 'sealed'] as const;
export type WithheldReason = (typeof withheldReasons)[number];

/** In SQL texts the row is `t`. They are constants of the code, never made from what somebody typed. */
export interface PersonColumn {
  readonly table: string;
  readonly column: string;
  /** A list of people in one row. */
  readonly isList?: true;
  /** People's ids somewhere in a JSON value. */
  readonly isJson?: true;
  /** Only these rows follow the person; all others stay as they were recorded. */
  readonly only?: string;
  /**
   * A person has at most one row with the same values here: where both have one, the second stays with the row that goes.
   * `until`: only rows in which this column is empty count.
   */
  readonly once?: { readonly same: readonly string[]; readonly until?: string };
  /** Counted as this, for the committee that the SQL names. */
  readonly shownAs?: HeldKind;
  readonly committee?: string;
}

/** Refused where it finds something; with `same`, where both people have a row with the same values. */
export interface PersonClash {
  readonly kind: MergeObstacle;
  readonly table: string;
  readonly column: string;
  readonly isList?: true;
  readonly same?: readonly string[];
  /** Only these rows count, of both people. */
  readonly only?: string;
  /** SQL; null: of no committee. */
  readonly committee: string | null;
}

/**
 * What goes when somebody's data are erased. SQL texts: `$1` the person's rows of the register (uuid[]), `$2` the words
 * that stand in a name's place. One line a table.
 */
export interface PersonErasure {
  readonly table: string;
  readonly where: string;
  /** Null: the row goes; rows that anything is counted from never do. */
  readonly set: string | null;
}

/**
 * Kinds of data of which it can be said how long they are kept. `caseKinds` say why somebody is held at all; the others
 * are part of a case and go with it, unless a longer time is set for them. `register`: nothing else is held.
 */
export const caseKinds = ['not-chosen', 'left-plan', 'movements', 'outside', 'memberships', 'register'] as const;
export const partKinds = ['comments', 'dossiers', 'votes', 'conferences', 'submissions'] as const;
export const keptKinds = [...caseKinds, ...partKinds] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Rows that hold somebody, and when what they are about ended. SQL texts as above. */
export interface PersonKept {
  readonly kind: KeptKind;
  readonly table: string;
  readonly column: string;
  readonly isList?: true;
  readonly only?: string;
  /** A moment (`at`) or a calendar day (`on`). Where both are null it still goes on. */
  readonly at?: string;
  readonly on?: string;
  /** Null: of no committee. */
  readonly committee: string | null;
}

export interface HoldsPeople {
  /** Left out: nothing of these tables has a period of its own. */
  readonly keeps?: readonly PersonKept[];
  readonly moves: readonly PersonColumn[];
  readonly clashes: readonly PersonClash[];
  /** "table.column" → why it keeps the row that goes, whose name is then read there as that of the one that stays. */
  readonly stays: Readonly<Record<string, string>>;
  /** Every "table.column" of the two above, once: what the person is told of it, or why it is withheld. */
  /** Left out: nothing of these tables is about one person but ids, dates and numbers. */
  readonly erases?: readonly PersonErasure[];
  readonly told: Readonly<Partial<Record<ToldKind | WithheldReason, readonly string[]>>>;
}

/** SQL: the committee of the row that this one hangs on. */
export function ofParent(parent: string, column: string, key = 'id'): string {
  return `(SELECT parent."committeeId" FROM "${parent}" parent WHERE parent."${key}" = t."${column}")`;
}
