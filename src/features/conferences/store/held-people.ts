/** Whom conferences name: those to come follow a person, those that were held stay as their minutes know them. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

const comes = `EXISTS (
  SELECT 1 FROM "conference" c WHERE c."id" = t."conferenceId" AND c."state" IN ('draft', 'scheduled'))`;

export const conferencesHoldPeople: HoldsPeople = {
  moves: [
    { table: 'conference_revision', column: 'chairId', only: comes },
    {
      table: 'conference_item',
      column: 'ownerId',
      only: `EXISTS (
        SELECT 1 FROM "conference_revision" r JOIN "conference" c ON c."id" = r."conferenceId"
        WHERE r."id" = t."revisionId" AND c."state" IN ('draft', 'scheduled'))`,
    },
    {
      table: 'conference_summons',
      column: 'personId',
      only: comes,
      shownAs: 'conferences',
      committee: ofParent('conference', 'conferenceId'),
    },
    { table: 'conference_reply', column: 'personId', only: comes },
    { table: 'conference_reply', column: 'delegateId', only: comes },
    { table: 'calendar_feed', column: 'personId', once: { same: ['workspaceId'], until: 'revokedAt' } },
  ],
  clashes: [
    {
      kind: 'conferences',
      table: 'conference_summons',
      column: 'personId',
      same: ['conferenceId'],
      only: `t."untilRevision" IS NULL AND ${comes}`,
      committee: ofParent('conference', 'conferenceId'),
    },
    {
      kind: 'conferences',
      table: 'conference_reply',
      column: 'personId',
      same: ['conferenceId'],
      only: `t."supersededAt" IS NULL AND ${comes}`,
      committee: ofParent('conference', 'conferenceId'),
    },
  ],
  keeps: [
    {
      ...{ kind: 'conferences', table: 'conference_summons', column: 'personId' },
      committee: ofParent('conference', 'conferenceId'),
      at: `(SELECT max(r."startsAt") FROM "conference_revision" r WHERE r."conferenceId" = t."conferenceId")`,
    },
  ],
  stays: {
    'conference_revision.draftedBy': 'who did it then',
    'conference_reply.recordedBy': 'who did it then',
  },
  erases: [
    { table: 'conference_reply', where: 't."personId" = ANY ($1::uuid[])', set: `"reason" = NULL` },
    { table: 'calendar_feed', where: 't."personId" = ANY ($1::uuid[])', set: null },
  ],
  told: {
    account: ['calendar_feed.personId'],
    conferences: [
      'conference_summons.personId',
      'conference_reply.personId',
      'conference_reply.delegateId',
      'conference_revision.chairId',
      'conference_item.ownerId',
    ],
    recorded: ['conference_revision.draftedBy', 'conference_reply.recordedBy'],
  },
};
