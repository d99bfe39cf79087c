/** What each kind of movement must keep to, read from the rule set. Adding a rule: its parameter, a line here, its case in checks.ts, its words. */
import { cite } from '../../eligibility/rules/verdict.ts';
import type { CitedSource, Parameter, Parameters, RetirementTable, RuleSet } from '../../eligibility/types.ts';
import type { MovementKind } from '../types.ts';

export interface Cited<T> {
  readonly value: T;
  readonly source: CitedSource;
}

/** Undefined: the rule set has no such rule. */
export interface KindRules {
  readonly minMonths?: Cited<number> | undefined;
  readonly maxMonths?: Cited<number> | undefined;
  /** Months from the start to the retirement age. */
  readonly minMonthsLeft?: Cited<number> | undefined;
  readonly retirement?: Cited<RetirementTable> | undefined;
  /** Months in the present post. */
  readonly interval?: Cited<{ readonly min: number; readonly max: number }> | undefined;
  /** Not for somebody pregnant or nursing a child younger than so many months: nobody's register says so. */
  readonly nursingMonths?: Cited<number> | undefined;
}

export function kindRules(ruleSet: RuleSet, kind: MovementKind): KindRules {
  const { parameters: p } = ruleSet;
  const of = <T>(parameter: Parameter<T | null>): Cited<T> | undefined =>
    parameter.value === null ? undefined : { value: parameter.value, source: cite(ruleSet, parameter) };
  switch (kind) {
    case 'rotation':
      return {
        minMonths: of(p.rotationMinMonths),
        minMonthsLeft: of(p.rotationMonthsLeft),
        retirement: of(p.retirement),
      };
    case 'secondment':
      return { maxMonths: of(p.secondmentMaxMonths), nursingMonths: of(p.secondmentNursingMonths) };
    case 'position-change':
      return { interval: of(p.positionChangeMonths) };
    case 'transfer':
      return {};
  }
}

/** Whether the person is talked with before it is decided. */
export function meetsPerson({ parameters: p }: { readonly parameters: Parameters }, kind: MovementKind): boolean {
  switch (kind) {
    case 'rotation':
      return p.rotationMeetsPerson.value;
    case 'secondment':
      return p.secondmentMeetsPerson.value;
    case 'transfer':
      return p.transferMeetsPerson.value;
    case 'position-change':
      return false;
  }
}
