/** What each kind of movement must keep to, as cited data. Adding a rule: a value here, its case in checks.ts, its words. */
import type { CitedSource, Profile, RetirementTable } from '../../eligibility/types.ts';
import type { MovementKind } from '../types.ts';

export interface Cited<T> {
  readonly value: T;
  readonly source: CitedSource;
}

export interface KindRules {
  readonly minMonths?: Cited<number>;
  readonly maxMonths?: Cited<number>;
  /** Months from the start to the retirement age. */
  readonly minMonthsLeft?: Cited<number>;
  readonly retirement?: Cited<RetirementTable>;
  /** Months in the present post. */
  readonly interval?: Cited<{ readonly min: number; readonly max: number }>;
  /** The person is talked with before the decision. */
  readonly personIsMet?: Cited<true>;
  /** Not for somebody pregnant or nursing a child younger than so many months: nobody's register says so. */
  readonly nursingMonths?: Cited<number>;
}

function read(vi: string, en: string, reference: string, confidence: CitedSource['confidence'] = 'confirmed') {
  return { reference, title: { vi, en }, confidence } as const;
}

const rotation = read(
  'Quy định số 65-QĐ/TW, ngày 28/4/2022 của Bộ Chính trị về luân chuyển cán bộ',
  'Regulation 65-QĐ/TW of the Politburo on rotation, 28 April 2022',
  'qd-65-2022',
);
const secondment = read(
  'Quy định về biệt phái công chức (đọc qua bản giới thiệu công khai)',
  'Rules on secondment of civil servants (read in a public summary)',
  'secondment-rules',
);
const civilServants = read(
  'Nghị định số 170/2025/NĐ-CP: quy trình luân chuyển công chức',
  'Decree 170/2025/NĐ-CP: procedure of rotation of civil servants',
  'nd-170-2025',
);
const transfer = read(
  'Quy định về điều động công chức (đọc qua bản giới thiệu công khai)',
  'Rules on transfer of civil servants (read in a public summary)',
  'transfer-rules',
);
const positionChange = read(
  'Quy định định kỳ chuyển đổi vị trí công tác để phòng, chống tham nhũng; trong ngành do Viện trưởng VKSND tối cao quy định',
  'Rules on the periodic change of positions against corruption; in the Procuracy set by the Procurator General',
  'position-change-rules',
);
/** Its use is read, the values of the road map are not. */
const roadMap = read(
  'Nghị định số 135/2020/NĐ-CP về tuổi nghỉ hưu (các mốc tuổi)',
  'Decree 135/2020/NĐ-CP on retirement age (the values of its road map)',
  'nd-135-2020',
  'unconfirmed',
);

const vietnamese: Readonly<Record<MovementKind, KindRules>> = {
  rotation: {
    minMonths: { value: 36, source: rotation },
    minMonthsLeft: { value: 120, source: rotation },
    retirement: { value: 'nd-135-2020', source: roadMap },
    personIsMet: { value: true, source: civilServants },
  },
  secondment: {
    maxMonths: { value: 36, source: secondment },
    nursingMonths: { value: 36, source: secondment },
    personIsMet: { value: true, source: secondment },
  },
  'position-change': { interval: { value: { min: 24, max: 60 }, source: positionChange } },
  transfer: { personIsMet: { value: true, source: transfer } },
};
/** Elsewhere a contract says it; no text was found that rules it. */
const elsewhere: Readonly<Record<MovementKind, KindRules>> = {
  ...{ rotation: {}, secondment: {}, 'position-change': {}, transfer: {} },
};

export function kindRules(profile: Profile, kind: MovementKind): KindRules {
  return (profile === 'vn-party' || profile === 'vn-state' ? vietnamese : elsewhere)[kind];
}

/** Before the end of a leg: so that what follows can be decided in time (domain/planning 8.5, question 13). */
export const endNoticeDays = 60;
