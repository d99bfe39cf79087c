/** Excel workbooks: rows in from the first sheet, as the text that its cells show; rows out as one sheet. */
import { Buffer } from 'node:buffer';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { done, type Outcome, refused } from '../kernel/outcome.ts';
import type { Table } from './csv.ts';

export type UnreadableWorkbook = 'workbook-broken' | 'file-empty' | 'file-too-long';

/** A list of 5,000 people unpacks to a few megabytes; much more is no list. */
const maxUnpackedBytes = 40 * 1024 * 1024;

/** A zip archive; an old .xls is none. */
export function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * Lines are the sheet's own row numbers; empty rows are left out. Dates become dd/mm/yyyy. Refused: an archive that is no
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
    return await readSheet(Buffer.from(bytes));
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

/** What XML 1.0 holds (2.2 of its text); pasted text may carry more. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const packaging = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
  'xl/_rels/workbook.xml.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
  'xl/workbook.xml':
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
} as const;

/**
 * One sheet. A cell of digits alone is a number; everything else is text, which a spreadsheet never runs as a formula.
 * The same rows give the same bytes.
 */
export function writeWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells) => `<row>${cells.map(cellXml).join('')}</row>`).join('');
  const sheet = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines}</sheetData></worksheet>`;
  const files = Object.entries({ ...packaging, 'xl/worksheets/sheet1.xml': sheet });
  const declared = files.map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)] as const);
  return zipSync(Object.fromEntries(declared), { mtime: new Date(1980, 0, 1) });
}

function cellXml(cell: string): string {
  if (/^(?:0|[1-9]\d{0,14})$/.test(cell)) return `<c><v>${cell}</v></c>`;
  const text = cell.replaceAll(notXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}
