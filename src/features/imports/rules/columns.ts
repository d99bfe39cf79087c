/** Which column means what, by its heading in either language. Headings: domain/planning 2.9. */
import { foldName } from '../../../i18n/names.ts';
import type { Column } from '../types/people.ts';

/** Compared without diacritics, capitals and punctuation; the first phrase that the heading contains wins. */
export type Headings<Key extends string> = readonly (readonly [Key, readonly string[]])[];

const headings: Headings<Column> = [
  ['key', ['ma dong', 'row key']],
  ['bornMale', ['ngay sinh nam', 'nam sinh nam', 'sinh nam nam', 'birth month male', 'born male', 'birth date male']],
  ['bornFemale', ['ngay sinh nu', 'nam sinh nu', 'birth month female', 'born female', 'birth date female']],
  ['readiness', ['muc do san sang', 'doi tuong', 'how near', 'readiness']],
  ['decision', ['qd quy hoach', 'quyet dinh quy hoach', 'so quyet dinh', 'quyet dinh so ngay', 'decision']],
  ['plannedPosition', ['chuc danh da duoc quy hoach', 'chuc danh quy hoach', 'planned position', 'planned for']],
  [
    'proposedPosition',
    [
      ...['chuc danh de xuat', 'chuc danh chuyen tiep', 'chuc danh de nghi', 'chuc danh du kien'],
      ...['proposed position', 'position'],
    ],
  ],
  ['partyPost', ['chuc vu dang', 'party post', 'post party', 'party position']],
  [
    'other',
    ['chuyen mon', 'ly luan', 'phan loai', 'de xuat cua don vi', 'dan toc', 'ton giao', 'que quan', 'ngay vao dang'],
  ],
  ['other', ['ghi chu', 'ngoai ngu', 'tin hoc', 'hoc ham', 'note', 'education', 'rating']],
  ['disciplineUntil', ['hieu luc ky luat', 'ky luat den', 'discipline until', 'in effect until']],
  ['discipline', ['ky luat', 'discipline', 'disciplinary']],
  ['fullName', ['ho va ten', 'ho ten', 'full name', 'name']],
  ['level', ['cap bac', 'bac', 'level']],
  ['statePost', ['chuc vu hien tai', 'chuc vu', 'present post', 'current post', 'post', 'job title']],
  ['unit', ['don vi', 'noi cong tac', 'unit', 'department', 'affiliation']],
  ['sex', ['gioi tinh', 'nam nu', 'sex', 'gender']],
  ['birthMonth', ['ngay sinh', 'thang nam sinh', 'ngay thang nam sinh', 'nam sinh', 'birth', 'born']],
  ['number', ['tt', 'stt', 'so tt', 'no', 'number']],
];

export type Columns<Key extends string = Column> = readonly (Key | null)[];

export interface Header<Key extends string = Column> {
  readonly columns: Columns<Key>;
  /** The headings as typed, one a column. */
  readonly texts: readonly string[];
  /** As typed, for those that mean nothing here. */
  readonly ignored: readonly string[];
  /** Index of the first row of data. */
  readonly firstRow: number;
}

const searched = 15;

/**
 * Finds the heading: the first of the first 15 rows that has a column of names and another cell; a title that only speaks of
 * names is none, unless nothing better follows. Below it may stand a second line of a
 * heading in two ("Ngày sinh" over "Nam" and "Nữ", "Chức vụ" over "Đảng" and "Chính quyền") and a line that numbers the
 * columns. Null: there is none.
 */
export function findHeader(rows: readonly (readonly string[])[]): Header | null {
  return findHeaderOf(rows, headings);
}

/** The same in a list whose columns mean something else. */
export function findHeaderOf<Key extends string>(
  rows: readonly (readonly string[])[],
  known: Headings<Key>,
): Header<Key> | null {
  const isTable = (cells: readonly string[]) => cells.filter((cell) => cell.trim() !== '').length > 1;
  return headerAmong(rows, known, isTable) ?? headerAmong(rows, known, () => true);
}

function headerAmong<Key extends string>(
  rows: readonly (readonly string[])[],
  known: Headings<Key>,
  mayBe: (cells: readonly string[]) => boolean,
): Header<Key> | null {
  for (const [index, cells] of rows.slice(0, searched).entries()) {
    if (!mayBe(cells)) continue;
    const below = rows[index + 1] ?? [];
    const isDouble = namesBothSexes(below) || isSecondLine(cells, below);
    const texts = isDouble ? joined(cells, below) : cells.map(String);
    const columns = texts.map((text) => meaningOf(text, known));
    if (!columns.some((column) => column === 'fullName')) continue;
    const next = index + (isDouble ? 2 : 1);
    const firstRow = isNumbering(rows[next] ?? []) ? next + 1 : next;
    const ignored = texts.filter((text, at) => text.trim() !== '' && (columns[at] === null || columns[at] === 'other'));
    return { columns, texts, ignored, firstRow };
  }
  return null;
}

export function columnOf(heading: string): Column | null {
  return meaningOf(heading, headings);
}

function meaningOf<Key extends string>(heading: string, known: Headings<Key>): Key | null {
  const text = ` ${tidyHeading(heading)} `;
  const found = known.find(([, phrases]) => phrases.some((phrase) => text.includes(` ${phrase} `)));
  return found?.[0] ?? null;
}

/** A cell of the upper line reaches over the empty cells right of it. */
function joined(upper: readonly string[], lower: readonly string[]): readonly string[] {
  const texts: string[] = [];
  let over = '';
  for (let at = 0; at < Math.max(upper.length, lower.length); at += 1) {
    if ((upper[at] ?? '').trim() !== '') over = upper[at] ?? '';
    const under = lower[at] ?? '';
    const isOne = under.trim() === '' || under === upper[at];
    texts.push(isOne ? (upper[at] ?? '') : `${over} ${under}`);
  }
  return texts;
}

/** A row of data has one sex at most. */
function namesBothSexes(cells: readonly string[]): boolean {
  const words = cells.map(tidyHeading);
  return (words.includes('nam') && words.includes('nu')) || (words.includes('male') && words.includes('female'));
}

/** Words that stand below another heading, as a whole cell: nobody is named like this, and no unit or post. */
const lowerWords = new Set([
  ...[
    'dang',
    'doan the',
    'chinh quyen',
    'nha nuoc',
    'so',
    'ngay',
    'so ngay',
    'chuyen mon',
    'ly luan chinh tri',
    'llct',
  ],
  ...['ngoai ngu', 'tin hoc', 'nam', 'nu', 'hien tai', 'quy hoach', 'chinh thuc', 'du bi'],
  ...['tu', 'den', 'tu ngay', 'den ngay', 'tu thang', 'den thang', 'from', 'to', 'until'],
  ...['party', 'state', 'number', 'date', 'male', 'female', 'present', 'planned', 'month', 'year'],
]);

/** Two such words at least, and nothing else but years and cells merged from above: a row about somebody says more. */
function isSecondLine(upper: readonly string[], cells: readonly string[]): boolean {
  const own = cells.filter((cell, at) => cell.trim() !== '' && cell !== upper[at] && !/^(?:19|20)\d\d$/u.test(cell));
  return own.length >= 2 && own.every((cell) => lowerWords.has(tidyHeading(cell)));
}

function isNumbering(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => cell.trim()).filter(Boolean);
  if (filled.length < 2 || !filled.every((cell) => /^\(?\d{1,2}\)?$/u.test(cell))) return false;
  const numbers = filled.map((cell) => Number(cell.replaceAll(/[()]/gu, '')));
  return numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
}

function tidyHeading(heading: string): string {
  return foldName(heading)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
