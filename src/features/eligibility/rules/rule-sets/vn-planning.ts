/** Planning parameters of the Vietnamese rule sets: what QĐ 50 (2021) and QĐ 377 (2025) say, and what both share. */
import { confirmed, partly, unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';
import { twoGroups } from './readiness.ts';
import { movementReferences, movementsSinceQd50, movementsUnderQd377 } from './vn-movements.ts';

const { qd50, qd377, qd80, hd16, nd135, nd138, nd170, provinceGroups, practice, ownChoice } = references;

const young = { percent: 15, underAge: 40 };
const youngNote = {
  vi: 'Cấp tỉnh, cấp huyện: dưới 40 tuổi; cấp trung ương: dưới 45 tuổi. Là chỉ tiêu phấn đấu.',
  en: 'Province and district: under 40; central level: under 45. It is strived for, not a condition.',
};
const ifKept = {
  vi: 'Theo Quy định 50; chưa xác nhận Quy định 377 có giữ hay không.',
  en: 'As in Regulation 50; whether Regulation 377 keeps it is not confirmed.',
};
const sourceReviewed = {
  vi: 'Bước 1: rà soát nguồn, lập danh sách người cơ bản đủ điều kiện. Ngoài nguồn thì chỉ lưu ý, không loại.',
  en: 'Step 1 reviews the source and lists who basically qualifies. A name beside it is noted, not refused.',
};
const byArea = {
  vi: 'Tỷ lệ phù hợp với địa bàn; không có con số chung.',
  en: 'A share fitting the area; there is no common number.',
};

/** Known for the dossier of an appointment; planning was not found to say anything of its own. */
const ofAppointment = {
  vi: 'Quy định của hồ sơ bổ nhiệm; chưa xác nhận có áp dụng cho hồ sơ quy hoạch hay không.',
  en: 'The rule for an appointment; whether it holds for planning is not confirmed.',
};

/** Not in the two regulations, or the same under both. */
export const sharedPlanning = {
  minPeoplePerPosition: unconfirmed(2, practice),
  committeeRatioPercent: unconfirmed({ min: null, max: null }, hd16, {
    note: {
      vi: 'Hệ số nằm ở điểm 8, chưa đọc được giá trị; đơn vị tự đặt theo hướng dẫn của mình.',
      en: 'The ratio is in point 8, its value could not be read; set it from your own guide.',
    },
  }),
  currentTermMonths: unconfirmed({ required: 40 }, hd16, {
    note: {
      vi: 'Hai phần ba nhiệm kỳ (40 tháng); chưa đối chiếu văn bản.',
      en: 'Two thirds of a term (40 months); not checked against the text.',
    },
  }),
  ageBrackets: partly({ count: 3, gapYears: 5 }, practice, {
    note: {
      vi: 'Ba độ tuổi, mỗi độ tuổi cách nhau 5 năm; theo quy định của hai tỉnh.',
      en: 'Three brackets, five years apart; as in the regulations of two provinces.',
    },
  }),
  readinessLevels: twoGroups,
  retirement: unconfirmed('nd-135-2020', nd135, {
    note: {
      vi: 'Lộ trình theo tháng sinh và giới tính; các mốc chưa đối chiếu văn bản.',
      en: 'Road map by birth month and sex; its steps are not checked against the text.',
    },
  }),
  proposing: partly(
    {
      who: 'screened-suggestions',
      mayProposeSelf: false,
      consent: 'not-asked',
      consentSilence: 'stands',
      isNomineeTold: false,
      endorsements: null,
    },
    hd16,
  ),
  stances: confirmed(['agree', 'agree-with-comment', 'not-yet', 'not-enough-information'], ownChoice),
  aspects: confirmed(['quality', 'capacity', 'prestige', 'prospects'], hd16),
  rsvpChoices: confirmed(['coming', 'absent', 'delegate'], ownChoice),
  ratingsShownYears: confirmed(3, practice, {
    note: { vi: 'Theo mẫu danh sách đang dùng năm 2026.', en: 'As in the list forms used in 2026.' },
  }),
  dossierPapers: unconfirmed(['cv', 'evaluations', 'assets', 'political-standard'], practice, {
    note: {
      vi: 'Giấy tờ của từng nhân sự; tờ trình, danh sách và các biên bản đi cùng danh sách. Chưa đối chiếu văn bản.',
      en: 'Papers of each nominee; the letter, the list and the minutes go with the list. Not checked against a text.',
    },
  }),
  externalReportDays: unconfirmed(null, practice, {
    note: {
      vi: 'Báo cáo ngay sau khi có kết quả; chưa thấy văn bản nêu số ngày. Tập thể tự đặt theo hướng dẫn của mình.',
      en: 'Reported right after the result; no text was found that gives a number of days. Set it from your own guide.',
    },
  }),
  minBallotsToPublish: confirmed(5, ownChoice),
  reviewVisibility: confirmed({ others: 'after-mine', names: 'never', chairOnlyToClerk: false }, ownChoice),
  selfVote: unconfirmed('allowed', practice),
  membersMayBeNominees: confirmed(true, ownChoice),
  quorumOtherMatters: confirmed(null, ownChoice),
  secondCall: confirmed(null, ownChoice),
  delegatesCount: confirmed(false, ownChoice),
  datePoll: confirmed(false, ownChoice),
  answerLinkDays: confirmed(14, ownChoice),
  refusedToldFirst: unconfirmed(false, practice),
  agenda: confirmed(
    {
      needs: {
        information: [],
        discussion: ['review-closed'],
        vote: ['owner', 'review-closed', 'synthesis'],
        other: [],
      },
      freeUntilDays: 3,
      addUntilDays: 1,
      consentBlock: true,
    },
    ownChoice,
  ),
} as const;

/** From 27 December 2021 to 7 October 2025. */
export const planningUnderQd50 = {
  ...sharedPlanning,
  ...movementsSinceQd50,
  maxPeoplePerPosition: partly(3, qd50),
  maxPositionsPerPerson: partly(3, qd50, {
    note: { vi: 'Cùng cấp.', en: 'At the same level.' },
  }),
  pool: partly('noted', qd50, { note: sourceReviewed }),
  onlyHigher: partly(true, qd50),
  forbidSameTimeAsAppointment: partly(true, qd50),
  nextTermMonths: confirmed({ required: 60, preferred: 120 }, qd50),
  targetYoung: confirmed(young, qd50, { note: youngNote }),
  targetWomenPercent: confirmed(25, qd50),
  targetMinorityPercent: confirmed(null, qd50, { note: byArea }),
  discipline: confirmed(
    {
      whileInEffect: 'blocks',
      afterwards: { reprimand: 'note', warning: 'note', removal: 'note', expulsion: 'not-known' },
      removesFromPlan: true,
    },
    qd50,
    {
      note: {
        vi: 'Bị kỷ luật từ khiển trách trở lên thì đương nhiên ra khỏi quy hoạch; hết hiệu lực kỷ luật có thể được xem xét (Hướng dẫn 16-HD/BTCTW).',
        en: 'Disciplined from reprimand up: automatic removal; may be considered once the effect has ended (Guide 16-HD/BTCTW).',
      },
    },
  ),
  appointmentWaitMonths: confirmed({ reprimand: 12, warning: 30, removal: 60 }, qd80),
  dossierCvMonths: unconfirmed(6, nd138, { article: '48', note: ofAppointment }),
} as const;

/** From 8 October 2025. */
export const planningUnderQd377 = {
  ...sharedPlanning,
  ...movementsUnderQd377,
  maxPeoplePerPosition: confirmed(3, qd377),
  maxPositionsPerPerson: confirmed(3, qd377, {
    note: { vi: 'Cùng cấp.', en: 'At the same level.' },
  }),
  pool: unconfirmed('noted', qd50, { note: ifKept }),
  onlyHigher: confirmed(true, qd377),
  forbidSameTimeAsAppointment: confirmed(true, qd377),
  nextTermMonths: partly({ required: 60, preferred: 120 }, qd377),
  targetYoung: unconfirmed(young, qd50, { note: ifKept }),
  targetWomenPercent: unconfirmed(25, qd50, { note: ifKept }),
  targetMinorityPercent: unconfirmed(null, qd50, { note: byArea }),
  discipline: confirmed(
    {
      whileInEffect: 'blocks',
      afterwards: { reprimand: 'note', warning: 'note', removal: 'not-known', expulsion: 'not-known' },
      removesFromPlan: false,
    },
    qd377,
    {
      note: {
        vi: 'Khiển trách, cảnh cáo đã hết hiệu lực vẫn được xem xét quy hoạch; quy định chưa thấy nói về hình thức nặng hơn.',
        en: 'A reprimand or warning whose effect has ended is no obstacle; nothing was found about graver measures.',
      },
    },
  ),
  appointmentWaitMonths: confirmed({ reprimand: 24, warning: 36, removal: 60 }, qd377),
  dossierCvMonths: unconfirmed(6, nd170, { article: '35', note: ofAppointment }),
} as const;

export const planningReferences = {
  underQd50: [qd50, qd80, hd16, nd135, provinceGroups, practice, ownChoice, ...movementReferences.underQd50],
  underQd377: [qd377, qd50, hd16, nd135, provinceGroups, practice, ownChoice, ...movementReferences.underQd377],
};
