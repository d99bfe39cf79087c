/**
 * *Development* (đào tạo, bồi dưỡng, luân chuyển) makes those who stand in a plan ready for the position. A *measure* is
 * one step of it, planned until somebody says what became of it. It belongs to the person: it stays in sight when the
 * entry is moved or carried over to the next term.
 */
import type { CommitteeId, Id, PersonId, PlanEntryId } from '../../kernel/ids.ts';
import type { PlainDate, PlainMonth } from '../../kernel/time.ts';
import type { Movement, MovementId } from '../movements/types.ts';
import type { Person } from '../people/types.ts';
import type { Plan, PlanEntry, Position } from '../plans/types.ts';

export type MeasureId = Id<'development-measure'>;
export const measureSubject = 'development-measure';

/** training: đào tạo, to a degree or a grade; further-training: bồi dưỡng, a course. */
export const measureKinds = [
  'training',
  'further-training',
  'rotation',
  'secondment',
  'post-experience',
  'other',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** given-up: nobody will do it any more. */
export const measureStates = ['planned', 'done', 'not-done', 'given-up'] as const;
export type MeasureState = (typeof measureStates)[number];

export interface MeasureForm {
  readonly kind: MeasureKind;
  readonly what: string;
  /** Who sees to it, as typed. */
  readonly responsible: string | null;
  readonly startsOn: PlainDate | null;
  /** Until when; reminds while it is planned. */
  readonly dueOn: PlainDate | null;
  readonly movement: MovementId | null;
}

export interface MeasureOutcome {
  readonly state: MeasureState;
  /** Typed; why, where it was not done or given up. */
  readonly word: string | null;
}

export interface Measure extends MeasureForm, MeasureOutcome {
  readonly id: MeasureId;
  readonly committee: CommitteeId;
  readonly entry: PlanEntryId;
  readonly person: PersonId;
  readonly version: number;
}

export type ExperienceKindId = Id<'experience-kind'>;
export type ExperienceId = Id<'experience'>;

export interface ExperienceKind {
  readonly id: ExperienceKindId;
  readonly name: string;
}

export interface ExperienceForm {
  readonly fromMonth: PlainMonth | null;
  readonly toMonth: PlainMonth | null;
  /** Unit and post, as typed. */
  readonly place: string | null;
  /** The finished movement in which it was gained. */
  readonly movement: MovementId | null;
}

/** What somebody has done that planning asks for. Nothing recorded means not known, never that they have not. */
export interface Experience extends ExperienceForm {
  readonly id: ExperienceId;
  readonly person: PersonId;
  readonly kind: ExperienceKind;
}

/** Somebody in a plan of whom no such experience is recorded. */
export interface Lacking extends Developed {
  /** Movements that are not over: what may give it to them. */
  readonly movements: readonly Movement[];
}

/** Somebody who stands in a plan, with what is done to make them ready. */
export interface Developed {
  readonly entry: PlanEntry;
  readonly person: Person;
  readonly position: Position;
  readonly measures: readonly Measure[];
}

export interface PlanDevelopment {
  readonly committee: CommitteeId;
  readonly plan: Plan;
  /** By position, then by given name. */
  readonly people: readonly Developed[];
  readonly mayEdit: boolean;
  readonly today: PlainDate;
}

/** Where else the person stands, in this plan or another of the committee. */
export interface StandsAt {
  readonly plan: Plan;
  readonly position: Position;
  readonly entry: PlanEntry;
}

export interface PersonDevelopment extends Developed {
  readonly committee: CommitteeId;
  readonly plan: Plan;
  /** All of them, this one first. */
  readonly stands: readonly StandsAt[];
  /** Of this person, by first day; empty without the right to see movements. */
  readonly movements: readonly Movement[];
  /** By kind, then by first month. */
  readonly experiences: readonly Experience[];
  readonly mayEdit: boolean;
  readonly today: PlainDate;
}

/** What goes out as a list and comes back in: the measures of a plan's people, or what they have done before. */
export const listKinds = ['measures', 'experience'] as const;
export type ListKind = (typeof listKinds)[number];

/** Somebody of a plan as a list knows them, with everything that the list may be about. */
export interface Listed {
  readonly person: Person;
  /** Of the plan, in its order: the first is where a new measure is recorded. */
  readonly entries: readonly { readonly id: PlanEntryId; readonly title: string }[];
  readonly measures: readonly Measure[];
  readonly experiences: readonly Experience[];
}

export interface PlanLists {
  readonly plan: Plan;
  /** By position, then by given name; each once. */
  readonly people: readonly Listed[];
}

/** What can be taken out and taken over. */
export interface ListsSeen {
  readonly committee: CommitteeId;
  readonly plan: Plan;
  readonly mayEdit: boolean;
  readonly people: number;
  /** How many things are recorded, by list. */
  readonly counts: Readonly<Record<ListKind, number>>;
}

export type IntakeId = Id<'development-intake'>;

/** What a list says that is not recorded yet. `old` null: it is new. */
export interface MeasureIntake {
  readonly entry: PlanEntryId;
  readonly person: PersonId;
  readonly old: Measure | null;
  readonly next: MeasureForm & MeasureOutcome;
}

export interface ExperienceIntake {
  readonly person: PersonId;
  readonly old: Experience | null;
  readonly next: ExperienceForm & { readonly kind: string };
}
