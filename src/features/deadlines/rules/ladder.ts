/** The committee's reminder rules as a ladder. */
import type { LadderSettings, ReminderRules } from '../types/ladder.ts';

export function ladderFrom(rules: ReminderRules): LadderSettings {
  return {
    morning: rules.digestAt,
    firstNotice: rules.firstNotice,
    digestDays: [...new Set(rules.digestDaysBefore)],
    digestFromHours: rules.digestFromHours,
    dayBefore: rules.dayBefore,
    hoursBefore: rules.singleHoursBefore,
    dayBeforeConference: rules.conferenceDayBefore,
    hoursBeforeConference: rules.conferenceHoursBefore,
    singlesPerDay: rules.singlesPerDay,
    askAgainAfterDays: rules.askAgainAfterDays,
    tellClerkAfterDays: rules.tellClerkAfterDays,
    tellChairAfterDays: rules.tellChairAfterDays,
  };
}
