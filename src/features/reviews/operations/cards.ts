/** Kinds and keys of the cards that this feature sends: said once means one key, so they are made in one place. */
import type { PersonId, ReviewRoundId } from '../../../kernel/ids.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import type { ReviewAnswerId } from '../types/nouns.ts';

export const cardKinds = {
  invitation: 'reviews.invitation',
  synthesis: 'reviews.synthesis',
  recordedForYou: 'reviews.recorded-for-you',
  objection: 'reviews.objection',
  responded: 'reviews.responded',
  listChanged: 'reviews.list-changed',
  passedOn: 'reviews.passed-on',
  draftReady: 'reviews.draft-ready',
  conflictNoted: 'reviews.conflict-noted',
  caseHandedOver: 'reviews.case-handed-over',
  keysReady: 'reviews.keys-ready',
  withheld: 'reviews.withheld',
} as const;

/** How deadlines, sealed papers and the history call a round. */
export const roundSubject = 'review-round';

export function invitationKey(round: ReviewRoundId, person: PersonId): string {
  return `${cardKinds.invitation}:${round}:${person}`;
}

export function synthesisKey(round: ReviewRoundId, version: number, person: PersonId): string {
  return `${cardKinds.synthesis}:${round}:${version}:${person}`;
}

export function recordedKey(answer: ReviewAnswerId): string {
  return `${cardKinds.recordedForYou}:${answer}`;
}

/** One a day, however many comments of theirs are answered. */
export function respondedKey(round: ReviewRoundId, person: PersonId, day: PlainDate): string {
  return `${cardKinds.responded}:${round}:${person}:${day}`;
}

export function objectionKey(answer: ReviewAnswerId, person: PersonId): string {
  return `${cardKinds.objection}:${answer}:${person}`;
}

export function anonymousKey(
  kind: typeof cardKinds.keysReady | typeof cardKinds.withheld,
  round: ReviewRoundId,
  person: PersonId,
): string {
  return `${kind}:${round}:${person}`;
}
