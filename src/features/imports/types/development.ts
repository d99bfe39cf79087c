/**
 * Lists of measures and of experience. A cell that is empty says nothing (null): it neither fills in nor erases. Nobody of
 * such a list joins the register: its people stand in the plan already.
 */
import { z } from 'zod';
import type { PersonId } from '../../../kernel/ids.ts';
import {
  type ExperienceIntake,
  listKinds,
  type MeasureIntake,
  measureKinds,
  measureStates,
} from '../../development/types.ts';
import type { Person } from '../../people/types.ts';
import { PassedOver } from './people.ts';

/** `period`: both months in one cell; `other`: what such lists have and nothing here keeps. */
export const listColumns = [
  'number',
  'key',
  'fullName',
  'birthMonth',
  'bornMale',
  'bornFemale',
  'position',
  'kind',
  'what',
  'responsible',
  'startsOn',
  'dueOn',
  'state',
  'word',
  'place',
  'fromMonth',
  'toMonth',
  'period',
  'other',
] as const;
export type ListColumn = (typeof listColumns)[number];

const text = z.string().nullable();

export const SaidMeasure = z.object({
  kind: z.enum(measureKinds).nullable(),
  what: text,
  responsible: text,
  startsOn: text,
  dueOn: text,
  state: z.enum(measureStates).nullable(),
  word: text,
});
export type SaidMeasure = z.output<typeof SaidMeasure>;

export const SaidExperience = z.object({ kind: text, place: text, fromMonth: text, toMonth: text });
export type SaidExperience = z.output<typeof SaidExperience>;

/** Both null: a line that says nothing beside the name, as lists to be filled in have them. */
export const DevelopmentRow = z.object({
  line: z.number(),
  /** Of a list that went out from here: whose line, and which one. */
  key: text,
  fullName: z.string(),
  birthMonth: text,
  measure: SaidMeasure.nullable(),
  experience: SaidExperience.nullable(),
});
export type DevelopmentRow = z.output<typeof DevelopmentRow>;

export const listExpectations = [
  'name',
  'month',
  'birth-month',
  'date',
  'measure-kind',
  'experience-kind',
  'measure-what',
  'state',
  'shorter',
  'later',
  'why',
  'in-plan',
  'which-of-theirs',
  'same-as-line',
  'not-said-already',
] as const;
export type ListExpectation = (typeof listExpectations)[number];

export const ListFault = z.object({
  line: z.number(),
  column: z.enum(listColumns),
  /** At most 60 characters of what stands there. */
  typed: z.string(),
  expected: z.enum(listExpectations),
  /** Another line. */
  hint: text,
});
export type ListFault = z.output<typeof ListFault>;

export const DevelopmentList = z.object({
  list: z.enum(listKinds),
  rows: z.array(DevelopmentRow),
  faults: z.array(ListFault),
  passedOver: z.array(PassedOver),
  ignored: z.array(z.string()),
});
export type DevelopmentList = z.output<typeof DevelopmentList>;

/** What confirming does with one line; the intake of the list's own kind is there. */
export interface DevelopmentLine {
  readonly kind: 'new' | 'changed' | 'same';
  readonly row: DevelopmentRow;
  readonly person: Person;
  readonly measure: MeasureIntake | null;
  readonly experience: ExperienceIntake | null;
}

/** Several people of the plan may be meant, or one whose name is written a little differently: nobody guesses. */
export interface UnclearLine {
  readonly line: number;
  readonly fullName: string;
  readonly birthMonth: string | null;
  readonly possible: readonly Person[];
}

/** What was said of an unclear line: one of the possible people, or nobody of them. */
export type Meant = ReadonlyMap<number, PersonId | 'nobody'>;

export interface MatchedDevelopment {
  readonly lines: readonly DevelopmentLine[];
  readonly unclear: readonly UnclearLine[];
  readonly faults: readonly ListFault[];
  /** How many lines say nothing beside the name, or were said to mean nobody. */
  readonly silent: number;
}
