/** Rules of movements: lengths by kind, retirement, intervals, and legs that overlap. */
import fc from 'fast-check';
import { ruleSetFor } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { Profile } from '../../../src/features/eligibility/types.ts';
import { afterMonths, checkMove, type MoveFacts, wholeMonths } from '../../../src/features/movements/rules/checks.ts';
import { noticeDay, overlapping } from '../../../src/features/movements/rules/legs.ts';
import { addDays, daysBetween } from '../../../src/kernel/time.ts';

const today = (profile: Profile) => ruleSetFor(profile, '2026-03-01');
const person = { birthMonth: '1985-03', sex: 'male' } as const;
const rotation: MoveFacts = {
  kind: 'rotation',
  startsOn: '2026-03-01',
  endsOn: '2029-02-28',
  inPostSince: null,
  person,
};

describe('lengths and conditions by kind', () => {
  // Sources beside the values in the rule sets (rule-sets/vn-movements.ts); domain/planning 5 and 8.4.
  test.each<[string, Partial<MoveFacts>, readonly string[]]>([
    ['a rotation of exactly 36 months', {}, ['rotation-term passes', 'rotation-years-left passes']],
    ['one day less', { endsOn: '2029-02-27' }, ['rotation-term breaks', 'rotation-years-left passes']],
    [
      'ten years left to the month of retirement (62 years, May 2036)',
      { person: { birthMonth: '1974-05', sex: 'male' }, startsOn: '2026-05-31', endsOn: '2029-06-30' },
      ['rotation-term passes', 'rotation-years-left passes'],
    ],
    [
      'a month fewer left',
      { person: { birthMonth: '1974-05', sex: 'male' }, startsOn: '2026-06-01', endsOn: '2029-06-30' },
      ['rotation-term passes', 'rotation-years-left breaks'],
    ],
    [
      'a birth month that is not known',
      { person: { birthMonth: null, sex: 'male' } },
      ['rotation-term passes', 'rotation-years-left not-known'],
    ],
    ['a secondment of exactly 36 months', { kind: 'secondment' }, ['secondment-term passes', 'secondment-nursing ask']],
    [
      'one day more',
      { kind: 'secondment', endsOn: '2029-03-01' },
      ['secondment-term breaks', 'secondment-nursing ask'],
    ],
    [
      'a position changed after two years to the day',
      { kind: 'position-change', endsOn: null, inPostSince: '2024-03-01' },
      ['position-interval passes'],
    ],
    [
      'a day before two years',
      { kind: 'position-change', endsOn: null, inPostSince: '2024-03-02' },
      ['position-interval breaks'],
    ],
    [
      'after more than five years',
      { kind: 'position-change', endsOn: null, inPostSince: '2021-02-28' },
      ['position-interval breaks'],
    ],
    ['nobody knows since when', { kind: 'position-change', endsOn: null }, ['position-interval not-known']],
    ['a transfer', { kind: 'transfer', endsOn: null }, []],
  ])('%s', (_what, changes, expected) => {
    const checks = checkMove(today('vn-state'), { ...rotation, ...changes });

    expect(checks.map(({ rule, level }) => `${rule} ${level}`)).toEqual(expected);
  });

  test('the retirement age says that the values of its road map are not confirmed', () => {
    const checks = checkMove(today('vn-party'), rotation);

    expect(checks.map(({ sources }) => sources.map(({ confidence }) => confidence))).toEqual([
      ['confirmed'],
      ['confirmed', 'unconfirmed'],
    ]);
  });

  test('where no text was found nothing is checked', () => {
    expect(checkMove(today('general'), rotation)).toEqual([]);
  });
});

const day = fc.integer({ min: 0, max: 4_000 }).map((days) => addDays('2024-01-01', days));
const leg = fc
  .tuple(day, fc.integer({ min: 0, max: 900 }))
  .map(([startsOn, days]) => ({ startsOn, endsOn: addDays(startsOn, days) }));

test('two legs overlap exactly when they share a day', () => {
  fc.assert(
    fc.property(leg, leg, (one, other) => {
      const days = new Set(
        Array.from({ length: daysBetween(one.startsOn, one.endsOn) + 1 }, (_, index) => addDays(one.startsOn, index)),
      );
      let shares = false;
      for (let at = other.startsOn; at <= other.endsOn; at = addDays(at, 1)) shares ||= days.has(at);

      expect(overlapping(one, [other]) !== null).toBe(shares);
    }),
    { numRuns: 60 },
  );
});

test('whole months are the greatest number that fits between first and last day', () => {
  fc.assert(
    fc.property(leg, ({ startsOn, endsOn }) => {
      const months = wholeMonths(startsOn, endsOn);

      expect(afterMonths(startsOn, months) <= addDays(endsOn, 1)).toBe(true);
      expect(afterMonths(startsOn, months + 1) > addDays(endsOn, 1)).toBe(true);
    }),
  );
});

test.each([
  ['2026-12-31', '2026-03-01', '2026-11-01'],
  ['2026-03-31', '2026-03-01', '2026-03-31'],
  ['2026-03-01', '2026-03-01', null],
])('the end on %s is thought of, seen from %s, on %s', (endsOn, seenOn, expected) => {
  expect(noticeDay(endsOn, seenOn, 60)).toBe(expected);
});
