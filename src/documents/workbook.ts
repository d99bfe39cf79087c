/** Excel workbooks out: rows as one plain sheet, or a laid-out sheet as a list is printed and signed. */
import { strToU8, zipSync } from 'fflate';
import { formulaStart } from './csv.ts';
import { hasBorder, styleOf, stylesXml } from './workbook-styles.ts';

/** How a row looks; `row` is one about somebody, `left` of a column says how its cells stand in it. */
export const looks = ['issuer', 'title', 'subtitle', 'heading', 'numbering', 'group', 'row', 'note'] as const;
export type Look = (typeof looks)[number];

export interface SheetColumn {
  /** In characters of the usual width. */
  readonly width: number;
  readonly align: 'left' | 'center';
  /** In the file and not on paper. */
  readonly isHidden?: boolean;
}

export interface SheetRow {
  readonly look: Look;
  readonly cells: readonly string[];
}

/** Rows and columns from 0, the last ones included. */
export interface Merge {
  readonly rows: readonly [from: number, to: number];
  readonly columns: readonly [from: number, to: number];
}

/** One list for paper: A4 across, as wide as the page, its heading on every page. */
export interface Sheet {
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** The rows of the heading. */
  readonly heading: readonly [from: number, to: number];
  /** How secret it is, in words: on every page and in the properties of the file; null: it bears none. */
  readonly marking: string | null;
}

/** What XML 1.0 holds (2.2 of its text); pasted text may carry more. */
const notXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const schemas = 'http://schemas.openxmlformats.org';
const main = `${schemas}/spreadsheetml/2006/main`;
const relations = `${schemas}/officeDocument/2006/relationships`;
const contents = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What a workbook of one sheet consists of besides the sheet (ECMA-376). */
const packaging = {
  '[Content_Types].xml': `<Types xmlns="${schemas}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contents}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contents}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contents}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
  '_rels/.rels': related(
    [`${relations}/officeDocument`, 'xl/workbook.xml'],
    [`${schemas}/package/2006/relationships/metadata/core-properties`, 'docProps/core.xml'],
  ),
  'xl/_rels/workbook.xml.rels': related(
    [`${relations}/worksheet`, 'worksheets/sheet1.xml'],
    [`${relations}/styles`, 'styles.xml'],
  ),
  'xl/styles.xml': stylesXml(main),
};

/**
 * One sheet. A cell of digits alone is a number; everything else is text, which a spreadsheet never runs as a formula,
 * also when somebody opens the cell and leaves it again (the quote prefix of its style). The same rows give the same bytes.
 * `marking`: how secret it is, for the properties of the file.
 */
export function writeWorkbook(rows: readonly (readonly string[])[], marking: string | null = null): Uint8Array {
  const lines = rows.map((cells, index) => rowXml(cells, index, () => null));
  return zipped(`<sheetData>${lines.join('')}</sheetData>`, { marking });
}

/** The same for a list that is printed: fonts, widths, borders, merged cells, page and heading. */
export function writeSheet({ columns, rows, merges, heading, marking }: Sheet): Uint8Array {
  const lines = rows.map(({ look, cells }, index) =>
    rowXml(hasBorder(look) ? filledUp(cells, columns.length) : cells, index, (column) => ({
      look,
      align: columns[column]?.align ?? 'left',
    })),
  );
  const cols = columns.map(
    ({ width, isHidden }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${isHidden ? ' hidden="1"' : ''}/>`,
  );
  const merged = merges.map((merge) => `<mergeCell ref="${refOf(merge)}"/>`);
  const first = heading[1] + 1;
  return zipped(
    [
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${first}" topLeftCell="A${first + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
      `<cols>${cols.join('')}</cols><sheetData>${lines.join('')}</sheetData>`,
      merged.length > 0 ? `<mergeCells count="${merged.length}">${merged.join('')}</mergeCells>` : '',
      '<printOptions horizontalCentered="1"/>',
      '<pageMargins left="0.5" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>',
      // Paper size 9 is A4; as many pages down as the list needs.
      '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
      `<headerFooter>${headerXml(marking)}<oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>`,
    ].join(''),
    {
      marking,
      names: `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'1'!$${heading[0] + 1}:$${heading[1] + 1}</definedName></definedNames>`,
    },
  );
}

/** On every page above its right edge; an ampersand begins a code there (ECMA-376, 18.3.1.46) and stands twice for itself. */
function headerXml(marking: string | null): string {
  return marking === null ? '' : `<oddHeader>&amp;R${escaped(marking.replaceAll('&', '&&'))}</oddHeader>`;
}

function zipped(
  sheet: string,
  { names = '', marking }: { readonly names?: string; readonly marking: string | null },
): Uint8Array {
  const files = Object.entries({
    ...packaging,
    'docProps/core.xml': coreXml(marking),
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><bookViews><workbookView/></bookViews><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets>${names}</workbook>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}">${sheet}</worksheet>`,
  });
  const declared = files.map(([path, xml]) => [path, strToU8(`<?xml version="1.0" encoding="UTF-8"?>${xml}`)] as const);
  return zipSync(Object.fromEntries(declared), { mtime: new Date(1980, 0, 1) });
}

/** The category is where office programs show what kind of document it is. */
function coreXml(marking: string | null): string {
  const category = marking === null ? '' : `<cp:category>${escaped(marking)}</cp:category>`;
  return `<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties">${category}</cp:coreProperties>`;
}

function related(...targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${schemas}/package/2006/relationships">${each.join('')}</Relationships>`;
}

type StyleAt = (column: number) => { readonly look: Look; readonly align: 'left' | 'center' } | null;

function rowXml(cells: readonly string[], row: number, styleAt: StyleAt): string {
  const drawn = cells.map((cell, column) => {
    const style = styleOf(styleAt(column), formulaStart.test(cell));
    return cellXml(cell, `${columnName(column)}${row + 1}`, style);
  });
  return `<row r="${row + 1}">${drawn.join('')}</row>`;
}

function cellXml(cell: string, at: string, style: number): string {
  const styled = style === 0 ? '' : ` s="${style}"`;
  if (cell === '') return styled === '' ? '' : `<c r="${at}"${styled}/>`;
  if (/^(?:0|[1-9]\d{0,14})$/.test(cell)) return `<c r="${at}"${styled}><v>${cell}</v></c>`;
  return `<c r="${at}"${styled} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

function escaped(text: string): string {
  return text.replaceAll(notXml, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function filledUp(cells: readonly string[], columns: number): readonly string[] {
  return Array.from({ length: columns }, (_, at) => cells[at] ?? '');
}

function refOf({ rows, columns }: Merge): string {
  return `${columnName(columns[0])}${rows[0] + 1}:${columnName(columns[1])}${rows[1] + 1}`;
}

/** A to Z, then AA. */
function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
