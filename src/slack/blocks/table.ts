/** A table block where Slack can draw one, else lines of text that can be read and copied. */
import type { Block } from '../../chat/message.ts';
import { limits } from '../limits.ts';
import { cut, slackLength, split } from './cut.ts';
import type { SlackBlock } from './drawing.ts';
import { textElement } from './rich.ts';
import { shown, visible } from './text.ts';

type Table = Extract<Block, { kind: 'table' }>;

/** Only messages have table blocks, and one each. */
export function drawTable(table: Table, blockId: string, mayBeTable: boolean): SlackBlock[] {
  const columns = Math.max(table.header.length, ...table.rows.map((row) => row.length));
  if (columns === 0) return [];
  const rows = [table.header, ...table.rows].map((row) => filled(row, columns));
  const size = rows.flat().reduce((sum, cell) => sum + slackLength(cell), 0);
  const { rows: maxRows, columns: maxColumns, total } = limits.table;
  if (!mayBeTable || columns > maxColumns || rows.length > maxRows || size > total) return drawLines(rows, blockId);
  const cells = rows.map((row) => row.map((text) => ({ type: 'raw_text' as const, text })));
  const wrapped = Array.from({ length: columns }, () => ({ is_wrapped: true }));
  return [{ type: 'table', block_id: blockId, rows: cells, column_settings: wrapped }];
}

/** Preformatted text, whole, over as many blocks as it takes. */
export function drawPreformatted(text: string, blockId: string): SlackBlock[] {
  return split(shown(text), limits.richText).map((piece, index) => ({
    type: 'rich_text',
    block_id: index === 0 ? blockId : `${blockId}.${index}`,
    elements: [{ type: 'rich_text_preformatted', elements: [textElement(piece) as { type: 'text'; text: string }] }],
  }));
}

function drawLines(rows: readonly string[][], blockId: string): SlackBlock[] {
  const lines = rows.map((row) => cut(row.map((cell) => cell.replace(/\s+/gu, ' ')).join(' · '), limits.richText - 1));
  return drawPreformatted(lines.join('\n'), blockId);
}

function filled(row: readonly string[], columns: number): string[] {
  return Array.from({ length: columns }, (_, column) => visible(row[column] ?? ''));
}
