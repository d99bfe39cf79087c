/** Every rule of the ladder over every change of clocks: at its hour on the reader's wall, once, with the days really left. */
import { describe, expect, test } from '@jest/globals';
import { workingDaysLeft } from '../../../src/features/deadlines/rules/days-left.ts';
import { decideReminder, digestMoment } from '../../../src/features/deadlines/rules/decide-reminder.ts';
import { nextDigest, planReminders } from '../../../src/features/deadlines/rules/plan-reminders.ts';
import { type Existing, revisePlan } from '../../../src/features/deadlines/rules/revise-plan.ts';
import { climbingLadder, type Rung } from '../../../src/features/deadlines/types/ladder.ts';
import { inZone } from '../../../src/kernel/calendar.ts';
import { asId, type PersonId } from '../../../src/kernel/ids.ts';
import { calendarOf } from '../../kernel/calendars.ts';
import { daysLeftByWall, isAtWork, ladderByWalls, momentOnWall, wallClock } from './zones-oracle.ts';

/** Each week has a change of clocks in it, or right beside it; the date is set three weeks before it is due. */
const changes = [
  ['Europe/Berlin', 'spring', '2026-03-30', '10:00'],
  ['Europe/Berlin', 'spring, on the Sunday itself', '2026-03-29', '09:00'],
  ['Europe/Berlin', 'autumn', '2026-10-26', '10:00'],
  ['America/New_York', 'spring', '2026-03-10', '16:30'],
  ['America/New_York', 'autumn, Monday early', '2026-11-02', '08:00'],
  ['Australia/Lord_Howe', 'half an hour in spring', '2026-10-05', '10:00'],
  ['Australia/Lord_Howe', 'half an hour in autumn', '2026-04-06', '09:30'],
  ['Pacific/Apia', 'the last spring that it had', '2020-09-28', '10:00'],
  ['Pacific/Apia', 'the last autumn that it had', '2021-04-05', '16:30'],
  ['Asia/Ho_Chi_Minh', 'never', '2026-03-30', '16:30'],
] as const;
const zones = [...new Set(changes.map(([zone]) => zone))];
const settings = climbingLadder;
const threeWeeks = 21 * 86_400_000;

interface Case {
  readonly home: string;
  readonly zone: string;
  readonly setAt: Date;
  readonly dueAt: Date;
}

function planOf({ home, zone, setAt, dueAt }: Case, now = setAt): readonly Rung[] {
  const input = { ladder: 'date', dueAt, calendar: calendarOf({ zone: home }), settings, now } as const;
  const own = planReminders({ ...input, zone }).filter(({ mode }) => mode === 'single' || mode === 'digest');
  const toOthers = planReminders({ ...input, zone: home }).filter(({ mode }) => mode === 'clerk' || mode === 'chair');
  return [...own, ...toOthers];
}

function caseOf(home: string, zone: string, date: string, time: string): Case {
  const dueAt = momentOnWall(home, date, time);
  return { home, zone, dueAt, setAt: new Date(dueAt.getTime() - threeWeeks) };
}

describe.each(changes)('%s, %s: due on %s at %s', (home, _season, date, time) => {
  test.each(zones)('each rule speaks at its hour on the wall of somebody in %s', (zone) => {
    const one = caseOf(home, zone, date, time);

    const planned = Object.fromEntries(planOf(one).map(({ key, at }) => [key, at.toISOString()]));

    const wanted = ladderByWalls(zone, home, one.setAt, one.dueAt);
    for (const [key, at] of Object.entries(planned)) expect([key, at]).toEqual([key, wanted[key]?.toISOString()]);
    // A list that would come with a message of its own, or too near the date, is the only one left out.
    const missing = Object.keys(wanted).filter((key) => !(key in planned));
    expect(missing.filter((key) => key !== 'days-3')).toEqual([]);
    expect(
      planOf(one).filter(({ at, mode }) => !isAtWork(mode === 'clerk' || mode === 'chair' ? home : zone, at)),
    ).toEqual([]);
  });

  test.each(zones)('and says to somebody in %s how many working days are really left', (zone) => {
    const one = caseOf(home, zone, date, time);
    const calendar = inZone(calendarOf({ zone: home }), zone);

    for (const { at, side } of planOf(one)) {
      const left = workingDaysLeft(calendar, at, one.dueAt);
      expect(left).toBe(side === 'before' ? daysLeftByWall(zone, at, one.dueAt) : null);
    }
  });
});

const conferenceStarts = changes.filter(([, , date]) => !date.endsWith('29'));

describe.each(conferenceStarts)('a conference in %s, %s, on %s at %s', (home, _season, date, time) => {
  test.each(zones)('is said to somebody in %s the working morning and an hour before, and never after', (zone) => {
    const { dueAt, setAt } = caseOf(home, zone, date, time);
    const calendar = calendarOf({ zone: home });
    const input = { ladder: 'conference', dueAt, calendar, zone, settings, now: setAt } as const;

    const planned = planReminders(input).map(({ key, at }) => [key, at.toISOString()]);

    const wanted = ladderByWalls(zone, home, setAt, dueAt, 1);
    expect(planned).toEqual([
      ['day-before', wanted['day-before']?.toISOString()],
      ['hours-before', wanted['hours-before']?.toISOString()],
    ]);
  });
});

interface Said {
  readonly key: string;
  readonly at: Date;
}

/**
 * The clockwork in small for one person who moves: planned in one zone, laid out anew in the other in the night after the
 * move (`isNoticed`), or never; what comes due in quiet time waits. A line of the list is said with the next list.
 */
function playMove(one: Case, to: string, movesAt: Date, isNoticed: boolean): readonly Said[] {
  const person = asId<PersonId>('person');
  let open = planOf(one).map(
    (rung, index): Existing<string> => ({
      ...{ ...rung, person, id: `${index}`, state: 'planned', reason: null },
    }),
  );
  const said: Said[] = [];
  const replanAt = isNoticed ? movesAt.getTime() : Number.POSITIVE_INFINITY;
  let isReplanned = false;
  for (;;) {
    const next = Math.min(...open.map(({ at }) => at.getTime()));
    if (!Number.isFinite(next)) return said;
    if (!isReplanned && next >= replanAt) {
      isReplanned = true;
      const wanted = planOf({ ...one, zone: to }).map((rung) => ({ ...rung, person }));
      const handled = said.map(({ key, at }) => ({
        ...rungOf(one, key),
        person,
        id: key,
        state: 'sent',
        reason: null,
        at,
      }));
      const { add, move, drop } = revisePlan(wanted, [...open, ...handled], movesAt);
      const moved = new Map(move.flatMap(({ at, ids }) => ids.map((id) => [id, at] as const)));
      open = open
        .filter(({ id }) => !drop.includes(id))
        .map((rung) => ({ ...rung, at: moved.get(rung.id) ?? rung.at }));
      open.push(...add.map((rung) => ({ ...rung, id: `new ${rung.key}`, state: 'planned', reason: null })));
      continue;
    }
    const now = new Date(next);
    const rung = open.find(({ at }) => at.getTime() === next);
    if (!rung) return said;
    open = open.filter((other) => other !== rung);
    const isToOthers = rung.mode === 'clerk' || rung.mode === 'chair';
    const zone = isToOthers ? one.home : now >= movesAt ? to : one.zone;
    const calendar = inZone(calendarOf({ zone: one.home }), zone);
    const singles = open.filter(({ mode, side }) => mode === 'single' && side === 'before').map(({ at }) => at);
    const facts = {
      ...{ now, dueAt: one.dueAt, stillAsked: true, isRecused: false, hasLeft: false, awayUntil: null },
      ...{ singlesToday: 0, isListedNow: false, nextSingleAt: singles[0] ?? null },
      nextDigestAt: nextDigest(calendar, settings, now),
    };
    const decision = decideReminder(rung, facts, calendar, settings);
    if (decision.kind === 'wait') open.push({ ...rung, at: decision.until });
    else if (decision.kind === 'fold-into-digest')
      said.push({ key: rung.key, at: digestMoment(calendar, settings, rung, now) });
    else if (decision.kind !== 'skip') said.push({ key: rung.key, at: now });
  }
}

function rungOf(one: Case, key: string): Rung {
  const found = [...planOf(one), ...planOf({ ...one, zone: one.home })].find((rung) => rung.key === key);
  if (!found) throw new Error(`nothing is planned as ${key}`);
  return found;
}

const moves = zones.flatMap((from) => zones.filter((to) => to !== from).map((to) => [from, to] as const));

describe.each(moves)('somebody planned for in %s who lives in %s when it is said', (from, to) => {
  const one = caseOf('Asia/Ho_Chi_Minh', from, '2026-04-01', '16:30');
  // Clocks change in Berlin on the Sunday between the move and the date.
  const movesAt = momentOnWall('Asia/Ho_Chi_Minh', '2026-03-27', '22:00');

  test.each([
    ['laid out anew that night', true],
    ['nobody noticed', false],
  ])(
    '%s: each rule speaks at most once, in working hours of where they are, on its side of the date',
    (_how, isNoticed) => {
      const said = playMove(one, to, movesAt, isNoticed);

      expect(new Set(said.map(({ key }) => key)).size).toBe(said.length);
      for (const { key, at } of said) {
        const isToOthers = key === 'clerk' || key === 'chair';
        const zone = isToOthers ? one.home : at >= movesAt ? to : from;
        expect([key, wallClock(zone, at), isAtWork(zone, at)]).toEqual([key, wallClock(zone, at), true]);
        expect([key, at < one.dueAt]).toEqual([key, rungOf(one, key).side === 'before']);
      }
      // Before the date at least one message of its own, after it one, and each of the others is told once.
      const keys = said.map(({ key }) => key);
      expect(keys.some((key) => key === 'day-before' || key === 'hours-before')).toBe(true);
      expect(keys).toEqual(expect.arrayContaining(['first-notice', 'after', 'clerk', 'chair']));
    },
  );
});
