/** A laid-out list as a file, with its content as text beside it. */
import { writeCsv } from './csv.ts';
import { type Sheet, writeSheet } from './workbook.ts';

/** Vietnamese spreadsheets read semicolons, as decimal commas stand in their numbers. */
export function listFile(
  sheet: Sheet,
  how: 'xlsx' | 'csv',
  locale: string,
): { readonly csv: string; readonly file: string | Uint8Array } {
  const csv = writeCsv(
    sheet.rows.map(({ cells }) => cells),
    locale === 'vi' ? ';' : ',',
  );
  return { csv, file: how === 'xlsx' ? writeSheet(sheet) : csv };
}
