/**
 * A *person* is a row of the workspace's register, with or without a chat account. The *short form* is what planning
 * needs to know of somebody: name, birth month, sex, unit, Party and state post, level, discipline in effect.
 */
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
