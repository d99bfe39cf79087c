/**
 * Lists pasted from a spreadsheet. A *row* is what could be read of one line; a *fault* is a cell that could not, with what
 * is expected there; a *preview* holds both until its maker confirms it or it expires. Nothing else is stored before.
 */
import { z } from 'zod';
import type { CommitteeId, Id, PersonId, PlanId, PositionId } from '../../../kernel/ids.ts';
import { disciplineKinds, type Person, type ShortForm, sexes } from '../../people/types.ts';

export type ImportPreviewId = Id<'import-preview'>;

/** What a column can mean; `other` is one that the forms of the field have and the register does not keep. */
export const columns = [
  'number',
  'fullName',
  'birthMonth',
  'bornMale',
  'bornFemale',
  'sex',
  'statePost',
  'partyPost',
  'unit',
  'level',
  'plannedPosition',
  'proposedPosition',
  'decision',
  'key',
  'readiness',
  'discipline',
  'disciplineUntil',
  'other',
] as const;
export type Column = (typeof columns)[number];

const text = z.string().nullable();
export const ReadRow = z.object({
  line: z.number(),
  /** Of a list that went out from here: whose row it was. */
  key: text.default(null),
  fullName: z.string(),
  birthMonth: text,
  sex: z.enum(sexes).nullable(),
  unit: text,
  partyPost: text,
  statePost: text,
  level: z.number().nullable(),
  disciplines: z.array(z.object({ kind: z.enum(disciplineKinds), decidedOn: text, effectUntil: text, decision: text })),
  /** For which positions the person stands in the plan, by title; number and date of the decision as typed. */
  entries: z.array(
    z.object({
      position: z.string(),
      decision: text,
      enteredOn: text,
      /** How near: key of a level of the plan's rules, or as typed. */
      readiness: text.default(null),
      /** The list only puts them forward for it. */
      isProposed: z.boolean().default(false),
    }),
  ),
});
export type ReadRow = z.output<typeof ReadRow>;

export const expectations = [
  'name',
  'shorter',
  'month',
  'one-birth',
  'possible-age',
  'sex',
  'level',
  'discipline',
  'date',
  'position-in-plan',
  'position',
  'same-as-line',
  'which-person',
] as const;
export type Expectation = (typeof expectations)[number];

export const Fault = z.object({
  line: z.number(),
  column: z.enum(columns),
  /** At most 60 characters of what stands there. */
  typed: z.string(),
  expected: z.enum(expectations),
  /** Another line, or the titles that there are. */
  hint: z.string().nullable(),
});
export type Fault = z.output<typeof Fault>;

/** A heading of a group or a sum: nobody, but said, so that no line goes unseen. */
export const PassedOver = z.object({ line: z.number(), text: z.string() });
export type PassedOver = z.output<typeof PassedOver>;

export interface ReadList {
  readonly rows: readonly ReadRow[];
  readonly faults: readonly Fault[];
  readonly passedOver: readonly PassedOver[];
  /** Headers that mean nothing here, as typed. */
  readonly ignored: readonly string[];
}

export type ChangedField = keyof ShortForm | 'discipline';

/** What confirming does with one person of the list. */
export type PersonChange =
  | { readonly kind: 'new'; readonly row: ReadRow; readonly form: ShortForm }
  | {
      readonly kind: 'changed' | 'unchanged';
      readonly row: ReadRow;
      readonly form: ShortForm;
      readonly person: Person;
      readonly fields: readonly ChangedField[];
    };

/** What confirming does with somebody's standing in the plan; put-forward: nothing, they are on its list already. */
export interface EntryChange {
  readonly kind: 'new' | 'changed' | 'same' | 'put-forward';
  readonly change: PersonChange;
  readonly position: PositionId;
  readonly title: string;
  readonly decisionIn: string | null;
  readonly enteredOn: string | null;
  /** Null: neither the list nor the plan says. */
  readonly readiness: string | null;
}

export interface Preview {
  readonly id: ImportPreviewId;
  readonly committee: CommitteeId;
  readonly plan: PlanId | null;
  readonly createdBy: PersonId;
  readonly list: ReadList;
  readonly expiresAt: Date;
}

export interface Counts {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly faulty: number;
}
