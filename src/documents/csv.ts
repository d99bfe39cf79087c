/** Rows out as CSV and rows in from CSV or from cells pasted out of a spreadsheet. Knows nothing of what the columns mean. */
import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { done, type Outcome, refused } from '../kernel/outcome.ts';

export type Delimiter = ',' | ';' | '\t';

/** Excel takes a file without this mark for the local 8-bit encoding. */
const byteOrderMark = '\uFEFF';

/** A spreadsheet runs a cell that begins like this as a formula (full-width forms too); apostrophes before it are data. */
export const formulaStart = /^'*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/u;

/**
 * RFC 4180 with CRLF, for Excel. Cells that a spreadsheet would run as a formula get an apostrophe in front; readTable
 * takes it off again, so what goes out and comes back unchanged is equal.
 */
export function writeCsv(rows: readonly (readonly string[])[], delimiter: Delimiter = ','): string {
  const lines = rows.map((cells) => cells.map((cell) => writeCell(cell, cells.length === 1)).join(delimiter));
  return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

export interface TableRow {
  /** Line of the file on which the row begins, from 1: what people are told when a row is faulty. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly delimiter: Delimiter;
  readonly rows: readonly TableRow[];
}

export type UnreadableTable = 'file-not-text' | 'file-broken' | 'file-empty' | 'file-too-long';

/**
 * Text or bytes (UTF-8, or UTF-16 with its mark). The delimiter is found out; rows may have different lengths; empty lines
 * are left out. Refused as a whole: bytes that are no text (an .xlsx, an old 8-bit encoding), quotes that do not close
 * (with the line on which that row begins), nothing in it, more than `maxRows` rows.
 */
export function readTable(input: string | Uint8Array, maxRows = 5000): Outcome<Table, UnreadableTable> {
  const text = typeof input === 'string' ? input : decode(input);
  if (text === null || text.includes('\0')) return refused('file-not-text');
  const content = text.startsWith(byteOrderMark) ? text.slice(1) : text;
  const delimiter = delimiterOf(content);
  const rows: TableRow[] = [];
  let linesRead = 0;
  try {
    parse(content, {
      delimiter,
      relax_column_count: true,
      // Spreadsheets put cells on the clipboard with their quotes as they are.
      relax_quotes: delimiter === '\t',
      skip_empty_lines: true,
      // Otherwise the first line decides alone, and one odd line end in it makes one row of the whole file.
      record_delimiter: ['\r\n', '\n', '\r'],
      to: maxRows + 1,
      // Counted here: the parser's own count takes a CRLF inside quotes for two lines.
      on_record: (cells: string[], { empty_lines }: { empty_lines: number }) => {
        rows.push({ line: 1 + linesRead + empty_lines, cells: cells.map(readCell) });
        linesRead += linesIn(cells);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const emptyLines = Number(error.empty_lines ?? 0);
    const line = 1 + linesRead + emptyLines;
    return refused('file-broken', { line });
  }
  if (rows.length > maxRows) return refused('file-too-long', { maxRows });
  if (rows.every((row) => row.cells.every((cell) => cell.trim() === ''))) return refused('file-empty');
  return done({ delimiter, rows });
}

function linesIn(cells: readonly string[]): number {
  return 1 + (cells.join('\0').match(/\r\n|\r|\n/g)?.length ?? 0);
}

/** Quoted whenever any delimiter stands in it, so that finding the delimiter out never meets one that is data. */
function writeCell(cell: string, isAlone: boolean): string {
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  const needsQuotes = /[",;\t\r\n]|^\s|\s$/.test(safe) || (isAlone && safe === '') || safe.startsWith(byteOrderMark);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function readCell(cell: string): string {
  return cell.startsWith("'") && formulaStart.test(cell) ? cell.slice(1) : cell;
}

/** The one that stands most often outside quotes in the first line that has any; a tab wins, then a semicolon. */
function delimiterOf(text: string): Delimiter {
  const counts = { '\t': 0, ';': 0, ',': 0 };
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character in counts) counts[character as Delimiter] += 1;
    else if (!isQuoted && (character === '\n' || character === '\r') && counts['\t'] + counts[';'] + counts[','] > 0)
      break;
  }
  if (counts['\t'] > 0) return '\t';
  return counts[';'] > 0 && counts[';'] >= counts[','] ? ';' : ',';
}

/** Null: not text. */
function decode(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return isUtf8(bytes) ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) : null;
}
