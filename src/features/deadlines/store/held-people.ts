/** Whom reminders are for. */
import type { HoldsPeople } from '../../../kernel/held-people.ts';

export const deadlinesHoldPeople: HoldsPeople = {
  moves: [{ table: 'reminder', column: 'personId', once: { same: ['deadlineId', 'rung', 'version'] } }],
  clashes: [],
  stays: {},
  told: {
    messages: ['reminder.personId'],
  },
};
