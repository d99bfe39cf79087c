/**
 * A *person* is a row of the workspace's register, with or without a chat account. The *short form* is what planning
 * needs to know of somebody: name, birth month, sex, unit, Party and state post, level, discipline in effect.
 */
import type { HeldKind, MergeObstacle } from '../../kernel/held-people.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';

export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];

export const disciplineKinds = ['reprimand', 'warning', 'removal', 'expulsion'] as const;
export type DisciplineKind = (typeof disciplineKinds)[number];

export interface Discipline {
  readonly kind: DisciplineKind;
  readonly decidedOn: PlainDate | null;
  /** Null: no end known; whether it is in effect is then "not known" to the rules, never "over". */
  readonly effectUntil: PlainDate | null;
  readonly decision: string | null;
}

/** The short form. Null means not known: rules then answer "not known", never "passes". */
export interface ShortForm {
  readonly fullName: string;
  readonly birthMonth: PlainMonth | null;
  readonly sex: Sex | null;
  readonly unit: string | null;
  readonly partyPost: string | null;
  readonly statePost: string | null;
  /** Rank of the present post; higher is higher. */
  readonly level: number | null;
}

export interface Person extends ShortForm {
  readonly id: PersonId;
  readonly version: number;
  /** Who changed the row last; null while it is as it was entered. */
  readonly changedAt: Date | null;
  readonly changedBy: PersonId | null;
  readonly hasAccount: boolean;
  readonly disciplines: readonly Discipline[];
}

export const personSources = ['form', 'import', 'account', 'demo'] as const;
export type PersonSource = (typeof personSources)[number];

/** Nothing known but the name to come. */
export const emptyShortForm: Omit<ShortForm, 'fullName'> = {
  birthMonth: null,
  sex: null,
  unit: null,
  partyPost: null,
  statePost: null,
  level: null,
};

/** Two rows of the register that are one person. The one that goes stays in the database, as a pointer. */
export interface MergePair {
  readonly stays: PersonId;
  readonly goes: PersonId;
}

/** What would happen, as the acting person may know it: other committees are not named. */
export interface MergePreview {
  readonly stays: Person;
  readonly goes: Person;
  /** Of both, to be given back with the confirmation. */
  readonly versions: string;
  /** What the row that stays does not say and the other does. */
  readonly takesOver: readonly (keyof ShortForm)[];
  readonly held: readonly { readonly kind: HeldKind; readonly count: number }[];
  /** Names of the acting person's own committees in which something moves. */
  readonly committees: readonly string[];
  readonly isElsewhere: boolean;
  /** Empty: it can be done. 'elsewhere': in a committee of others. */
  readonly obstacles: readonly { readonly kind: MergeObstacle | 'elsewhere'; readonly committee: string | null }[];
}
