/** Whom an anonymous review lets come near a case without a role that reads it: the holders of the keys to its papers. */
import type { CaseReadings } from '../../access/types.ts';
import { keysHeld } from '../../sealing/operations/look.ts';
import { anonymousRoundsOn } from '../store/anonymous.ts';
import { roundSubject } from './cards.ts';

export const reviewCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const rounds = await anonymousRoundsOn(act.store, viewer, nominee);
    const keys = await keysHeld(act, viewer, roundSubject, rounds);
    return keys.map(({ person, from, to }) => ({
      ...{ person, way: 'review-key', facts: {}, committee: viewer.committee, from, to },
    }));
  },
};
