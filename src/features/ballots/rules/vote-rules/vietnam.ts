/**
 * Vote rules of the Vietnamese planning steps (planning 2.7): the introduction at the conferences and the last vote of the
 * collective leadership. Read for appointments and for congress personnel; that planning follows them is practice, and
 * says so with each value.
 */
import { confirmed, partly, unconfirmed } from '../../../eligibility/rules/rule-sets/cited.ts';
import { references } from '../../../eligibility/rules/rule-sets/legal-references.ts';
import type { LegalReference } from '../../../eligibility/types.ts';
import { ruleParts, type VoteRule } from '../../types/vote-rule.ts';

const { ct35, nd138, nd170, practice, ownChoice } = references;

const twoThirdsOfSummoned = {
  kind: 'share',
  share: { numerator: 2, denominator: 3 },
  comparison: 'at-least',
  base: { of: 'summoned', lessRecused: false },
} as const;

const moreThanHalfOf = (of: 'summoned' | 'seated') =>
  ({
    share: { numerator: 1, denominator: 2 },
    comparison: 'more-than',
    base: { of, lessRecused: false },
  }) as const;

const asForAppointments = {
  vi: 'Đã đọc quy định này đối với bổ nhiệm và nhân sự đại hội; áp dụng cho quy hoạch là theo thông lệ.',
  en: 'Read there for appointments and congress personnel; that planning follows it is practice.',
};

/** Nothing was found about papers without a mark; of those summoned it changes no outcome. */
const blank = unconfirmed('valid', practice, {
  note: {
    vi: 'Chưa tìm được quy định về phiếu không đánh dấu ai. Vì tỷ lệ tính trên số người, kết quả không thay đổi.',
    en: 'No rule about unmarked papers was found. The share is taken of people, so no outcome depends on it.',
  },
});

const common = {
  passing: unconfirmed('everyone', practice, {
    note: {
      vi: 'Một chức danh có thể quy hoạch nhiều người: ai đủ tỷ lệ đều được vào danh sách.',
      en: 'A position is planned with several people: everybody who reaches the share is on the list.',
    },
  }),
  blank,
  progress: confirmed('hidden', ownChoice),
  selfVote: unconfirmed('allowed', practice),
  proxiesPerPerson: unconfirmed(0, practice),
} as const;

interface Sources {
  readonly ruleSet: VoteRule['ruleSet'];
  /** Where quorum, threshold and tie rule were read. */
  readonly conference: LegalReference;
  /** The decree on civil servants in force then: the last step, announcing and the expert council. */
  readonly decree: LegalReference;
}

/** Steps 3 and 4: key officials, then the expanded leadership, introduce by secret ballot. */
function introduction({ ruleSet, conference, decree }: Sources): VoteRule {
  return {
    key: 'vn-introduction',
    title: { vi: 'Phiếu giới thiệu nhân sự quy hoạch', en: 'Introduction ballot for the plan' },
    ruleSet,
    ...common,
    paper: partly({ kind: 'introduction', choices: null, writeIn: true, abstain: false }, conference, {
      note: {
        vi: 'Giới thiệu tối đa bằng số lượng của chức danh; việc ghi thêm người ngoài danh sách chưa đối chiếu văn bản.',
        en: 'As many names as the position has seats; writing in somebody not on the list is not checked against the text.',
      },
    }),
    quorum: confirmed(twoThirdsOfSummoned, conference),
    threshold: partly(moreThanHalfOf('summoned'), conference, { note: asForAppointments }),
    tie: partly('head-decides', decree, { note: asForAppointments }),
    fallback: partly({ kind: 'top', n: 2, to: 'next-step' }, decree, { note: asForAppointments }),
    secrecy: confirmed('secret', conference),
    announce: unconfirmed({ what: 'nothing', by: 'chair' }, decree, {
      note: {
        vi: 'Công bố hay không tùy từng bước; khi bổ nhiệm, bước 2 không công bố, bước 3 công bố.',
        en: 'It differs from step to step; for appointments step 2 is not announced, step 3 is.',
      },
    }),
  };
}

/** Step 5: the collective leadership votes the list; the base is its members, present or not. */
function leadership({ ruleSet, conference, decree }: Sources): VoteRule {
  return {
    key: 'vn-leadership',
    title: { vi: 'Biểu quyết của tập thể lãnh đạo', en: 'Vote of the collective leadership' },
    ruleSet,
    ...common,
    paper: unconfirmed({ kind: 'yes-no', abstain: false, capYes: false }, practice, {
      note: {
        vi: 'Phiếu đồng ý, không đồng ý đối với từng người; chưa đối chiếu mẫu phiếu.',
        en: 'Agree or not for each person; not checked against a form.',
      },
    }),
    quorum: confirmed(twoThirdsOfSummoned, conference),
    threshold: partly(moreThanHalfOf('seated'), decree, { note: asForAppointments }),
    tie: partly('head-decides', decree, {
      note: {
        vi: 'Bằng 50 %: người đứng đầu quyết định, các ý kiến khác nhau được báo cáo đầy đủ lên cấp trên.',
        en: 'At exactly 50 % the head decides, and all different opinions are reported upwards in full.',
      },
    }),
    fallback: unconfirmed({ kind: 'none' }, practice),
    secrecy: unconfirmed('secret', practice),
    announce: unconfirmed({ what: 'numbers', by: 'chair' }, practice),
  };
}

/** Plans of work, lists to be put to a conference: by show of hands. */
function decision({ ruleSet, conference }: Sources): VoteRule {
  return {
    key: 'vn-decision',
    title: { vi: 'Biểu quyết công khai của tập thể', en: 'Open vote of the collective' },
    ruleSet,
    ...common,
    paper: unconfirmed({ kind: 'yes-no', abstain: true, capYes: false }, practice),
    quorum: confirmed(twoThirdsOfSummoned, conference),
    threshold: unconfirmed(moreThanHalfOf('seated'), practice),
    tie: unconfirmed('head-decides', practice),
    fallback: unconfirmed({ kind: 'none' }, practice),
    secrecy: unconfirmed('open', practice),
    announce: unconfirmed({ what: 'numbers', by: 'chair' }, practice),
  };
}

/** A state body's conferences name one person for a position; the third step is announced. */
function stateIntroduction(sources: Sources, step: 'leaders' | 'key-officials'): VoteRule {
  const isAnnounced = step === 'key-officials';
  return {
    ...introduction(sources),
    key: `vn-state-${step}`,
    title: isAnnounced
      ? { vi: 'Phiếu giới thiệu của hội nghị cán bộ chủ chốt', en: 'Introduction ballot of the key officials' }
      : { vi: 'Phiếu giới thiệu của tập thể lãnh đạo mở rộng', en: 'Introduction ballot of the expanded leadership' },
    paper: partly({ kind: 'introduction', choices: 1, writeIn: true, abstain: false }, sources.decree, {
      note: {
        vi: 'Mỗi người giới thiệu một người cho một chức danh; việc ghi thêm người chưa đối chiếu văn bản.',
        en: 'One person for each position; writing in somebody is not checked against the text.',
      },
    }),
    announce: confirmed({ what: isAnnounced ? 'numbers' : 'nothing', by: 'chair' }, sources.decree, {
      note: asForAppointments,
    }),
  };
}

/** Change of job position: an odd number of members, at least two thirds present; equal votes follow the chair. */
function expertCouncil(sources: Sources): VoteRule {
  return {
    ...decision(sources),
    key: 'vn-state-council',
    title: { vi: 'Biểu quyết của hội đồng', en: 'Vote of an expert council' },
    quorum: confirmed({ ...twoThirdsOfSummoned, base: { of: 'seated', lessRecused: false } }, sources.decree),
    threshold: partly(moreThanHalfOf('seated'), sources.decree),
    tie: confirmed('chairs-side', sources.decree),
  };
}

const party = (key: string, decree: LegalReference): readonly VoteRule[] => {
  const sources = { ruleSet: { key, version: 1 }, conference: ct35, decree };
  return [introduction(sources), leadership(sources), decision(sources)];
};

const state = (key: string, decree: LegalReference): readonly VoteRule[] => {
  const sources = { ruleSet: { key, version: 1 }, conference: decree, decree };
  return [
    stateIntroduction(sources, 'key-officials'),
    stateIntroduction(sources, 'leaders'),
    leadership(sources),
    decision(sources),
    expertCouncil(sources),
  ];
};

/** The rules of a later time, of which nothing earlier was read: none of them is sure. */
function unsure(rule: VoteRule): VoteRule {
  const parts = ruleParts.map((part) => {
    const isOurs = rule[part].source.reference === ownChoice.key;
    return [part, isOurs ? rule[part] : { ...rule[part], confidence: 'unconfirmed' }];
  });
  return { ...rule, ...(Object.fromEntries(parts) as Pick<VoteRule, (typeof ruleParts)[number]>) };
}

export const vietnamese: readonly VoteRule[] = [
  ...party('vn-party-hd15', practice).map(unsure),
  ...state('vn-state-hd15', nd138).map(unsure),
  ...party('vn-party-qd50', nd138),
  ...party('vn-party-qd377', nd170),
  ...state('vn-state-qd50', nd138),
  ...state('vn-state-qd377', nd170),
];
