/** The committee's reminder settings as a ladder. */
import { type LadderSettings, usualLadder } from '../types.ts';

/** The part of a committee's settings that is about reminders. */
export interface ReminderSettings {
  readonly digestAt: string;
  readonly digestDaysBefore: readonly number[];
  readonly singleHoursBefore: number;
  readonly singlesPerDay: number;
  readonly tellChairAfterDays: number | null;
}

export function ladderFrom(settings: ReminderSettings): LadderSettings {
  return {
    ...usualLadder,
    morning: settings.digestAt,
    digestDays: [...new Set(settings.digestDaysBefore)],
    hoursBefore: settings.singleHoursBefore,
    singlesPerDay: settings.singlesPerDay,
    tellChairAfterDays: settings.tellChairAfterDays,
  };
}
