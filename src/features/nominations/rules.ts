/** Who may put a name forward and what becomes of it, what a proposal must hold, and the order in which candidates stand. */
import { byGivenName, foldName } from '../../i18n/names.ts';
import type { Locale, ViaKind } from '../../kernel/act.ts';
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../kernel/time.ts';
import type { Role } from '../access/types.ts';
import type { ProposingRule, Verdict } from '../eligibility/types.ts';
import { type Day, saidOn } from '../plans/rules/as-of.ts';
import type { Placed } from '../plans/rules/differences.ts';

import {
  type Candidate,
  type ConsentState,
  type KeptCandidate,
  type Nomination,
  type NominationState,
  type OwnUnitAnswer,
  type OwnUnitInquiry,
  type Readiness,
  screeningRoles,
} from './types.ts';

export const reasonsMax = 3000;

export type ProposingRefusal = 'self-not-allowed' | 'reasons-missing' | 'reasons-too-long';

/**
 * What a proposal becomes. Where the personnel body screens (design 5), the committee secretary, the chair and the deputy
 * enter names, and what anybody else puts forward waits for them; elsewhere it is on the list at once.
 */
export function stateOfProposal(roles: readonly Role[], rule: ProposingRule): NominationState {
  if (rule.who !== 'screened-suggestions') return 'listed';
  return roles.some((role) => screeningRoles.includes(role)) ? 'listed' : 'suggested';
}

/** A suggestion needs reasons, because somebody has to screen it by them. At most 3,000 characters. */
export function checkProposal(
  proposal: { reasons: string | null; isSelf: boolean; state: NominationState },
  rule: ProposingRule,
): Outcome<void, ProposingRefusal> {
  if (proposal.isSelf && !rule.mayProposeSelf) return refused('self-not-allowed', {}, 'person');
  if (proposal.state === 'suggested' && !proposal.reasons) return refused('reasons-missing', {}, 'reasons');
  const length = proposal.reasons?.length ?? 0;
  if (length > reasonsMax) return refused('reasons-too-long', { max: reasonsMax, length }, 'reasons');
  return done();
}

export type OwnUnitRefusal =
  | 'own-unit-not-asked-for'
  | 'own-unit-missing'
  | 'own-unit-day-wrong'
  | 'own-unit-answer-incomplete'
  | 'own-unit-text-too-long';

export const ownUnitNoteMax = 1000;

/**
 * By the outsider's path the own unit of somebody from elsewhere is asked (planning 2.1). A unit and the day on which it
 * was asked; the answer with its day, not before that one, and none of them still to come.
 */
export function checkInquiry(
  inquiry: Omit<OwnUnitInquiry, 'recordedBy'>,
  { source, state }: Pick<Nomination, 'source' | 'state'>,
  today: PlainDate,
): Outcome<void, OwnUnitRefusal> {
  const { unit, askedOn, answer, answeredOn, note } = inquiry;
  if (!isFromElsewhere({ source, state })) return refused('own-unit-not-asked-for');
  if (unit === '') return refused('own-unit-missing', {}, 'unit');
  if (!isPlainDate(askedOn) || askedOn > today) return refused('own-unit-day-wrong', {}, 'askedOn');
  if ((answer === null) !== (answeredOn === null)) {
    return refused('own-unit-answer-incomplete', {}, answer === null ? 'answer' : 'answeredOn');
  }
  const isDayWrong = answeredOn !== null && (!isPlainDate(answeredOn) || answeredOn < askedOn || answeredOn > today);
  if (isDayWrong) return refused('own-unit-day-wrong', {}, 'answeredOn');
  if ((note?.length ?? 0) > ownUnitNoteMax) return refused('own-unit-text-too-long', { max: ownUnitNoteMax }, 'note');
  return done();
}

/** Whether the outsider's path is this name's (planning 2.1). */
export function isFromElsewhere({ source, state }: Pick<Nomination, 'source' | 'state'>): boolean {
  return source === 'outside' && (state === 'listed' || state === 'suggested');
}

interface Opinion {
  readonly answer: OwnUnitAnswer | null;
  readonly note: string | null;
  readonly reference: string | null;
}

const referenceMax = 200;

/** As the unit itself says it: whoever does not simply agree says why. */
export function checkOpinion(
  said: Opinion,
): Outcome<
  Opinion & { readonly answer: OwnUnitAnswer },
  'own-unit-answer-missing' | 'own-unit-note-missing' | 'own-unit-text-too-long'
> {
  const tidy = (text: string | null) => text?.normalize('NFC').trim() || null;
  const { answer } = said;
  const [note, reference] = [tidy(said.note), tidy(said.reference)];
  if (answer === null) return refused('own-unit-answer-missing', {}, 'answer');
  if (answer !== 'agrees' && note === null) return refused('own-unit-note-missing', {}, 'note');
  if ((reference?.length ?? 0) > referenceMax)
    return refused('own-unit-text-too-long', { max: referenceMax }, 'reference');
  return done({ answer, note, reference });
}

/** The verdicts that refuse a submission. What is not known does not: the missing data are asked for, and shown. */
export function blockingVerdicts(verdicts: readonly Verdict[]): readonly Verdict[] {
  return verdicts.filter((verdict) => verdict.level === 'blocks');
}

/**
 * Who goes onto a list that is being frozen. Where consent is asked for, silence means what the rule set says (a NomCom:
 * no candidate without written consent, RFC 8713, 5.13); nobody is frozen with fewer endorsements than the rule set needs.
 */
export function readinessOf(
  name: { readonly consent: ConsentState; readonly endorsements: number },
  rule: ProposingRule,
): Readiness {
  const isSilent = rule.consent !== 'not-asked' && name.consent !== 'given';
  if (isSilent && rule.consentSilence === 'not-a-candidate') return 'no-consent';
  const needed = rule.endorsements?.needed ?? 0;
  return name.endorsements < needed ? 'too-few-endorsements' : 'ready';
}

/** Only while the name is on the open list, and only where asking for support is no canvassing. */
export function checkEndorsable(
  nomination: Pick<Nomination, 'state' | 'positionTitle'>,
  plan: { readonly isClosed: boolean },
  rule: ProposingRule,
): Outcome<void, 'endorsements-not-asked' | 'endorsement-closed'> {
  if (rule.endorsements === null) return refused('endorsements-not-asked');
  if (nomination.state !== 'listed' || plan.isClosed) return refused('endorsement-closed');
  return done();
}

/**
 * Whether somebody may know of their own nomination: where the rule set tells nominees, once the minute of undo is over,
 * or because they put themselves forward.
 */
export function isToldToNominee(
  nomination: Pick<Nomination, 'source' | 'consent'>,
  rule: ProposingRule,
  now: Date,
): boolean {
  if (nomination.source === 'self') return true;
  const { state, at } = nomination.consent;
  return rule.isNomineeTold && state !== 'not-asked' && at !== null && at <= now;
}

/** How an answer may have come that is entered for the nominee: what is only spoken is no written consent. */
export function consentVias(rule: ProposingRule): readonly ViaKind[] {
  const written = ['paper', 'letter', 'chat'] as const;
  return rule.consent === 'written' ? written : [...written, 'phone', 'in-room'];
}

/** Party posts by seniority; matched without diacritics, the first that fits counts ("Phó Bí thư" before "Bí thư"). */
const partyPosts: readonly (readonly [words: string, seniority: number])[] = [
  ['pho bi thu thuong truc', 1.5],
  ['pho bi thu', 2],
  ['bi thu', 1],
  ['deputy secretary', 2],
  ['secretary', 1],
  ['thuong vu', 3],
  ['standing committee', 3],
  ['chu nhiem', 4],
  ['uy vien', 5],
  ['uy ban kiem tra', 5],
  ['member', 5],
];

export function partyPostSeniority(post: string | null): number {
  if (post === null) return 9;
  const folded = foldName(post);
  return partyPosts.find(([words]) => folded.includes(words))?.[1] ?? 8;
}

type Ranked = Pick<Candidate, 'positionRank' | 'rank' | 'partyPost' | 'level' | 'fullName'>;

/**
 * Protocol order: by position; within one by the rank given by hand, then Party post, then the rank of the state post
 * (the higher first, not known last), then given name.
 */
export function inProtocolOrder(locale: Locale): (a: Ranked, b: Ranked) => number {
  const byName = byGivenName(locale);
  return (a, b) =>
    a.positionRank - b.positionRank ||
    (a.rank ?? lastRank) - (b.rank ?? lastRank) ||
    partyPostSeniority(a.partyPost) - partyPostSeniority(b.partyPost) ||
    (b.level ?? -1) - (a.level ?? -1) ||
    byName(a.fullName, b.fullName);
}

const lastRank = 1_000_000;

export type PositionMatch<P> =
  | { readonly kind: 'exact'; readonly position: P }
  | { readonly kind: 'near'; readonly position: P }
  | { readonly kind: 'none' };

/** Which position a typed title means: the same without diacritics and capitals, else the only one that contains it. */
export function matchPosition<P extends { readonly title: string }>(
  typed: string,
  positions: readonly P[],
): PositionMatch<P> {
  const folded = foldName(typed);
  const same = positions.find((position) => foldName(position.title) === folded);
  if (same) return { kind: 'exact', position: same };
  const near = positions.filter((position) => folded !== '' && foldName(position.title).includes(folded));
  return near.length === 1 && near[0] ? { kind: 'near', position: near[0] } : { kind: 'none' };
}

/** Somebody on the list on a day. */
export interface CandidateAsOf extends Placed {
  readonly kept: KeptCandidate;
}

/** Those on the list when the day was over, in the order in which they came onto it. */
export function candidatesOn(kept: readonly KeptCandidate[], day: Day): readonly CandidateAsOf[] {
  return kept
    .filter(({ listedAt, endedAt }) => listedAt < day.end && (endedAt === null || endedAt >= day.end))
    .map((one) => ({
      id: one.id,
      person: one.person,
      position: saidOn(one.place, day),
      cameBy: null,
      leftBy: null,
      kept: one,
    }));
}
