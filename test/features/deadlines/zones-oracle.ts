/**
 * When each reminder is to come, told the naive way: every half hour is asked of Intl what a clock on the wall says then.
 * Knows nothing of the calendar and the plan that it is compared with.
 */

const halfHour = 1_800_000;
const day = 86_400_000;

interface Wall {
  readonly date: string;
  readonly time: string;
  readonly isWorkingDay: boolean;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

const read = new Map<string, Wall>();

/** Asked for the same half hours again and again. */
export function wallClock(zone: string, at: Date): Wall {
  const asked = `${zone} ${at.getTime()}`;
  const wall = read.get(asked) ?? readWall(zone, at);
  read.set(asked, wall);
  return wall;
}

function readWall(zone: string, at: Date): Wall {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone: zone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    } as const);
  clocks.set(zone, clock);
  const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}`,
    isWorkingDay: part.weekday !== 'Sat' && part.weekday !== 'Sun',
  };
}

export function isAtWork(zone: string, at: Date): boolean {
  const { time, isWorkingDay } = wallClock(zone, at);
  const isHour = (time >= '08:00' && time <= '11:30') || (time >= '13:30' && time <= '17:00');
  return isWorkingDay && isHour;
}

/** The moment at which the clock on that wall says so; nothing but looking for it. */
export function momentOnWall(zone: string, date: string, time: string): Date {
  const from = Date.parse(`${date}T00:00:00Z`) - day;
  return firstFrom(from, (at) => wallClock(zone, at).date === date && wallClock(zone, at).time === time);
}

export function firstFrom(from: number, is: (at: Date) => boolean, step = halfHour): Date {
  for (let at = from; Math.abs(at - from) < 40 * day; at += step) if (is(new Date(at))) return new Date(at);
  throw new Error('there is no such moment');
}

/** Of the person's mornings (08:30 on a working day of theirs) the first one of a day that fits, looked for from `from`. */
function morning(zone: string, from: Date, step: number, isDay: (date: string) => boolean): Date {
  return firstFrom(
    from.getTime(),
    (at) => {
      const wall = wallClock(zone, at);
      return wall.isWorkingDay && wall.time === '08:30' && isDay(wall.date);
    },
    step,
  );
}

/**
 * The ladder of a date, rule by rule; `others` is the committee's zone, on whose clock secretary and chair are told. A
 * conference has the same with `hours` of its own.
 */
export function ladderByWalls(
  zone: string,
  others: string,
  setAt: Date,
  dueAt: Date,
  hours = 3,
): Readonly<Record<string, Date>> {
  const dueDay = wallClock(zone, dueAt).date;
  const dueDayOfOthers = wallClock(others, dueAt).date;
  const daysBefore = (days: number) =>
    new Date(Date.parse(`${dueDay}T00:00:00Z`) - days * day).toISOString().slice(0, 10);
  const nthMorningAfter = (nth: number, of: string, dayOfDate: string): Date => {
    let at = morning(of, dueAt, halfHour, (date) => date > dayOfDate);
    for (let more = 1; more < nth; more += 1) at = morning(of, new Date(at.getTime() + halfHour), halfHour, () => true);
    return at;
  };
  const readOn = wallClock(
    zone,
    firstFrom(setAt.getTime() + ((halfHour - (setAt.getTime() % halfHour)) % halfHour), (at) => isAtWork(zone, at)),
  ).date;
  return {
    'first-notice': morning(zone, setAt, halfHour, (date) => date > readOn),
    'days-7': morning(zone, dueAt, -halfHour, (date) => date <= daysBefore(7)),
    'days-3': morning(zone, dueAt, -halfHour, (date) => date <= daysBefore(3)),
    'day-before': morning(zone, dueAt, -halfHour, (date) => date < dueDay),
    'hours-before': firstFrom(dueAt.getTime() - hours * 3_600_000, (at) => isAtWork(zone, at), -halfHour),
    after: nthMorningAfter(1, zone, dueDay),
    clerk: nthMorningAfter(2, others, dueDayOfOthers),
    chair: nthMorningAfter(3, others, dueDayOfOthers),
  };
}

/** Working days after the day of `now` up to the day of the date, on this wall. */
export function daysLeftByWall(zone: string, now: Date, dueAt: Date): number {
  const days = new Set<string>();
  for (let at = now.getTime(); at <= dueAt.getTime(); at += halfHour) {
    const wall = wallClock(zone, new Date(at));
    if (wall.isWorkingDay) days.add(wall.date);
  }
  const last = wallClock(zone, dueAt);
  if (last.isWorkingDay) days.add(last.date);
  days.delete(wallClock(zone, now).date);
  return days.size;
}
