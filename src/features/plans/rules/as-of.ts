/** A plan as it stood on a day, from rows that keep what they said before; and what is not known of that day. */
import { addDays, dateIn, momentAt, type PlainDate } from '../../../kernel/time.ts';
import type { KeptEntry, KeptPlan, KeptPosition, Position, Spoken } from '../types.ts';
import type { Placed } from './differences.ts';

/** A calendar day where the committee is. What happened on the day itself is in. */
export interface Day {
  readonly date: PlainDate;
  /** The moment at which the day is over. */
  readonly end: Date;
}

export function dayOf(zone: string, date: PlainDate): Day {
  return { date, end: momentAt(zone, addDays(date, 1), '00:00') };
}

export interface StandingEntry extends Placed {
  readonly entry: KeptEntry;
  /** As it was on that day. */
  readonly readiness: string | null;
  /** The bot was told only after that day. */
  readonly isRecordedLater: boolean;
}

export interface PlanAsOf {
  readonly day: Day;
  readonly positions: readonly Position[];
  readonly standing: readonly StandingEntry[];
  /** Had left by a decision of which the bot was told only later: on that day it still showed them. */
  readonly leftUnrecorded: readonly KeptEntry[];
  /** Taken over later without a date: nobody can say whether they stood on that day. */
  readonly unknown: readonly KeptEntry[];
  /** On that day the plan was not in the bot yet: its positions are those with which it was made. */
  readonly isBeforeMade: boolean;
}

/**
 * Who stood is decided by the days of the decisions as they are known today, from the day of entry on, up to the day of
 * leaving; an entry without a date stands from the day on which the bot was told. Groups and positions are as they were
 * written then.
 */
export function planAsOf(kept: KeptPlan, day: Day, zone: string): PlanAsOf {
  const isBeforeMade = kept.madeAt >= day.end;
  const firstDay = dayOf(zone, dateIn(zone, kept.madeAt));
  const started = kept.entries.filter((entry) => hasStarted(entry, day));
  return {
    day,
    positions: positionsOn(kept.positions, isBeforeMade ? firstDay : day),
    standing: started
      .filter((entry) => !hasLeft(entry, day))
      .map((entry) => ({
        ...{ id: entry.id, position: entry.position, person: entry.person },
        ...{ cameBy: entry.changeIn, leftBy: entry.changeOut, entry },
        readiness: saidOn(entry.groups, day),
        isRecordedLater: isAfter(entry.recordedAt, day),
      })),
    leftUnrecorded: started.filter(
      (entry) => hasLeft(entry, day) && isAfter(entry.leftRecordedAt, day) && !isAfter(entry.recordedAt, day),
    ),
    unknown: kept.entries.filter(
      (entry) => entry.enteredOn === null && isAfter(entry.recordedAt, day) && !hasLeft(entry, day),
    ),
    isBeforeMade,
  };
}

/** What it said when the day was over. */
export function saidOn<Said>({ said, formerly }: Spoken<Said>, day: Day): Said {
  const replaced = formerly.find(({ replacedAt }) => isAfter(replacedAt, day));
  return replaced ? replaced.said : said;
}

function positionsOn(positions: readonly KeptPosition[], day: Day): readonly Position[] {
  return positions
    .filter(({ openedAt }) => !isAfter(openedAt, day))
    .map((position) => saidOn(position, day))
    .filter(({ endedAt }) => endedAt === null || isAfter(endedAt, day))
    .map(({ endedAt: _, ...position }) => position)
    .sort((a, b) => a.rank - b.rank || (a.title < b.title ? -1 : 1));
}

function hasStarted({ enteredOn, recordedAt }: KeptEntry, day: Day): boolean {
  return enteredOn === null ? !isAfter(recordedAt, day) : enteredOn <= day.date;
}

function hasLeft({ leftOn }: KeptEntry, day: Day): boolean {
  return leftOn !== null && leftOn <= day.date;
}

function isAfter(at: Date | null, day: Day): boolean {
  return at !== null && at >= day.end;
}
