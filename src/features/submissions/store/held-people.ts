/** Where submissions name people, for merging two rows of the register and for erasure. */
import type { HoldsPeople } from '../../../kernel/held-people.ts';

export const submissionsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'submission', column: 'answererId' },
    { table: 'submission_seat', column: 'personId' },
    { table: 'submission_seat', column: 'namesakeIds', isList: true },
  ],
  clashes: [],
  stays: {
    'submission.preparedBy': 'who did it then',
    'submission_seat.answeredBy': 'who did it then',
    'submission_origin.toldBy': 'who did it then',
  },
  erases: [
    {
      table: 'submission_seat',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"shown" = NULL, "word" = NULL, "reply" = NULL`,
    },
  ],
  told: {
    recorded: [
      'submission.answererId',
      'submission.preparedBy',
      'submission_seat.answeredBy',
      'submission_origin.toldBy',
    ],
    case: ['submission_seat.personId', 'submission_seat.namesakeIds'],
  },
};
