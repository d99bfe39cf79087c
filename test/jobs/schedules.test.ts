import fc from 'fast-check';
import { dueTicks, lastTick, nextTick, type PeriodicTask, type Rhythm } from '../../src/jobs/schedules.ts';

const hanoi = { daily: '08:30', zone: 'Asia/Ho_Chi_Minh' };
const berlin = { daily: '02:30', zone: 'Europe/Berlin' };

test.each<{ what: string; rhythm: Rhythm; at: string; last: string; next: string }>([
  {
    what: 'in the middle of a quarter',
    rhythm: { everyMinutes: 15 },
    at: '2026-03-02T08:07:00Z',
    last: '2026-03-02T08:00:00Z',
    next: '2026-03-02T08:15:00Z',
  },
  {
    what: 'exactly on a quarter',
    rhythm: { everyMinutes: 15 },
    at: '2026-03-02T08:15:00Z',
    last: '2026-03-02T08:15:00Z',
    next: '2026-03-02T08:30:00Z',
  },
  {
    what: 'before the morning in Hanoi',
    rhythm: hanoi,
    at: '2026-03-02T01:29:59Z',
    last: '2026-03-01T01:30:00Z',
    next: '2026-03-02T01:30:00Z',
  },
  {
    what: 'exactly in the morning',
    rhythm: hanoi,
    at: '2026-03-02T01:30:00Z',
    last: '2026-03-02T01:30:00Z',
    next: '2026-03-03T01:30:00Z',
  },
  {
    what: 'the night that skips 02:30',
    rhythm: berlin,
    at: '2026-03-29T12:00:00Z',
    last: '2026-03-29T01:30:00Z',
    next: '2026-03-30T00:30:00Z',
  },
])('ticks $what', ({ rhythm, at, last, next }) => {
  const now = new Date(at);

  expect(lastTick(rhythm, now).toISOString()).toBe(new Date(last).toISOString());
  expect(nextTick(rhythm, now).toISOString()).toBe(new Date(next).toISOString());
});

test('for every moment: last tick <= moment < next tick, and no tick lies between them', () => {
  const rhythm = fc.oneof(
    fc.record({ everyMinutes: fc.integer({ min: 1, max: 240 }) }),
    fc.constantFrom<Rhythm>(hanoi, berlin, { daily: '23:45', zone: 'America/New_York' }),
  );
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });

  fc.assert(
    fc.property(rhythm, moment, (every, at) => {
      const [last, next] = [lastTick(every, at), nextTick(every, at)];
      expect(last.getTime()).toBeLessThanOrEqual(at.getTime());
      expect(next.getTime()).toBeGreaterThan(at.getTime());
      expect(lastTick(every, new Date(next.getTime() - 1)).getTime()).toBe(last.getTime());
      expect(nextTick(every, last).getTime()).toBe(next.getTime());
    }),
  );
});

test('a tick that was missed is caught up for two hours, or as long as the task says', () => {
  const run = async (): Promise<void> => {};
  const tasks: PeriodicTask[] = [
    { name: 'digest', rhythm: hanoi, run },
    { name: 'nightly', rhythm: hanoi, catchUpMinutes: 600, run },
  ];

  const names = (at: string): string[] => dueTicks(tasks, new Date(at)).map((tick) => tick.task);

  expect(names('2026-03-02T03:30:00Z')).toEqual(['digest', 'nightly']);
  expect(names('2026-03-02T03:30:01Z')).toEqual(['nightly']);
  expect(names('2026-03-02T20:00:00Z')).toEqual([]);
});
