/** A cell as it is compared and kept: what cannot be seen in a spreadsheet makes no difference. */

/**
 * Unicode NFC, so accents typed as marks of their own are the letters that they look like; without zero-width characters;
 * spaces of every kind are one. Lines stay: one cell may name several positions.
 */
export function tidyCell(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\p{Cf}/gu, '')
    .split(/\r\n|\r|\n/u)
    .map((line) => line.replace(/[\p{Cc}\s]+/gu, ' ').trim())
    .join('\n')
    .trim();
}
