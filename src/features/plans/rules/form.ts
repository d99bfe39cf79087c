/** What a plan must hold, and positions read from lines of text: "title; seats; level; committee". */
import { tidyName } from '../../../i18n/names.ts';
import { done, type Outcome, type Refused, refused } from '../../../kernel/outcome.ts';
import { isPlainMonth, monthsBetween, type PlainMonth } from '../../../kernel/time.ts';
import type { NewPosition, Plan, Position } from '../types.ts';

export const titleMax = 200;
export const positionsMax = 100;
const seatsMax = 500;
const levelMax = 20;
const longestTermMonths = 120;

export type PlanRefusal =
  | 'plan-title-empty'
  | 'plan-text-too-long'
  | 'term-unreadable'
  | 'term-out-of-order'
  | 'term-too-long'
  | PositionRefusal;
export type PositionRefusal =
  | 'position-line-empty'
  | 'position-seats-unreadable'
  | 'position-level-unreadable'
  | 'position-word-unknown'
  | 'position-title-too-long'
  | 'position-twice'
  | 'positions-too-many';

type PlanForm = Pick<Plan, 'title' | 'unit' | 'termFrom' | 'termTo' | 'congress'>;

/** Months are yyyy-mm. A term lasts at most ten years; the congress is a month, not bound to the term. */
export function checkPlan(form: PlanForm): Outcome<PlanForm, PlanRefusal> {
  return planProblems(form)[0] ?? done(form);
}

/** Everything that is wrong, one a field: a form says it all at once. */
export function planProblems(form: PlanForm): readonly Refused<PlanRefusal>[] {
  const problems: Refused<PlanRefusal>[] = [];
  if (form.title === '') problems.push(refused('plan-title-empty', {}, 'title'));
  for (const field of ['title', 'unit'] as const) {
    if (form[field].length > titleMax) problems.push(refused('plan-text-too-long', { max: titleMax }, field));
  }
  const unreadable = (['termFrom', 'termTo', 'congress'] as const).filter((field) => {
    const month = form[field];
    return month !== null && !isPlainMonth(month);
  });
  problems.push(...unreadable.map((field) => refused('term-unreadable', {}, field)));
  if (unreadable.includes('termFrom') || unreadable.includes('termTo')) return problems;
  const months = monthsBetween(form.termFrom, form.termTo);
  if (months <= 0) problems.push(refused('term-out-of-order', { from: form.termFrom, to: form.termTo }, 'termTo'));
  if (months > longestTermMonths) {
    problems.push(refused('term-too-long', { months, max: longestTermMonths }, 'termTo'));
  }
  return problems;
}

/** "05/2025", "5-2025", "2025-05" and, for a term, "2025" (the month given). Anything else: null. */
export function readMonth(typed: string, monthOfYear: string | null): PlainMonth | null {
  const text = typed.trim();
  const local = /^(\d{1,2})\s*[/.-]\s*(\d{4})$/u.exec(text);
  if (local) return monthIfReal(`${local[2]}-${String(local[1]).padStart(2, '0')}`);
  const iso = /^(\d{4})-(\d{1,2})$/u.exec(text);
  if (iso) return monthIfReal(`${iso[1]}-${String(iso[2]).padStart(2, '0')}`);
  return monthOfYear !== null && /^\d{4}$/u.test(text) ? `${text}-${monthOfYear}` : null;
}

const committeeWords = ['tập thể', 'cấp ủy', 'committee', 'body'];

/**
 * One position a line, in protocol order; seats are 1 and the level not known where left out. The fourth part says that
 * it is membership of a collective body. Empty lines are nothing. Refusals name the line.
 */
export function readPositions(text: string): Outcome<readonly NewPosition[], PositionRefusal> {
  const { positions, problems } = readEveryPosition(text);
  return problems[0] ?? done(positions);
}

/** What can be read, and what is wrong in every line. */
export function readEveryPosition(text: string): {
  readonly positions: readonly NewPosition[];
  readonly problems: readonly Refused<PositionRefusal>[];
} {
  const positions: NewPosition[] = [];
  const problems: Refused<PositionRefusal>[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue;
    const read = readPosition(raw, index + 1, positions);
    if (read.ok) positions.push(read.value);
    else problems.push(read);
  }
  if (positions.length > positionsMax) problems.push(refused('positions-too-many', { max: positionsMax }, 'positions'));
  return { positions, problems };
}

/** The same lines again: what the form for changing positions is filled with. */
export function writePositions(positions: readonly Position[], committeeWord: string): string {
  return positions
    .map(({ title, seats, level, isCommittee }) =>
      [
        title,
        seats,
        ...(level !== null || isCommittee ? [level ?? ''] : []),
        ...(isCommittee ? [committeeWord] : []),
      ].join('; '),
    )
    .join('\n');
}

function readPosition(
  raw: string,
  line: number,
  before: readonly NewPosition[],
): Outcome<NewPosition, PositionRefusal> {
  const [title = '', seats = '', level = '', word = ''] = raw.split(/[;；\t]/u).map((part) => tidyName(part));
  if (title === '') return refused('position-line-empty', { line }, 'positions');
  if (title.length > titleMax) return refused('position-title-too-long', { line, max: titleMax }, 'positions');
  const lower = title.toLowerCase();
  if (before.some((other) => other.title.toLowerCase() === lower)) {
    return refused('position-twice', { line, title }, 'positions');
  }
  const seatCount = seats === '' ? 1 : wholeNumber(seats, seatsMax);
  if (seatCount === null) return refused('position-seats-unreadable', { line, seats, max: seatsMax }, 'positions');
  const rank = level === '' ? null : wholeNumber(level, levelMax);
  if (level !== '' && rank === null)
    return refused('position-level-unreadable', { line, level, max: levelMax }, 'positions');
  if (word !== '' && !committeeWords.includes(word.toLowerCase())) {
    return refused('position-word-unknown', { line, word }, 'positions');
  }
  return done({ title, seats: seatCount, level: rank, isCommittee: word !== '', rank: (before.length + 1) * 10 });
}

function wholeNumber(text: string, max: number): number | null {
  const value = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  return value >= 1 && value <= max ? value : null;
}

function monthIfReal(month: string): PlainMonth | null {
  return isPlainMonth(month) ? month : null;
}
