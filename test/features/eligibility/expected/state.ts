/** State bodies plan by the Party's rules; what differs is the conference, the month that ages are counted from, and elections. */
import { partyBefore50, partyUnder50, partyUnder377 } from './party.ts';
import type { Expected } from './row.ts';

const twoThirds = partyUnder377.quorum[0];
const fromTermStart = ['term-start', 'practice', 'unconfirmed', '2.3, for planning not found'] as const;
const noElection = [null, 'practice', 'confirmed', '8.4, no such list'] as const;

export const stateUnder377: Expected = {
  ...partyUnder377,
  ageReference: fromTermStart,
  quorum: [twoThirds, 'nd-170-2025', 'confirmed', '2.7 [S41]'],
  surplusMaxPercent: noElection,
};

export const stateUnder50: Expected = {
  ...partyUnder50,
  ageReference: fromTermStart,
  quorum: [twoThirds, 'nd-138-2020', 'confirmed', '2.7 [S37]'],
  surplusMaxPercent: noElection,
};

export const stateBefore50: Expected = {
  ...partyBefore50,
  ageReference: fromTermStart,
  quorum: [twoThirds, 'practice', 'unconfirmed', 'not found'],
  surplusMaxPercent: [null, 'practice', 'unconfirmed', 'not found'],
};
