/** Whom the outsider's path lets read a case: whoever has the address of the own unit. */
import type { CaseReading, CaseReadings } from '../../access/types.ts';
import { linksTo } from '../../answer-links/operations.ts';
import { inquiriesAbout } from '../store/own-unit.ts';
import { inquirySubject } from '../types.ts';

export const ownUnitCaseReadings: CaseReadings = {
  async readingsOf(act, viewer, nominee) {
    const asked = await inquiriesAbout(act.store, viewer, nominee);
    const ids = asked.map(({ id }) => id);
    const links = await linksTo(act, inquirySubject, ids);
    return asked.flatMap(({ id, unit, replacedAt }) =>
      links
        .filter(({ subject }) => subject === id)
        .map(({ createdAt, endedAt }): CaseReading => {
          const to = replacedAt !== null && replacedAt < endedAt ? replacedAt : endedAt;
          const shared = { person: null, way: 'own-unit-link', committee: viewer.committee } as const;
          return { ...shared, facts: { name: unit }, from: createdAt, to };
        }),
    );
  },
};
