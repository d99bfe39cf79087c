/** Whom nominations name: those put forward, who proposed and who supports them, and who has nobody to propose. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

export const nominationsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'nomination', column: 'personId', shownAs: 'nominations', committee: ofParent('plan', 'planId') },
    { table: 'nomination', column: 'proposedBy' },
    { table: 'nomination_endorsement', column: 'personId', once: { same: ['nominationId'], until: 'takenBackAt' } },
    { table: 'no_names', column: 'personId', once: { same: ['planId'] } },
  ],
  clashes: [
    {
      kind: 'nominations',
      table: 'nomination',
      column: 'personId',
      same: ['positionId'],
      only: `t."state" IN ('suggested', 'listed')`,
      committee: ofParent('plan', 'planId'),
    },
    {
      kind: 'endorsements',
      table: 'nomination_endorsement',
      column: 'personId',
      same: ['nominationId'],
      only: 't."takenBackAt" IS NULL',
      committee: `(
        SELECT p."committeeId" FROM "nomination" n JOIN "plan" p ON p."id" = n."planId" WHERE n."id" = t."nominationId")`,
    },
  ],
  keeps: [
    {
      ...{ kind: 'not-chosen', table: 'nomination', column: 'personId', committee: ofParent('plan', 'planId') },
      only: `t."state" <> 'approved'`,
      // RFC 8713: what a NomCom holds on nominees is kept to the end of its term.
      at: `(SELECT CASE WHEN c."profile" = 'nomcom' OR t."state" IN ('suggested', 'listed') THEN p."closedAt"
        ELSE t."endedAt" END FROM "plan" p JOIN "committee" c ON c."id" = p."committeeId" WHERE p."id" = t."planId")`,
    },
    {
      ...{ kind: 'left-plan', table: 'nomination', column: 'personId', committee: ofParent('plan', 'planId') },
      only: `t."state" = 'approved'`,
      at: `(SELECT p."closedAt" FROM "plan" p WHERE p."id" = t."planId")`,
    },
  ],
  stays: {
    'nomination.recordedBy': 'who did it then',
    'nomination_revision.replacedBy': 'who did it then',
    'nomination_consent.recordedBy': 'who did it then',
    'own_unit_inquiry.recordedBy': 'who did it then',
    'nomination_endorsement.recordedBy': 'who did it then',
  },
  erases: [
    {
      table: 'nomination',
      where: 't."personId" = ANY ($1::uuid[])',
      set: `"reasons" = NULL, "endReason" = NULL, "answer" = NULL`,
    },
    {
      table: 'nomination_revision',
      where: 't."nominationId" IN (SELECT n."id" FROM "nomination" n WHERE n."personId" = ANY ($1::uuid[]))',
      set: `"reasons" = NULL, "why" = $2`,
    },
    {
      table: 'nomination_consent',
      where: 't."nominationId" IN (SELECT n."id" FROM "nomination" n WHERE n."personId" = ANY ($1::uuid[]))',
      set: `"note" = NULL`,
    },
    {
      table: 'check_result',
      where: 't."nominationId" IN (SELECT n."id" FROM "nomination" n WHERE n."personId" = ANY ($1::uuid[]))',
      set: null,
    },
  ],
  told: {
    'as-told': ['nomination.personId'],
    proposals: ['nomination.proposedBy', 'nomination_endorsement.personId', 'no_names.personId'],
    recorded: [
      'nomination.recordedBy',
      'nomination_revision.replacedBy',
      'nomination_consent.recordedBy',
      'own_unit_inquiry.recordedBy',
      'nomination_endorsement.recordedBy',
    ],
  },
};
