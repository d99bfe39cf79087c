/** Reads the lines of a list: every cell that cannot be read becomes a fault that says what is expected there. */
import { foldName, tidyName } from '../../../i18n/names.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { monthOf } from '../../../kernel/time.ts';
import { readBirthMonth, readDate, readDiscipline, readSex } from '../../people/rules/read-cells.ts';
import { checkShortForm } from '../../people/rules/short-form.ts';
import type { Column, Expectation, Fault, PassedOver, ReadList, ReadRow } from '../types/people.ts';
import { tidyCell } from './cells.ts';
import { type Columns, findHeader, type Header } from './columns.ts';
import { isOfThoseTakenOut, isSumWord, lineBetween } from './lines-between.ts';

export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the list is for: people of the register, or who stands in a plan with these positions. */
export type Purpose =
  | { readonly kind: 'people' }
  | {
      readonly kind: 'entries';
      readonly positions: readonly string[];
      /** How near people are, in the words of both languages. */
      readonly levels?: readonly { readonly key: string; readonly names: readonly string[] }[];
    }
  /** Positions of another unit's plan: taken as they are named. */
  | { readonly kind: 'as-named' };

/** Null: no heading with a column of names. `today` is yyyy-mm-dd. A faulty row is left out as a whole. */
export function readRows(given: readonly Line[], purpose: Purpose, today: PlainDate): ReadList | null {
  const lines = given.map(({ line, cells }) => ({ line, cells: cells.map(tidyCell) }));
  const header = findHeader(lines.map((line) => line.cells));
  if (!header) return null;
  const rows: ReadRow[] = [];
  const faults: Fault[] = [];
  const passedOver: PassedOver[] = [];
  const data: Line[] = [];
  let purposeHere = purpose;
  for (const line of lines.slice(header.firstRow)) {
    const between = lineBetween(line.cells, header.columns);
    if (between === 'heading') {
      const text = shortText(line);
      passedOver.push({ line: line.line, text });
      if (!isSumWord(text)) purposeHere = isOfThoseTakenOut(text) ? { kind: 'people' } : purpose;
    }
    if (between !== null) continue;
    data.push(line);
    const read = readRow(line, header.columns, purposeHere, today);
    if (read.faults.length > 0) faults.push(...read.faults);
    else rows.push(read.row);
  }
  return { rows, faults, passedOver, ignored: [...header.ignored, ...unread(data, header)] };
}

/** Of a heading or a sum, to be said again. */
export function shortText({ cells }: Line): string {
  return cells.filter(Boolean).join(' ').replaceAll('\n', ' ').slice(0, 60);
}

/** What stands under no heading of its own, or under one that another column has: named, so that nothing goes unseen. */
export function unread(lines: readonly Line[], { columns, texts }: Header<string>): readonly string[] {
  const used = new Set<number>();
  for (const { cells } of lines) for (const [at, cell] of cells.entries()) if (cell.trim() !== '') used.add(at);
  return [...used]
    .sort((a, b) => a - b)
    .flatMap((at) => {
      const heading = (texts[at] ?? '').trim();
      const column = columns[at] ?? null;
      if (heading === '') return [letterOf(at)];
      const isSecond = column !== null && column !== 'other' && columns.indexOf(column) < at;
      return isSecond ? [heading] : [];
    });
}

/** As spreadsheets name their columns: A … Z, AA … */
function letterOf(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letterOf(Math.floor(at / 26) - 1) + last;
}

function readRow(
  { line, cells }: Line,
  columns: Columns,
  purpose: Purpose,
  today: PlainDate,
): { row: ReadRow; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const cell = (column: Column) => cellOf(cells, columns, column);
  const fault = (column: Column, expected: Expectation, hint: string | null = null) => {
    faults.push({ line, column, typed: cell(column).slice(0, 60), expected, hint });
  };
  if (cell('fullName') === '' || isSumWord(cell('fullName'))) fault('fullName', 'name');
  const birth = readBirth(cell, fault);
  const level = cell('level') === '' ? null : Number(cell('level'));
  if (level !== null && !(Number.isInteger(level) && level >= 1 && level <= 20)) fault('level', 'level');
  const row: ReadRow = {
    line,
    key: cell('key') || null,
    fullName: tidyName(cell('fullName')),
    birthMonth: birth.month,
    sex: birth.sex,
    unit: cell('unit') || null,
    partyPost: cell('partyPost') || null,
    statePost: cell('statePost') || null,
    level,
    disciplines: readMeasures(cell, fault),
    entries: readEntries(cell, purpose, fault),
  };
  const proper = faults.length === 0 ? checkShortForm(row, monthOf(today)) : null;
  if (proper && !proper.ok) {
    const [column, expected] = shortFormFaults[proper.reason] ?? (['fullName', 'shorter'] as const);
    fault(
      proper.field === 'unit' || proper.field === 'partyPost' || proper.field === 'statePost' ? proper.field : column,
      expected,
    );
  }
  return { row, faults };
}

const shortFormFaults: Readonly<Record<string, readonly [Column, Expectation]>> = {
  'name-empty': ['fullName', 'name'],
  'name-too-long': ['fullName', 'shorter'],
  'text-too-long': ['statePost', 'shorter'],
  'birth-month-impossible': ['birthMonth', 'possible-age'],
  'birth-month-unreadable': ['birthMonth', 'month'],
  'level-out-of-range': ['level', 'level'],
};

type Cell = (column: Column) => string;
type Say = (column: Column, expected: Expectation, hint?: string | null) => void;

/** Two columns for men and women say the sex too; the same in both says that it is not known. A year alone is no month: the month stays unknown. */
function readBirth(cell: Cell, fault: Say): Pick<ReadRow, 'sex'> & { month: string | null } {
  const [male, female] = [cell('bornMale'), cell('bornFemale')];
  const isUnknown = male !== '' && male === female;
  if (male !== '' && female !== '' && !isUnknown) fault('bornFemale', 'one-birth');
  const column: Column = male !== '' ? 'bornMale' : female !== '' ? 'bornFemale' : 'birthMonth';
  const typed = cell(column);
  const month = typed === '' || /^\d{4}$/u.test(typed) ? null : readBirthMonth(typed);
  if (typed !== '' && month === null && !/^\d{4}$/u.test(typed)) fault(column, 'month');
  const told = cell('sex') === '' ? null : readSex(cell('sex'));
  if (cell('sex') !== '' && told === null) fault('sex', 'sex');
  const sex = isUnknown ? told : column === 'bornMale' ? 'male' : column === 'bornFemale' ? 'female' : told;
  return { month, sex };
}

function readMeasures(cell: Cell, fault: Say): ReadRow['disciplines'] {
  const read = readDiscipline(cell('discipline'));
  if (!read) fault('discipline', 'discipline');
  const typedEnd = cell('disciplineUntil');
  const effectUntil = typedEnd === '' ? null : readDate(typedEnd);
  if (typedEnd !== '' && effectUntil === null) fault('disciplineUntil', 'date');
  if (!read || read.kind === 'none') return [];
  return [{ kind: read.kind, decidedOn: read.decidedOn, effectUntil, decision: null }];
}

/** One cell may name several positions, one a line or between semicolons. */
function readEntries(cell: Cell, purpose: Purpose, fault: Say): ReadRow['entries'] {
  if (purpose.kind === 'people') return [];
  const column: Column = cell('plannedPosition') === '' ? 'proposedPosition' : 'plannedPosition';
  const isProposed = column === 'proposedPosition';
  const titles = purpose.kind === 'entries' ? purpose.positions : [];
  const typed = titleIn(cell(column), titles) ?? titlesIn(cell(column));
  if (purpose.kind === 'as-named') {
    return typed.map((position) => ({ position, decision: null, enteredOn: null, readiness: null, isProposed }));
  }
  const hint = purpose.positions.join('; ').slice(0, 200);
  if (typed.length === 0) fault('plannedPosition', 'position', hint);
  const positions = typed.flatMap((title) => {
    const found =
      purpose.positions.find((known) => known === title) ??
      purpose.positions.find((known) => foldName(known) === foldName(title));
    if (found === undefined) fault(column, 'position-in-plan', hint);
    return found ?? [];
  });
  const decision = cell('decision') || null;
  const date = decision ? /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/u.exec(decision)?.[0] : undefined;
  const enteredOn = date ? readDate(date) : null;
  const readiness = readReadiness(cell('readiness'), purpose.levels ?? []);
  if ((readiness?.length ?? 0) > longestReadiness) fault('readiness', 'shorter');
  return positions.map((position) => ({ position, decision, enteredOn, readiness, isProposed }));
}

const longestReadiness = 100;

/** What is no level of the plan's rules stays as typed, as older lists have it. */
function readReadiness(
  typed: string,
  levels: readonly { readonly key: string; readonly names: readonly string[] }[],
): string | null {
  const isNamed = (names: readonly string[]) => names.some((name) => foldName(name) === foldName(typed));
  return typed === '' ? null : (levels.find(({ key, names }) => isNamed([key, ...names]))?.key ?? typed);
}

/** The whole cell, where a title itself has a semicolon. */
function titleIn(cell: string, titles: readonly string[]): readonly string[] | null {
  const found = titles.find((title) => tidyCell(title) === cell);
  return found === undefined ? null : [found];
}

function titlesIn(cell: string): readonly string[] {
  return cell
    .split(/[;\n]/u)
    .map((title) => tidyName(title))
    .filter(Boolean);
}

function cellOf(cells: readonly string[], columns: Columns, column: Column): string {
  const at = columns.indexOf(column);
  return at < 0 ? '' : (cells[at] ?? '');
}
