/** Excel workbooks: rows in from the first sheet, as the text that its cells show; rows out as one sheet. */
import { Buffer } from 'node:buffer';
import { strToU8, unzipSync, zipSync } from 'fflate';
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

/** What XML 1.0 holds (2.2 of its text); pasted text may carry more. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const relations = `${schemas}/officeDocument/2006/relationships`;
const contents = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook of one sheet consists of besides the sheet (ECMA-376). */
const packaging = {
  '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contents}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contents}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contents}.styles+xml"/></Types>`,
  '_rels/.rels': related(['officeDocument', 'xl/workbook.xml']),
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': related(['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']),
  'xl/styles.xml': `<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
};

/**
 * One sheet. A cell of digits alone is a number; everything else is text, which a spreadsheet never runs as a formula.
 * The same rows give the same bytes.
 */
export function writeWorkbook(rows: readonly (readonly string[])[]): Uint8Array {
  const lines = rows.map((cells, index) => {
    const drawn = cells.map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`));
    return `<row r="${index + 1}">${drawn.join('')}</row>`;
  });
  const sheet = `<worksheet xmlns="${main}"><sheetData>${lines.join('')}</sheetData></worksheet>`;
  const files = Object.entries({ ...packaging, 'xl/worksheets/sheet1.xml': sheet });
  const declared = files.map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)] as const);
  return zipSync(Object.fromEntries(declared), { mtime: new Date(1980, 0, 1) });
}

function related(...targets: readonly (readonly [kind: string, target: string])[]): string {
  const each = targets.map(
    ([kind, target], index) => `<Relationship Id="rId${index + 1}" Type="${relations}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${schemas}/package/2006/relationships">${each.join('')}</Relationships>`;
}

function cellXml(cell: string, at: string): string {
  if (cell === '') return '';
  if (/^(?:0|[1-9]\d{0,14})$/.test(cell)) return `<c r="${at}"><v>${cell}</v></c>`;
  const text = cell.replaceAll(notXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** A to Z, then AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
