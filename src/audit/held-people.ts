/** Whom events name: they stay, and are found for both (history.ts). */
import type { HoldsPeople } from '../kernel/held-people.ts';

export const auditHoldsPeople: HoldsPeople = {
  moves: [],
  clashes: [],
  stays: {
    'event.personId': 'events are never changed',
    'event.onBehalfOf': 'events are never changed',
    'event.nomineeIds': 'events are never changed',
  },
  told: {
    history: ['event.personId', 'event.onBehalfOf'],
    case: ['event.nomineeIds'],
  },
};
