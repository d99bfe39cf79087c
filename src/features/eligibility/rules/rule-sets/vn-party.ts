/** Succession planning in a Party organisation: before QĐ 50, under it, and then under QĐ 377. */
import { confirmed, unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';
import { vnSheets } from './sheets.ts';
import { planningReferences, planningUnderQd50, planningUnderQd377 } from './vn-planning.ts';
import { planningBeforeQd50, referencesBeforeQd50 } from './vn-planning-before.ts';

const { ct35, electionRules, practice } = references;

const party = {
  ageReference: unconfirmed('congress-month', practice, {
    note: {
      vi: 'Tháng tổ chức đại hội của cấp đó; theo một tỉnh năm 2019.',
      en: 'The month of the congress of that level; as in one province in 2019.',
    },
  }),
  quorum: confirmed({ kind: 'share', numerator: 2, denominator: 3, comparison: 'at-least', base: 'summoned' }, ct35),
  surplusMaxPercent: confirmed(30, electionRules),
} as const;

const forms = {
  partyPosts: true,
  origins: true,
  tracks: ['party', 'leadership', 'inspection', 'other'],
  sheets: vnSheets,
} as const;

/** Source text 1 falls here: plans of the terms 2016–2021 and 2021–2026, reviewed in 2020. */
export const vnPartyHd15 = {
  key: 'vn-party-hd15',
  version: 1,
  profile: 'vn-party',
  validFrom: '2012-11-05',
  validTo: '2021-12-26',
  title: {
    vi: 'Quy hoạch cán bộ (Đảng) theo Hướng dẫn 15, trước Quy định 50',
    en: 'Succession planning (Party) under Guide 15, before Regulation 50',
  },
  legalReferences: [...referencesBeforeQd50, ct35],
  forms,
  parameters: {
    ...planningBeforeQd50,
    ageReference: party.ageReference,
    quorum: unconfirmed(party.quorum.value, ct35),
    surplusMaxPercent: unconfirmed(null, practice),
  },
} as const;

export const vnPartyQd50 = {
  key: 'vn-party-qd50',
  version: 1,
  profile: 'vn-party',
  validFrom: '2021-12-27',
  validTo: '2025-10-07',
  title: { vi: 'Quy hoạch cán bộ (Đảng) theo Quy định 50', en: 'Succession planning (Party) under Regulation 50' },
  legalReferences: [...planningReferences.underQd50, ct35, electionRules],
  forms,
  parameters: { ...planningUnderQd50, ...party },
} as const;

export const vnPartyQd377 = {
  key: 'vn-party-qd377',
  version: 1,
  profile: 'vn-party',
  validFrom: '2025-10-08',
  validTo: null,
  title: { vi: 'Quy hoạch cán bộ (Đảng) theo Quy định 377', en: 'Succession planning (Party) under Regulation 377' },
  legalReferences: [...planningReferences.underQd377, ct35, electionRules],
  forms,
  parameters: { ...planningUnderQd377, ...party },
} as const;
