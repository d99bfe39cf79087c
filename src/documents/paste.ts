/** Rows as plain text in columns, to paste into a letter or a message that shows equal widths. */

/**
 * Cells become one line each. The last column is not padded; a number of columns that differs is filled up with nothing. A
 * row of one cell is a line across the table and widens no column.
 */
export function alignedText(rows: readonly (readonly string[])[], gap = '  '): string {
  const lines = rows.map((cells) => cells.map((cell) => cell.replaceAll(/\s+/gu, ' ').trim()));
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(0, ...lines.map((cells) => (cells.length === 1 ? 0 : width(cells[column] ?? '')))),
  );
  return lines
    .map((cells) =>
      widths
        .map((wide, column) => pad(cells[column] ?? '', wide))
        .join(gap)
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function pad(cell: string, wide: number): string {
  return cell + ' '.repeat(Math.max(0, wide - width(cell)));
}

/** Columns on a screen of equal widths: combining marks take none, East Asian characters and emoji two. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/[\p{M}\p{Cf}]/u.test(character)) continue;
    columns += /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}]/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return columns;
}
