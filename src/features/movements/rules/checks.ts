/** What the rules of its kind say of a movement: pure, with every number used. */
import { addDays, addMonths, monthOf, monthsBetween, type PlainDate } from '../../../kernel/time.ts';
import { retirementOf } from '../../eligibility/rules/retirement.ts';
import type { CitedSource, RetirementTable, RuleSet } from '../../eligibility/types.ts';
import type { MoveCheck, MovementForm, MoveRule } from '../types.ts';
import { kindRules } from './kind-rules.ts';

export interface MoveFacts extends Pick<MovementForm, 'kind' | 'startsOn' | 'endsOn' | 'inPostSince'> {
  readonly person: { readonly birthMonth: string | null; readonly sex: 'female' | 'male' | null };
}

/**
 * The gravest is not sorted out here: one row a rule of the kind, in the order of the rules. What is missing gives
 * not-known, never passes. Sources: domain/planning 5 and 8.3 (30, 31).
 */
export function checkMove(ruleSet: RuleSet, move: MoveFacts): readonly MoveCheck[] {
  const rules = kindRules(ruleSet, move.kind);
  const found: MoveCheck[] = [];
  const { startsOn, endsOn } = move;
  if (rules.minMonths && endsOn) {
    const { value, source } = rules.minMonths;
    const isEnough = addDays(endsOn, 1) >= afterMonths(startsOn, value);
    found.push(check('rotation-term', isEnough, { months: wholeMonths(startsOn, endsOn), min: value }, [source]));
  }
  if (rules.minMonthsLeft && rules.retirement) {
    const sources = [rules.minMonthsLeft.source, rules.retirement.source];
    found.push(yearsLeft(move, rules.minMonthsLeft.value, rules.retirement.value, sources));
  }
  if (rules.maxMonths && endsOn) {
    const { value, source } = rules.maxMonths;
    const isWithin = addDays(endsOn, 1) <= afterMonths(startsOn, value);
    found.push(check('secondment-term', isWithin, { months: wholeMonths(startsOn, endsOn), max: value }, [source]));
  }
  if (rules.nursingMonths) {
    const { value, source } = rules.nursingMonths;
    found.push({ rule: 'secondment-nursing', level: 'ask', facts: { months: value }, sources: [source] });
  }
  if (rules.interval) found.push(interval(move, rules.interval.value, [rules.interval.source]));
  return found;
}

export function brokenRules(checks: readonly MoveCheck[]): readonly MoveRule[] {
  return checks.filter(({ level }) => level === 'breaks').map(({ rule }) => rule);
}

/** The same day so many months later, or the last of that month. */
export function afterMonths(date: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(date), months);
  const last = addDays(`${addMonths(month, 1)}-01`, -1);
  const same = `${month}-${date.slice(8)}`;
  return same < last ? same : last;
}

/** Both days included: 1 March to 28 February three years later is 36 months. */
export function wholeMonths(from: PlainDate, to: PlainDate): number {
  const after = addDays(to, 1);
  const months = monthsBetween(monthOf(from), monthOf(after));
  return afterMonths(from, months) > after ? months - 1 : months;
}

function yearsLeft(
  { startsOn, person }: MoveFacts,
  min: number,
  by: RetirementTable,
  sources: readonly CitedSource[],
): MoveCheck {
  const { birthMonth, sex } = person;
  if (!birthMonth || !sex) {
    return { rule: 'rotation-years-left', level: 'not-known', facts: { min: min / 12 }, sources };
  }
  const retires = retirementOf(birthMonth, sex, by).month;
  const months = monthsBetween(monthOf(startsOn), retires);
  const facts = {
    years: Math.floor(Math.max(0, months) / 12),
    months: Math.max(0, months) % 12,
    retires,
    min: min / 12,
  };
  return check('rotation-years-left', months >= min, facts, sources);
}

function interval(
  { startsOn, inPostSince }: MoveFacts,
  { min, max }: { readonly min: number; readonly max: number },
  sources: readonly CitedSource[],
): MoveCheck {
  if (!inPostSince) return { rule: 'position-interval', level: 'not-known', facts: { min, max }, sources };
  const months = wholeMonths(inPostSince, addDays(startsOn, -1));
  const isWithin = startsOn >= afterMonths(inPostSince, min) && startsOn <= afterMonths(inPostSince, max);
  return check('position-interval', isWithin, { months, min, max }, sources);
}

function check(rule: MoveRule, passes: boolean, facts: MoveCheck['facts'], sources: readonly CitedSource[]): MoveCheck {
  return { rule, level: passes ? 'passes' : 'breaks', facts, sources };
}
