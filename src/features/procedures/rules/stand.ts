/** Whom a step may take up from a list: those let through before, and whom an exception with a reason adds. Pure. */
import type { NomineeList } from '../../reviews/types/nouns.ts';
import { standKey } from '../types/current.ts';
import type { Procedure, StepRecord } from '../types/procedure.ts';
import { letThroughTo, sentBackHere } from './procedure.ts';

export const reasonMax = 300;

type Entry = NomineeList['entries'][number];

export interface ForStep {
  readonly through: readonly Entry[];
  /** On the list, and not let through: only by exception. */
  readonly others: readonly Entry[];
}

/** Where the authority sent somebody back to the step, it is held again for them alone. */
export function forStep(
  procedure: Procedure,
  records: readonly StepRecord[],
  step: string,
  entries: readonly Entry[],
): ForStep {
  const isSkipped = procedure.steps.value.some(({ key, skipsOutsiders }) => key === step && skipsOutsiders);
  const standing = entries.filter(
    ({ isWithdrawn, isFromElsewhere }) => !isWithdrawn && !(isSkipped && isFromElsewhere),
  );
  const through = letThroughTo(procedure, records, step);
  const fromElsewhere = isSkipped ? [] : letThroughTo(outsidersPath(procedure), records, step);
  const isThrough = ({ position, person, isFromElsewhere }: Entry) => {
    const before = isFromElsewhere ? fromElsewhere : through;
    return before === null || before.includes(standKey(position, person));
  };
  const again = sentBackHere(procedure, records, step);
  if (again.length > 0) {
    return { through: standing.filter((one) => again.includes(standKey(one.position, one.person))), others: [] };
  }
  return { through: standing.filter(isThrough), others: standing.filter((entry) => !isThrough(entry)) };
}

/** The same steps without those to which people from elsewhere are not put (planning 2.1). */
function outsidersPath(procedure: Procedure): Procedure {
  const { steps } = procedure;
  return { ...procedure, steps: { ...steps, value: steps.value.filter(({ skipsOutsiders }) => !skipsOutsiders) } };
}
