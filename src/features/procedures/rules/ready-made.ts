/** Five steps for a new plan and four for its yearly review in Viet Nam (planning 2.7); elsewhere four, and two. */
import { confirmed, partly, unconfirmed } from '../../eligibility/rules/rule-sets/cited.ts';
import { references } from '../../eligibility/rules/rule-sets/legal-references.ts';
import type { Occasion, Procedure, ProcedureStep } from '../types/procedure.ts';

const { qd50, practice, rfc8713, ownChoice } = references;

interface Introductions {
  readonly keyOfficials: string;
  readonly expanded: string;
}

function introductions({ keyOfficials, expanded }: Introductions): readonly ProcedureStep[] {
  return [
    {
      key: 'key-officials',
      title: { vi: 'Hội nghị cán bộ chủ chốt giới thiệu', en: 'Conference of key officials introduces' },
      body: 'key-officials',
      purpose: 'introduce',
      isConference: true,
      voteRule: keyOfficials,
      skipsOutsiders: true,
    },
    {
      key: 'expanded-leadership',
      title: { vi: 'Hội nghị tập thể lãnh đạo mở rộng giới thiệu', en: 'Expanded leadership introduces' },
      body: 'expanded-leadership',
      purpose: 'introduce',
      isConference: true,
      voteRule: expanded,
      skipsOutsiders: true,
    },
    {
      key: 'leadership-2',
      title: { vi: 'Tập thể lãnh đạo biểu quyết danh sách', en: 'Collective leadership votes the list' },
      body: 'leadership',
      purpose: 'vote',
      isConference: true,
      voteRule: 'vn-leadership',
    },
  ];
}

const preparing: ProcedureStep = {
  key: 'prepare',
  title: { vi: 'Xây dựng kế hoạch, rà soát nguồn', en: 'Plan of work, review of who qualifies' },
  body: 'personnel-body',
  purpose: 'prepare',
  isConference: false,
  voteRule: null,
};

const firstLeadership: ProcedureStep = {
  key: 'leadership-1',
  title: { vi: 'Tập thể lãnh đạo thông qua kế hoạch và danh sách', en: 'Collective leadership passes plan and list' },
  body: 'leadership',
  purpose: 'decide',
  isConference: true,
  voteRule: 'vn-decision',
};

const reviewAndRemove: ProcedureStep = {
  key: 'review',
  title: { vi: 'Rà soát, đưa ra khỏi quy hoạch', en: 'Review and removals' },
  body: 'leadership',
  purpose: 'decide',
  isConference: true,
  voteRule: 'vn-decision',
};

const titles: Readonly<Record<Occasion, Procedure['title']>> = {
  'new-plan': { vi: 'Quy hoạch mới', en: 'New plan' },
  'yearly-review': { vi: 'Rà soát, bổ sung hằng năm', en: 'Yearly review' },
};

const fromElsewhere = {
  vi: 'Nhân sự từ nơi khác không qua bước giới thiệu: theo hướng dẫn thời kỳ 2012, chưa xác nhận văn bản sau có giữ hay không.',
  en: 'People from elsewhere take no part in the introductions, by the guide of 2012; whether later texts keep it is not confirmed.',
};

function vietnamese(key: string, introduced: Introductions): readonly Procedure[] {
  const ruleSet = { key, version: 1 };
  const last = introductions(introduced);
  const five = [preparing, firstLeadership, ...last];
  const note = {
    vi: 'Thứ tự năm bước theo Quy định 50; chi tiết bước 4 và bước 5 chưa đối chiếu văn bản.',
    en: 'The order of the five steps is that of Regulation 50; details of steps 4 and 5 are not checked.',
  };
  const all = { vi: `${note.vi} ${fromElsewhere.vi}`, en: `${note.en} ${fromElsewhere.en}` };
  return [
    {
      key: 'new-plan',
      title: titles['new-plan'],
      ruleSet,
      occasion: 'new-plan',
      steps: key.endsWith('qd50') ? partly(five, qd50, { note: all }) : unconfirmed(five, practice, { note: all }),
    },
    {
      key: 'yearly-review',
      title: titles['yearly-review'],
      ruleSet,
      occasion: 'yearly-review',
      steps: unconfirmed([reviewAndRemove, ...last], practice, { note: fromElsewhere }),
    },
  ];
}

/** Outside the Vietnamese texts nobody speaks of quy hoạch. */
const generalTitles: typeof titles = {
  'new-plan': { vi: 'Kế hoạch nhân sự mới', en: 'New plan' },
  'yearly-review': { vi: 'Rà soát hằng năm', en: 'Yearly review' },
};

const nominate: ProcedureStep = {
  key: 'nominate',
  title: { vi: 'Đề cử', en: 'Nominate' },
  body: 'members',
  purpose: 'nominate',
  isConference: false,
  voteRule: null,
};
const review: ProcedureStep = {
  key: 'review',
  title: { vi: 'Lấy ý kiến', en: 'Review' },
  body: 'committee',
  purpose: 'review',
  isConference: false,
  voteRule: null,
};
const vote = (voteRule: string): ProcedureStep => ({
  key: 'vote',
  title: { vi: 'Bỏ phiếu', en: 'Vote' },
  body: 'committee',
  purpose: 'vote',
  isConference: true,
  voteRule,
});
const confirm = (voteRule: string): ProcedureStep => ({
  key: 'confirm',
  title: { vi: 'Xác nhận', en: 'Confirm' },
  body: 'confirming-body',
  purpose: 'confirm',
  isConference: false,
  voteRule,
});

const stateIntroductions = { keyOfficials: 'vn-state-key-officials', expanded: 'vn-state-leaders' };
const partyIntroductions = { keyOfficials: 'vn-introduction', expanded: 'vn-introduction' };

export const readyMade: readonly Procedure[] = [
  ...vietnamese('vn-party-hd15', partyIntroductions),
  ...vietnamese('vn-party-qd50', partyIntroductions),
  ...vietnamese('vn-party-qd377', partyIntroductions),
  ...vietnamese('vn-state-hd15', stateIntroductions),
  ...vietnamese('vn-state-qd50', stateIntroductions),
  ...vietnamese('vn-state-qd377', stateIntroductions),
  {
    key: 'new-plan',
    title: generalTitles['new-plan'],
    ruleSet: { key: 'general', version: 1 },
    occasion: 'new-plan',
    steps: confirmed([nominate, review, vote('robert-election'), confirm('robert-majority')], ownChoice),
  },
  {
    key: 'yearly-review',
    title: generalTitles['yearly-review'],
    ruleSet: { key: 'general', version: 1 },
    occasion: 'yearly-review',
    steps: confirmed([review, vote('robert-majority')], ownChoice),
  },
  {
    key: 'new-plan',
    title: generalTitles['new-plan'],
    ruleSet: { key: 'nomcom-rfc8713', version: 1 },
    occasion: 'new-plan',
    steps: confirmed([nominate, review, vote('nomcom-candidates'), confirm('confirming-body')], rfc8713, {
      article: '3.7, 5',
    }),
  },
];
