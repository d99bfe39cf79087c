import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lastOf } from '../../../src/features/deadlines/rules/day-of-person.ts';
import { decideReminder, digestMoment } from '../../../src/features/deadlines/rules/decide-reminder.ts';
import { nextDigest, planReminders } from '../../../src/features/deadlines/rules/plan-reminders.ts';
import { type Rung, usualLadder } from '../../../src/features/deadlines/types/ladder.ts';
import { inZone, isQuietTime } from '../../../src/kernel/calendar.ts';
import { calendarOf, zones } from '../../kernel/calendars.ts';

/** One person, one date, nobody answers; the bot is gone from `from` to `to`, and the person may move meanwhile. */
interface Case {
  readonly setAt: Date;
  readonly dueAt: Date;
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
  readonly zoneAfter: string;
}

interface Said {
  readonly at: Date;
  readonly side: Rung['side'];
  readonly to: 'person' | 'others';
  readonly isCaughtUp: boolean;
}

const minute = 60_000;
const hour = 60 * minute;

/** Two years from New Year 2026: every change of summer time of the zones is in it. */
const cases: fc.Arbitrary<Case> = fc
  .record({
    due: fc.integer({ min: 40 * 24 * 60, max: 2 * 365 * 24 * 60 }),
    leadMinutes: fc.integer({ min: 60, max: 30 * 24 * 60 }),
    outageAt: fc.integer({ min: 0, max: 40 * 24 * 60 }),
    lasts: fc.oneof(
      fc.integer({ min: 1, max: 24 * 60 }),
      fc.integer({ min: 1, max: 60 * 24 * 60 }),
      fc.constant(400 * 24 * 60),
    ),
    // The days before the date are where most rungs are.
    endsBefore: fc.option(fc.integer({ min: 1, max: 4 * 24 * 60 }), { nil: null }),
    zone: fc.constantFrom(...zones),
    zoneAfter: fc.option(fc.constantFrom(...zones), { nil: null }),
  })
  .map(({ due, leadMinutes, outageAt, lasts, endsBefore, zone, zoneAfter }) => {
    const dueAt = new Date(Date.UTC(2026, 0, 1) + due * minute);
    const setAt = new Date(dueAt.getTime() - leadMinutes * minute);
    const from = new Date(setAt.getTime() + outageAt * minute);
    const near = new Date(dueAt.getTime() - (endsBefore ?? 0) * minute);
    const to = endsBefore !== null && near > from ? near : new Date(from.getTime() + lasts * minute);
    return { setAt, dueAt, from, to, zone, zoneAfter: zoneAfter ?? zone };
  });

/** The job runner in small: each moment at which something is due, decided as the operation decides it. */
function play({ setAt, dueAt, from, to, zone, zoneAfter }: Case): readonly Said[] {
  const home = calendarOf();
  let open = [...planReminders({ ladder: 'date', dueAt, calendar: home, zone, settings: usualLadder, now: setAt })];
  const said: Said[] = [];
  const lists = new Set<number>();
  for (;;) {
    const next = Math.min(...open.map(({ at }) => at.getTime()));
    if (!Number.isFinite(next)) return said;
    const isOut = next >= from.getTime() && next < to.getTime();
    const now = isOut ? to : new Date(next);
    const mine = inZone(home, now >= to ? zoneAfter : zone);
    const due = open.filter(({ at }) => at <= now);
    open = open.filter(({ at }) => at > now);
    for (const rung of lastOf(due).speaks) {
      const isToOthers = rung.mode === 'clerk';
      const calendar = isToOthers ? home : mine;
      const coming = open.filter(({ mode, side }) => mode === 'single' && side === 'before').map(({ at }) => at);
      const decision = decideReminder(
        rung,
        {
          ...{ now, dueAt, stillAsked: true, isRecused: false, hasLeft: false, awayUntil: null, singlesToday: 0 },
          nextDigestAt: nextDigest(calendar, usualLadder, now),
          isListedNow: false,
          nextSingleAt: coming[0] ?? null,
        },
        calendar,
        usualLadder,
      );
      const fact = { side: rung.side, isCaughtUp: isOut } as const;
      if (decision.kind === 'wait') open.push({ ...rung, at: decision.until });
      if (decision.kind === 'send') said.push({ ...fact, at: now, to: 'person' });
      if (decision.kind === 'tell-clerk') said.push({ ...fact, at: now, to: 'others' });
      if (decision.kind !== 'fold-into-digest') continue;
      // The list of a day is one card, whatever asks for it.
      const at = digestMoment(calendar, usualLadder, rung, now);
      if (!lists.has(at.getTime())) said.push({ ...fact, at, to: 'person' });
      lists.add(at.getTime());
    }
  }
}

describe('an outage of any length, over changes of summer time and moves between zones', () => {
  const every = (check: (one: Case, said: readonly Said[]) => void) =>
    fc.assert(
      fc.property(cases, (one) => check(one, play(one))),
      { numRuns: 120 },
    );

  test('nothing is said while it lasts, and nothing in the quiet time of whoever reads it', () => {
    every(({ from, to, zone, zoneAfter }, said) => {
      for (const { at, to: whom } of said) {
        expect(at < from || at >= to).toBe(true);
        // In the first quarter of an hour a message still counts for its planned minute.
        const reader = calendarOf({ zone: whom === 'others' ? 'Asia/Ho_Chi_Minh' : at < to ? zone : zoneAfter });
        expect(isQuietTime(reader, at) && isQuietTime(reader, new Date(at.getTime() - 15 * minute))).toBe(false);
      }
    });
  });

  test('what came before the date is never said at or after it', () => {
    every(({ dueAt }, said) => {
      expect(said.filter(({ side, at }) => side === 'before' && at > dueAt)).toEqual([]);
    });
  });

  test('what is caught up is one message about the date, and never two at one moment', () => {
    every((_one, said) => {
      const own = said.filter(({ to }) => to === 'person');

      expect(own.filter(({ isCaughtUp }) => isCaughtUp).length).toBeLessThanOrEqual(1);
      expect(new Set(own.map(({ at }) => at.getTime())).size).toBe(own.length);
    });
  });

  test('whoever missed something and has two working days left hears of it before the date', () => {
    every(({ from, to, setAt, dueAt, zoneAfter }, said) => {
      const plan = planReminders({
        ...{ ladder: 'date', dueAt, calendar: calendarOf(), zone: zoneAfter, settings: usualLadder, now: setAt },
      });
      const missed = plan.some(({ at, side }) => side === 'before' && at >= from && at < to);
      if (!missed || workingMinutes(to, dueAt, zoneAfter) < 2 * 7 * 60) return;

      expect(said.some(({ at, to: whom, side }) => whom === 'person' && side === 'before' && at >= to)).toBe(true);
    });
  });

  test('after the date the person is asked once more and the committee secretary told once, however long it lasted', () => {
    every((_one, said) => {
      const after = said.filter(({ side }) => side === 'after').map(({ to }) => to);

      expect([...after].sort()).toEqual(['others', 'person']);
    });
  });

  test('control: with the plan alone, an outage would say several things at once', () => {
    const worst = fc.sample(cases, { numRuns: 200, seed: 7 }).map(({ setAt, dueAt, from, to, zone }) => {
      const plan = planReminders({
        ...{ ladder: 'date', dueAt, calendar: calendarOf(), zone, settings: usualLadder, now: setAt },
      });
      return plan.filter(({ at, mode }) => mode !== 'clerk' && at >= from && at < to).length;
    });

    expect(Math.max(...worst)).toBeGreaterThan(1);
  });
});

/** Written apart from the code under test: the platform's own zones, quarter of an hour by quarter of an hour. */
function workingMinutes(from: Date, until: Date, zone: string): number {
  const clock = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  let minutes = 0;
  const end = Math.min(until.getTime(), from.getTime() + 8 * 24 * hour);
  for (let at = from.getTime(); at < end; at += 15 * minute) {
    const parts = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    const time = `${parts.hour}:${parts.minute}`;
    const isHour = (time >= '08:00' && time < '11:30') || (time >= '13:30' && time < '17:00');
    if (isHour && !['Sat', 'Sun'].includes(parts.weekday ?? '')) minutes += 15;
  }
  return minutes;
}
