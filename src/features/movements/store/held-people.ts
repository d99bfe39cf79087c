/** Where movements name people of the register, for two rows of it that become one. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

const ofMovement = ofParent('movement', 'movementId');
const who = 'who did it then';

export const movementsHoldPeople: HoldsPeople = {
  moves: [
    { table: 'movement', column: 'personId', shownAs: 'movements', committee: 't."committeeId"' },
    { table: 'movement_leg', column: 'personId' },
    // What somebody proposed is theirs to follow; the rest stays as it was recorded.
    { table: 'movement', column: 'proposedBy' },
  ],
  clashes: [
    {
      ...{ kind: 'movements', table: 'movement_leg', column: 'personId', committee: ofMovement },
      only: `t."holds" AND EXISTS (
        SELECT 1 FROM "movement_leg" k WHERE k."personId" = $1::uuid AND k."holds"
          AND t."startsOn" <= COALESCE(k."endedOn", k."endsOn", k."startsOn")
          AND k."startsOn" <= COALESCE(t."endedOn", t."endsOn", t."startsOn"))`,
    },
  ],
  keeps: [
    {
      ...{ kind: 'movements', table: 'movement', column: 'personId', committee: 't."committeeId"' },
      on: `CASE WHEN t."state" IN ('suggested', 'planned', 'sent-back') THEN NULL ELSE COALESCE(
        (SELECT max(COALESCE(l."endedOn", l."endsOn", l."startsOn")) FROM "movement_leg" l
          WHERE l."movementId" = t."id" AND l."holds"),
        (SELECT max(d."decidedOn") FROM "movement_decision" d WHERE d."movementId" = t."id"), t."startsOn") END`,
    },
  ],
  stays: {
    'movement_leg.recordedBy': who,
    'movement_opinion.recordedBy': who,
    'movement_decision.recordedBy': who,
    'movement_revision.form': 'what the movement said before it was corrected',
    'movement_revision.replacedBy': who,
  },
  erases: [
    { table: 'movement', where: 't."personId" = ANY ($1::uuid[])', set: `"reason" = $2, "closing" = NULL` },
    {
      table: 'movement_revision',
      where: 't."movementId" IN (SELECT m."id" FROM "movement" m WHERE m."personId" = ANY ($1::uuid[]))',
      set: null,
    },
    {
      table: 'movement_opinion',
      where: 't."movementId" IN (SELECT m."id" FROM "movement" m WHERE m."personId" = ANY ($1::uuid[]))',
      set: `"text" = NULL, "speaker" = NULL`,
    },
    {
      table: 'movement_decision',
      where: 't."movementId" IN (SELECT m."id" FROM "movement" m WHERE m."personId" = ANY ($1::uuid[]))',
      set: `"note" = NULL`,
    },
  ],
  told: {
    'as-told': ['movement.personId', 'movement_leg.personId'],
    proposals: ['movement.proposedBy'],
    recorded: [
      'movement_leg.recordedBy',
      'movement_opinion.recordedBy',
      'movement_decision.recordedBy',
      'movement_revision.replacedBy',
    ],
    case: ['movement_revision.form'],
  },
};
