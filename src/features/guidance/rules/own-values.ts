/** Values of a committee's own guidance in the place of a rule set's, and how far they may go. */
import type { LegalReference, Parameter, Parameters, RuleSet } from '../../eligibility/types.ts';
import { type OwnKey, type OwnRule, type OwnValues, ownKeys } from '../types.ts';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What the rule set says now; null: nothing, or no such rule. */
export function presentValue(key: OwnKey, { parameters: p }: RuleSet): number | null {
  switch (key) {
    case 'people-per-position':
      return p.maxPeoplePerPosition.value;
    case 'positions-per-person':
      return p.maxPositionsPerPerson.value;
    case 'fewest-people':
      return p.minPeoplePerPosition.value;
    case 'ratio-min':
      return p.committeeRatioPercent.value.min;
    case 'ratio-max':
      return p.committeeRatioPercent.value.max;
    case 'next-term':
      return p.nextTermMonths.value?.required ?? null;
    case 'next-term-better':
      return p.nextTermMonths.value?.preferred ?? null;
    case 'current-term':
      return p.currentTermMonths.value?.required ?? null;
    case 'young-percent':
      return p.targetYoung.value?.percent ?? null;
    case 'young-under':
      return p.targetYoung.value?.underAge ?? null;
    case 'women-percent':
      return p.targetWomenPercent.value;
    case 'minority-percent':
      return p.targetMinorityPercent.value;
    case 'report-days':
      return p.externalReportDays.value;
  }
}

/**
 * Null: this rule set has no such rule to be filled in. A number of the law that is known for sure, or in part, may only be
 * made stricter; the other ends are wide and our own choice, there to catch slips of the pen.
 */
export function rangeOf(key: OwnKey, ruleSet: RuleSet): Range | null {
  const { parameters: p } = ruleSet;
  const now = presentValue(key, ruleSet);
  const law = (parameter: Parameter<unknown>): number | null =>
    parameter.confidence === 'unconfirmed' || isOurs(parameter) ? null : now;
  switch (key) {
    case 'people-per-position':
      return { min: 1, max: law(p.maxPeoplePerPosition) ?? 20 };
    case 'positions-per-person':
      return { min: 1, max: law(p.maxPositionsPerPerson) ?? 20 };
    case 'fewest-people':
      return { min: 1, max: p.maxPeoplePerPosition.value ?? 20 };
    case 'ratio-min':
    case 'ratio-max':
      return { min: 50, max: 300 };
    case 'next-term':
    case 'next-term-better':
      return p.nextTermMonths.value === null
        ? null
        : { min: law(p.nextTermMonths) === null ? 1 : p.nextTermMonths.value.required, max: 240 };
    case 'current-term':
      return p.currentTermMonths.value === null ? null : { min: law(p.currentTermMonths) ?? 1, max: 120 };
    case 'young-percent':
      return p.targetYoung.value === null ? null : { min: 1, max: 100 };
    case 'young-under':
      return p.targetYoung.value === null ? null : { min: 18, max: 60 };
    case 'women-percent':
    case 'minority-percent':
      return { min: 1, max: 100 };
    case 'report-days':
      return { min: 1, max: 90 };
  }
}

export function keysFor(ruleSet: RuleSet): readonly OwnKey[] {
  return ownKeys.filter((key) => rangeOf(key, ruleSet) !== null);
}

/** Later guidance wins over earlier, value by value; each value cites its own document, as set by the committee. */
export function withOwnRules(ruleSet: RuleSet, own: readonly OwnRule[]): RuleSet {
  return own.reduce(withOne, ruleSet);
}

function withOne(ruleSet: RuleSet, own: OwnRule): RuleSet {
  const reference = referenceOf(own);
  const parameters: Parameters = { ...ruleSet.parameters };
  const { values } = own;
  const by = <T>(value: T): Parameter<T> => ({
    value,
    source: { reference: reference.key, note: { vi: own.reason, en: own.reason } },
    confidence: 'own',
  });
  const set = (key: OwnKey) => values[key] !== undefined && rangeOf(key, ruleSet) !== null;
  const number = (key: OwnKey): number | null => values[key] ?? presentValue(key, ruleSet);
  if (set('people-per-position')) parameters.maxPeoplePerPosition = by(number('people-per-position'));
  if (set('positions-per-person')) parameters.maxPositionsPerPerson = by(number('positions-per-person'));
  if (set('fewest-people')) parameters.minPeoplePerPosition = by(number('fewest-people'));
  if (set('ratio-min') || set('ratio-max')) {
    parameters.committeeRatioPercent = by({ min: number('ratio-min'), max: number('ratio-max') });
  }
  if (set('next-term') || set('next-term-better')) {
    parameters.nextTermMonths = by({ required: number('next-term') ?? 0, preferred: number('next-term-better') });
  }
  if (set('current-term')) parameters.currentTermMonths = by({ required: number('current-term') ?? 0 });
  if (set('young-percent') || set('young-under')) {
    parameters.targetYoung = by({ percent: number('young-percent') ?? 0, underAge: number('young-under') ?? 0 });
  }
  if (set('women-percent')) parameters.targetWomenPercent = by(number('women-percent'));
  if (set('minority-percent')) parameters.targetMinorityPercent = by(number('minority-percent'));
  if (set('report-days')) parameters.externalReportDays = by(number('report-days'));
  return { ...ruleSet, legalReferences: [...ruleSet.legalReferences, reference], parameters };
}

export function referenceOf({ guidance, number, issuedOn, issuer, subject }: OwnRule): LegalReference {
  const day = issuedOn.split('-').reverse().join('/');
  const both = (text: string) => ({ vi: text, en: text });
  return {
    key: `own-${guidance}`,
    title: { vi: `${number}, ngày ${day} của ${issuer}`, en: `${number} of ${issuer}, ${day}` },
    number,
    issuedOn,
    issuedIn: null,
    issuer: both(issuer),
    subject: both(subject),
    replacedBy: null,
    address: null,
  };
}

export interface Fault {
  readonly key: OwnKey;
  readonly value: number;
  readonly min: number;
  readonly max: number;
}

/**
 * Values outside their range, and ends that lie the wrong way round: then the other end is the range. `beside`: values of
 * other guidance that stand where the rule set's would.
 */
export function faultsOf(values: OwnValues, ruleSet: RuleSet, beside: OwnValues = {}): readonly Fault[] {
  const present = (key: OwnKey) => beside[key] ?? presentValue(key, ruleSet);
  const faults = ownKeys.flatMap((key): Fault[] => {
    const value = values[key];
    if (value === undefined) return [];
    const range = rangeOf(key, ruleSet) ?? { min: 0, max: 0 };
    return value < range.min || value > range.max ? [{ key, value, ...range }] : [];
  });
  const pairs = [
    ['fewest-people', 'people-per-position'],
    ['ratio-min', 'ratio-max'],
    ['next-term', 'next-term-better'],
  ] as const;
  const crossed = pairs.flatMap(([low, high]): Fault[] => {
    const [from, to] = [values[low] ?? present(low), values[high] ?? present(high)];
    const isTyped = values[low] !== undefined || values[high] !== undefined;
    if (!isTyped || from === null || to === null || from <= to) return [];
    const key = values[high] === undefined ? low : high;
    const range = rangeOf(key, ruleSet) ?? { min: 0, max: 0 };
    return [
      key === low ? { key, value: from, min: range.min, max: to } : { key, value: to, min: from, max: range.max },
    ];
  });
  return [...faults, ...crossed.filter(({ key }) => !faults.some((fault) => fault.key === key))];
}

function isOurs({ source }: Parameter<unknown>): boolean {
  return source.reference === 'own-choice';
}
