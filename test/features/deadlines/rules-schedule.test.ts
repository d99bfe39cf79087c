import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { profiles } from '../../../src/features/committees/types.ts';
import {
  earliestEnd,
  layOut,
  linkSteps,
  pushBack,
  type StandingDate,
  scheduleTemplates,
} from '../../../src/features/deadlines/rules/schedule.ts';
import { stepKeys } from '../../../src/features/deadlines/types/schedule.ts';
import { calendarOf } from '../../kernel/calendars.ts';

const office = calendarOf({ holidays: new Set(['2026-04-30', '2026-05-01']) });
const party = scheduleTemplates['vn-party']!;

describe('laying out backwards', () => {
  test('the usual time for every step, over a weekend and a holiday, and the rest as slack before the first', () => {
    const laidOut = layOut(party, office, '2026-03-16', '2026-05-05');

    expect(laidOut).toMatchObject({ ok: true, value: { target: '2026-05-05', slack: 1 } });
    expect(laidOut.ok && laidOut.value.steps.map(({ key, date }) => `${key} ${date}`)).toEqual([
      ...['names 2026-03-31', 'freeze 2026-04-02', 'review 2026-04-13', 'synthesis 2026-04-16'],
      ...['conference 2026-04-23', 'minutes 2026-04-28', 'submission 2026-05-05'],
    ]);
  });

  test('a day off at the end is the working day before it', () => {
    expect(layOut(party, office, '2026-03-02', '2026-05-01')).toMatchObject({ value: { target: '2026-04-29' } });
  });

  test('with the least time it fits exactly, with a day less it is refused with the numbers', () => {
    expect(layOut(party, office, '2026-03-02', '2026-03-23')).toMatchObject({ ok: true, value: { slack: 0 } });
    expect(layOut(party, office, '2026-03-02', '2026-03-20')).toMatchObject({
      ...{ reason: 'schedule-does-not-fit', facts: { step: 'names', needed: 15, available: 14, missing: 1 } },
    });
  });

  test.each(profiles)(
    'there is a template for %s with every step in its order, and the usual is never below the least',
    (profile) => {
      const template = scheduleTemplates[profile] ?? [];

      expect(template.map(({ key }) => key)).toEqual(stepKeys);
      expect(template.filter(({ usual, min }) => usual < min || min < 1)).toEqual([]);
    },
  );

  test('whenever there is time enough it fits, every step has its least time, and no working day is lost', () => {
    fc.assert(
      fc.property(fc.constantFrom(...profiles), days(0, 200), days(0, 200), (profile, from, length) => {
        const template = scheduleTemplates[profile]!;
        const [today, dueOn] = [day(from), day(from + length)];
        const laidOut = layOut(template, office, today, dueOn);
        const available = worked(today, dueOn).length;
        const least = template.reduce((sum, { min }) => sum + min, 0);

        expect(laidOut.ok).toBe(available >= least);
        if (!laidOut.ok) return;
        const { steps, slack } = laidOut.value;
        const gaps = steps.slice(1).map((step, index) => worked(steps[index]!.date, step.date).length);
        expect(gaps).toEqual(steps.slice(1).map((step) => step.days));
        expect(steps.filter((step) => step.days < step.min)).toEqual([]);
        expect(slack + steps.reduce((sum, step) => sum + step.days, 0)).toBe(available);
        expect(steps.at(-1)?.date).toBe(laidOut.value.target);
      }),
      { numRuns: 150 },
    );
  });
});

describe('when something slips', () => {
  const steps = arranged('2026-03-16', '2026-05-05');

  test('only what follows too closely moves, by as little as it needs', () => {
    const late = changed(steps, 'review', '2026-04-15');

    expect(pushBack(office, late, '2026-05-05')).toEqual({ moves: [], lacking: null });
    expect(pushBack(office, changed(steps, 'review', '2026-04-22'), '2026-05-05')).toEqual({
      lacking: null,
      moves: [
        { key: 'synthesis', from: '2026-04-16', to: '2026-04-23' },
        { key: 'conference', from: '2026-04-23', to: '2026-04-28' },
        { key: 'minutes', from: '2026-04-28', to: '2026-04-29' },
      ],
    });
  });

  test('what does not fit any more names the step, its last day and the working days that are missing', () => {
    const lost = changed(steps, 'review', '2026-04-27');

    expect(pushBack(office, lost, '2026-05-05')).toEqual({
      ...{ moves: [], lacking: { step: 'review', days: 2, latest: '2026-04-23' } },
    });
  });

  test('as a search over all calendars would find it: nothing earlier would do, and it ends in time', () => {
    const slip = fc.record({ step: fc.nat(6), by: fc.nat(25), done: fc.nat(3) });
    fc.assert(
      fc.property(slip, ({ step, by, done }) => {
        const slipped = steps.map((one, index) => ({
          ...one,
          isDone: index < Math.min(done, step),
          date: index === step ? plus(one.date, by) : one.date,
        }));
        const { moves, lacking } = pushBack(office, slipped, '2026-05-05');

        const wanted = oracle(slipped);
        expect(lacking === null).toBe(wanted.at(-1)! <= '2026-05-05');
        if (lacking) return;
        const dates = slipped.map(({ key, date }) => moves.find((move) => move.key === key)?.to ?? date);
        expect(dates).toEqual(wanted);
      }),
    );
  });

  test('a step whose day is over ends today at the earliest, and pushes what follows', () => {
    const late = steps.map((step) => (step.key === 'freeze' ? { ...step, notBefore: '2026-04-09' } : step));

    expect(pushBack(office, late, '2026-05-05').moves).toEqual([
      { key: 'freeze', from: '2026-04-02', to: '2026-04-09' },
      { key: 'review', from: '2026-04-13', to: '2026-04-14' },
    ]);
  });

  test('so late that the end is lost it is said of that step', () => {
    const late = steps.map((step) => (step.key === 'minutes' ? { ...step, notBefore: '2026-05-06' } : step));

    expect(pushBack(office, late, '2026-05-05').lacking).toMatchObject({ step: 'minutes', latest: '2026-05-04' });
  });

  test('least times are counted from the day on which a step was really done; where nobody can say, nothing is', () => {
    const early = changed(steps, 'review', '2026-04-02');
    const done = (doneOn: string | null) =>
      early.map((step) => (step.key === 'freeze' ? { ...step, isDone: true, doneOn } : step));

    expect(pushBack(office, done('2026-03-30'), '2026-05-05').moves).toEqual([]);
    expect(pushBack(office, done(null), '2026-05-05').moves).toEqual([]);
    expect(pushBack(office, done('2026-04-01'), '2026-05-05').moves).toEqual([
      { key: 'review', from: '2026-04-02', to: '2026-04-06' },
    ]);
  });

  /** Day by day: each step on the first day on which enough days have been worked since the one before. */
  function oracle(all: readonly StandingDate[]): readonly string[] {
    const dates: string[] = [];
    for (const [index, { date, min, isDone }] of all.entries()) {
      let at = date;
      while (index > 0 && !isDone && worked(dates[index - 1]!, at).length < min) at = plus(at, 1);
      dates.push(at);
    }
    return dates;
  }
});

describe('what the steps have become', () => {
  const steps = arranged('2026-03-16', '2026-05-05');
  const date = (kind: string, day: string) => ({ subject: { kind, id: day }, dueAt: new Date(`${day}T09:30:00Z`) });

  test('of several conferences the one nearest to the day of the step, of two as near the later one', () => {
    const dates = ['2026-03-20', '2026-04-20', '2026-04-26', '2026-06-01'].map((day) => date('conference', day));

    const linked = linkSteps(office, steps, dates);

    expect([...linked].map(([key, { subject }]) => `${key} ${subject.id}`)).toEqual(['conference 2026-04-26']);
  });

  test('names, rounds and conferences, and no other date', () => {
    const dates = ['plan-names', 'review-round', 'conference', 'conference-reply', 'task', 'date-poll'].map((kind) =>
      date(kind, '2026-04-10'),
    );

    expect([...linkSteps(office, steps, dates).keys()]).toEqual(['names', 'review', 'conference']);
  });
});

test.each([
  ['2026-04-02T08:00', '2026-04-02'],
  ['2026-04-02T16:29', '2026-04-02'],
  ['2026-04-02T16:30', '2026-04-03'],
  ['2026-04-03T17:00', '2026-04-06'],
  ['2026-04-29T18:00', '2026-05-04'],
  ['2026-05-01T09:00', '2026-05-04'],
])('at %s something can still be finished on %s', (now, day) => {
  expect(earliestEnd(office, new Date(`${now}:00+07:00`))).toBe(day);
});

function arranged(today: string, dueOn: string): readonly StandingDate[] {
  const laidOut = layOut(party, office, today, dueOn);
  if (!laidOut.ok) throw new Error(laidOut.reason);
  return laidOut.value.steps.map(({ key, date, min }) => ({ key, date, min, isDone: false }));
}

function changed(steps: readonly StandingDate[], key: string, date: string): readonly StandingDate[] {
  return steps.map((step) => (step.key === key ? { ...step, date } : step));
}

function days(min: number, max: number) {
  return fc.integer({ min, max });
}

function day(count: number): string {
  return plus('2026-01-05', count);
}

function plus(date: string, count: number): string {
  return new Date(Date.parse(date) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The working days after `from` up to `to`, written apart from the code under test. */
function worked(from: string, to: string): readonly string[] {
  const found: string[] = [];
  for (let date = plus(from, 1); date <= to; date = plus(date, 1)) {
    const weekday = new Date(date).getUTCDay();
    if (weekday > 0 && weekday < 6 && !office.holidays.has(date)) found.push(date);
  }
  return found;
}
