/** Which parameters a page of the rule book shows, and in what two rule sets differ. */
import type { Parameters, RuleSet } from '../../eligibility/types.ts';

export const bookParts = ['planning', 'names', 'conferences', 'movements'] as const;
export type BookPart = (typeof bookParts)[number];

type Name = keyof Parameters;

const partOf: Readonly<Record<Name, BookPart>> = {
  maxPeoplePerPosition: 'planning',
  maxPositionsPerPerson: 'planning',
  minPeoplePerPosition: 'planning',
  committeeRatioPercent: 'planning',
  pool: 'planning',
  readinessLevels: 'planning',
  onlyHigher: 'planning',
  forbidSameTimeAsAppointment: 'planning',
  nextTermMonths: 'planning',
  currentTermMonths: 'planning',
  ageReference: 'planning',
  retirement: 'planning',
  discipline: 'planning',
  appointmentWaitMonths: 'planning',
  targetYoung: 'planning',
  targetWomenPercent: 'planning',
  targetMinorityPercent: 'planning',
  ageBrackets: 'planning',
  membersMayBeNominees: 'names',
  proposing: 'names',
  aspects: 'names',
  stances: 'names',
  reviewVisibility: 'names',
  ratingsShownYears: 'names',
  dossierPapers: 'names',
  dossierCvMonths: 'names',
  externalReportDays: 'names',
  quorum: 'conferences',
  quorumOtherMatters: 'conferences',
  secondCall: 'conferences',
  delegatesCount: 'conferences',
  rsvpChoices: 'conferences',
  datePoll: 'conferences',
  agenda: 'conferences',
  surplusMaxPercent: 'conferences',
  selfVote: 'conferences',
  minBallotsToPublish: 'conferences',
  rotationMinMonths: 'movements',
  rotationMonthsLeft: 'movements',
  rotationMeetsPerson: 'movements',
  secondmentMaxMonths: 'movements',
  secondmentNursingMonths: 'movements',
  secondmentMeetsPerson: 'movements',
  transferMeetsPerson: 'movements',
  positionChangeMonths: 'movements',
  movementEndNoticeDays: 'movements',
  answerLinkDays: 'movements',
  refusedToldFirst: 'movements',
};

const names = Object.keys(partOf) as readonly Name[];

/** In the order in which people read them. */
export function parametersOf(part: BookPart): readonly Name[] {
  return names.filter((name) => partOf[name] === part);
}

export interface Difference {
  readonly name: Name;
  /** Same value, but read elsewhere, or more or less sure. */
  readonly isSourceOnly: boolean;
}

/** In reading order; parameters with the same value from the same source are left out. */
export function differences(one: RuleSet, other: RuleSet): readonly Difference[] {
  return names.flatMap((name) => {
    const [here, there] = [one.parameters[name], other.parameters[name]];
    const isSameValue = JSON.stringify(here.value) === JSON.stringify(there.value);
    const isSameSource = here.source.reference === there.source.reference && here.confidence === there.confidence;
    return isSameValue && isSameSource ? [] : [{ name, isSourceOnly: isSameValue }];
  });
}
