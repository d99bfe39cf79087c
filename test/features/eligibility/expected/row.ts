/** A row of the tables: value, register entry, how sure, and where domain/planning (its section, its source) has it. */
import type { Confidence, Parameters } from '../../../../src/features/eligibility/types.ts';

export type Row = readonly [value: unknown, reference: string, confidence: Confidence, readIn: string];
/** A row for every parameter: one without is an error of types, and of parameters.test.ts. */
export type Expected = Readonly<Record<keyof Parameters, Row>>;

/** Not read anywhere, and not said to be: a choice of ours that every committee can change. */
export function ours(value: unknown, where = '8.4, design choice'): Row {
  return [value, 'own-choice', 'confirmed', where];
}
