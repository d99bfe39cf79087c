/** What the features bring, put together: interactions, cards, duties. A new feature adds its lines here. */
import type { Call, Reply } from './chat/call.ts';
import type { Interaction } from './chat/interaction.ts';
import type { Renderers } from './delivery/renderers.ts';
import type { CaseReadings } from './features/access/types.ts';
import type { AnsweredSubject } from './features/answer-links/types.ts';
import { ballotCards, ballotDuties, ballotInteractions } from './features/ballots/interactions/register.ts';
import { sealedBallotSubject } from './features/ballots/interactions/sealed-subject.ts';
import { secretInteractions } from './features/ballots/interactions/secret.ts';
import { ballotCaseReadings } from './features/ballots/operations/case-readings.ts';
import { ballotPlanUses } from './features/ballots/operations/plan-uses.ts';
import { standingButton as ballotStandingButton } from './features/ballots/views/buttons.ts';
import { ballotDutyViews } from './features/ballots/views/cards.ts';
import { classificationInteractions, showAccepted } from './features/classification/interactions.ts';
import { gatherInteractions } from './features/collections/interactions/gather.ts';
import {
  collectionCards,
  collectionDuties,
  collectionInteractions,
} from './features/collections/interactions/rounds.ts';
import { collectionCaseReadings } from './features/collections/operations/case-readings.ts';
import { collectionDutyViews } from './features/collections/views/cards.ts';
import {
  type CommitteeSources,
  committeeCards,
  committeeInteractions,
} from './features/committees/interactions/register.ts';
import type { CalendarSource } from './features/conferences/interactions/calendar.ts';
import { conferenceCards } from './features/conferences/interactions/cards.ts';
import { conferenceDuties } from './features/conferences/interactions/duties.ts';
import { conferenceInteractions } from './features/conferences/interactions/register.ts';
import { conferenceDependents } from './features/conferences/operations/dependents.ts';
import { recordButton as recordAnswerButton } from './features/conferences/views/buttons.ts';
import { dutyViews as conferenceDutyViews } from './features/conferences/views/duty.ts';
import { deadlineCards } from './features/deadlines/interactions/cards.ts';
import { deadlineInteractions } from './features/deadlines/interactions/register.ts';
import { stepDuties } from './features/deadlines/interactions/step-duties.ts';
import type { Duties } from './features/deadlines/types/duties.ts';
import type { DutyViews } from './features/deadlines/views/duty.ts';
import { stepDutyRow } from './features/deadlines/views/schedule.ts';
import { experienceInteractions } from './features/development/interactions/experience.ts';
import { listInteractions } from './features/development/interactions/lists.ts';
import { developmentDuties, measureInteractions } from './features/development/interactions/measures.ts';
import { measureDutyViews } from './features/development/views/duty.ts';
import { dossierCards, dossierInteractions } from './features/dossiers/interactions.ts';
import { externalCards, externalDuties, externalInteractions } from './features/external-nominations/interactions.ts';
import { externalCaseReadings } from './features/external-nominations/operations/case-readings.ts';
import { externalPlanUses } from './features/external-nominations/operations/concerns.ts';
import { externalDutyViews } from './features/external-nominations/views/messages.ts';
import { bookInteractions } from './features/guidance/interactions/book.ts';
import { guidanceInteractions } from './features/guidance/interactions/guidance.ts';
import { onPlanInteractions } from './features/guidance/interactions/on-plan.ts';
import type { FileSource } from './features/imports/interactions/given.ts';
import { importInteractions } from './features/imports/interactions/people.ts';
import { minutesCards, minutesDuties, minutesInteractions } from './features/minutes/interactions.ts';
import { minutesDutyViews } from './features/minutes/views/duty.ts';
import { movementCards, movementDuties } from './features/movements/interactions/cards.ts';
import { planInteractions as movementPlanInteractions } from './features/movements/interactions/plan.ts';
import { stepInteractions as movementStepInteractions } from './features/movements/interactions/steps.ts';
import { movementDutyViews } from './features/movements/views/told.ts';
import { newcomerCards, newcomerInteractions } from './features/newcomers/interactions.ts';
import { asOfInteractions } from './features/nominations/interactions/as-of.ts';
import { candidateInteractions } from './features/nominations/interactions/candidates.ts';
import { nominationCards } from './features/nominations/interactions/cards.ts';
import { consentInteractions } from './features/nominations/interactions/consent.ts';
import { nominationDuties } from './features/nominations/interactions/duties.ts';
import { answeredInquiry, ownUnitInteractions } from './features/nominations/interactions/own-unit.ts';
import { proposeInteractions } from './features/nominations/interactions/propose.ts';
import { sheetInteractions } from './features/nominations/interactions/sheets.ts';
import { ownUnitCaseReadings } from './features/nominations/operations/case-readings.ts';
import { nominationPlanUses } from './features/nominations/operations/plan-uses.ts';
import { nominationDutyViews } from './features/nominations/views/cards.ts';
import { noticeCards, noticeInteractions } from './features/notices/interactions.ts';
import { mergeInteractions } from './features/people/interactions/merge.ts';
import { peopleInteractions } from './features/people/interactions/register.ts';
import { erasureCards, erasureInteractions } from './features/personal-data/interactions/erasure.ts';
import { openOwnData, statementInteractions } from './features/personal-data/interactions/statement.ts';
import { planInteractions } from './features/plans/interactions.ts';
import { pollCards, pollDuties, pollInteractions } from './features/polls/interactions.ts';
import { recordPollButton } from './features/polls/views/buttons.ts';
import { pollDutyViews } from './features/polls/views/cards.ts';
import { poolInteractions } from './features/pools/interactions.ts';
import { procedureInteractions } from './features/procedures/interactions.ts';
import { removalCards, removalInteractions } from './features/removals/interactions.ts';
import { periodInteractions, showPeriods } from './features/retention/interactions/periods.ts';
import { proposalCards, proposalInteractions } from './features/retention/interactions/proposals.ts';
import { reviewInteractions } from './features/reviews/interactions/all.ts';
import { anonymousInteractions } from './features/reviews/interactions/anonymous.ts';
import { cards as reviewCards } from './features/reviews/interactions/cards.ts';
import { caseReadersInteractions, openCaseReaders } from './features/reviews/interactions/case-readers.ts';
import { conflictCards } from './features/reviews/interactions/conflicts.ts';
import { reviewClosing, reviewDuties, reviewLead } from './features/reviews/interactions/duties.ts';
import { receiptCards } from './features/reviews/interactions/receipt.ts';
import { sealedReviewSubject } from './features/reviews/interactions/sealed-subject.ts';
import { reviewCaseReadings } from './features/reviews/operations/case-readings.ts';
import { reviewDependents } from './features/reviews/operations/dependents.ts';
import { anonymousDutyViews } from './features/reviews/views/anonymous-cards.ts';
import { progressButton } from './features/reviews/views/buttons.ts';
import { dutyViews as reviewDutyViews } from './features/reviews/views/cards.ts';
import { leadDutyViews } from './features/reviews/views/conflicts.ts';
import { type SealingSources, sealingInteractions } from './features/sealing/interactions/all.ts';
import { sealingCards } from './features/sealing/interactions/cards.ts';
import type { SealedSubject } from './features/sealing/types.ts';
import { sittingCards } from './features/sittings/interactions/cards.ts';
import { sittingInteractions } from './features/sittings/interactions/register.ts';
import { answerInteractions, submissionCards, submissionDuties } from './features/submissions/interactions/answer.ts';
import { manageInteractions } from './features/submissions/interactions/manage.ts';
import { answeredSubmission } from './features/submissions/interactions/page.ts';
import { sheetInteractions as submissionSheetInteractions } from './features/submissions/interactions/sheets.ts';
import { submissionCaseReadings } from './features/submissions/operations/case-readings.ts';
import { submissionPlanUses } from './features/submissions/operations/plan-uses.ts';
import { submissionDutyViews } from './features/submissions/views/cards.ts';
import { taskCards, taskDuties, taskInteractions } from './features/tasks/interactions.ts';
import { taskDutyViews } from './features/tasks/views.ts';
import { unitInteractions } from './features/units/interactions/tree.ts';
import { workspaceCards } from './features/workspaces/interactions.ts';
import { yearlyReviewCards, yearlyReviewInteractions } from './features/yearly-reviews/interactions/review.ts';
import { reviewSheetInteractions } from './features/yearly-reviews/interactions/sheet.ts';
import { yearlyReviewPlanUses } from './features/yearly-reviews/operations/plan-uses.ts';
import { heldPeople } from './held-people.ts';
import type { Texts } from './i18n/texts.ts';

export interface Features {
  readonly interactions: readonly Interaction[];
  readonly cards: Renderers;
  readonly duties: readonly Duties[];
  readonly dutyViews: DutyViews;
  readonly sealedSubjects: readonly SealedSubject[];
  /** What somebody without an account answers at an address. */
  readonly answered: readonly AnsweredSubject[];
  /** "What do you hold about me". */
  readonly ownData: (call: Call) => Promise<Reply>;
  /** Which markings the workspace accepts. */
  readonly accepted: (call: Call) => Promise<Reply>;
  /** Who could read somebody's case on a day; null: today. */
  readonly caseReaders: (
    call: Call,
    at: Parameters<typeof openCaseReaders>[1],
    typed: string,
    day: string | null,
  ) => Promise<Reply>;
  /** How long each kind of data is kept. */
  readonly retention: (call: Call) => Promise<Reply>;
}

/** Whom each feature lets read a case without a role that reads cases. */
const caseReadings: readonly CaseReadings[] = [
  submissionCaseReadings,
  ownUnitCaseReadings,
  collectionCaseReadings,
  ballotCaseReadings,
  reviewCaseReadings,
  externalCaseReadings,
];

export function createFeatures(
  sources: CommitteeSources & CalendarSource & FileSource & Pick<SealingSources, 'urns'>,
): Features {
  const sealedSubjects: readonly SealedSubject[] = [sealedReviewSubject, sealedBallotSubject];
  const duties = [
    nominationDuties,
    reviewDuties,
    reviewClosing,
    reviewLead,
    ...conferenceDuties,
    minutesDuties,
    pollDuties,
    ballotDuties,
    stepDuties,
    taskDuties,
    submissionDuties,
    collectionDuties,
    externalDuties,
    ...movementDuties,
    developmentDuties,
  ];
  const dutyViews = {
    ...nominationDutyViews,
    ...reviewDutyViews,
    ...anonymousDutyViews,
    ...leadDutyViews,
    ...conferenceDutyViews,
    ...minutesDutyViews,
    ...pollDutyViews,
    ...ballotDutyViews,
    'deadlines.step': stepDutyRow,
    ...taskDutyViews,
    ...submissionDutyViews,
    ...collectionDutyViews,
    ...externalDutyViews,
    ...movementDutyViews,
    ...measureDutyViews,
  };
  const dependents = [reviewDependents, conferenceDependents];
  const planUses = [
    nominationPlanUses(dependents),
    ballotPlanUses,
    yearlyReviewPlanUses,
    submissionPlanUses,
    externalPlanUses,
  ];
  const clerkButtons = {
    'review-round': (t: Texts, round: string) => [progressButton.draw(t('deadlines.buttons.record'), { round })],
    'review-close': (t: Texts, round: string) => [progressButton.draw(t('deadlines.buttons.record'), { round })],
    'ballot-round': (t: Texts, round: string) => [ballotStandingButton.draw(t('deadlines.buttons.record'), { round })],
    'date-poll': (t: Texts, poll: string) => [recordPollButton.draw(t('deadlines.buttons.record'), { poll })],
    'conference-reply': (t: Texts, conference: string) => [
      recordAnswerButton.draw(t('deadlines.buttons.record'), { conference }),
    ],
  };
  return {
    interactions: [
      ...committeeInteractions(sources),
      ...peopleInteractions,
      ...unitInteractions,
      ...collectionInteractions,
      ...gatherInteractions,
      ...bookInteractions,
      ...guidanceInteractions,
      ...onPlanInteractions,
      ...mergeInteractions(heldPeople),
      ...statementInteractions,
      ...classificationInteractions,
      ...erasureInteractions(heldPeople),
      ...periodInteractions,
      ...proposalInteractions(heldPeople),
      ...planInteractions,
      ...yearlyReviewInteractions([ballotPlanUses]),
      ...reviewSheetInteractions,
      ...poolInteractions,
      ...newcomerInteractions,
      ...procedureInteractions,
      ...removalInteractions(planUses),
      ...dossierInteractions,
      ...measureInteractions,
      ...externalInteractions,
      ...experienceInteractions,
      ...listInteractions,
      ...importInteractions(sources),
      ...proposeInteractions,
      ...asOfInteractions,
      ...sheetInteractions,
      ...candidateInteractions(dependents),
      ...ownUnitInteractions(sources),
      ...consentInteractions,
      ...reviewInteractions,
      ...caseReadersInteractions(caseReadings),
      ...anonymousInteractions(sources),
      ...conferenceInteractions(sources),
      ...pollInteractions,
      ...ballotInteractions,
      ...secretInteractions(sources),
      ...sealingInteractions({ ...sources, sealedSubjects }),
      ...sittingInteractions,
      ...minutesInteractions,
      ...taskInteractions,
      ...manageInteractions(sources),
      ...submissionSheetInteractions,
      ...answerInteractions,
      ...noticeInteractions,
      ...movementPlanInteractions,
      ...movementStepInteractions,
      ...deadlineInteractions(duties),
    ],
    cards: {
      ...workspaceCards,
      ...noticeCards,
      ...committeeCards,
      ...erasureCards(heldPeople),
      ...proposalCards(heldPeople),
      ...nominationCards,
      ...reviewCards,
      ...conflictCards,
      ...receiptCards,
      ...conferenceCards,
      ...pollCards,
      ...ballotCards,
      ...sealingCards(sealedSubjects),
      ...sittingCards,
      ...minutesCards,
      ...taskCards,
      ...yearlyReviewCards,
      ...removalCards,
      ...externalCards,
      ...newcomerCards,
      ...dossierCards,
      ...submissionCards,
      ...collectionCards,
      ...movementCards,
      ...deadlineCards({ duties, dutyViews, clerkButtons }),
    },
    duties,
    dutyViews,
    sealedSubjects,
    answered: [answeredSubmission, answeredInquiry],
    ownData: openOwnData,
    accepted: showAccepted,
    caseReaders: (call, at, typed, day) => openCaseReaders(call, at, typed, day, caseReadings),
    retention: showPeriods,
  };
}
