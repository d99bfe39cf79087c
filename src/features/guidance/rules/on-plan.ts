/** Guidance put on a plan that was there already or taken off: what the plan's own rules become, and what that changes. */
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import type { RuleSet, Verdict } from '../../eligibility/types.ts';
import type { Guidance, OwnRule, OwnValues, PlanGuidanceKind, VerdictChange } from '../types.ts';
import { differences } from './book.ts';
import { faultsOf, keysFor, withOwnRules } from './own-values.ts';

export type OnPlanRefusal =
  | 'guidance-unknown'
  | 'guidance-on-plan'
  | 'guidance-not-on-plan'
  | 'guidance-without-effect'
  | 'guidance-value-out-of-range';

export interface OnPlan {
  /** Of the plan, without any guidance. */
  readonly base: RuleSet;
  readonly ownRules: readonly OwnRule[];
  /** All that the committee has registered, ended ones too. */
  readonly known: readonly Guidance[];
}

/**
 * Put: it takes the place of every guidance that it corrects, and stands in the order of its date, so that the later one
 * wins. Its values are held against the ranges of the rule set that the plan was made under. Refusals: guidance-unknown
 * (put: it does not hold any more), guidance-on-plan, guidance-not-on-plan, guidance-without-effect {number},
 * guidance-value-out-of-range {value, min, max}.
 */
export function ownRulesAfter(
  { base, ownRules, known }: OnPlan,
  kind: PlanGuidanceKind,
  id: string,
): Outcome<readonly OwnRule[], OnPlanRefusal> {
  const has = ownRules.some(({ guidance }) => guidance === id);
  if (kind === 'taken') {
    return has ? done(ownRules.filter(({ guidance }) => guidance !== id)) : refused('guidance-not-on-plan');
  }
  const guidance = known.find((one) => one.id === id && one.endedAt === null);
  if (!guidance) return refused('guidance-unknown');
  const { number, issuedOn, issuer, subject, reason, values } = guidance;
  if (has) return refused('guidance-on-plan', { number });
  const corrected = correctedBy(guidance, known);
  const others = ownRules.filter((own) => !corrected.has(own.guidance));
  const [fault] = faultsOf(appliedValues(values, base), base, merged(others));
  if (fault) return refused('guidance-value-out-of-range', { value: fault.value, min: fault.min, max: fault.max });
  const own = { guidance: id, number, issuedOn, issuer, subject, reason, values };
  const after = [...others, own].sort((a, b) => a.issuedOn.localeCompare(b.issuedOn));
  const isWithoutEffect = differences(withOwnRules(base, ownRules), withOwnRules(base, after)).length === 0;
  return isWithoutEffect ? refused('guidance-without-effect', { number }) : done(after);
}

/** Values for which the rule set has no rule change nothing. */
function appliedValues(values: OwnValues, base: RuleSet): OwnValues {
  return Object.fromEntries(
    keysFor(base).flatMap((key) => {
      const value = values[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

function merged(ownRules: readonly OwnRule[]): OwnValues {
  return Object.assign({}, ...ownRules.map(({ values }) => values));
}

/** What it corrects, and what that one corrected. */
function correctedBy({ corrects }: Guidance, known: readonly Guidance[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (let id = corrects; id !== null && !found.has(id); ) {
    found.add(id);
    id = known.find((one) => one.id === id)?.corrects ?? null;
  }
  return found;
}

/** Rules whose verdict has another level; the same level with other numbers is no change for the person. */
export function verdictChanges(before: readonly Verdict[], after: readonly Verdict[]): readonly VerdictChange[] {
  const rules = [...new Set([...before, ...after].map(({ rule }) => rule))];
  return rules.flatMap((rule) => {
    const [then, now] = [before.find((one) => one.rule === rule), after.find((one) => one.rule === rule)];
    return then?.level === now?.level ? [] : [{ rule, before: then?.level ?? null, after: now ?? null }];
  });
}
