/** Every parameter of the rule sets outside Viet Nam, a row each: a board or association, and a NomCom. */
import { type Expected, ours } from './row.ts';

const share = (numerator: number, denominator: number, comparison: 'at-least' | 'more-than') => ({
  ...{ kind: 'share', numerator, denominator, comparison, base: 'members' },
});
const noEndorsing = {
  ...{ who: 'anyone', mayProposeSelf: true, consent: 'written', consentSilence: 'not-a-candidate' },
  ...{ isNomineeTold: true, endorsements: null },
};

export const boards: Expected = {
  maxPeoplePerPosition: ours(null),
  maxPositionsPerPerson: ours(null),
  minPeoplePerPosition: ours(1, '8.4 and 6.1 [O1]'),
  committeeRatioPercent: ours({ min: 100, max: null }, '8.4 and 6.1 [O2]'),
  readinessLevels: [
    ['ready-now', 'one-to-two-years', 'three-years-or-more', 'emergency'].map((key) =>
      expect.objectContaining({ key }),
    ),
    ...(['succession-guide', 'confirmed', '6.1 [O1], 8.4'] as const),
  ],
  pool: ours(null),
  onlyHigher: ours(false),
  forbidSameTimeAsAppointment: ours(false),
  membersMayBeNominees: ours(true),
  nextTermMonths: ours(null),
  currentTermMonths: ours(null),
  ageReference: ours('term-start'),
  retirement: ours(null),
  targetYoung: ours(null),
  targetWomenPercent: ours(null),
  targetMinorityPercent: ours(null),
  ageBrackets: ours(null),
  discipline: ours(null),
  appointmentWaitMonths: ours(null),
  proposing: ours({
    ...{ who: 'members', mayProposeSelf: true, consent: 'asked', consentSilence: 'stands', isNomineeTold: true },
    endorsements: { needed: 0, namesSeenBy: 'members' },
  }),
  stances: ours(['agree', 'agree-with-comment', 'not-yet', 'not-enough-information']),
  aspects: ours(['quality', 'capacity', 'prestige', 'prospects']),
  reviewVisibility: ours({ others: 'after-mine', names: 'never', chairOnlyToClerk: false }),
  ratingsShownYears: ours(2),
  dossierPapers: ours([]),
  dossierCvMonths: ours(null),
  externalReportDays: ours(null),
  quorum: [share(1, 2, 'more-than'), 'robert', 'confirmed', '6.4 [O12], 8.4'],
  quorumOtherMatters: ours(null),
  secondCall: [
    { quorum: share(1, 3, 'at-least'), afterMinutes: 30 },
    ...(['own-choice', 'unconfirmed', 'only where bylaws say so'] as const),
  ],
  delegatesCount: ours(false),
  rsvpChoices: ours(['coming', 'maybe', 'absent', 'delegate']),
  datePoll: ours(true),
  agenda: ours({
    needs: { information: [], discussion: ['review-closed'], vote: ['owner', 'review-closed'], other: [] },
    ...{ freeUntilDays: null, addUntilDays: null, consentBlock: true },
  }),
  surplusMaxPercent: ours(null),
  minBallotsToPublish: ours(5),
  selfVote: ours('withdraws', '6.2 [O11]'),
  rotationMinMonths: ours(null, '8.4, by contract'),
  rotationMonthsLeft: ours(null, '8.4, by contract'),
  secondmentMaxMonths: ours(null, '8.4, by contract'),
  secondmentNursingMonths: ours(null, '8.4, by contract'),
  positionChangeMonths: ours(null, '8.4, by contract'),
  rotationMeetsPerson: ours(false),
  secondmentMeetsPerson: ours(false),
  transferMeetsPerson: ours(false),
  movementEndNoticeDays: ours(60, '8.5, question 13'),
  answerLinkDays: ours(14),
  refusedToldFirst: ours(false),
};

export const nomcoms: Expected = {
  ...boards,
  readinessLevels: ours([]),
  minPeoplePerPosition: [1, 'rfc-8713', 'confirmed', '6.3 [R1] 5.14'],
  committeeRatioPercent: ours({ min: null, max: null }),
  membersMayBeNominees: [false, 'rfc-8713', 'confirmed', '6.3 [R1] 5.11'],
  proposing: [noEndorsing, 'rfc-8713', 'confirmed', '6.3 [R1] 5.11, 5.13'],
  reviewVisibility: ours({ others: 'after-mine', names: 'always', chairOnlyToClerk: false }, '6.3 [R1] 3.6'),
  quorum: [{ kind: 'count', atLeast: 7, base: 'voting-volunteers' }, 'rfc-8713', 'confirmed', '6.3 [R1] 5.6'],
  quorumOtherMatters: [share(3, 4, 'at-least'), 'rfc-8713', 'confirmed', '6.3 [R1] 5.6'],
  secondCall: ours(null),
  selfVote: ['withdraws', 'rfc-8713', 'confirmed', '6.3 [R1] 5.11'],
  refusedToldFirst: [true, 'rfc-8713', 'confirmed', '6.3 [R1] 5.15'],
};
