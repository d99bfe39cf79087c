/** Lines of a list that are nobody: blank ones, headings of groups, sums. Whatever else has no name is a row that lost it. */
import { foldName } from '../../../i18n/names.ts';

export type Between = 'blank' | 'heading';

/**
 * blank: nothing, or a number printed beforehand. heading: "A. NHIỆM KỲ 2020–2025" alone, "I | Chức danh cấp trưởng" with a
 * mark where people have their number (a count may follow), and a sum, wherever its words stand. Null: a row about somebody.
 */
export function lineBetween(cells: readonly string[], columns: readonly (string | null)[]): Between | null {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return 'blank';
  if (isSum(filled)) return 'heading';
  const number = cells[columns.indexOf('number')] ?? '';
  if (/^\d+\.?$/u.test(number)) return filled.length === 1 ? 'blank' : null;
  if (number !== '') return isMarked(cells, number) ? 'heading' : null;
  const isFirstOfNoMeaning = columns[0] === 'other' || columns[0] === null || columns[0] === 'number';
  const hasName = (cells[columns.indexOf('fullName')] ?? '') !== '';
  const isAlone = !hasName && filled.length === 1 && (cells[0] ?? '') !== '' && isFirstOfNoMeaning;
  return isAlone ? 'heading' : null;
}

/** So that no sum becomes a person whose name it has. */
export function isSumWord(cell: string): boolean {
  return sumWords.test(cell.toLowerCase()) || sumWords.test(foldName(cell)) || cell.toLowerCase() === 'tổng';
}

/** As a whole cell only, with its number perhaps: "Tống", "Cộng" may stand in a name. */
const sumWords =
  /^(?:tổng cộng|tổng số|cộng|tong cong|tong so|cong|grand total|total|sum)(?:\s*[:=.…]*\s*(?:\d[\d.,]*)?\s*(?:đồng chí|dong chi|người|nguoi|cán bộ|can bo|people|persons?)?)\s*[.:;]?$/u;

function isSum(filled: readonly string[]): boolean {
  const [first = '', ...others] = filled;
  return isSumWord(first) && others.every(isCount);
}

/** Below it stand people who have left the plan: what is said of them is read, and none of them stands in it again. */
export function isOfThoseTakenOut(heading: string): boolean {
  return /dua ra khoi|taken out of the plan/u.test(foldName(heading));
}

/** "I", "II.", "A", "b)", "-", "Nhóm 1": then one text, and nothing beside it but counts. */
function isMarked(cells: readonly string[], number: string): boolean {
  const others = cells.filter((cell) => cell !== '' && cell !== number);
  const words = others.filter((cell) => !isCount(cell));
  const isMark = /^(?:[ivxlc]{1,6}|[a-zđ]|[-–+•])\s*[.)\-:/]?$/iu.test(number);
  return isMark ? words.length <= 1 : others.length <= 1;
}

/** A number of people or a share; a year or a date is none. */
function isCount(cell: string): boolean {
  return /^\d{1,3}(?:[.,]\d{1,2})?\s*%?$/u.test(cell);
}
