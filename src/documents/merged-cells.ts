/**
 * Cells of a workbook that are merged downwards: what stands in the first of them holds for every row that they reach over
 * (one name beside two positions). Merging to the right is left alone: it is how titles and group headings are made.
 */
import { strFromU8, unzipSync } from 'fflate';

interface MergedDown {
  /** From 0, as the sheet's rows and columns. */
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

/** A list has a few hundred; each row that is filled was counted against the limit of rows before. */
const mostMerges = 5_000;

/** Fills in place of empty cells; a row that has nothing else stays empty. Unreadable packaging: the rows as they are. */
export function filledDown(bytes: Uint8Array, rows: readonly (readonly unknown[])[]): readonly (readonly unknown[])[] {
  const filled = rows.map((cells) => [...cells]);
  for (const { column, from, to } of mergesOf(bytes)) {
    const value = rows[from]?.[column] ?? null;
    if (value === null) continue;
    for (let at = from + 1; at <= Math.min(to, rows.length - 1); at += 1) {
      const isEmpty = rows[at]?.every((cell) => cell === null || cell === '') ?? true;
      if (!isEmpty && (rows[at]?.[column] ?? null) === null) filled[at]![column] = value;
    }
  }
  return filled;
}

function mergesOf(bytes: Uint8Array): readonly MergedDown[] {
  const path = firstSheetPath(bytes);
  const sheet = path === null ? null : partOf(bytes, path);
  const found = [...(sheet ?? '').matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3})(\d+):[A-Z]{1,3}(\d+)"/gu)];
  return found.slice(0, mostMerges).flatMap(([, column = '', first, last]) => {
    const [from, to] = [Number(first) - 1, Number(last) - 1];
    return to > from ? [{ column: columnAt(column), from, to }] : [];
  });
}

/** By the workbook's own order of sheets, which need not be that of the files. */
function firstSheetPath(bytes: Uint8Array): string | null {
  const id = /<(?:\w+:)?sheet\b[^>]*?\b\w+:id="([^"]+)"/u.exec(partOf(bytes, 'xl/workbook.xml') ?? '')?.[1];
  const relations = partOf(bytes, 'xl/_rels/workbook.xml.rels') ?? '';
  const related = [...relations.matchAll(/<Relationship\b[^>]*>/gu)].find(([tag]) => tag.includes(`Id="${id}"`));
  const target = /\bTarget="([^"]+)"/u.exec(related?.[0] ?? '')?.[1];
  if (target === undefined) return null;
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

function partOf(bytes: Uint8Array, path: string): string | null {
  const part = unzipSync(bytes, { filter: ({ name }) => name === path })[path];
  return part ? strFromU8(part) : null;
}

/** A is 0, AA is 26. */
function columnAt(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
