/**
 * Planning before QĐ 50, under Guide 15-HD/BTCTW (2012) as amended in 2017. The guides could not be read: every value is
 * unconfirmed, and where none was found the value is null and says so.
 */
import type { Confidence, Parameter } from '../../types.ts';
import { unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';
import { movementReferences, movementsBeforeQd50 } from './vn-movements.ts';
import { sharedPlanning } from './vn-planning.ts';

const { hd15, hd06, hd16, qd105, province2019, provinceGroups, practice, ownChoice } = references;

const notFound = {
  vi: 'Chưa đọc được giá trị trong văn bản thời kỳ này; tập thể tự đặt theo hướng dẫn của mình.',
  en: 'No value could be read in the texts of that time; set it from your own guide.',
};
const beforeCongresses = {
  vi: 'Theo một tỉnh, khi rà soát trước đại hội năm 2020.',
  en: 'As in one province, reviewing before the congresses of 2020.',
};

export const planningBeforeQd50 = {
  ...unsureOf(sharedPlanning),
  ...movementsBeforeQd50,
  maxPeoplePerPosition: unconfirmed(null, hd15, { note: notFound }),
  maxPositionsPerPerson: unconfirmed(3, province2019, { note: beforeCongresses }),
  minPeoplePerPosition: unconfirmed(2, hd15),
  committeeRatioPercent: unconfirmed({ min: null, max: null }, hd15, { note: notFound }),
  pool: unconfirmed('noted', practice),
  onlyHigher: unconfirmed(true, province2019, {
    note: {
      vi: 'Người đang giữ chức danh tương đương hoặc cao hơn thì không bổ sung; theo một tỉnh năm 2019.',
      en: 'Whoever holds an equal or higher post is not added; as in one province in 2019.',
    },
  }),
  forbidSameTimeAsAppointment: unconfirmed(false, hd15, { note: notFound }),
  nextTermMonths: unconfirmed({ required: 60, preferred: null }, province2019, {
    note: {
      vi: 'Đủ tuổi công tác trọn một nhiệm kỳ (60 tháng); theo một tỉnh năm 2019.',
      en: 'Old enough for one full term of 60 months; as in one province in 2019.',
    },
  }),
  currentTermMonths: unconfirmed({ required: 40 }, hd06, {
    note: {
      vi: 'Hai phần ba nhiệm kỳ (40 tháng); chưa đối chiếu văn bản.',
      en: 'Two thirds of a term (40 months); not checked against the text.',
    },
  }),
  retirement: unconfirmed('before-2021', province2019, {
    note: {
      vi: 'Nam 60, nữ 55 tuổi; tỉnh này tính nam sinh từ 4/1965, nữ sinh từ 4/1970 cho đại hội tháng 4/2020.',
      en: 'Men 60, women 55; that province counted men born from 4/1965 and women from 4/1970 for a congress in 4/2020.',
    },
  }),
  targetYoung: unconfirmed(null, hd15, { note: notFound }),
  targetWomenPercent: unconfirmed(null, hd15, { note: notFound }),
  targetMinorityPercent: unconfirmed(null, hd15, { note: notFound }),
  ageBrackets: unconfirmed({ count: 3, gapYears: 5 }, practice),
  proposing: unconfirmed(sharedPlanning.proposing.value, hd15),
  aspects: unconfirmed(sharedPlanning.aspects.value, hd15),
  discipline: unconfirmed(
    {
      whileInEffect: 'blocks',
      afterwards: { reprimand: 'not-known', warning: 'not-known', removal: 'not-known', expulsion: 'not-known' },
      removesFromPlan: true,
    },
    province2019,
    {
      note: {
        vi: 'Rà soát, đưa ra khỏi quy hoạch người bị kỷ luật; theo một tỉnh năm 2019. Sau khi hết hiệu lực chưa có căn cứ.',
        en: 'Whoever was disciplined is reviewed out, as in one province in 2019. Nothing was found about the time after.',
      },
    },
  ),
  appointmentWaitMonths: unconfirmed(null, qd105, { note: notFound }),
  dossierCvMonths: unconfirmed(null, hd15, { note: notFound }),
} as const;

export const referencesBeforeQd50 = [
  ...[hd15, hd06, qd105, province2019, provinceGroups, practice, ownChoice],
  ...movementReferences.beforeQd50,
];

/** The later values where nothing else is known: our own choices stay as sure as they are. */
function unsureOf<Of extends Readonly<Record<string, Parameter<unknown>>>>(parameters: Of): Of {
  const entries = Object.entries(parameters).map(([name, parameter]) => {
    const isOurs = parameter.source.reference === ownChoice.key;
    const confidence: Confidence = isOurs ? parameter.confidence : 'unconfirmed';
    const reference = parameter.source.reference === hd16.key ? hd15.key : parameter.source.reference;
    return [name, { ...parameter, confidence, source: { ...parameter.source, reference } }];
  });
  return Object.fromEntries(entries) as Of;
}
