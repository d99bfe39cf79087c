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
    {
      ...{ table: 'experience', column: 'personId' },
      once: { same: ['kindId', 'fromMonth', 'place'], until: 'takenBackAt' },
    },
  ],
  clashes: [],
  stays: {
    'development_measure.recordedBy': who,
    'development_measure.settledBy': who,
    'experience.recordedBy': who,
    'development_intake.takenInBy': who,
  },
  told: {
    recorded: [
      ...['development_measure.recordedBy', 'development_measure.settledBy', 'experience.recordedBy'],
      'development_intake.takenInBy',
    ],
    register: ['experience.personId'],
    case: ['development_measure.personId'],
  },
};
