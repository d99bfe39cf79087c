/** Every column of date polls that names a person. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

export const pollsHoldPeople: HoldsPeople = {
  moves: [
    {
      table: 'date_poll_answer',
      column: 'personId',
      once: { same: ['optionId'], until: 'supersededAt' },
      shownAs: 'polls',
      committee: ofParent('date_poll', 'pollId'),
    },
  ],
  clashes: [
    {
      kind: 'polls',
      table: 'date_poll_answer',
      column: 'personId',
      same: ['optionId'],
      only: `t."supersededAt" IS NULL AND EXISTS (
        SELECT 1 FROM "date_poll" p WHERE p."id" = t."pollId" AND p."state" IN ('prepared', 'open'))`,
      committee: ofParent('date_poll', 'pollId'),
    },
  ],
  stays: {
    'date_poll.createdBy': 'who did it then',
    'date_poll_answer.recordedBy': 'who did it then',
    'date_poll_correction.correctedBy': 'who did it then',
  },
  told: {
    conferences: ['date_poll_answer.personId'],
    recorded: ['date_poll.createdBy', 'date_poll_answer.recordedBy', 'date_poll_correction.correctedBy'],
  },
};
