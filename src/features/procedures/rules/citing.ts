/** Every source of a procedure's steps, for the check that all of them are in the register. */
import type { Citing } from '../../eligibility/rules/sources.ts';
import { procedures } from './procedure.ts';

export function citingOfProcedures(): readonly Citing[] {
  return procedures.map(({ key, ruleSet, steps }) => ({
    where: `procedure ${key} of ${ruleSet.key}`,
    ruleSet,
    by: steps,
  }));
}
