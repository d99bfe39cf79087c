/** Where submissions name people, for merging two rows of the register and for erasure. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

export const submissionsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'submission', column: 'answererId' },
    { table: 'submission_seat', column: 'personId' },
    { table: 'submission_seat', column: 'namesakeIds', isList: true },
  ],
  clashes: [],
  keeps: [
    ...[{ column: 'personId' }, { column: 'namesakeIds', isList: true } as const].map((named) => ({
      ...{ kind: 'submissions' as const, table: 'submission_seat', ...named },
      committee: ofParent('submission', 'submissionId'),
      // An answer counts when the decision is entered: until then the authority may change it.
      at: `(SELECT CASE WHEN s."state" = 'withdrawn' THEN COALESCE(s."settledAt", s."preparedAt")
        ELSE COALESCE(t."sentBackAt", s."settledAt") END FROM "submission" s WHERE s."id" = t."submissionId")`,
    })),
    {
      ...{ kind: 'submissions', table: 'submission', column: 'answererId', committee: 't."committeeId"' },
      at: `CASE WHEN t."state" = 'withdrawn' THEN COALESCE(t."settledAt", t."preparedAt") ELSE t."settledAt" END`,
    },
  ],
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
