/** Where development names people of the register, for two rows of it that become one. */
import type { HoldsPeople } from '../../../kernel/held-people.ts';

const who = 'who did it then';

export const developmentHoldsPeople: HoldsPeople = {
  moves: [
    {
      ...{ table: 'development_measure', column: 'personId' },
      // What both have word for word stays with the row that goes: it is said once.
      once: { same: ['committeeId', 'kind', 'what', 'dueOn'] },
    },
  ],
  clashes: [],
  stays: { 'development_measure.recordedBy': who, 'development_measure.settledBy': who },
  told: {
    recorded: ['development_measure.recordedBy', 'development_measure.settledBy'],
    case: ['development_measure.personId'],
  },
};
