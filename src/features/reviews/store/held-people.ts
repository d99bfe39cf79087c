/** Whom reviews name: those asked, their answers and drafts, nominees of frozen lists, and who leads a case. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

export const reviewsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'nominee_list_entry', column: 'personId' },
    {
      table: 'review_participant',
      column: 'personId',
      once: { same: ['roundId'] },
      shownAs: 'reviews',
      committee: ofParent('review_round', 'roundId'),
    },
    { table: 'review_participant', column: 'passedTo' },
    { table: 'review_look', column: 'personId', once: { same: ['roundId'] } },
    { table: 'review_draft', column: 'personId', once: { same: ['roundId', 'authorId'] } },
    { table: 'review_draft', column: 'authorId', once: { same: ['roundId', 'personId'] } },
    { table: 'review_lead', column: 'nomineeId', once: { same: ['committeeId'], until: 'endedAt' } },
    { table: 'review_lead', column: 'leaderId' },
    { table: 'review_round', column: 'toldIds', isList: true },
  ],
  clashes: [
    {
      kind: 'reviews',
      table: 'review_participant',
      column: 'personId',
      same: ['roundId'],
      only: `EXISTS (
        SELECT 1 FROM "review_round" r WHERE r."id" = t."roundId" AND r."state" IN ('prepared', 'open'))`,
      committee: ofParent('review_round', 'roundId'),
    },
    {
      kind: 'leads',
      table: 'review_lead',
      column: 'nomineeId',
      same: ['committeeId'],
      only: 't."endedAt" IS NULL',
      committee: 't."committeeId"',
    },
  ],
  keeps: [
    {
      ...{ kind: 'comments', table: 'nominee_list_entry', column: 'personId' },
      committee: ofParent('nominee_list', 'listId'),
      at: `(SELECT CASE WHEN bool_or(r."state" IN ('prepared', 'open')) THEN NULL
          ELSE COALESCE(max(r."closedAt"), max(l."frozenAt")) END
        FROM "nominee_list" l LEFT JOIN "review_round" r ON r."listId" = l."id" WHERE l."id" = t."listId")`,
    },
  ],
  stays: {
    'review_answer.personId': 'moved with its participant by the database',
    'review_draft_line.personId': 'moved with its draft by the database',
    'review_draft_line.authorId': 'moved with its draft by the database',
    'nominee_list.frozenBy': 'who did it then',
    'review_round.preparedBy': 'who did it then',
    'review_round.closedBy': 'who did it then',
    'review_list_change.preparedBy': 'who did it then',
    'review_answer.recordedBy': 'who did it then',
    'review_response.respondedBy': 'who did it then',
    'review_lead.recordedBy': 'who did it then',
  },
  erases: [
    { table: 'nominee_list_entry', where: 't."personId" = ANY ($1::uuid[])', set: `"shown" = NULL` },
    {
      table: 'review_answer_line',
      where: 't."entryId" IN (SELECT e."id" FROM "nominee_list_entry" e WHERE e."personId" = ANY ($1::uuid[]))',
      set: `"text" = NULL, "quality" = NULL, "capacity" = NULL, "prestige" = NULL, "prospects" = NULL`,
    },
    {
      table: 'review_anonymous_line',
      where: 't."entryId" IN (SELECT e."id" FROM "nominee_list_entry" e WHERE e."personId" = ANY ($1::uuid[]))',
      set: `"text" = NULL, "quality" = NULL, "capacity" = NULL, "prestige" = NULL, "prospects" = NULL`,
    },
    {
      table: 'review_draft_line',
      where: 't."entryId" IN (SELECT e."id" FROM "nominee_list_entry" e WHERE e."personId" = ANY ($1::uuid[]))',
      set: `"text" = NULL, "quality" = NULL, "capacity" = NULL, "prestige" = NULL, "prospects" = NULL`,
    },
    {
      table: 'review_response',
      where: 't."entryId" IN (SELECT e."id" FROM "nominee_list_entry" e WHERE e."personId" = ANY ($1::uuid[]))',
      set: `"text" = NULL`,
    },
  ],
  told: {
    reviews: [
      'review_participant.personId',
      'review_participant.passedTo',
      'review_answer.personId',
      'review_draft.personId',
      'review_draft_line.personId',
      'review_look.personId',
      'review_lead.leaderId',
    ],
    recorded: [
      'review_draft.authorId',
      'review_draft_line.authorId',
      'review_round.toldIds',
      'nominee_list.frozenBy',
      'review_round.preparedBy',
      'review_round.closedBy',
      'review_list_change.preparedBy',
      'review_answer.recordedBy',
      'review_response.respondedBy',
      'review_lead.recordedBy',
    ],
    case: ['nominee_list_entry.personId', 'review_lead.nomineeId'],
  },
};
