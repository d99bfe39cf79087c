/** Every planning parameter of the Vietnamese rule sets, with where domain/planning has it: a row for each value. */
import { describe, expect, test } from '@jest/globals';
import { ruleSetByKey } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { Confidence, Parameters } from '../../../src/features/eligibility/types.ts';

type Row = readonly [
  parameter: keyof Parameters,
  value: unknown,
  reference: string,
  confidence: Confidence,
  readIn: string,
];

const halfSure = { reprimand: 'note', warning: 'note', removal: 'not-known', expulsion: 'not-known' };

const under377: readonly Row[] = [
  ['maxPeoplePerPosition', 3, 'qd-377-2025', 'confirmed', '2.2 [S10][S11]'],
  ['maxPositionsPerPerson', 3, 'qd-377-2025', 'confirmed', '2.2 [S10]'],
  ['minPeoplePerPosition', 2, 'practice', 'unconfirmed', '2.2, background'],
  ['committeeRatioPercent', { min: null, max: null }, 'hd-16-2022', 'unconfirmed', '2.2, no legal default'],
  ['onlyHigher', true, 'qd-377-2025', 'confirmed', '2.1 [S10]'],
  ['forbidSameTimeAsAppointment', true, 'qd-377-2025', 'confirmed', '2.1 [S10][S12]'],
  ['nextTermMonths', { required: 60, preferred: 120 }, 'qd-377-2025', 'partly', '2.3 [S12]'],
  ['currentTermMonths', { required: 40 }, 'hd-16-2022', 'unconfirmed', '2.3, background'],
  ['ageReference', 'congress-month', 'practice', 'unconfirmed', '2.3 [S24]'],
  ['retirement', 'nd-135-2020', 'nd-135-2020', 'unconfirmed', '2.3 [S30], steps background'],
  ['targetYoung', { percent: 15, underAge: 40 }, 'qd-50-2021', 'unconfirmed', '2.4 [S5], 9'],
  ['targetWomenPercent', 25, 'qd-50-2021', 'unconfirmed', '2.4 [S5], 9'],
  ['targetMinorityPercent', null, 'qd-50-2021', 'unconfirmed', '2.4 [S5], by area'],
  ['ageBrackets', { count: 3, gapYears: 5 }, 'practice', 'partly', '2.4 [S20][S21]'],
  [
    'discipline',
    { whileInEffect: 'blocks', afterwards: halfSure, removesFromPlan: false },
    'qd-377-2025',
    'confirmed',
    '2.5 [S12]',
  ],
  ['appointmentWaitMonths', { reprimand: 24, warning: 36, removal: 60 }, 'qd-377-2025', 'confirmed', '2.5 [S16]'],
  ['ratingsShownYears', 3, 'practice', 'confirmed', '2.5 [G5]'],
  ['surplusMaxPercent', 30, 'qd-190-2024', 'confirmed', '2.7 [S35]'],
  ['minBallotsToPublish', 5, 'own-choice', 'confirmed', '8.4, design choice'],
  ['selfVote', 'allowed', 'practice', 'unconfirmed', '8.4, background'],
];

const under50: readonly Row[] = [
  ['maxPeoplePerPosition', 3, 'qd-50-2021', 'partly', '2.2 [S22]'],
  ['maxPositionsPerPerson', 3, 'qd-50-2021', 'partly', '2.2 [S22]'],
  ['nextTermMonths', { required: 60, preferred: 120 }, 'qd-50-2021', 'confirmed', '2.3 [S3]'],
  ['targetYoung', { percent: 15, underAge: 40 }, 'qd-50-2021', 'confirmed', '2.4 [S5]'],
  ['targetWomenPercent', 25, 'qd-50-2021', 'confirmed', '2.4 [S5]'],
  ['appointmentWaitMonths', { reprimand: 12, warning: 30, removal: 60 }, 'qd-80-2022', 'confirmed', '2.5 [S45]'],
];

const before50: readonly Row[] = [
  ['maxPeoplePerPosition', null, 'hd-15-2012', 'unconfirmed', 'not found'],
  ['maxPositionsPerPerson', 3, 'province-2019', 'unconfirmed', '2.8 [S24]'],
  ['minPeoplePerPosition', 2, 'hd-15-2012', 'unconfirmed', '2.2, background'],
  ['committeeRatioPercent', { min: null, max: null }, 'hd-15-2012', 'unconfirmed', '2.2, never hard-coded'],
  ['onlyHigher', true, 'province-2019', 'unconfirmed', '2.8 [S24]'],
  ['nextTermMonths', { required: 60, preferred: null }, 'province-2019', 'unconfirmed', '2.3, 2.8 [S24]'],
  ['currentTermMonths', { required: 40 }, 'hd-06-2017', 'unconfirmed', '2.3, background'],
  ['retirement', 'before-2021', 'province-2019', 'unconfirmed', '2.3 [S24]'],
  ['targetYoung', null, 'hd-15-2012', 'unconfirmed', 'not found'],
  ['appointmentWaitMonths', null, 'qd-105-2017', 'unconfirmed', 'not found'],
];

describe.each([
  ['vn-party-qd377', under377],
  ['vn-party-qd50', under50],
  ['vn-party-hd15', before50],
] as const)('%s', (key, rows) => {
  test.each(rows)('%s is %j by %s, %s (domain/planning %s)', (name, value, reference, confidence) => {
    const { parameters } = ruleSetByKey(key, 1);

    expect(parameters[name]).toMatchObject({ value, confidence, source: { reference } });
  });
});
