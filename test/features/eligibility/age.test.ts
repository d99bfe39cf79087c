import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkAge } from '../../../src/features/eligibility/rules/age.ts';
import { retirementOf, roadMap } from '../../../src/features/eligibility/rules/retirement.ts';
import { ruleSetFor } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { Verdict } from '../../../src/features/eligibility/types.ts';
import { addMonths } from '../../../src/kernel/time.ts';
import { nominationOf } from './nominations.ts';

const party = ruleSetFor('vn-party', '2026-11-20');
const state = ruleSetFor('vn-state', '2026-11-20');

describe('the road map of retirement ages', () => {
  test.each([
    ['male', 2021, 60, 3],
    ['male', 2025, 61, 3],
    ['male', 2026, 61, 6],
    ['male', 2027, 61, 9],
    ['male', 2028, 62, 0],
    ['male', 2040, 62, 0],
    ['female', 2021, 55, 4],
    ['female', 2026, 57, 0],
    ['female', 2034, 59, 8],
    ['female', 2035, 60, 0],
    ['female', 2045, 60, 0],
  ] as const)('a %s who retires in %i is %i years and %i months old', (sex, year, years, months) => {
    const born = birthMonths().filter((month) =>
      retirementOf(month, sex, 'nd-135-2020').month.startsWith(String(year)),
    );

    expect(born.length).toBeGreaterThan(0);
    expect(new Set(born.map((month) => retirementOf(month, sex, 'nd-135-2020').ageMonths))).toEqual(
      new Set([years * 12 + months]),
    );
  });

  test.each(['male', 'female'] as const)(
    'for every %s born from 1950 to 2005 it agrees with walking year by year',
    (sex) => {
      for (const month of birthMonths())
        expect([month, retirementOf(month, sex, 'nd-135-2020').month]).toEqual([month, walked(month, sex)]);
    },
  );

  test.each(['male', 'female'] as const)('nobody (%s) born later retires earlier', (sex) => {
    const months = birthMonths().map((month) => retirementOf(month, sex, 'nd-135-2020').month);

    expect(months).toEqual([...months].sort());
    expect(roadMap[sex].map((step) => step.bornFrom)).toEqual(roadMap[sex].map((step) => step.bornFrom).toSorted());
  });

  /** The decree as it is told: an age for each year, and people retire in the first year in which they reach it. */
  function walked(birthMonth: string, sex: 'male' | 'female'): string {
    const old = sex === 'male' ? 720 : 660;
    if (addMonths(birthMonth, old) < '2021-01') return addMonths(birthMonth, old);
    for (let year = 2021; ; year += 1) {
      const steps = year - 2021;
      const age = sex === 'male' ? Math.min(744, 723 + 3 * steps) : Math.min(720, 664 + 4 * steps);
      const reached = addMonths(birthMonth, age);
      if (reached <= `${year}-12`) return reached;
    }
  }

  function birthMonths(): string[] {
    return Array.from({ length: 55 * 12 }, (_, index) => addMonths('1950-01', index));
  }
});

describe('old enough for the next term', () => {
  test.each([
    // Congress in 6/2030; men born from 4/1966 retire at 62.
    ['1973-05', 'male', 59, 'blocks'],
    ['1973-06', 'male', 60, 'note'],
    ['1978-05', 'male', 119, 'note'],
    ['1978-06', 'male', 120, 'passes'],
    ['1975-05', 'female', 59, 'blocks'],
    ['1975-06', 'female', 60, 'note'],
    ['1980-06', 'female', 120, 'passes'],
  ] as const)('born %s, %s: %i months are left at the congress, so it %s', (birthMonth, sex, remaining, level) => {
    const verdict = age({ person: { birthMonth, sex }, term: { congress: '2030-06' } });

    expect(verdict).toMatchObject({ rule: 'age-next-term', level, confidence: 'unconfirmed' });
    expect(verdict.facts).toMatchObject({
      remainingMonths: remaining,
      requiredMonths: 60,
      preferredMonths: 120,
      referenceMonth: '2030-06',
      reference: 'congress-month',
    });
  });

  test('the worked case of a province: congress in 4/2020 and a man born in 4/1965 would have had his 60 months at 60', () => {
    expect(addMonths('1965-04', 720)).toBe(addMonths('2020-04', 60));
  });

  test('without a congress month the first month of the term counts, and a state body always counts from it', () => {
    const term = { start: '2031-05', congress: '2030-06' };

    expect(age({ term: { start: '2031-05' } }).facts).toMatchObject({
      reference: 'term-start',
      referenceMonth: '2031-05',
    });
    expect(checkAge(nominationOf({ term }), state)?.facts).toMatchObject({
      reference: 'term-start',
      referenceMonth: '2031-05',
    });
  });

  test.each([
    [{ person: { birthMonth: null } }, ['birth-month']],
    [{ person: { sex: null } }, ['sex']],
    [{ person: { birthMonth: null, sex: null } }, ['birth-month', 'sex']],
    [{ term: { start: null } }, ['term-start']],
  ] as const)('what is missing makes it not known, never passed: %j', (changes, missing) => {
    const verdict = age(changes);

    expect(verdict.level).toBe('not-known');
    expect(verdict.facts.missing).toEqual(missing);
  });

  test('both the regulation and the decree are cited, each with how sure it is', () => {
    const cited = age({}).sources.map((source) => [source.reference, source.confidence]);

    expect(cited).toEqual([
      ['qd-377-2025', 'partly'],
      ['practice', 'unconfirmed'],
      ['nd-135-2020', 'unconfirmed'],
    ]);
  });

  test('agrees with counting month by month, for any birth, sex and congress', () => {
    const month = (from: string, count: number) =>
      fc.integer({ min: 0, max: count }).map((months) => addMonths(from, months));
    fc.assert(
      fc.property(
        month('1955-01', 500),
        fc.constantFrom('male' as const, 'female' as const),
        month('2027-01', 120),
        (birthMonth, sex, congress) => {
          const verdict = age({ person: { birthMonth, sex }, term: { congress } });

          const end = retirementOf(birthMonth, sex, 'nd-135-2020').month;
          let counted = 0;
          for (let at = congress; at < end; at = addMonths(at, 1)) counted += 1;
          const expected = counted < 60 ? 'blocks' : counted < 120 ? 'note' : 'passes';
          expect(verdict.level).toBe(expected);
          if (counted > 0) expect(verdict.facts.remainingMonths).toBe(counted);
        },
      ),
    );
  });
});

describe('old enough for the current term', () => {
  test.each([
    ['1968-02', 39, 'blocks'],
    ['1968-03', 40, 'passes'],
  ])('a man born %s has %i months left in 11/2026: %s', (birthMonth, remaining, level) => {
    const verdict = age({ person: { birthMonth }, term: { start: '2025-06' } });

    expect(verdict).toMatchObject({ rule: 'age-current-term', level, confidence: 'unconfirmed' });
    expect(verdict.facts).toMatchObject({ remainingMonths: remaining, requiredMonths: 40, reference: 'day-of-check' });
  });

  test('in the month of the congress the term has begun', () => {
    expect(age({ term: { congress: '2026-11' } }).rule).toBe('age-current-term');
    expect(age({ term: { congress: '2026-12' } }).rule).toBe('age-next-term');
  });
});

test('a profile without an age rule gives no verdict', () => {
  expect(checkAge(nominationOf(), ruleSetFor('general', '2026-11-20'))).toBeNull();
});

function age(changes: Parameters<typeof nominationOf>[0]): Verdict {
  const verdict = checkAge(nominationOf(changes), party);
  if (verdict === null) throw new Error('no verdict');
  return verdict;
}
