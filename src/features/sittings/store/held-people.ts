/** Whom conferences name that are or were held: it stays as the minutes know it. */
import { type HoldsPeople, ofParent } from '../../../kernel/held-people.ts';

const isHeld = `EXISTS (
  SELECT 1 FROM "sitting" s
  WHERE s."conferenceId" = t."conferenceId" AND s."state" IN ('roll-call', 'open', 'adjourned'))`;

export const sittingsHoldPeople: HoldsPeople = {
  moves: [],
  clashes: [
    {
      kind: 'sitting',
      table: 'sitting_seat',
      column: 'personId',
      only: isHeld,
      committee: ofParent('sitting', 'conferenceId', 'conferenceId'),
    },
    {
      kind: 'sitting',
      table: 'sitting_event',
      column: 'personId',
      only: isHeld,
      committee: ofParent('sitting', 'conferenceId', 'conferenceId'),
    },
  ],
  stays: {
    'sitting.secretaryId': 'who did it then',
    'sitting_seat.personId': 'who could count, as it was frozen',
    'sitting_seat.inPlaceOfId': 'who could count, as it was frozen',
    'sitting_event.personId': 'what happened is never changed',
    'sitting_event.recordedBy': 'what happened is never changed',
    'sitting_event.struckBy': 'who did it then',
  },
  told: {
    conferences: ['sitting_seat.personId', 'sitting_seat.inPlaceOfId', 'sitting_event.personId', 'sitting.secretaryId'],
    recorded: ['sitting_event.recordedBy', 'sitting_event.struckBy'],
  },
};
