/** A list as it was given: pasted text, or the bytes of a file, as the rows of one table. */
import { readTable, type Table, type UnreadableTable } from '../../../documents/csv.ts';
import { isWorkbook, readWorkbook, type UnreadableWorkbook } from '../../../documents/xlsx.ts';
import type { StoreHandle } from '../../../kernel/act.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import * as store from '../store.ts';

export const maxRows = 500;
/** Room for what stands above and below the rows, and for the headings of groups. */
export const besidePeople = 100;
const keptForMinutes = 60;

/** Until when a preview made now can be confirmed. */
export function keptUntil(now: Date): Date {
  return new Date(now.getTime() + keptForMinutes * 60_000);
}

/** As pasted, or the bytes of a file: CSV or an Excel workbook. */
export type GivenList = string | Uint8Array;

/** Refusals stand beside where the list was given: the file, or the pasted rows. */
export async function readList(list: GivenList): Promise<Outcome<Table, UnreadableTable | UnreadableWorkbook>> {
  const isBook = typeof list !== 'string' && isWorkbook(list);
  const read = isBook ? await readWorkbook(list, maxRows + besidePeople) : readTable(list, maxRows + besidePeople);
  return read.ok ? read : { ...read, field: fieldOf(list) };
}

/** Of the form. */
export function fieldOf(list: GivenList): 'rows' | 'file' {
  return typeof list === 'string' ? 'rows' : 'file';
}

/** Every night: pasted lists that nobody confirmed in time hold people's data and go. */
export async function forgetExpired(handle: StoreHandle, now: Date): Promise<void> {
  await store.deleteExpired(handle, now);
}
