/** Retirement ages by birth month and sex: 60 and 55 before 2021, then the road map of Decree 135/2020/NĐ-CP. */
import { addMonths, type PlainMonth } from '../../../kernel/time.ts';
import type { RetirementTable } from '../types.ts';

export interface RetirementStep {
  /** First birth month to which the age applies, until the next step. */
  readonly bornFrom: PlainMonth;
  readonly years: number;
  readonly months: number;
}

type Table = Readonly<Record<'male' | 'female', readonly RetirementStep[]>>;

/** Normal conditions of work. Those born earlier retired at 60 and 55 under the law before 2021. */
export const roadMap: Table = {
  male: [
    { bornFrom: '1900-01', years: 60, months: 0 },
    { bornFrom: '1961-01', years: 60, months: 3 },
    { bornFrom: '1961-10', years: 60, months: 6 },
    { bornFrom: '1962-07', years: 60, months: 9 },
    { bornFrom: '1963-04', years: 61, months: 0 },
    { bornFrom: '1964-01', years: 61, months: 3 },
    { bornFrom: '1964-10', years: 61, months: 6 },
    { bornFrom: '1965-07', years: 61, months: 9 },
    { bornFrom: '1966-04', years: 62, months: 0 },
  ],
  female: [
    { bornFrom: '1900-01', years: 55, months: 0 },
    { bornFrom: '1966-01', years: 55, months: 4 },
    { bornFrom: '1966-09', years: 55, months: 8 },
    { bornFrom: '1967-05', years: 56, months: 0 },
    { bornFrom: '1968-01', years: 56, months: 4 },
    { bornFrom: '1968-09', years: 56, months: 8 },
    { bornFrom: '1969-05', years: 57, months: 0 },
    { bornFrom: '1970-01', years: 57, months: 4 },
    { bornFrom: '1970-09', years: 57, months: 8 },
    { bornFrom: '1971-05', years: 58, months: 0 },
    { bornFrom: '1972-01', years: 58, months: 4 },
    { bornFrom: '1972-09', years: 58, months: 8 },
    { bornFrom: '1973-05', years: 59, months: 0 },
    { bornFrom: '1974-01', years: 59, months: 4 },
    { bornFrom: '1974-09', years: 59, months: 8 },
    { bornFrom: '1975-05', years: 60, months: 0 },
  ],
};

const tables: Readonly<Record<RetirementTable, Table>> = {
  'nd-135-2020': roadMap,
  'before-2021': {
    male: [{ bornFrom: '1900-01', years: 60, months: 0 }],
    female: [{ bornFrom: '1900-01', years: 55, months: 0 }],
  },
};

export interface Retirement {
  readonly ageMonths: number;
  /** The month in which the age is reached. */
  readonly month: PlainMonth;
}

export function retirementOf(birthMonth: PlainMonth, sex: 'male' | 'female', by: RetirementTable): Retirement {
  const steps = tables[by][sex];
  const step = steps.findLast((candidate) => candidate.bornFrom <= birthMonth) ?? steps[0]!;
  const ageMonths = step.years * 12 + step.months;
  return { ageMonths, month: addMonths(birthMonth, ageMonths) };
}
