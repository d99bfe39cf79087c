import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatDate, formatShortDate } from '../../src/i18n/format.ts';
import { readDate } from '../../src/i18n/read-date.ts';
import { addDays, weekday } from '../../src/kernel/time.ts';

/** A Sunday. */
const today = '2026-11-22';

describe('a typed date', () => {
  test.each([
    ['15/12', '2026-12-15', null],
    ['15/12/2026', '2026-12-15', null],
    ['15-12-2026', '2026-12-15', null],
    ['15.12.26', '2026-12-15', null],
    ['2026-12-15', '2026-12-15', null],
    ['5/3', '2027-03-05', null],
    ['03/04/2027', '2027-04-03', null],
    ['22/11', '2026-11-22', null],
    ['15 tháng 12', '2026-12-15', null],
    ['ngày 15 tháng 12 năm 2026', '2026-12-15', null],
    ['15 December', '2026-12-15', null],
    ['December 15, 2026', '2026-12-15', null],
    ['15th of Dec', '2026-12-15', null],
    ['hôm nay', '2026-11-22', null],
    ['mai', '2026-11-23', null],
    ['tomorrow', '2026-11-23', null],
    ['ngày kia', '2026-11-24', null],
    ['3 ngày nữa', '2026-11-25', null],
    ['in 2 weeks', '2026-12-06', null],
    ['friday', '2026-11-27', null],
    ['sunday', '2026-11-29', null],
    ['thứ sáu', '2026-11-27', null],
    ['Thứ Sáu tuần sau', '2026-11-27', null],
    ['thứ 6 tuần sau', '2026-11-27', null],
    ['next friday', '2026-11-27', null],
    ['chủ nhật tuần sau', '2026-11-29', null],
    ['15/12 16:30', '2026-12-15', '16:30'],
    ['15/12, 16h30', '2026-12-15', '16:30'],
    ['16h ngày 15/12', '2026-12-15', '16:00'],
    ['lúc 16 giờ 30 ngày 15/12/2026', '2026-12-15', '16:30'],
    ['next friday at 4pm', '2026-11-27', '16:00'],
    ['mai 9h sáng', '2026-11-23', '09:00'],
    ['thứ hai 2 giờ chiều', '2026-11-23', '14:00'],
    ['12:30 pm 15 december', '2026-12-15', '12:30'],
    ['12am 15/12', '2026-12-15', '00:00'],
  ])('“%s” is %s %s', (typed, date, time) => {
    expect(readDate(typed, today)).toEqual({ date, time });
  });

  test('on a Wednesday, “thứ sáu tuần sau” is nine days off and “thứ sáu” two', () => {
    expect(readDate('thứ sáu tuần sau', '2026-11-25')?.date).toBe('2026-12-04');
    expect(readDate('thứ sáu', '2026-11-25')?.date).toBe('2026-11-27');
  });

  test.each([
    '',
    'soon',
    '30/2',
    '31/4/2027',
    '12/15/2026',
    '32/1',
    '15/12 or 16/12',
    '15/12 16:75',
    '15/12 25:00',
    '15/12 13pm',
    'friday 13',
    'thứ sáu tới',
    'next friday next week',
    'thứ chín',
    '15 smarch',
    '15/12/2026 please',
    'khoảng 15/12',
    '15/12-2026',
    '15',
    '2026',
    '16:30',
    'constructor',
    '__proto__',
  ])('“%s” is not understood as a whole, so it is no date', (typed) => {
    expect(readDate(typed, today)).toBeNull();
  });

  const anyDate = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2024-01-01', days));
  const anyTime = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

  test('what we write ourselves is read back as the same day, in both languages', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyDate, (date, time, now) => {
        for (const locale of ['vi', 'en'] as const) {
          expect(readDate(formatShortDate(locale, date), now)).toEqual({ date, time: null });
          expect(readDate(`${formatShortDate(locale, date)} ${time}`, now)).toEqual({ date, time });
        }
        // Control: the long form carries the weekday, which this grammar does not check against the date.
        expect(readDate(formatDate('vi', date), now)).toBeNull();
      }),
    );
  });

  test('a day without a year is never in the past and at most a year off', () => {
    fc.assert(
      fc.property(anyDate, anyDate, (date, now) => {
        const [, month, day] = date.split('-');
        const read = readDate(`${day}/${month}`, now);

        if (read === null) expect(`${day}/${month}`).toBe('29/02');
        else {
          expect(read.date >= now).toBe(true);
          expect(read.date <= addDays(now, 366)).toBe(true);
          expect(read.date.slice(5)).toBe(date.slice(5));
        }
      }),
    );
  });

  test('a weekday is the next such day, within a week and never today', () => {
    const names = ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật'];
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 6 }), (now, index) => {
        const read = readDate(names[index]!, now)!;

        expect(weekday(read.date)).toBe(index + 1);
        expect(read.date > now && read.date <= addDays(now, 7)).toBe(true);
      }),
    );
  });
});
