import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { profileDefaults } from '../../../src/features/committees/rules.ts';
import { CommitteeSettings, profiles } from '../../../src/features/committees/types.ts';
import { checkRules, enteredFrom, readRules } from '../../../src/features/deadlines/rules/check-rules.ts';
import { ladderFrom } from '../../../src/features/deadlines/rules/ladder.ts';
import { planReminders } from '../../../src/features/deadlines/rules/plan-reminders.ts';
import { climbingLadder, type EnteredRules, usualLadder } from '../../../src/features/deadlines/types/ladder.ts';
import { isQuietTime } from '../../../src/kernel/calendar.ts';
import { calendarOf } from '../../kernel/calendars.ts';

const usual = enteredFrom(CommitteeSettings.parse({}));

describe('the rules that a committee begins with', () => {
  test.each(profiles)('of %s hold together, and climb to the chair only outside the Vietnamese ones', (profile) => {
    const { settings } = profileDefaults(profile);

    expect(checkRules(settings)).toEqual([]);
    expect(ladderFrom(settings)).toEqual(profile.startsWith('vn-') ? usualLadder : climbingLadder);
  });
});

describe('rules that do not go together are refused with their numbers', () => {
  test.each<[string, Partial<EnteredRules>, string, object]>([
    ['hours that are none', { hours: '8-11' }, 'reminder-hours-unreadable', { text: '8-11' }],
    ['hours that run backwards', { hours: '17:00–08:00' }, 'reminder-hours-unreadable', { text: '17:00–08:00' }],
    [
      'hours that overlap',
      { hours: '08:00–12:00, 11:30–17:00' },
      'reminder-hours-overlap',
      { first: '08:00–12:00', second: '11:30–17:00' },
    ],
    [
      'a daily list in quiet time',
      { digestAt: '12:30' },
      'digest-outside-hours',
      { at: '12:30', hours: '08:00–11:30, 13:30–17:00' },
    ],
    ['days that are none', { digestDays: '7, soon' }, 'digest-days-unreadable', { text: '7, soon', most: 6 }],
    ['too many days', { digestDays: '1,2,3,4,5,6,7' }, 'digest-days-unreadable', { most: 6 }],
    [
      'a day that the list does not carry any more',
      { digestFromHours: '72' },
      'digest-day-too-near',
      { days: 3, hours: 72 },
    ],
    ['a number outside its bounds', { perDay: '50' }, 'reminder-number-outside', { text: '50', min: 1, max: 10 }],
    [
      'nothing before a date',
      { kinds: ['conference-day-before'], digestDays: '', hoursBefore: null },
      'nothing-before-the-date',
      {},
    ],
    [
      'nothing before a conference',
      { kinds: ['first-notice', 'day-before'], conferenceHours: null },
      'nothing-before-a-conference',
      {},
    ],
    ['the secretary before the person', { askAgain: '3' }, 'clerk-before-person', { clerk: 2, person: 3 }],
    ['the chair before the secretary', { tellChair: '2' }, 'chair-before-clerk', { chair: 2, clerk: 2 }],
  ])('%s', (_what, change, reason, facts) => {
    const read = readRules({ ...usual, ...change });
    const problems = 'rules' in read ? checkRules(read.rules) : read.problems;

    expect(problems).toMatchObject([{ reason, facts }]);
  });

  test('several at once are all said', () => {
    const read = readRules({ ...usual, hours: '9', digestDays: 'x', perDay: '0' });

    expect('problems' in read && read.problems.map(({ field }) => field)).toEqual(['hours', 'digestDays', 'perDay']);
  });
});

describe('every set of rules that holds', () => {
  const times = ['06:00', '07:30', '08:00', '11:30', '12:00', '13:30', '17:00', '19:00', '21:15'] as const;
  const maybe = (max: number, min = 1) => fc.option(fc.integer({ min, max }).map(String), { nil: null });
  const entered: fc.Arbitrary<EnteredRules> = fc.record({
    hours: fc
      .uniqueArray(fc.constantFrom(...times), { minLength: 2, maxLength: 6 })
      .map((some) => [...some].sort())
      .map((some) => some.slice(0, some.length - (some.length % 2)))
      .map((some) => some.flatMap((from, index) => (index % 2 === 0 ? [`${from}-${some[index + 1]}`] : [])).join(', ')),
    digestAt: fc.constantFrom(...times),
    digestDays: fc.uniqueArray(fc.integer({ min: 1, max: 20 }), { maxLength: 4 }).map((days) => days.join(', ')),
    digestFromHours: fc.integer({ min: 0, max: 60 }).map(String),
    kinds: fc.subarray(['first-notice', 'day-before', 'conference-day-before']),
    hoursBefore: maybe(24),
    conferenceHours: maybe(24),
    perDay: fc.integer({ min: 1, max: 5 }).map(String),
    askAgain: maybe(3),
    tellClerk: fc.integer({ min: 1, max: 5 }).map(String),
    tellChair: maybe(9, 2),
  });

  test('is written and read back the same, and gives only reminders in its hours, in order, on their side', () => {
    let held = 0;
    fc.assert(
      fc.property(entered, fc.integer({ min: 60, max: 20 * 24 * 60 }), (form, ahead) => {
        const read = readRules(form);
        if (!('rules' in read) || checkRules(read.rules).length > 0) return;
        held += 1;
        const { rules } = read;
        const spans = rules.workingHours.map(([from, to]) => ({ from, to }));
        const calendar = calendarOf({ workingHours: spans });
        const now = new Date('2026-03-02T02:00:00Z');
        const dueAt = new Date(now.getTime() + ahead * 60_000);
        const rungs = planReminders({
          ...{ ladder: 'date', dueAt, calendar, zone: calendar.zone, settings: ladderFrom(rules), now },
        });

        expect(readRules(enteredFrom(rules))).toEqual({ rules });
        expect(rungs.filter(({ at }) => isQuietTime(calendar, at) || at <= now)).toEqual([]);
        expect(rungs.filter(({ at, side }) => (side === 'before') !== at < dueAt)).toEqual([]);
        const own = rungs.filter(({ side }) => side === 'before').map(({ at }) => at.getTime());
        expect(own).toEqual([...new Set(own)].sort((a, b) => a - b));
        const wanted = new Set(rungs.map(({ key }) => key));
        expect(wanted.has('after')).toBe(rules.askAgainAfterDays !== null);
        expect(wanted.has('chair')).toBe(rules.tellChairAfterDays !== null);
        if (!rules.dayBefore) expect(wanted.has('day-before')).toBe(false);
        if (rules.singleHoursBefore === null) expect(wanted.has('hours-before')).toBe(false);
      }),
      { numRuns: 300 },
    );

    // The generator is not vacuous.
    expect(held).toBeGreaterThan(30);
  });
});
