import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { dueMoment } from '../../../src/features/deadlines/rules/due-moment.ts';
import { planReminders } from '../../../src/features/deadlines/rules/plan-reminders.ts';
import type { LadderKind } from '../../../src/features/deadlines/types/dates.ts';
import { climbingLadder, type Rung, usualLadder } from '../../../src/features/deadlines/types/ladder.ts';
import { momentAt } from '../../../src/kernel/time.ts';
import { calendarOf, zones } from '../../kernel/calendars.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const office = calendarOf({ holidays: new Set(['2026-09-02']) });

describe('a stated date', () => {
  test.each([
    ['2026-09-04', null, '2026-09-04', '16:30', null],
    ['2026-09-06', null, '2026-09-04', '16:30', 'weekend'],
    ['2026-09-02', null, '2026-09-01', '16:30', 'holiday'],
    ['2026-09-06', '09:00', '2026-09-06', '09:00', null],
  ] as const)('%s %s ends on %s at %s, moved because of: %s', (date, time, day, hour, because) => {
    const due = dueMoment({ date, time }, office);

    expect(due.dueAt).toEqual(momentAt(hanoi, day, hour));
    expect(due).toMatchObject({ date: day, time: hour });
    expect(due.moved).toEqual(because === null ? null : { from: date, because });
  });

  test('the general profile ends its day at 17:00', () => {
    expect(dueMoment({ date: '2026-09-04', time: null }, calendarOf({ endOfDay: '17:00' })).time).toBe('17:00');
  });
});

describe('the plan for a date', () => {
  test('a Friday two weeks off: notice next morning, 7 and 3 days in the digest, two singles, then afterwards', () => {
    const rungs = plan({ due: ['2026-09-18', '16:30'], now: ['2026-09-03', '15:00'] });

    expect(rungs).toEqual([
      'first-notice digest 2026-09-04 08:30',
      'days-7 digest 2026-09-11 08:30',
      'days-3 digest 2026-09-15 08:30',
      'day-before single 2026-09-17 08:30',
      'hours-before single 2026-09-18 13:30',
      'after single 2026-09-21 08:30',
      'clerk clerk 2026-09-22 08:30',
    ]);
  });

  test('climbing to the chair is a setting', () => {
    const rungs = plan({ due: ['2026-09-18', '16:30'], now: ['2026-09-03', '15:00'], settings: climbingLadder });

    expect(rungs.at(-1)).toBe('chair chair 2026-09-23 08:30');
  });

  test('rungs that fall on days off move to the working day before', () => {
    const rungs = plan({ due: ['2026-09-09', '16:30'], now: ['2026-08-20', '15:00'] });

    expect(rungs).toContain('days-7 digest 2026-09-01 08:30');
    expect(rungs).toContain('days-3 digest 2026-09-04 08:30');
  });

  test('three hours before a morning hour would be night, so it comes at the end of the working day before', () => {
    const rungs = plan({ due: ['2026-09-21', '09:00'], now: ['2026-09-17', '15:00'] });

    expect(rungs.slice(0, 2)).toEqual(['day-before single 2026-09-18 08:30', 'hours-before single 2026-09-18 17:00']);
  });

  test('three hours before 15:00 is the lunch break, so it comes at 11:30', () => {
    expect(plan({ due: ['2026-09-18', '15:00'], now: ['2026-09-17', '15:00'] })[0]).toBe(
      'hours-before single 2026-09-18 11:30',
    );
  });

  test('rungs already past are skipped: two hours before the date only what follows it is left', () => {
    expect(plan({ due: ['2026-09-18', '16:30'], now: ['2026-09-18', '14:30'] })).toEqual([
      'after single 2026-09-21 08:30',
      'clerk clerk 2026-09-22 08:30',
    ]);
  });

  test('before a long holiday the digests that fall on one morning are one', () => {
    const tet = new Set(['2027-02-05', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11']);
    const rungs = plan({ due: ['2027-02-12', '16:30'], now: ['2027-01-20', '15:00'], holidays: tet });

    expect(rungs.slice(0, 3)).toEqual([
      'first-notice digest 2027-01-21 08:30',
      'day-before single 2027-02-04 08:30',
      'hours-before single 2027-02-12 13:30',
    ]);
  });

  test('a person elsewhere is reminded in their own working hours', () => {
    const rungs = plan({ due: ['2026-09-18', '16:30'], now: ['2026-09-17', '08:00'], zone: 'America/New_York' });

    // 16:30 in Hà Nội is 05:30 in New York.
    expect(rungs[0]).toBe('day-before single 2026-09-17 08:30');
    expect(rungs[1]).toBe('hours-before single 2026-09-17 17:00');
  });
});

describe('the plan for a conference', () => {
  test('the working day before and one hour before, and nothing afterwards', () => {
    const rungs = plan({ due: ['2026-09-21', '14:30'], now: ['2026-09-03', '15:00'], ladder: 'conference' });

    expect(rungs).toEqual(['day-before single 2026-09-18 08:30', 'hours-before single 2026-09-21 13:30']);
  });
});

describe('every plan, whatever the zone, the season and the hour', () => {
  const cases = fc.record({
    dueMinute: fc.integer({ min: 0, max: 4 * 365 * 24 * 60 }),
    aheadMinutes: fc.integer({ min: 1, max: 30 * 24 * 60 }),
    committeeZone: fc.constantFrom(...zones),
    zone: fc.constantFrom(...zones),
    ladder: fc.constantFrom<LadderKind>('date', 'conference'),
  });

  test('lies in the working hours of the person, on the right side of the date, in order, and ahead', () => {
    fc.assert(
      fc.property(cases, ({ dueMinute, aheadMinutes, committeeZone, zone, ladder }) => {
        const dueAt = new Date(Date.UTC(2026, 0, 10) + dueMinute * 60_000);
        const now = new Date(dueAt.getTime() - aheadMinutes * 60_000);
        const calendar = calendarOf({ zone: committeeZone });
        const rungs = planReminders({ ladder, dueAt, calendar, zone, settings: climbingLadder, now });

        expect(rungs.filter((rung) => !isWorkingMoment(rung.at, zone))).toEqual([]);
        expect(rungs.filter((rung) => rung.at <= now)).toEqual([]);
        expect(rungs.filter((rung) => (rung.side === 'before') !== rung.at < dueAt)).toEqual([]);
        for (const [index, rung] of rungs.entries()) {
          if (index > 0) expect(rung.at.getTime()).toBeGreaterThan(rungs[index - 1]!.at.getTime());
        }
        expect(new Set(rungs.map((rung) => rung.key)).size).toBe(rungs.length);
        if (ladder === 'conference') expect(rungs.some((rung) => rung.side === 'after')).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  test('the digest carries only what is further off than 24 hours', () => {
    fc.assert(
      fc.property(cases, ({ dueMinute, aheadMinutes, zone }) => {
        const dueAt = new Date(Date.UTC(2026, 0, 10) + dueMinute * 60_000);
        const now = new Date(dueAt.getTime() - aheadMinutes * 60_000);
        const rungs = planReminders({ ladder: 'date', dueAt, calendar: office, zone, settings: usualLadder, now });
        const digests = rungs.filter((rung) => rung.mode === 'digest');

        expect(digests.filter((rung) => dueAt.getTime() - rung.at.getTime() <= 24 * 3_600_000)).toEqual([]);
      }),
    );
  });

  /** Written apart from the code under test: luxon's own weekday and minutes of the day. */
  function isWorkingMoment(at: Date, zone: string): boolean {
    const local = DateTime.fromJSDate(at, { zone });
    const minutes = local.hour * 60 + local.minute;
    const isHour = (minutes >= 480 && minutes <= 690) || (minutes >= 810 && minutes <= 1020);
    return local.weekday <= 5 && isHour;
  }
});

interface Plan {
  readonly due: readonly [string, string];
  readonly now: readonly [string, string];
  readonly zone?: string;
  readonly ladder?: LadderKind;
  readonly settings?: typeof usualLadder;
  readonly holidays?: ReadonlySet<string>;
}

function plan({ due, now, zone = hanoi, ladder = 'date', settings = usualLadder, holidays }: Plan): string[] {
  const rungs = planReminders({
    ladder,
    dueAt: momentAt(hanoi, ...due),
    calendar: calendarOf({ holidays: holidays ?? office.holidays }),
    zone,
    settings,
    now: momentAt(hanoi, ...now),
  });
  return rungs.map((rung) => show(rung, zone));
}

function show(rung: Rung, zone: string): string {
  return `${rung.key} ${rung.mode} ${DateTime.fromJSDate(rung.at, { zone }).toFormat('yyyy-MM-dd HH:mm')}`;
}
