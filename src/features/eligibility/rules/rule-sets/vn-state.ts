/** Succession planning in a state body: the Party's planning rules with the state's conference rules. */
import { confirmed, unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';
import { vnSheets } from './sheets.ts';
import { planningReferences, planningUnderQd50, planningUnderQd377 } from './vn-planning.ts';
import { planningBeforeQd50, referencesBeforeQd50 } from './vn-planning-before.ts';

const { nd138, nd170, practice } = references;
const twoThirds = { kind: 'share', numerator: 2, denominator: 3, comparison: 'at-least', base: 'summoned' } as const;

const state = {
  // For an appointment it is the day the file is received (HD 06-HD/BTCTW 2021); a planned term is counted from its start.
  ageReference: unconfirmed('term-start', practice),
  surplusMaxPercent: confirmed(null, practice),
} as const;

const forms = { partyPosts: true, origins: true, tracks: ['leadership', 'other'], sheets: vnSheets } as const;

export const vnStateHd15 = {
  key: 'vn-state-hd15',
  version: 1,
  profile: 'vn-state',
  validFrom: '2012-11-05',
  validTo: '2021-12-26',
  title: {
    vi: 'Quy hoạch cán bộ (cơ quan nhà nước) theo Hướng dẫn 15, trước Quy định 50',
    en: 'Succession planning (state bodies) under Guide 15, before Regulation 50',
  },
  legalReferences: referencesBeforeQd50,
  forms,
  parameters: {
    ...planningBeforeQd50,
    ageReference: state.ageReference,
    quorum: unconfirmed(twoThirds, practice),
    surplusMaxPercent: unconfirmed(null, practice),
  },
} as const;

export const vnStateQd50 = {
  key: 'vn-state-qd50',
  version: 1,
  profile: 'vn-state',
  validFrom: '2021-12-27',
  validTo: '2025-10-07',
  title: {
    vi: 'Quy hoạch cán bộ (cơ quan nhà nước) theo Quy định 50',
    en: 'Succession planning (state bodies) under Regulation 50',
  },
  legalReferences: planningReferences.underQd50,
  forms,
  parameters: { ...planningUnderQd50, ...state, quorum: confirmed(twoThirds, nd138) },
} as const;

export const vnStateQd377 = {
  key: 'vn-state-qd377',
  version: 1,
  profile: 'vn-state',
  validFrom: '2025-10-08',
  validTo: null,
  title: {
    vi: 'Quy hoạch cán bộ (cơ quan nhà nước) theo Quy định 377',
    en: 'Succession planning (state bodies) under Regulation 377',
  },
  legalReferences: planningReferences.underQd377,
  forms,
  parameters: { ...planningUnderQd377, ...state, quorum: confirmed(twoThirds, nd170) },
} as const;
