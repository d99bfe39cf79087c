/** Nominating committees outside Viet Nam: the general profile, and a NomCom after RFC 8713. */
import { confirmed, unconfirmed } from './cited.ts';
import { references } from './legal-references.ts';
import { readyBySteps } from './readiness.ts';
import { plainSheets } from './sheets.ts';

const { ownChoice, rfc8713, robert, schulze, scottishStv, charters, successionGuide } = references;

/** Planning rules that only the Vietnamese profiles have. */
const withoutPlanningRules = {
  maxPeoplePerPosition: confirmed(null, ownChoice),
  maxPositionsPerPerson: confirmed(null, ownChoice),
  targetYoung: confirmed(null, ownChoice),
  targetWomenPercent: confirmed(null, ownChoice),
  targetMinorityPercent: confirmed(null, ownChoice),
  ageBrackets: confirmed(null, ownChoice),
  readinessLevels: confirmed([], ownChoice),
  pool: confirmed(null, ownChoice),
  onlyHigher: confirmed(false, ownChoice),
  forbidSameTimeAsAppointment: confirmed(false, ownChoice),
  nextTermMonths: confirmed(null, ownChoice),
  currentTermMonths: confirmed(null, ownChoice),
  ageReference: confirmed('term-start', ownChoice),
  retirement: confirmed(null, ownChoice),
  discipline: confirmed(null, ownChoice),
  appointmentWaitMonths: confirmed(null, ownChoice),
  stances: confirmed(['agree', 'agree-with-comment', 'not-yet', 'not-enough-information'], ownChoice),
  aspects: confirmed(['quality', 'capacity', 'prestige', 'prospects'], ownChoice),
  rsvpChoices: confirmed(['coming', 'maybe', 'absent', 'delegate'], ownChoice),
  datePoll: confirmed(true, ownChoice),
  agenda: confirmed(
    {
      needs: { information: [], discussion: ['review-closed'], vote: ['owner', 'review-closed'], other: [] },
      freeUntilDays: null,
      addUntilDays: null,
      consentBlock: true,
    },
    ownChoice,
  ),
  surplusMaxPercent: confirmed(null, ownChoice),
  ratingsShownYears: confirmed(2, ownChoice),
  dossierPapers: confirmed([], ownChoice),
  dossierCvMonths: confirmed(null, ownChoice),
  externalReportDays: confirmed(null, ownChoice),
  minBallotsToPublish: confirmed(5, ownChoice),
  // Elsewhere a contract says how somebody is moved; no text was found that rules it.
  rotationMinMonths: confirmed(null, ownChoice),
  rotationMonthsLeft: confirmed(null, ownChoice),
  secondmentMaxMonths: confirmed(null, ownChoice),
  secondmentNursingMonths: confirmed(null, ownChoice),
  positionChangeMonths: confirmed(null, ownChoice),
  rotationMeetsPerson: confirmed(false, ownChoice),
  secondmentMeetsPerson: confirmed(false, ownChoice),
  transferMeetsPerson: confirmed(false, ownChoice),
  movementEndNoticeDays: confirmed(60, ownChoice),
  answerLinkDays: confirmed(14, ownChoice),
  refusedToldFirst: confirmed(false, ownChoice),
} as const;

const forms = {
  partyPosts: false,
  origins: false,
  tracks: ['board', 'leadership', 'other'],
  sheets: plainSheets,
} as const;

export const general = {
  key: 'general',
  version: 1,
  profile: 'general',
  validFrom: '2000-01-01',
  validTo: null,
  title: { vi: 'Ban đề cử (chung)', en: 'Nominating committee (general)' },
  legalReferences: [ownChoice, robert, schulze, scottishStv, charters, successionGuide],
  forms,
  parameters: {
    ...withoutPlanningRules,
    readinessLevels: readyBySteps,
    minPeoplePerPosition: confirmed(1, ownChoice),
    committeeRatioPercent: confirmed({ min: 100, max: null }, ownChoice),
    proposing: confirmed(
      {
        who: 'members',
        mayProposeSelf: true,
        consent: 'asked',
        consentSilence: 'stands',
        isNomineeTold: true,
        endorsements: { needed: 0, namesSeenBy: 'members' },
      },
      ownChoice,
    ),
    quorum: confirmed(
      { kind: 'share', numerator: 1, denominator: 2, comparison: 'more-than', base: 'members' },
      robert,
    ),
    quorumOtherMatters: confirmed(null, ownChoice),
    secondCall: unconfirmed(
      {
        quorum: { kind: 'share', numerator: 1, denominator: 3, comparison: 'at-least', base: 'members' },
        afterMinutes: 30,
      },
      ownChoice,
      {
        note: {
          vi: 'Chỉ dùng khi điều lệ của tổ chức có quy định triệu tập lần hai.',
          en: 'Only where the bylaws provide for a second call.',
        },
      },
    ),
    delegatesCount: confirmed(false, ownChoice),
    membersMayBeNominees: confirmed(true, ownChoice),
    reviewVisibility: confirmed({ others: 'after-mine', names: 'never', chairOnlyToClerk: false }, ownChoice),
    selfVote: confirmed('withdraws', ownChoice),
  },
} as const;

export const nomcom = {
  key: 'nomcom-rfc8713',
  version: 1,
  profile: 'nomcom',
  validFrom: '2020-02-01',
  validTo: null,
  title: { vi: 'Ban đề cử theo RFC 8713', en: 'Nominating committee after RFC 8713' },
  legalReferences: [ownChoice, rfc8713, schulze],
  forms,
  parameters: {
    ...withoutPlanningRules,
    minPeoplePerPosition: confirmed(1, rfc8713, { article: '5.14' }),
    committeeRatioPercent: confirmed({ min: null, max: null }, ownChoice),
    proposing: confirmed(
      {
        who: 'anyone',
        mayProposeSelf: true,
        consent: 'written',
        consentSilence: 'not-a-candidate',
        isNomineeTold: true,
        endorsements: null,
      },
      rfc8713,
      { article: '5.11, 5.13' },
    ),
    quorum: confirmed({ kind: 'count', atLeast: 7, base: 'voting-volunteers' }, rfc8713, { article: '5.6' }),
    quorumOtherMatters: confirmed(
      { kind: 'share', numerator: 3, denominator: 4, comparison: 'at-least', base: 'members' },
      rfc8713,
      { article: '5.6' },
    ),
    secondCall: confirmed(null, ownChoice),
    delegatesCount: confirmed(false, ownChoice),
    membersMayBeNominees: confirmed(false, rfc8713, { article: '5.11' }),
    // The members' deliberations are confidential to the outside, not from each other.
    reviewVisibility: confirmed({ others: 'after-mine', names: 'always', chairOnlyToClerk: false }, ownChoice),
    selfVote: confirmed('withdraws', rfc8713, { article: '5.11' }),
    refusedToldFirst: confirmed(true, rfc8713, { article: '5.15' }),
  },
} as const;
