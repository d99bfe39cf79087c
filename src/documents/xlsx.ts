/** Excel workbooks in: the rows of the first sheet, as the text that its cells show. They are written in workbook.ts. */
import { Buffer } from 'node:buffer';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { done, type Outcome, refused } from '../kernel/outcome.ts';
import type { Table } from './csv.ts';
import { filledDown } from './merged-cells.ts';

export type UnreadableWorkbook = 'workbook-broken' | 'file-empty' | 'file-too-long';

/** A list of 5,000 people unpacks to a few megabytes; much more is no list. */
const maxUnpackedBytes = 40 * 1024 * 1024;

/** A zip archive; an old .xls is none. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Lines are the sheet's own row numbers; empty rows are left out. Dates become dd/mm/yyyy; a cell merged downwards says the
 * same in each of its rows. Refused: an archive that is no
 * workbook or unpacks to more than 40 MB, nothing in the first sheet, more than `maxRows` rows.
 */
export async function readWorkbook(bytes: Uint8Array, maxRows = 5000): Promise<Outcome<Table, UnreadableWorkbook>> {
  const sheet = await firstSheet(bytes);
  if (!sheet) return refused('workbook-broken');
  const rows = sheet
    .map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  if (rows.length === 0) return refused('file-empty');
  if (rows.length > maxRows) return refused('file-too-long', { maxRows });
  return done({ delimiter: '\t', rows });
}

async function firstSheet(bytes: Uint8Array): Promise<readonly (readonly unknown[])[] | null> {
  try {
    if (unpackedBytes(bytes) > maxUnpackedBytes) return null;
    return filledDown(bytes, await readSheet(Buffer.from(bytes)));
  } catch {
    // The library has an error class for each way in which a file can be no workbook; people are told one thing.
    return null;
  }
}

/** As the archive itself says, without unpacking anything. */
function unpackedBytes(bytes: Uint8Array): number {
  let sum = 0;
  unzipSync(bytes, {
    filter({ originalSize }) {
      sum += originalSize;
      return false;
    },
  });
  return sum;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date)) return String(cell);
  // A cell with a date has no zone; the library puts it at midnight UTC.
  const [year, month, day] = cell.toISOString().slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}
