/** Every parameter of the Party's rule sets, a row each; the state's differ in three (state.ts). */
import { type Expected, ours, type Row } from './row.ts';

const reviewedByAll = ['agree', 'agree-with-comment', 'not-yet', 'not-enough-information'];
const fourGroups = ['quality', 'capacity', 'prestige', 'prospects'];
const halfSure = { reprimand: 'note', warning: 'note', removal: 'not-known', expulsion: 'not-known' };
const twoThirds = { kind: 'share', numerator: 2, denominator: 3, comparison: 'at-least', base: 'summoned' };
const planningDossier = ['cv', 'evaluations', 'assets', 'political-standard'];
const group = (key: string, levelsBelow: number | null) => expect.objectContaining({ key, levelsBelow });
const twoGroups = [group('group-1', 1), group('group-2', null)];
const screened = {
  ...{ who: 'screened-suggestions', mayProposeSelf: false, consent: 'not-asked', consentSilence: 'stands' },
  ...{ isNomineeTold: false, endorsements: null },
};

export const partyUnder377: Expected = {
  maxPeoplePerPosition: [3, 'qd-377-2025', 'confirmed', '2.2 [S10][S11]'],
  maxPositionsPerPerson: [3, 'qd-377-2025', 'confirmed', '2.2 [S10]'],
  minPeoplePerPosition: [2, 'practice', 'unconfirmed', '2.2, background'],
  committeeRatioPercent: [{ min: null, max: null }, 'hd-16-2022', 'unconfirmed', '2.2, no legal default'],
  pool: ['noted', 'qd-50-2021', 'unconfirmed', '2.7 [S6], 9'],
  readinessLevels: [twoGroups, 'province-groups', 'partly', '2.2 [S23]'],
  onlyHigher: [true, 'qd-377-2025', 'confirmed', '2.1 [S10]'],
  forbidSameTimeAsAppointment: [true, 'qd-377-2025', 'confirmed', '2.1 [S10][S12]'],
  membersMayBeNominees: ours(true),
  nextTermMonths: [{ required: 60, preferred: 120 }, 'qd-377-2025', 'partly', '2.3 [S12]'],
  currentTermMonths: [{ required: 40 }, 'hd-16-2022', 'unconfirmed', '2.3, background'],
  ageReference: ['congress-month', 'practice', 'unconfirmed', '2.3 [S24]'],
  retirement: ['nd-135-2020', 'nd-135-2020', 'unconfirmed', '2.3 [S30], steps background'],
  targetYoung: [{ percent: 15, underAge: 40 }, 'qd-50-2021', 'unconfirmed', '2.4 [S5], 9'],
  targetWomenPercent: [25, 'qd-50-2021', 'unconfirmed', '2.4 [S5], 9'],
  targetMinorityPercent: [null, 'qd-50-2021', 'unconfirmed', '2.4 [S5], by area'],
  ageBrackets: [{ count: 3, gapYears: 5 }, 'practice', 'partly', '2.4 [S20][S21]'],
  discipline: [
    { whileInEffect: 'blocks', afterwards: halfSure, removesFromPlan: false },
    ...(['qd-377-2025', 'confirmed', '2.5 [S12]'] as const),
  ],
  appointmentWaitMonths: [{ reprimand: 24, warning: 36, removal: 60 }, 'qd-377-2025', 'confirmed', '2.5 [S16]'],
  proposing: [screened, 'hd-16-2022', 'partly', '2.6 [S6]'],
  stances: ours(reviewedByAll),
  aspects: [fourGroups, 'hd-16-2022', 'confirmed', '2.5 [S7]'],
  reviewVisibility: ours({ others: 'after-mine', names: 'never', chairOnlyToClerk: false }),
  ratingsShownYears: [3, 'practice', 'confirmed', '2.5 [G5]'],
  externalReportDays: [null, 'practice', 'unconfirmed', '5 [S1], no number'],
  dossierPapers: [planningDossier, 'practice', 'unconfirmed', '2.6, background'],
  dossierCvMonths: [6, 'nd-170-2025', 'unconfirmed', '2.6 [S43], of an appointment'],
  quorum: [twoThirds, 'ct-35-2019', 'confirmed', '2.7 [S31]'],
  quorumOtherMatters: ours(null),
  secondCall: ours(null),
  delegatesCount: ours(false),
  rsvpChoices: ours(['coming', 'absent', 'delegate']),
  datePoll: ours(false),
  agenda: ours({
    needs: { information: [], discussion: ['review-closed'], vote: ['owner', 'review-closed', 'synthesis'], other: [] },
    ...{ freeUntilDays: 3, addUntilDays: 1, consentBlock: true },
  }),
  surplusMaxPercent: [30, 'qd-190-2024', 'confirmed', '2.7 [S35]'],
  minBallotsToPublish: ours(5),
  selfVote: ['allowed', 'practice', 'unconfirmed', '8.4, background'],
  rotationMinMonths: [36, 'qd-65-2022', 'confirmed', '5 [S52][S55]'],
  rotationMonthsLeft: [120, 'qd-65-2022', 'confirmed', '5 [S53][S85]'],
  secondmentMaxMonths: [36, 'secondment-rules', 'confirmed', '5 [S58]'],
  secondmentNursingMonths: [36, 'secondment-rules', 'confirmed', '5 [S59]'],
  positionChangeMonths: [{ min: 24, max: 60 }, 'position-change-rules', 'confirmed', '5 [S60]'],
  rotationMeetsPerson: [true, 'nd-170-2025', 'confirmed', '5 [S54]'],
  secondmentMeetsPerson: [true, 'secondment-rules', 'confirmed', '5 [S58]'],
  transferMeetsPerson: [true, 'transfer-rules', 'confirmed', '5 [S57]'],
  movementEndNoticeDays: ours(60, '8.5, question 13'),
  answerLinkDays: ours(14),
  refusedToldFirst: [false, 'practice', 'unconfirmed', '8.3, 26: only of NomCom'],
};

export const partyUnder50: Expected = {
  ...partyUnder377,
  maxPeoplePerPosition: [3, 'qd-50-2021', 'partly', '2.2 [S22]'],
  maxPositionsPerPerson: [3, 'qd-50-2021', 'partly', '2.2 [S22]'],
  pool: ['noted', 'qd-50-2021', 'partly', '2.7 [S6]'],
  onlyHigher: [true, 'qd-50-2021', 'partly', '2.1, as [S10]'],
  forbidSameTimeAsAppointment: [true, 'qd-50-2021', 'partly', '2.1, as [S10]'],
  nextTermMonths: [{ required: 60, preferred: 120 }, 'qd-50-2021', 'confirmed', '2.3 [S3]'],
  targetYoung: [{ percent: 15, underAge: 40 }, 'qd-50-2021', 'confirmed', '2.4 [S5]'],
  targetWomenPercent: [25, 'qd-50-2021', 'confirmed', '2.4 [S5]'],
  targetMinorityPercent: [null, 'qd-50-2021', 'confirmed', '2.4 [S5], by area'],
  discipline: [
    { whileInEffect: 'blocks', afterwards: { ...halfSure, removal: 'note' }, removesFromPlan: true },
    ...(['qd-50-2021', 'confirmed', '2.5 [S8], 2.8 [S5]'] as const),
  ],
  appointmentWaitMonths: [{ reprimand: 12, warning: 30, removal: 60 }, 'qd-80-2022', 'confirmed', '2.5 [S45]'],
  rotationMeetsPerson: [true, 'nd-138-2020', 'unconfirmed', '5 [S54] is of 2025'],
  dossierCvMonths: [6, 'nd-138-2020', 'unconfirmed', '2.6 [S44], of an appointment'],
};

const unsure = (value: unknown, reference: string, readIn: string): Row => [value, reference, 'unconfirmed', readIn];
const never = { reprimand: 'not-known', warning: 'not-known', removal: 'not-known', expulsion: 'not-known' };

/** The guides of that time were not read: nothing is sure but our own choices. */
export const partyBefore50: Expected = {
  ...partyUnder377,
  maxPeoplePerPosition: unsure(null, 'hd-15-2012', 'not found'),
  maxPositionsPerPerson: unsure(3, 'province-2019', '2.8 [S24]'),
  minPeoplePerPosition: unsure(2, 'hd-15-2012', '2.2, background'),
  committeeRatioPercent: unsure({ min: null, max: null }, 'hd-15-2012', '2.2, never hard-coded'),
  pool: unsure('noted', 'practice', '2.7 [S6], as later'),
  onlyHigher: unsure(true, 'province-2019', '2.8 [S24]'),
  forbidSameTimeAsAppointment: unsure(false, 'hd-15-2012', 'not found'),
  nextTermMonths: unsure({ required: 60, preferred: null }, 'province-2019', '2.3, 2.8 [S24]'),
  currentTermMonths: unsure({ required: 40 }, 'hd-06-2017', '2.3, background'),
  retirement: unsure('before-2021', 'province-2019', '2.3 [S24]'),
  targetYoung: unsure(null, 'hd-15-2012', 'not found'),
  targetWomenPercent: unsure(null, 'hd-15-2012', 'not found'),
  targetMinorityPercent: unsure(null, 'hd-15-2012', 'not found'),
  readinessLevels: unsure(twoGroups, 'province-groups', '2.2 [S23], later'),
  ageBrackets: unsure({ count: 3, gapYears: 5 }, 'practice', '2.4, later'),
  discipline: unsure(
    { whileInEffect: 'blocks', afterwards: never, removesFromPlan: true },
    ...(['province-2019', '2.8 [S24]'] as const),
  ),
  appointmentWaitMonths: unsure(null, 'qd-105-2017', 'not found'),
  proposing: unsure(screened, 'hd-15-2012', '2.6, later'),
  aspects: unsure(fourGroups, 'hd-15-2012', '2.5, later'),
  ratingsShownYears: unsure(3, 'practice', '2.5, later'),
  dossierCvMonths: unsure(null, 'hd-15-2012', 'not found'),
  quorum: unsure(twoThirds, 'ct-35-2019', '2.7 [S31]'),
  surplusMaxPercent: unsure(null, 'practice', 'not found'),
  rotationMinMonths: unsure(36, 'qd-98-2017', '5, later'),
  rotationMonthsLeft: unsure(120, 'qd-98-2017', '5, later'),
  secondmentMaxMonths: unsure(36, 'secondment-rules', '5, later'),
  secondmentNursingMonths: unsure(36, 'secondment-rules', '5, later'),
  positionChangeMonths: unsure({ min: 24, max: 60 }, 'position-change-rules', '5, later'),
  rotationMeetsPerson: unsure(true, 'nd-138-2020', '5, later'),
  secondmentMeetsPerson: unsure(true, 'secondment-rules', '5, later'),
  transferMeetsPerson: unsure(true, 'transfer-rules', '5, later'),
};
