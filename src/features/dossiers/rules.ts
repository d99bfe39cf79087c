/** Which papers of a dossier count on a day, and what may be written about one (planning 8.3, invariant 29). */
import { done, type Outcome, refused } from '../../kernel/outcome.ts';
import { addMonths, isPlainDate, monthOf, type PlainDate } from '../../kernel/time.ts';
import type { DossierPaperKind, Parameters } from '../eligibility/types.ts';
import type { DossierPaper, PaperDetails, PaperStanding } from './types.ts';

export const textMax = 500;
/** Those who keep the list are told so many days before a paper stops counting. Our own choice: no text gives one. */
export const warningDays = 30;

/** A paper counts through its last day. */
export function standingOf(
  required: readonly DossierPaperKind[],
  papers: readonly DossierPaper[],
  today: PlainDate,
): readonly PaperStanding[] {
  return required.map((kind) => {
    const paper = papers.find((one) => one.kind === kind) ?? null;
    if (!paper) return { kind, state: 'missing', paper };
    return { kind, state: paper.expiresOn !== null && paper.expiresOn < today ? 'expired' : 'present', paper };
  });
}

export function lacking(papers: readonly PaperStanding[]): readonly PaperStanding[] {
  return papers.filter(({ state }) => state !== 'present');
}

export interface TypedPaper {
  readonly number: string | null;
  readonly keptAt: string | null;
  readonly remark: string | null;
  readonly issuedOn: PlainDate | null;
  readonly expiresOn: PlainDate | null;
}

export type PaperRefusal =
  | 'dossier-words-too-long'
  | 'dossier-day-unreadable'
  | 'dossier-issued-to-come'
  | 'dossier-expires-before-issued';

/**
 * Refuses dossier-issued-to-come {day}, dossier-expires-before-issued {issued, expires}, dossier-day-unreadable,
 * dossier-words-too-long {max}. A paper that has expired already may be entered: it is there, and does not count.
 */
export function checkPaper(typed: TypedPaper, today: PlainDate): Outcome<TypedPaper, PaperRefusal> {
  const { issuedOn, expiresOn } = typed;
  const words = { number: tidy(typed.number), keptAt: tidy(typed.keptAt), remark: tidy(typed.remark) };
  for (const [field, text] of Object.entries(words)) {
    if ((text?.length ?? 0) > textMax) return refused('dossier-words-too-long', { max: textMax }, field);
  }
  for (const [field, day] of Object.entries({ issuedOn, expiresOn })) {
    if (day !== null && !isPlainDate(day)) return refused('dossier-day-unreadable', {}, field);
  }
  if (issuedOn !== null && issuedOn > today) return refused('dossier-issued-to-come', { day: issuedOn }, 'issuedOn');
  if (issuedOn !== null && expiresOn !== null && expiresOn < issuedOn) {
    return refused('dossier-expires-before-issued', { issued: issuedOn, expires: expiresOn }, 'expiresOn');
  }
  return done({ ...words, issuedOn, expiresOn });
}

/** The last day is what stands on the paper, else what the rule set counts from the day of issue. */
export function detailsOf(
  typed: TypedPaper,
  kind: DossierPaperKind,
  rules: Pick<Parameters, 'dossierCvMonths'>,
): PaperDetails {
  const months = kind === 'cv' ? rules.dossierCvMonths.value : null;
  if (typed.expiresOn !== null || typed.issuedOn === null || months === null) return { ...typed, isCounted: false };
  return { ...typed, expiresOn: monthsAfter(typed.issuedOn, months), isCounted: true };
}

/** The same day so many months later; where that month is shorter, its last day. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  const month = addMonths(monthOf(date), months);
  const days = [date.slice(-2), '30', '29', '28'];
  return days.map((day) => `${month}-${day}`).find(isPlainDate) ?? date;
}

function tidy(text: string | null): string | null {
  return text?.normalize('NFC').trim() || null;
}
