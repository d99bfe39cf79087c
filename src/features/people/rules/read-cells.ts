/** Typed months, dates and words, as they stand in forms and spreadsheets of both languages. Null: cannot be read. */
import { foldName } from '../../../i18n/names.ts';
import { isPlainDate, isPlainMonth, type PlainDate, type PlainMonth } from '../../../kernel/time.ts';
import type { DisciplineKind, Sex } from '../types.ts';

/**
 * "05/1978", "5-1978", "1978-05", "12/05/1978", "1978-05-12", "May 1978", "tháng 5 năm 1978", "ngày 12 tháng 5 năm 1978". A
 * year alone is not a month: null.
 */
export function readBirthMonth(typed: string): PlainMonth | null {
  const text = tidy(typed);
  const local = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/u.exec(text);
  if (local) {
    const month = `${local[3]}-${two(local[2])}`;
    return local[1] === undefined || isPlainDate(`${month}-${two(local[1])}`) ? real(month) : null;
  }
  const iso = /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/u.exec(text);
  if (iso) {
    const month = `${iso[1]}-${two(iso[2])}`;
    return iso[3] === undefined || isPlainDate(`${month}-${two(iso[3])}`) ? real(month) : null;
  }
  const named = /^(?:\d{1,2} )?([a-z]{3,9})\.? (\d{4})$/u.exec(foldName(text));
  const index = named ? englishMonths.findIndex((month) => named[1]?.startsWith(month)) : -1;
  return named && index >= 0 ? `${named[2]}-${two(String(index + 1))}` : null;
}

/** Day first in both languages: "05/12/2024" is 5 December. */
export function readDate(typed: string): PlainDate | null {
  const text = tidy(typed);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  const date = local ? `${local[3]}-${two(local[2])}-${two(local[1])}` : text;
  return isPlainDate(date) ? date : null;
}

export function readSex(typed: string): Sex | null {
  const word = foldName(typed);
  if (['nam', 'male', 'm', 'ong'].includes(word)) return 'male';
  return ['nu', 'female', 'f', 'ba'].includes(word) ? 'female' : null;
}

const measures: readonly (readonly [DisciplineKind, readonly string[]])[] = [
  ['reprimand', ['khien trach', 'reprimand']],
  ['warning', ['canh cao', 'warning']],
  ['removal', ['cach chuc', 'removal', 'removed from office']],
  ['expulsion', ['khai tru', 'expulsion', 'expelled']],
];

export type ReadDiscipline = { readonly kind: DisciplineKind | 'none'; readonly decidedOn: PlainDate | null };

/** "Khiển trách (12/03/2024)", "Warning 12/03/2024", "không", "none". Null: some other text. */
export function readDiscipline(typed: string): ReadDiscipline | null {
  const word = foldName(typed);
  if (['', 'khong', 'none', 'no', '-', '0'].includes(word)) return { kind: 'none', decidedOn: null };
  const found = measures.find(([, words]) => words.some((known) => word.startsWith(known)));
  if (!found) return null;
  const date = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}/u.exec(word)?.[0];
  return { kind: found[0], decidedOn: date ? readDate(date) : null };
}

const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Dates in words become numbers; the midnight that a program wrote behind a date goes. */
function tidy(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:ngày )?(?:(\d{1,2}) )?tháng (\d{1,2}),? năm (\d{4})$/iu, (_all, day, month, year) =>
      [day, month, year].filter(Boolean).join('/'),
    )
    .replace(/[T ]00:00(?::00(?:\.0+)?)?Z?$/u, '')
    .replace(/\s*([/.-])\s*/gu, '$1');
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

function real(month: string): PlainMonth | null {
  return isPlainMonth(month) ? month : null;
}
