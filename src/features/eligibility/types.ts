/**
 * Whether somebody may be planned for a position. A *rule set* is dated, versioned and cited; a *parameter* is one number
 * or choice of it, with its source and how sure that source is; a *verdict* is what one rule says of one nomination, with
 * every number it used. No verdict decides anything: a named person does.
 */
import { z } from 'zod';
import type { Facts } from '../../kernel/outcome.ts';
import { isPlainDate, type PlainDate, type PlainMonth } from '../../kernel/time.ts';

export const profiles = ['vn-party', 'vn-state', 'general', 'nomcom'] as const;
export type Profile = (typeof profiles)[number];

/** confirmed: read in a public source. own: set by the committee, by guidance of its own. partly: only its opening or a report of it. unconfirmed: told, no source found. */
export const confidences = ['confirmed', 'own', 'partly', 'unconfirmed'] as const;
export type Confidence = (typeof confidences)[number];

export const Wording = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
export type Wording = z.infer<typeof Wording>;

const Day = z.string().refine(isPlainDate, 'a date, yyyy-mm-dd');

/** An entry of the register. What is not known of a document is null, never guessed. */
export const LegalReference = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,60}$/u),
  title: Wording,
  /** As it stands on the document: 50-QĐ/TW, 135/2020/NĐ-CP. */
  number: z.string().nullable(),
  issuedOn: Day.nullable(),
  /** Where the day was not found. */
  issuedIn: z.number().int().nullable(),
  issuer: Wording.nullable(),
  subject: Wording.nullable(),
  /** Key of the entry that took its place. */
  replacedBy: z.string().nullable(),
  address: z.string().nullable(),
});
export type LegalReference = z.infer<typeof LegalReference>;

const Source = z.strictObject({
  /** Key of one of the rule set's legal references. */
  reference: z.string(),
  article: z.string().optional(),
  note: Wording.optional(),
});
export type Source = z.infer<typeof Source>;

export function parameter<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, source: Source, confidence: z.enum(confidences) });
}
export interface Parameter<T> {
  value: T;
  source: Source;
  confidence: Confidence;
}

const months = z.number().int().positive();
const count = z.number().int().positive();

export const disciplineKinds = ['reprimand', 'warning', 'removal', 'expulsion'] as const;
export type DisciplineKind = (typeof disciplineKinds)[number];

/** From the worst to the best. A target is never worse than a note. */
export const verdictLevels = ['blocks', 'not-known', 'before-appointment', 'note', 'passes'] as const;
export type VerdictLevel = (typeof verdictLevels)[number];

/** nd-135-2020: the road map by birth month. before-2021: 60 for men, 55 for women. */
export const retirementTables = ['nd-135-2020', 'before-2021'] as const;
export type RetirementTable = (typeof retirementTables)[number];

const percent = z.number().int().min(1).max(100);

const DisciplineRule = z.strictObject({
  whileInEffect: z.enum(verdictLevels),
  afterwards: z.record(z.enum(disciplineKinds), z.enum(verdictLevels)),
  /** A measure decided on somebody who stands in the plan takes them out of it, whenever its effect ends. */
  removesFromPlan: z.boolean(),
});

export const quorumBases = ['summoned', 'members', 'seated', 'voting-volunteers'] as const;
export const QuorumRule = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('share'),
    numerator: count,
    denominator: count,
    comparison: z.enum(['at-least', 'more-than']),
    base: z.enum(quorumBases),
  }),
  z.strictObject({ kind: z.literal('count'), atLeast: count, base: z.enum(quorumBases) }),
]);
export type QuorumRule = z.infer<typeof QuorumRule>;

/** screened-suggestions: anybody may suggest, the personnel body screens into the pool, only they enter names. */
export const proposingKinds = ['screened-suggestions', 'members', 'anyone'] as const;
const EndorsementRule = z.strictObject({
  /** How many supporters a name needs before it is a candidate; 0: they are counted, none is needed. */
  needed: z.number().int().nonnegative(),
  /** Who may read the supporters' names; the count is read by everybody who may see candidates. */
  namesSeenBy: z.enum(['heads', 'members']),
});
const ProposingRule = z.strictObject({
  who: z.enum(proposingKinds),
  mayProposeSelf: z.boolean(),
  /** written: what is said by phone or in the room is not enough. */
  consent: z.enum(['not-asked', 'asked', 'written']),
  /** What it means that somebody who was asked has not answered when a list is frozen. */
  consentSilence: z.enum(['stands', 'not-a-candidate']),
  isNomineeTold: z.boolean(),
  /** Null where asking for support would be canvassing. */
  endorsements: EndorsementRule.nullable(),
});
export type ProposingRule = z.infer<typeof ProposingRule>;

export const stances = ['agree', 'agree-with-comment', 'not-yet', 'not-enough-information'] as const;
export type Stance = (typeof stances)[number];
export const aspects = ['quality', 'capacity', 'prestige', 'prospects'] as const;
export type Aspect = (typeof aspects)[number];
export const rsvpChoices = ['coming', 'absent', 'delegate', 'maybe'] as const;
export type RsvpChoice = (typeof rsvpChoices)[number];

/** Papers of a nominee's own that lie in the dossier; those of the whole list go with its submission. */
export const dossierPapers = ['cv', 'evaluations', 'assets', 'political-standard'] as const;
export type DossierPaperKind = (typeof dossierPapers)[number];

/** What an agenda item is for. */
export const itemKinds = ['information', 'discussion', 'vote', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** What an item must have before it is announced; a subject always, and of an attached list the newest version. */
export const itemNeeds = ['owner', 'review-closed', 'synthesis'] as const;
export type ItemNeed = (typeof itemNeeds)[number];

/** How near somebody in a plan is to the position: group 1 and 2 of the Party's lists, "ready now" elsewhere. */
const ReadinessLevel = z.strictObject({
  key: z.string().regex(/^[a-z0-9-]{1,30}$/u),
  name: Wording,
  /** Whom the source means by it. */
  meaning: Wording,
  /** How many levels below the position the present post may be at most; null: the source asks nothing that can be computed. */
  levelsBelow: count.nullable(),
});
export type ReadinessLevel = z.infer<typeof ReadinessLevel>;

const AgendaRule = z.strictObject({
  needs: z.record(z.enum(itemKinds), z.array(z.enum(itemNeeds))),
  /** Working days before the day of the conference until which the agenda may be changed freely; null: until the start. */
  freeUntilDays: count.nullable(),
  /** And until which items may be added; afterwards only with a reason that everybody reads. */
  addUntilDays: count.nullable(),
  /** Items without an objection in the review are adopted together unless a member lifts one out. */
  consentBlock: z.boolean(),
});
export type AgendaRule = z.infer<typeof AgendaRule>;

/** Null: this rule set has no such rule, and no verdict is given. Names follow domain/planning 8.4. */
const Parameters = z.strictObject({
  maxPeoplePerPosition: parameter(count.nullable()),
  maxPositionsPerPerson: parameter(count.nullable()),
  minPeoplePerPosition: parameter(count.nullable()),
  /** Planned people for one seat of a committee, in percent. */
  committeeRatioPercent: parameter(z.strictObject({ min: count.nullable(), max: count.nullable() })),
  /** Structure (planning 2.4): aims that are strived for, shown and never a veto. */
  targetYoung: parameter(z.strictObject({ percent, underAge: count }).nullable()),
  targetWomenPercent: parameter(percent.nullable()),
  /** The share fitting the area, which no central text gives as a number. */
  targetMinorityPercent: parameter(percent.nullable()),
  ageBrackets: parameter(z.strictObject({ count: z.number().int().min(2).max(6), gapYears: count }).nullable()),
  onlyHigher: parameter(z.boolean()),
  forbidSameTimeAsAppointment: parameter(z.boolean()),
  membersMayBeNominees: parameter(z.boolean()),
  /** What becomes of a name that is not from the confirmed pool: noted, or refused. Null: names need come from nowhere. */
  pool: parameter(z.enum(['noted', 'required']).nullable()),
  nextTermMonths: parameter(z.strictObject({ required: months, preferred: months.nullable() }).nullable()),
  currentTermMonths: parameter(z.strictObject({ required: months }).nullable()),
  /** From which month the next term is counted; the current one is counted from the day of the check. */
  ageReference: parameter(z.enum(['congress-month', 'term-start'])),
  retirement: parameter(z.enum(retirementTables).nullable()),
  discipline: parameter(DisciplineRule.nullable()),
  /** Months from the decision on a measure to an appointment. */
  appointmentWaitMonths: parameter(z.partialRecord(z.enum(disciplineKinds), months).nullable()),
  /** In their order, the nearest first; empty: a plan knows none. */
  readinessLevels: parameter(z.array(ReadinessLevel).max(6)),
  proposing: parameter(ProposingRule),
  stances: parameter(z.array(z.enum(stances)).min(2)),
  aspects: parameter(z.array(z.enum(aspects))),
  rsvpChoices: parameter(z.array(z.enum(rsvpChoices)).min(2)),
  quorum: parameter(QuorumRule),
  /** Matters other than the vote on candidates, where they differ. */
  quorumOtherMatters: parameter(QuorumRule.nullable()),
  /** When too few have come: a second call, not sooner than so many minutes later, with its own quorum. */
  secondCall: parameter(z.strictObject({ quorum: QuorumRule, afterMinutes: count }).nullable()),
  /** Whether somebody sent in another's place is counted for them. */
  delegatesCount: parameter(z.boolean()),
  agenda: parameter(AgendaRule),
  /** Whether members are asked on which of several dates they can come; else whoever leads sets the date. */
  datePoll: parameter(z.boolean()),
  /** Names on an election list beyond the seats, in percent of the seats. */
  surplusMaxPercent: parameter(count.nullable()),
  ratingsShownYears: parameter(count),
  /** Empty: this rule set asks for no papers. */
  dossierPapers: parameter(z.array(z.enum(dossierPapers))),
  /** How long a CV is good for, from the day it was made. */
  dossierCvMonths: parameter(months.nullable()),
  /** Days from the result of a nomination to an outside body to the report upward; null: no number was found. */
  externalReportDays: parameter(count.nullable()),
  minBallotsToPublish: parameter(count),
  /** Who reads what of a named review, unless it is opened otherwise. */
  reviewVisibility: parameter(
    z.strictObject({
      others: z.enum(['after-mine', 'always', 'after-close', 'never']),
      names: z.enum(['never', 'after-close', 'always']),
      chairOnlyToClerk: z.boolean(),
    }),
  ),
  selfVote: parameter(z.enum(['allowed', 'withdraws'])),
  /** Movements (planning 5). A rotation takes at least so many months, and so many are left to retirement at its start. */
  rotationMinMonths: parameter(months.nullable()),
  rotationMonthsLeft: parameter(months.nullable()),
  secondmentMaxMonths: parameter(months.nullable()),
  /** Not for somebody pregnant or nursing a child younger than so many months: no register says so, it is asked. */
  secondmentNursingMonths: parameter(months.nullable()),
  /** In the present post, before a position of risk is changed. */
  positionChangeMonths: parameter(z.strictObject({ min: months, max: months }).nullable()),
  /** Whether the person is talked with before it is decided. */
  rotationMeetsPerson: parameter(z.boolean()),
  secondmentMeetsPerson: parameter(z.boolean()),
  transferMeetsPerson: parameter(z.boolean()),
  /** Before a movement for a time ends, so that what follows can be decided in time. */
  movementEndNoticeDays: parameter(count),
  /** An address by which an authority without an account answers a submission is good for so long. */
  answerLinkDays: parameter(count),
  /** Whoever the authority did not approve is told before anybody hears of the approved. */
  refusedToldFirst: parameter(z.boolean()),
});
export type Parameters = z.infer<typeof Parameters>;

export const sheetKinds = ['appendix-1', 'appendix-2', 'short-profiles', 'standing', 'candidates'] as const;
export type SheetKind = (typeof sheetKinds)[number];

/** Columns of lists; what the register does not keep is left empty, to be filled in by hand. */
export const sheetColumns = [
  'number',
  'fullName',
  'bornMale',
  'bornFemale',
  'presentPost',
  'unit',
  'plannedPosition',
  'carriedTo',
  'proposedPosition',
  'education',
  'politicalTheory',
  'decision',
  'ratings',
  'unitProposal',
  'ethnicity',
  'religion',
  'homeTown',
  'joinedOnProbation',
  'joinedInFull',
  'degrees',
  'languages',
  'computing',
  'career',
  'votes',
  'position',
  'decidedBy',
  'readiness',
] as const;
export type SheetColumnKey = (typeof sheetColumns)[number];

/** posts-and-left: heads, deputies, then whoever left. posts-with-counts: the same without them, each with its number. */
export const sheetGroups = ['posts-and-left', 'posts-with-counts', 'positions'] as const;

/** A list as it is handed in: of those who stand in the plan, or of those on the list for it. */
export const SheetForm = z.strictObject({
  kind: z.enum(sheetKinds),
  of: z.enum(['entries', 'candidates']),
  columns: z.array(z.enum(sheetColumns)).min(2),
  groups: z.enum(sheetGroups),
  /** Goes with a letter of submission, which its title names. */
  isAppendix: z.boolean(),
  /** False: no source was found for its columns. */
  isConfirmed: z.boolean(),
});
export type SheetForm = z.infer<typeof SheetForm>;

/** What its forms and lists speak of, beside what its rules ask for (rules/asked.ts). */
const FormsOf = z.strictObject({
  partyPosts: z.boolean(),
  /** Whether a person comes from this unit, from elsewhere or from above. */
  origins: z.boolean(),
  /** Kinds of posts that a plan can be for, the usual one first; worded in plans.tracks. */
  tracks: z.array(z.string()).min(1),
  sheets: z.array(SheetForm).min(1),
});

export const RuleSet = z.strictObject({
  key: z.string(),
  version: count,
  profile: z.enum(profiles),
  validFrom: Day,
  /** The last day; null while in force. */
  validTo: Day.nullable(),
  title: Wording,
  legalReferences: z.array(LegalReference).min(1),
  forms: FormsOf,
  parameters: Parameters,
});
export type RuleSet = z.infer<typeof RuleSet>;

/** In the order in which verdicts are shown. */
export const ruleKeys = [
  'people-per-position',
  'positions-per-person',
  'age-next-term',
  'age-current-term',
  'only-higher',
  'discipline',
  'appointment-wait',
  'same-time-as-appointment',
  'own-committee',
  'pool',
  'committee-ratio',
] as const;
export type RuleKey = (typeof ruleKeys)[number];

export interface CitedSource extends Source {
  readonly title: Wording;
  readonly confidence: Confidence;
}

export interface Verdict {
  readonly rule: RuleKey;
  readonly level: VerdictLevel;
  /** Every number used. Where the level is not-known, `missing` lists what has to be found out. */
  readonly facts: Facts;
  readonly sources: readonly CitedSource[];
  /** The weakest of its sources. */
  readonly confidence: Confidence;
  readonly ruleSet: { readonly key: string; readonly version: number };
}

export interface DisciplineRecord {
  readonly kind: DisciplineKind;
  readonly decidedOn: PlainDate | null;
  /** The last day of its effect; null: not known. */
  readonly effectUntil: PlainDate | null;
}

/** What the rules are told of one person put forward for one position. Null means not known, everywhere. */
export interface NominationFacts {
  /** Day of the check, or on which the file was received. */
  readonly on: PlainDate;
  readonly person: {
    readonly birthMonth: PlainMonth | null;
    readonly sex: 'female' | 'male' | null;
    readonly level: number | null;
    /** Empty: the register has none. */
    readonly disciplines: readonly DisciplineRecord[] | null;
  };
  readonly position: {
    readonly level: number | null;
    readonly seats: number;
    /** Membership of a collective body: planned by ratio to its seats, not by the cap of people per position. */
    readonly isCommittee: boolean;
  };
  readonly term: { readonly start: PlainMonth | null; readonly congress: PlainMonth | null };
  /** People already planned or put forward for the position, this person not counted. */
  readonly othersInPosition: number;
  /** Levels of the other positions for which this person is planned or put forward. */
  readonly otherPositionLevels: readonly (number | null)[];
  /** Since when this person stands in the plan for this position; null for a new name. */
  readonly plannedSince: PlainDate | null;
  /** Is an appointment or candidacy to the same position being proposed at the same time? Null: not recorded, no verdict. */
  readonly isBeingAppointed: boolean | null;
  /** The pool of the plan that was confirmed last, and whether this person is in it for the position. Null: no verdict. */
  readonly pool: { readonly isIn: boolean; readonly version: number; readonly discussedOn: PlainDate } | null;
  /** Does the person sit on the committee that nominates? Null: not recorded, no verdict. */
  readonly isCommitteeMember: boolean | null;
  /** The plan's own ratio, where the committee has set one. */
  readonly ratioPercent: { readonly min: number | null; readonly max: number | null } | null;
}

/** When a check was made that is kept with the nomination. */
export const checkOccasions = ['submission', 'screening', 'list-frozen', 'nightly'] as const;
export type CheckOccasion = (typeof checkOccasions)[number];

/** A verdict as it was given then; its sources are those of the rule set's version. */
export type KeptCheck = Pick<Verdict, 'rule' | 'level' | 'facts' | 'ruleSet'> & {
  readonly checkedAt: Date;
  readonly occasion: CheckOccasion;
};

/** Data of people and plans that the rules of a rule set ask for: what none asks for is not asked of anybody. */
export interface AskedData {
  /** Birth month and sex. */
  readonly age: boolean;
  /** Ranks of posts. */
  readonly levels: boolean;
  readonly discipline: boolean;
  readonly congress: boolean;
  readonly partyPosts: boolean;
  readonly origins: boolean;
}
