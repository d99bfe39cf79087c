/** What may be written about a nomination to an outside body, in which order, and by when its outcome is reported. */
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { addDays, isPlainDate, type PlainDate } from '../../kernel/time.ts';
import { type Place, type RemovalReason, removalReasons } from '../plans/types.ts';
import type { Concern, Contact, ExternalNomination, OutcomeForm, Preparation, ReportRule } from './types.ts';

export const textMax = 200;
export const wordMax = 1_000;

export type WordsRefusal = 'external-words-missing' | 'external-words-too-long';
export type DayRefusal = 'external-day-unreadable' | 'external-day-to-come';

/** Refuses external-words-missing, external-words-too-long {max}, external-day-unreadable, external-day-to-come {day}. */
export function checkPreparation(
  typed: Preparation,
  today: PlainDate,
): Outcome<Preparation, WordsRefusal | DayRefusal> {
  const words = { body: tidy(typed.body), position: tidy(typed.position), term: tidy(typed.term) };
  const problem = wrongWords(words, textMax) ?? wrongDay('preparedOn', typed.preparedOn, today);
  return problem ?? done({ ...words, preparedOn: typed.preparedOn });
}

export function checkContact(typed: Contact, today: PlainDate): Outcome<Contact, WordsRefusal | DayRefusal> {
  const withWhom = tidy(typed.withWhom);
  const said = tidy(typed.said);
  const problem =
    wrongWords({ withWhom }, textMax) ?? wrongWords({ said }, wordMax) ?? wrongDay('heldOn', typed.heldOn, today);
  return problem ?? done({ heldOn: typed.heldOn, withWhom, said });
}

export type OutcomeRefusal =
  | DayRefusal
  | 'external-words-too-long'
  | 'external-outcome-before-preparation'
  | 'external-decision-missing'
  | 'external-word-missing'
  | 'external-ended'
  | 'external-reported';

/**
 * An outcome may be corrected until it is reported; who was withdrawn stays so. Election needs the number of the decision,
 * withdrawal its reason. Refuses external-outcome-before-preparation {prepared, result}, external-ended, external-reported
 * {on}, external-decision-missing, external-word-missing, and those of the day.
 */
export function checkOutcome(
  nomination: Pick<ExternalNomination, 'state' | 'preparedOn' | 'reportedOn'>,
  typed: OutcomeForm,
  today: PlainDate,
): Outcome<OutcomeForm, OutcomeRefusal> {
  const { state, preparedOn, reportedOn } = nomination;
  if (reportedOn !== null) return refused('external-reported', { on: reportedOn });
  if (state === 'withdrawn') return refused('external-ended');
  const problem = wrongDay('resultOn', typed.resultOn, today);
  if (problem) return problem;
  if (typed.resultOn < preparedOn) {
    const days = { prepared: preparedOn, result: typed.resultOn };
    return refused('external-outcome-before-preparation', days, 'resultOn');
  }
  const decision = tidy(typed.decision ?? '') || null;
  const word = tidy(typed.word ?? '') || null;
  if ((decision?.length ?? 0) > textMax) return refused('external-words-too-long', { max: textMax }, 'decision');
  if ((word?.length ?? 0) > wordMax) return refused('external-words-too-long', { max: wordMax }, 'word');
  if (typed.outcome === 'elected' && decision === null) return refused('external-decision-missing', {}, 'decision');
  if (typed.outcome === 'withdrawn' && word === null) return refused('external-word-missing', {}, 'word');
  return done({ ...typed, decision, word });
}

export interface Known {
  readonly isErased: boolean;
  /** Where the person stands or stood in the committee's plans. */
  readonly places: readonly Place[];
  readonly proposed: { readonly id: string; readonly reason: RemovalReason } | null;
}

/**
 * The gravest; null: nothing speaks against it. Only while it is prepared, and only what has come up since: whoever put
 * somebody forward knew what was known then. An appointment or a move within the plans is no concern.
 */
export function concernOf(
  { state, recordedAt }: Pick<ExternalNomination, 'state' | 'recordedAt'>,
  { isErased, places, proposed }: Known,
): Concern | null {
  if (state !== 'preparing') return null;
  if (isErased) return { kind: 'erased', reason: null, about: 'erased' };
  const isOut = !places.some(({ left }) => left === null);
  const [last] = places
    .flatMap(({ left }) => (left && left.recordedAt > recordedAt ? [left] : []))
    .sort((a, b) => b.recordedAt.getTime() - a.recordedAt.getTime());
  const reason = removalReasons.find((one) => one === last?.reason && one !== 'appointed');
  if (isOut && last && reason) {
    return { kind: 'left-plan', reason, about: `left-plan:${last.recordedAt.toISOString()}` };
  }
  return proposed ? { kind: 'proposed', reason: proposed.reason, about: `proposed:${proposed.id}` } : null;
}

/** The day that was stated, else so many days after the day of the result; null: the rules give no number. */
export function reportDay({ resultOn, reportBy }: OutcomeForm, { days }: Pick<ReportRule, 'days'>): PlainDate | null {
  return reportBy ?? (days === null ? null : addDays(resultOn, days));
}

export function wrongDay(field: string, day: PlainDate, today: PlainDate) {
  if (!isPlainDate(day)) return refused('external-day-unreadable', {}, field);
  return day > today ? refused('external-day-to-come', { day }, field) : null;
}

function wrongWords(words: Readonly<Record<string, string>>, max: number) {
  for (const [field, text] of Object.entries(words)) {
    if (text === '') return refused('external-words-missing', {}, field);
    if (text.length > max) return refused('external-words-too-long', { max }, field);
  }
  return null;
}

function tidy(text: string): string {
  return text.normalize('NFC').trim();
}
