/** The same person on different dates: the rules of the day say different things. All people are invented. */
import { expect, test } from '@jest/globals';
import { checkNomination } from '../../../src/features/eligibility/rules/evaluator.ts';
import { ruleSetFor } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { RuleKey } from '../../../src/features/eligibility/types.ts';
import { nominationOf } from './nominations.ts';

type Changes = Parameters<typeof nominationOf>[0];

function levelOn(on: string, rule: RuleKey, changes: Changes, profile: 'vn-party' | 'vn-state' = 'vn-party') {
  const verdicts = checkNomination(nominationOf({ ...changes, on }), ruleSetFor(profile, on));
  return verdicts.find((verdict) => verdict.rule === rule)?.level ?? null;
}

const reprimand = { kind: 'reprimand', decidedOn: '2024-06-01', effectUntil: '2025-06-01' } as const;
const manOfApril1965 = { person: { birthMonth: '1965-04', sex: 'male' as const } };
const womanOfMarch1970 = { person: { birthMonth: '1970-03', sex: 'female' as const } };

test.each<[string, RuleKey, Changes, string, string | null]>([
  ['a fourth person, before QĐ 50', 'people-per-position', { othersInPosition: 3 }, '2021-12-26', null],
  ['a fourth person, under QĐ 50', 'people-per-position', { othersInPosition: 3 }, '2021-12-27', 'blocks'],
  [
    'disciplined while in the plan, under QĐ 50',
    'discipline',
    { person: { disciplines: [reprimand] }, plannedSince: '2023-01-01' },
    '2025-10-07',
    'blocks',
  ],
  [
    'disciplined while in the plan, under QĐ 377',
    'discipline',
    { person: { disciplines: [reprimand] }, plannedSince: '2023-01-01' },
    '2025-10-08',
    'note',
  ],
  [
    'twelve months after a reprimand, under QĐ 50',
    'appointment-wait',
    { person: { disciplines: [reprimand] } },
    '2025-10-07',
    'passes',
  ],
  [
    'sixteen months after a reprimand, under QĐ 377',
    'appointment-wait',
    { person: { disciplines: [reprimand] } },
    '2025-10-08',
    'before-appointment',
  ],
  [
    'sixty months from the congress of 4/2020',
    'age-next-term',
    { ...manOfApril1965, term: { congress: '2020-04' } },
    '2020-01-15',
    'passes',
  ],
  [
    'fifty-nine months from the congress of 4/2020',
    'age-next-term',
    { ...womanOfMarch1970, term: { congress: '2020-04' } },
    '2020-01-15',
    'blocks',
  ],
  [
    'the same woman, retiring later by the road map',
    'age-next-term',
    { ...womanOfMarch1970, term: { congress: '2022-04' } },
    '2022-01-15',
    'note',
  ],
])('%s: %s', (_what, rule, changes, on, level) => {
  expect(levelOn(on, rule, changes)).toBe(level);
});

test('a plan that keeps its rule set is judged by it also after another has come', () => {
  const nomination = nominationOf({
    on: '2026-11-20',
    person: { disciplines: [reprimand] },
    plannedSince: '2023-01-01',
  });

  const kept = checkNomination(nomination, ruleSetFor('vn-party', '2023-01-01'));
  const today = checkNomination(nomination, ruleSetFor('vn-party', '2026-11-20'));

  expect(kept.find(({ rule }) => rule === 'discipline')?.level).toBe('blocks');
  expect(today.find(({ rule }) => rule === 'discipline')?.level).toBe('note');
});
