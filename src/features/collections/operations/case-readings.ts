/** Whom a round of units' lists lets read a case: the committee above that a unit handed the name in to. */
import type { CaseReadings } from '../../access/types.ts';
import { handedUp } from '../store/readings.ts';

export const collectionCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const found = await handedUp(act.store, viewer, nominee);
    return found.map(({ committee, name, from, to }) => ({
      ...{ person: null, way: 'unit-above', facts: { name }, committee, from, to },
    }));
  },
};
