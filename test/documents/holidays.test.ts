import { describe, expect, test } from '@jest/globals';
import { holidaysOf, isKnownCountry } from '../../src/documents/holidays.ts';

const years = [2026, 2027, 2028, 2029, 2030];
const off = new Map(holidaysOf('VN', years).map((holiday) => [holiday.date, holiday]));

describe('public holidays of Viet Nam', () => {
  test.each(['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02'])(
    'the first day of Tết, %s, and its five days are off',
    (first) => {
      const days = [-1, 0, 1, 2, 3].map((shift) =>
        new Date(Date.parse(`${first}T00:00:00Z`) + shift * 86_400_000).toISOString().slice(0, 10),
      );

      expect(days.filter((day) => !off.has(day))).toEqual([]);
      expect(off.get(first)?.name.en).toBe('Vietnamese New Year');
    },
  );

  test.each(['2026-04-26', '2027-04-16', '2028-04-04', '2029-04-23', '2030-04-12'])(
    'the Hùng Kings day follows the moon: %s',
    (date) => {
      expect(off.get(date)?.name.vi).toContain('Hùng Vương');
    },
  );

  test.each(['01-01', '04-30', '05-01', '09-02'])('%s is off every year', (day) => {
    expect(years.filter((year) => !off.has(`${year}-${day}`))).toEqual([]);
  });

  test.each([
    ['2026-04-27', 'one Sunday holiday gives the Monday'],
    ['2027-02-10', 'two days of Tết at a weekend give two days'],
    ['2027-02-11', 'two days of Tết at a weekend give two days'],
    ['2028-05-02', 'the Monday is a holiday itself, so the Tuesday is off'],
  ])('%s is off in lieu: %s', (date) => {
    expect(off.get(date)?.inLieu).toBe(true);
  });

  test('days that are only observed are worked', () => {
    expect(off.has('2026-11-20')).toBe(false);
    expect(off.has('2026-03-08')).toBe(false);
  });

  test('every date stands there once and in order', () => {
    const dates = holidaysOf('VN', [2027, 2026, 2027]).map((holiday) => holiday.date);

    expect(dates).toEqual([...new Set(dates)].sort());
  });
});

test('a country that nobody knows has no holidays', () => {
  expect(isKnownCountry('XX')).toBe(false);
  expect(holidaysOf('XX', [2026])).toEqual([]);
});

test('another country has its own, in English at least', () => {
  const names = holidaysOf('US', [2026]).map((holiday) => holiday.name.en);

  expect(names).toContain('Thanksgiving Day');
});
