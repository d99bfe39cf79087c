/** Whom a nomination to an outside body lets read a case: who is responsible for it, whatever their role, until they left. */
import type { CaseReadings } from '../../access/types.ts';
import { leftOf } from '../../committees/operations/standing.ts';
import * as store from '../store.ts';

export const externalCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const found = await store.responsibleFor(act.store, viewer, nominee);
    const left = await leftOf(
      act,
      viewer.committee,
      found.map(({ responsible }) => responsible),
    );
    return found.map(({ responsible: person, body, recordedAt }) => ({
      ...{ person, way: 'outside', facts: { name: body }, committee: viewer.committee, from: recordedAt },
      to: left.get(person) ?? null,
    }));
  },
};
