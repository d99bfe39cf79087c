/** Reads the lines of a list of measures or of experience; a cell that cannot be read says what is expected there. */
import { tidyName } from '../../../i18n/names.ts';
import type { PlainMonth } from '../../../kernel/time.ts';
import type { ListKind } from '../../development/types.ts';
import { readBirthMonth, readDate } from '../../people/rules/read-cells.ts';
import type {
  DevelopmentList,
  DevelopmentRow,
  ListColumn,
  ListExpectation,
  ListFault,
  SaidExperience,
  SaidMeasure,
} from '../types/development.ts';
import { tidyCell } from './cells.ts';
import { type Columns, findHeaderOf } from './columns.ts';
import { isSumWord, lineBetween } from './lines-between.ts';
import { listHeadings } from './list-columns.ts';
import { readKind, readState } from './list-words.ts';
import { type Line, shortText, unread } from './read-rows.ts';

/** Null: no heading with a column of names. A faulty row is left out as a whole. */
export function readDevelopment(given: readonly Line[], list: ListKind): DevelopmentList | null {
  const lines = given.map(({ line, cells }) => ({ line, cells: cells.map(tidyCell) }));
  const header = findHeaderOf(
    lines.map(({ cells }) => cells),
    listHeadings[list],
  );
  if (!header) return null;
  const read: DevelopmentList = { list, rows: [], faults: [], passedOver: [], ignored: [] };
  const data: Line[] = [];
  for (const line of lines.slice(header.firstRow)) {
    const between = lineBetween(line.cells, header.columns);
    if (between === 'heading') read.passedOver.push({ line: line.line, text: shortText(line) });
    if (between !== null) continue;
    data.push(line);
    const { row, faults } = readRow(line, header.columns, list);
    if (faults.length > 0) read.faults.push(...faults);
    else read.rows.push(row);
  }
  return { ...read, ignored: [...header.ignored, ...unread(data, header)] };
}

type Cell = (column: ListColumn) => string;
type Say = (column: ListColumn, expected: ListExpectation) => void;

function readRow({ line, cells }: Line, columns: Columns<ListColumn>, list: ListKind) {
  const faults: ListFault[] = [];
  const cell: Cell = (column) => cells[columns.indexOf(column)] ?? '';
  const fault: Say = (column, expected) => {
    faults.push({ line, column, typed: cell(column).slice(0, 60), expected, hint: null });
  };
  if (cell('fullName') === '' || isSumWord(cell('fullName'))) fault('fullName', 'name');
  const row: DevelopmentRow = {
    line,
    key: cell('key') || null,
    fullName: tidyName(cell('fullName')),
    birthMonth: readBirth(cell, fault),
    measure: list === 'measures' ? readMeasure(cell, fault) : null,
    experience: list === 'experience' ? readExperience(cell, fault) : null,
  };
  return { row, faults };
}

/** A year alone is no month: it stays unknown. */
function readBirth(cell: Cell, fault: Say): PlainMonth | null {
  const columns = ['bornMale', 'bornFemale', 'birthMonth'] as const;
  const column = columns.find((one) => cell(one) !== '') ?? 'birthMonth';
  const typed = cell(column);
  const month = typed === '' ? null : readBirthMonth(typed);
  if (typed !== '' && month === null && !/^\d{4}$/u.test(typed)) fault(column, 'birth-month');
  return month;
}

function readMeasure(cell: Cell, fault: Say): SaidMeasure | null {
  const own = ['kind', 'what', 'responsible', 'startsOn', 'dueOn', 'state', 'word'] as const;
  if (own.every((column) => cell(column) === '')) return null;
  const day = (column: 'startsOn' | 'dueOn') => {
    const date = cell(column) === '' ? null : readDate(cell(column));
    if (cell(column) !== '' && date === null) fault(column, 'date');
    return date;
  };
  const kind = readKind(cell('kind'));
  if (kind === null) fault('kind', 'measure-kind');
  if (cell('what') === '') fault('what', 'measure-what');
  const state = cell('state') === '' ? null : readState(cell('state'));
  if (cell('state') !== '' && state === null) fault('state', 'state');
  return {
    ...{ kind, what: cell('what') || null, responsible: cell('responsible') || null },
    ...{ startsOn: day('startsOn'), dueOn: day('dueOn'), state, word: cell('word') || null },
  };
}

function readExperience(cell: Cell, fault: Say): SaidExperience | null {
  const own = ['kind', 'place', 'fromMonth', 'toMonth', 'period'] as const;
  if (own.every((column) => cell(column) === '')) return null;
  if (cell('kind') === '') fault('kind', 'experience-kind');
  const [from, to] = periodIn(cell('period'));
  const month = (column: 'fromMonth' | 'toMonth', inPeriod: string) => {
    const typed = cell(column) || inPeriod;
    if (typed === '' || isStill(typed)) return null;
    const read = readBirthMonth(typed);
    if (read === null) fault(cell(column) === '' ? 'period' : column, 'month');
    return read;
  };
  return {
    ...{ kind: cell('kind') || null, place: cell('place') || null },
    ...{ fromMonth: month('fromMonth', from), toMonth: month('toMonth', to) },
  };
}

/** "Từ tháng 6/2015 đến tháng 8/2020", "06/2015 – nay": from and to, as typed. */
function periodIn(typed: string): readonly [from: string, to: string] {
  const words = typed.replace(/^(?:từ|from)\s+/iu, '').replaceAll(/tháng\s+(?=\d{1,2}\s*[/.-])/giu, '');
  const [from = '', ...to] = words.split(/\s*[–—]\s*|\s+-\s+|\s+(?:đến|to|until)\s+/iu);
  return [from.trim(), to.join(' ').trim()];
}

/** Whoever is still there has no last month. */
function isStill(typed: string): boolean {
  return /^(?:đến )?(?:nay|hiện nay|hiện tại|now|present|today)$/iu.test(typed);
}
