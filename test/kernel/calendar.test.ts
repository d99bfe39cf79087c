import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  addWorkingDays,
  clampEarlier,
  clampLater,
  endOfWorkingDay,
  inZone,
  isQuietTime,
  isWorkingDay,
  nextWorkingDay,
  onOrAfter,
  onOrBefore,
  previousWorkingDay,
  whyNotWorking,
} from '../../src/kernel/calendar.ts';
import { addDays, momentAt } from '../../src/kernel/time.ts';
import { calendarOf, zones } from './calendars.ts';

const office = calendarOf({
  holidays: new Set(['2026-09-02', '2026-04-27']),
  workedInstead: new Set(['2026-09-05']),
});

describe('working days', () => {
  test.each([
    ['2026-09-01', null],
    ['2026-09-02', 'holiday'],
    ['2026-09-05', null],
    ['2026-09-06', 'weekend'],
    ['2026-09-12', 'weekend'],
  ] as const)('%s is off because of: %s', (date, why) => {
    expect(whyNotWorking(office, date)).toBe(why);
    expect(isWorkingDay(office, date)).toBe(why === null);
  });

  test('the working day before a Monday after a worked Saturday is that Saturday', () => {
    expect(previousWorkingDay(office, '2026-09-07')).toBe('2026-09-05');
    expect(nextWorkingDay(office, '2026-09-01')).toBe('2026-09-03');
  });

  test('a working day stays where it is, a day off moves to its neighbour', () => {
    expect(onOrBefore(office, '2026-09-03')).toBe('2026-09-03');
    expect(onOrBefore(office, '2026-09-02')).toBe('2026-09-01');
    expect(onOrAfter(office, '2026-09-12')).toBe('2026-09-14');
  });

  test('adding working days agrees with walking day by day, in both directions', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1500 }), fc.integer({ min: -40, max: 40 }), (offset, days) => {
        const from = addDays('2026-01-01', offset);
        let walked = from;
        for (let counted = 0; counted < Math.abs(days); ) {
          walked = addDays(walked, Math.sign(days));
          const weekday = new Date(`${walked}T00:00:00Z`).getUTCDay();
          const isOff = office.holidays.has(walked) || weekday === 0 || weekday === 6;
          if (!isOff || office.workedInstead.has(walked)) counted += 1;
        }

        expect(addWorkingDays(office, from, days)).toBe(walked);
      }),
    );
  });

  test('the working day ends at 16:30 on the clock of the committee', () => {
    expect(endOfWorkingDay(office, '2026-09-03').toISOString()).toBe('2026-09-03T09:30:00.000Z');
  });

  test('a calendar in which nobody ever works is an error, not an endless search', () => {
    expect(() => nextWorkingDay(calendarOf({ workingWeekdays: [] }), '2026-09-01')).toThrow('working days');
  });
});

describe('quiet time', () => {
  test.each([
    ['2026-09-03', '07:59', true],
    ['2026-09-03', '08:00', false],
    ['2026-09-03', '11:30', false],
    ['2026-09-03', '11:31', true],
    ['2026-09-03', '13:29', true],
    ['2026-09-03', '13:30', false],
    ['2026-09-03', '17:00', false],
    ['2026-09-03', '17:01', true],
    ['2026-09-02', '09:00', true],
    ['2026-09-05', '09:00', false],
    ['2026-09-06', '09:00', true],
  ])('%s %s is quiet: %s', (date, time, isQuiet) => {
    expect(isQuietTime(office, momentAt(office.zone, date, time))).toBe(isQuiet);
  });

  test.each([
    ['2026-09-03', '12:15', '2026-09-03', '11:30', '2026-09-03', '13:30'],
    ['2026-09-03', '06:00', '2026-09-01', '17:00', '2026-09-03', '08:00'],
    ['2026-09-03', '20:00', '2026-09-03', '17:00', '2026-09-04', '08:00'],
    ['2026-09-06', '10:00', '2026-09-05', '17:00', '2026-09-07', '08:00'],
    ['2026-09-03', '09:10', '2026-09-03', '09:10', '2026-09-03', '09:10'],
  ])('%s %s moves earlier to %s %s and later to %s %s', (date, time, dayBefore, before, dayAfter, after) => {
    const at = momentAt(office.zone, date, time);

    expect(clampEarlier(office, at)).toEqual(momentAt(office.zone, dayBefore, before));
    expect(clampLater(office, at)).toEqual(momentAt(office.zone, dayAfter, after));
  });

  test('clamping ends in working time, on the asked side, with no working minute skipped, in every zone', () => {
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(fc.constantFrom(...zones), minutes, (zone, minute) => {
        const calendar = inZone(office, zone);
        const at = new Date(Date.UTC(2026, 0, 1) + minute * 60_000);
        const earlier = clampEarlier(calendar, at);
        const later = clampLater(calendar, at);

        expect([isQuietTime(calendar, earlier), isQuietTime(calendar, later)]).toEqual([false, false]);
        expect(earlier <= at && at <= later).toBe(true);
        for (let step = earlier.getTime() + 60_000; step < later.getTime(); step += 60_000) {
          if (!isQuietTime(calendar, new Date(step))) throw new Error(`skipped ${new Date(step).toISOString()}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
