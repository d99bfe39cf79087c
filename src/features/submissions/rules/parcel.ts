/** What a parcel lacks, what an answer must hold, and how far the authority is. */
import type { PersonId } from '../../../kernel/ids.ts';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { isPlainDate, type PlainDate } from '../../../kernel/time.ts';
import type { Incomplete } from '../../dossiers/types.ts';
import type { Confidence } from '../../eligibility/types.ts';
import type { Decision, Missing, Seat, SeatAnswered } from '../types.ts';

export const textMax = 1_000;
export const nameMax = 200;

/** What keeps the list from being sent. `newest`: the number of the plan's newest frozen list. */
export function missingFrom(facts: {
  readonly list: {
    readonly number: number;
    readonly entries: readonly { readonly isWithdrawn: boolean; readonly fullName: string | null }[];
  };
  readonly newest: number;
  readonly reviewOpen: boolean;
  readonly voteOpen: boolean;
  /** Of whom papers are missing or expired, and how sure it is that they are needed. */
  readonly dossiers: { readonly incomplete: readonly Incomplete[]; readonly confidence: Confidence };
}): readonly Missing[] {
  const { incomplete, confidence } = facts.dossiers;
  const withdrawn = facts.list.entries.filter(({ isWithdrawn }) => isWithdrawn);
  return [
    ...(facts.reviewOpen ? [{ kind: 'review-open' } as const] : []),
    ...(facts.voteOpen ? [{ kind: 'vote-open' } as const] : []),
    ...(withdrawn.length > 0
      ? [{ kind: 'withdrawn', names: withdrawn.flatMap(({ fullName }) => fullName ?? []) } as const]
      : []),
    ...(facts.newest > facts.list.number ? [{ kind: 'list-changed', number: facts.newest } as const] : []),
    ...(incomplete.length > 0 ? [{ kind: 'dossiers', incomplete, isSure: confidence !== 'unconfirmed' } as const] : []),
  ];
}

/** What holds the sending: what nobody found a source for is pointed out, and the committee secretary decides. */
export function holdsSending(missing: Missing): boolean {
  return missing.kind !== 'dossiers' || missing.isSure;
}

export type AnswerRefusal =
  | 'seat-unknown'
  | 'seat-sent-back'
  | 'seat-twice'
  | 'seat-word-missing'
  | 'submission-too-long';

/**
 * A refusal needs its reason and a return its question; approval needs no word. Of a seat answered twice nobody can tell
 * which holds: seat-twice {name}, unless both say the same. What went back to the committee waits for no answer:
 * seat-sent-back {name}.
 */
export function checkAnswers(
  seats: readonly Pick<Seat, 'id' | 'shown' | 'sentBack'>[],
  answers: readonly SeatAnswered[],
): Outcome<readonly SeatAnswered[], AnswerRefusal> {
  const tidy: SeatAnswered[] = [];
  for (const { seat, answer, word } of answers) {
    const found = seats.find(({ id }) => id === seat);
    if (!found) return refused('seat-unknown');
    if (found.sentBack) return refused('seat-sent-back', { name: found.shown?.fullName ?? '' });
    const text = word?.normalize('NFC').trim() || null;
    if (answer !== 'approved' && text === null) return refused('seat-word-missing', {}, 'word');
    if ((text?.length ?? 0) > textMax) return refused('submission-too-long', { max: textMax }, 'word');
    const before = tidy.find((one) => one.seat === seat);
    if (before && (before.answer !== answer || before.word !== text)) {
      return refused('seat-twice', { name: found.shown?.fullName ?? '' });
    }
    if (!before) tidy.push({ seat, answer, word: text });
  }
  return done(tidy);
}

export type DecisionRefusal = 'decision-number-missing' | 'decision-date-unreadable' | 'submission-too-long';

/** Number and date of the authority's decision, as its paper has them. */
export function checkDecision(typed: { number: string; dated: PlainDate }): Outcome<Decision, DecisionRefusal> {
  const number = typed.number.normalize('NFC').trim();
  if (number === '') return refused('decision-number-missing', {}, 'number');
  if (number.length > nameMax) return refused('submission-too-long', { max: nameMax }, 'number');
  if (!isPlainDate(typed.dated)) return refused('decision-date-unreadable', {}, 'dated');
  return done({ number, dated: typed.dated });
}

/** Whose cases these seats are: also of everybody whom a name may mean. */
export function casesOf(seats: readonly Pick<Seat, 'person' | 'namesakes'>[]): readonly PersonId[] {
  return [...new Set(seats.flatMap(({ person, namesakes }) => person ?? namesakes))];
}

export interface Standing {
  readonly waiting: number;
  readonly approved: number;
  readonly notApproved: number;
  readonly returned: number;
  /** Gone back to the committee; not among those returned. */
  readonly sentBack: number;
}

export function standingOf(seats: readonly Pick<Seat, 'answer' | 'sentBack'>[]): Standing {
  const count = (answer: Seat['answer']) => seats.filter((seat) => !seat.sentBack && seat.answer === answer).length;
  return {
    waiting: count(null),
    approved: count('approved'),
    notApproved: count('not-approved'),
    returned: count('returned'),
    sentBack: seats.filter(({ sentBack }) => sentBack !== null).length,
  };
}
