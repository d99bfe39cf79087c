/** A nomination that every Vietnamese rule passes; tests change what they are about. All people are invented. */
import type { NominationFacts } from '../../../src/features/eligibility/types.ts';

type Changes = Partial<Omit<NominationFacts, 'person' | 'position' | 'term'>> & {
  readonly person?: Partial<NominationFacts['person']>;
  readonly position?: Partial<NominationFacts['position']>;
  readonly term?: Partial<NominationFacts['term']>;
};

export function nominationOf({ person, position, term, ...changes }: Changes = {}): NominationFacts {
  return {
    on: '2026-11-20',
    person: { birthMonth: '1980-05', sex: 'male', level: 3, disciplines: [], ...person },
    position: { level: 4, seats: 1, isCommittee: false, ...position },
    term: { start: '2030-06', congress: null, ...term },
    othersInPosition: 0,
    otherPositionLevels: [],
    plannedSince: null,
    isBeingAppointed: null,
    isCommitteeMember: null,
    pool: null,
    ratioPercent: null,
    ...changes,
  };
}
