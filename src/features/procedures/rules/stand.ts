/** Whom a step may take up from a list: those let through before, and whom an exception with a reason adds. Pure. */
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { standKey } from '../types/current.ts';
import type { Procedure, StepRecord } from '../types/procedure.ts';
import { letThroughTo } from './procedure.ts';

export const reasonMax = 300;

type Entry = NomineeList['entries'][number];

export interface ForStep {
  readonly through: readonly Entry[];
  /** On the list, and not let through: only by exception. */
  readonly others: readonly Entry[];
}

export function forStep(
  procedure: Procedure,
  records: readonly StepRecord[],
  step: string,
  entries: readonly Entry[],
): ForStep {
  const through = letThroughTo(procedure, records, step);
  const standing = entries.filter(({ isWithdrawn }) => !isWithdrawn);
  const isThrough = ({ position, person }: Entry) => through === null || through.includes(standKey(position, person));
  return { through: standing.filter(isThrough), others: standing.filter((entry) => !isThrough(entry)) };
}
