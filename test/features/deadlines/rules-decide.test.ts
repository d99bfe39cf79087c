import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { admitSingles, decideReminder } from '../../../src/features/deadlines/rules/decide-reminder.ts';
import { snoozeOptions } from '../../../src/features/deadlines/rules/snooze-options.ts';
import { type Rung, type RungKey, usualLadder } from '../../../src/features/deadlines/types/ladder.ts';
import type { ReminderFacts } from '../../../src/features/deadlines/types/reminders.ts';
import { isQuietTime } from '../../../src/kernel/calendar.ts';
import { dateIn, momentAt, timeIn } from '../../../src/kernel/time.ts';
import { calendarOf, zones } from '../../kernel/calendars.ts';

const hanoi = 'Asia/Ho_Chi_Minh';
const calendar = calendarOf();
const thursday = momentAt(hanoi, '2026-09-17', '08:30');
const friday = momentAt(hanoi, '2026-09-18', '13:30');

describe('a reminder whose time has come', () => {
  const single = rung('hours-before', 'single', friday);
  const morning = rung('day-before', 'single', thursday);
  const digest = rung('days-3', 'digest', thursday);
  const after = rung('after', 'single', momentAt(hanoi, '2026-09-21', '08:30'));
  const nextWeek = momentAt(hanoi, '2026-09-23', '08:00');

  test.each([
    ['goes out when the person is still asked', single, {}, { kind: 'send' }],
    ['is dropped when it is done', single, { stillAsked: false }, { kind: 'skip', reason: 'done' }],
    ['is dropped for somebody recused', single, { isRecused: true }, { kind: 'skip', reason: 'recused' }],
    ['is dropped for somebody who left', single, { hasLeft: true }, { kind: 'skip', reason: 'left' }],
    ['in a digest is folded into it', digest, {}, { kind: 'fold-into-digest' }],
    ['in a digest is dropped while away', digest, { awayUntil: friday }, { kind: 'skip', reason: 'away' }],
    ['waits out a short absence', morning, { awayUntil: friday }, { kind: 'skip', reason: 'away' }],
    [
      'tells the committee secretary once of an absence over the date',
      morning,
      { awayUntil: nextWeek },
      { kind: 'tell-clerk', because: 'away-over-the-date' },
    ],
    ['is then not repeated to somebody away', single, { awayUntil: nextWeek }, { kind: 'skip', reason: 'away' }],
    ['is left to the list that goes in the same minute', morning, { isListedNow: true }, { kind: 'leave-to-list' }],
    [
      'is left to it also as the third of a day',
      morning,
      { isListedNow: true, singlesToday: 2 },
      { kind: 'leave-to-list' },
    ],
    [
      'is dropped all the same when it is done',
      morning,
      { isListedNow: true, stillAsked: false },
      { kind: 'skip', reason: 'done' },
    ],
    [
      'of an absence over the date is told all the same',
      morning,
      { isListedNow: true, awayUntil: nextWeek },
      { kind: 'tell-clerk', because: 'away-over-the-date' },
    ],
    ['as the third of a day joins the next digest', morning, { singlesToday: 2 }, { kind: 'fold-into-digest' }],
    [
      'as the third of a day is dropped when the next digest comes too late',
      single,
      { singlesToday: 2 },
      { kind: 'skip', reason: 'enough-for-today' },
    ],
    ['after the date and too many that day joins the digest', after, { singlesToday: 2 }, { kind: 'fold-into-digest' }],
    ['after the date goes to the person', after, {}, { kind: 'send' }],
    [
      'for the committee secretary tells them',
      rung('clerk', 'clerk', after.at),
      {},
      { kind: 'tell-clerk', because: 'no-answer' },
    ],
    [
      'for the committee secretary is dropped when done',
      rung('clerk', 'clerk', after.at),
      { stillAsked: false },
      { kind: 'skip', reason: 'done' },
    ],
    ['for the chair tells the chair', rung('chair', 'chair', after.at), {}, { kind: 'tell-chair' }],
  ] as const)('%s', (_, planned, changes, decision) => {
    expect(decideReminder(planned, facts(planned, changes), calendar, usualLadder)).toEqual(decision);
  });

  test('caught up after an outage, what came before the date is no longer due once the date has passed', () => {
    const now = momentAt(hanoi, '2026-09-21', '09:00');

    expect(decideReminder(single, facts(single, { now }), calendar, usualLadder)).toEqual({
      kind: 'skip',
      reason: 'no-longer-due',
    });
  });

  test('caught up at night it waits for the morning', () => {
    const now = momentAt(hanoi, '2026-09-17', '23:00');

    expect(decideReminder(morning, facts(morning, { now }), calendar, usualLadder)).toEqual({
      kind: 'wait',
      until: momentAt(hanoi, '2026-09-18', '08:00'),
    });
  });

  test('a line of the list caught up in the night gives way to the message of its own that morning', () => {
    const now = momentAt(hanoi, '2026-09-17', '06:00');
    const missed = rung('days-3', 'digest', momentAt(hanoi, '2026-09-15', '08:30'));
    const decided = (nextSingleAt: Date | null) =>
      decideReminder(missed, facts(missed, { now, nextSingleAt }), calendar, usualLadder);

    expect(decided(thursday)).toEqual({ kind: 'skip', reason: 'superseded' });
    expect(decided(null)).toEqual({ kind: 'fold-into-digest' });
  });

  test('planned for the last minute of the working day it goes out although its job ran five minutes late', () => {
    const evening = rung('hours-before', 'single', momentAt(hanoi, '2026-09-17', '17:00'));
    const now = momentAt(hanoi, '2026-09-17', '17:05');

    expect(decideReminder(evening, facts(evening, { now }), calendar, usualLadder)).toEqual({ kind: 'send' });
  });

  test('for somebody who has moved to another zone it waits for their working hours', () => {
    const inLondon = calendarOf({ zone: 'Europe/London' });

    expect(decideReminder(morning, facts(morning, {}), inLondon, usualLadder)).toEqual({
      kind: 'wait',
      until: momentAt('Europe/London', '2026-09-17', '08:00'),
    });
  });
});

describe('two singles a day', () => {
  test('the nearest dates go, the others are held', () => {
    const planned = [
      { id: 'c', dueAt: friday },
      { id: 'a', dueAt: thursday },
      { id: 'b', dueAt: friday },
    ];

    const { admitted, held } = admitSingles(planned, 0, 2);

    expect(admitted.map((single) => single.id)).toEqual(['a', 'b']);
    expect(held.map((single) => single.id)).toEqual(['c']);
  });

  test('never more than two with those already sent, and none is lost', () => {
    const singles = fc.array(fc.record({ id: fc.uuid(), dueAt: fc.date({ noInvalidDate: true }) }), { maxLength: 8 });
    fc.assert(
      fc.property(singles, fc.integer({ min: 0, max: 4 }), (planned, sent) => {
        const { admitted, held } = admitSingles(planned, sent, 2);

        expect(admitted.length).toBe(Math.min(planned.length, Math.max(0, 2 - sent)));
        expect([...admitted, ...held].map((single) => single.id).sort()).toEqual(
          planned.map((single) => single.id).sort(),
        );
        const latestAdmitted = Math.max(...admitted.map((single) => single.dueAt.getTime()));
        expect(held.filter((single) => single.dueAt.getTime() < latestAdmitted)).toEqual([]);
      }),
    );
  });
});

describe('snoozing', () => {
  test.each([
    [
      '2026-09-15',
      '09:00',
      ['three-hours 2026-09-15 13:30', 'tomorrow-morning 2026-09-16 08:30', 'day-before 2026-09-17 08:30'],
    ],
    ['2026-09-16', '09:00', ['three-hours 2026-09-16 13:30', 'tomorrow-morning 2026-09-17 08:30']],
    ['2026-09-17', '16:00', ['three-hours 2026-09-18 08:00', 'tomorrow-morning 2026-09-18 08:30']],
    ['2026-09-18', '15:00', []],
  ])('on %s at %s offers %j before Friday 16:30', (date, time, offered) => {
    const options = snoozeOptions(
      momentAt(hanoi, '2026-09-18', '16:30'),
      calendar,
      usualLadder,
      momentAt(hanoi, date, time),
    );

    expect(options.map((option) => `${option.key} ${dateIn(hanoi, option.at)} ${timeIn(hanoi, option.at)}`)).toEqual(
      offered,
    );
  });

  test('offers only working moments between now and the date, in order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 1_000_000 }),
        fc.integer({ min: -600, max: 20_000 }),
        (zone, minute, ahead) => {
          const local = calendarOf({ zone });
          const now = new Date(Date.UTC(2026, 0, 10) + minute * 60_000);
          const dueAt = new Date(now.getTime() + ahead * 60_000);
          const moments = snoozeOptions(dueAt, local, usualLadder, now).map((option) => option.at);

          expect(moments.filter((at) => at <= now || at >= dueAt || isQuietTime(local, at))).toEqual([]);
          expect(moments).toEqual([...moments].sort((a, b) => a.getTime() - b.getTime()));
        },
      ),
    );
  });
});

function rung(key: RungKey, mode: Rung['mode'], at: Date): Rung {
  return { key, at, mode, side: ['after', 'clerk', 'chair'].includes(key) ? 'after' : 'before' };
}

/** A person asked until Friday 16:30 who has done nothing yet, seen when the rung falls due. */
function facts(planned: Rung, changes: Partial<ReminderFacts>): ReminderFacts {
  const now = changes.now ?? planned.at;
  return {
    now,
    dueAt: momentAt(hanoi, '2026-09-18', '16:30'),
    stillAsked: true,
    isRecused: false,
    hasLeft: false,
    awayUntil: null,
    singlesToday: 0,
    nextDigestAt: new Date(now.getTime() + 86_400_000),
    isListedNow: false,
    nextSingleAt: null,
    ...changes,
  };
}
