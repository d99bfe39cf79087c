/** Whom cards go to, and whose cases they show. */
import type { HoldsPeople } from '../kernel/held-people.ts';

export const deliveryHoldsPeople: HoldsPeople = {
  moves: [
    { table: 'delivery', column: 'personId' },
    { table: 'delivery', column: 'nomineeIds', isList: true },
  ],
  clashes: [],
  stays: {},
  told: {
    messages: ['delivery.personId'],
    case: ['delivery.nomineeIds'],
  },
};
