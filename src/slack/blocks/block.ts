/** One block of ours as one or more of Slack's, each within its own limits. */
import type { types } from '@slack/bolt';
import type { Block } from '../../chat/message.ts';
import type { Rich } from '../../kernel/rich.ts';
import { limits } from '../limits.ts';
import { besideButton } from './beside-button.ts';
import { drawButton, drawButtons } from './buttons.ts';
import { slackLength, split } from './cut.ts';
import type { SlackBlock } from './drawing.ts';
import { drawNote } from './note.ts';
import { elementLength, type RichElement, richGroups, textElement } from './rich.ts';
import { drawPreformatted, drawTable } from './table.ts';
import { plainText, shown, visible } from './text.ts';

type Part = types.RichTextBlock['elements'][number];

export function drawBlock(block: Block, blockId: string, mayBeTable: boolean): SlackBlock[] {
  switch (block.kind) {
    case 'heading':
      return drawHeading(block.text, blockId);
    case 'text':
      return richBlocks(richGroups(block.text).map(section), blockId);
    case 'quote':
      return richBlocks(
        split(shown(block.text), limits.richText).map((piece) => quote([textElement(piece)])),
        blockId,
      );
    case 'list':
      return drawList(block, blockId);
    case 'facts':
      return drawFacts(block.rows, blockId);
    case 'table':
      return drawTable(block, blockId, mayBeTable);
    case 'copy':
      return drawPreformatted(block.text, blockId);
    case 'note':
      return [drawNote(block.text, blockId)];
    case 'divider':
      return [{ type: 'divider', block_id: blockId }];
    case 'buttons':
      return drawButtons(block.buttons, blockId);
    case 'row':
      return drawRow(block, blockId);
  }
}

function drawHeading(text: string, blockId: string): SlackBlock[] {
  const heading = visible(text).replace(/\n+/gu, ' ');
  if (slackLength(heading) <= limits.header) {
    return [{ type: 'header', block_id: blockId, text: plainText(heading, limits.header) }];
  }
  // A heading too long for a header block keeps all its words as bold text.
  const pieces = split(heading, limits.richText).map((piece) => section([textElement(piece, { bold: true })]));
  return richBlocks(pieces, blockId);
}

function drawList(block: Extract<Block, { kind: 'list' }>, blockId: string): SlackBlock[] {
  const items = block.items.map((item) => {
    const [first, ...rest] = richGroups(item, limits.richText - 10);
    return first ? [...first, ...(rest.length > 0 ? [textElement('…')] : [])] : [textElement('–')];
  });
  const style = block.ordered ? 'ordered' : 'bullet';
  let offset = 0;
  const parts = packed(items).map((group): Part => {
    const elements = group.map((item) => ({ type: 'rich_text_section' as const, elements: item }));
    const list = { type: 'rich_text_list' as const, style: style as 'ordered' | 'bullet', elements };
    const part = block.ordered && offset > 0 ? { ...list, offset } : list;
    offset += group.length;
    return part;
  });
  return richBlocks(parts, blockId);
}

function drawFacts(rows: Extract<Block, { kind: 'facts' }>['rows'], blockId: string): SlackBlock[] {
  const lines = rows.map(([label, value]): Rich => [{ bold: `${visible(label)}: ` }, ...value]);
  // A fact too long for one part goes on in the next.
  const groups = packed(lines.flatMap((line) => richGroups(line)));
  return richBlocks(
    groups.map((group) => section(group.flatMap((line, index) => (index === 0 ? line : [textElement('\n'), ...line])))),
    blockId,
  );
}

function drawRow(block: Extract<Block, { kind: 'row' }>, blockId: string): SlackBlock[] {
  const [only, ...others] = block.buttons;
  const words = only && others.length === 0 ? besideButton(block.text) : null;
  // One button stands beside its entry: easier to read, and twice as many entries fit.
  if (only && words) return [{ type: 'section', block_id: blockId, text: words, accessory: drawButton(only, '0') }];
  const rich = richBlocks(richGroups(block.text).map(section), blockId);
  return [...rich, ...drawButtons(block.buttons, `${blockId}.do`)];
}

function section(elements: RichElement[]): Part {
  return { type: 'rich_text_section', elements };
}

function quote(elements: RichElement[]): Part {
  return { type: 'rich_text_quote', elements };
}

/** One block for each part, so that a long text can be cut between blocks. */
function richBlocks(parts: Part[], blockId: string): SlackBlock[] {
  return parts.map((part, index) => ({
    type: 'rich_text',
    block_id: index === 0 ? blockId : `${blockId}.${index}`,
    elements: [part],
  }));
}

/** As many lines or items to a group as fit into one rich_text part. */
function packed(items: RichElement[][]): RichElement[][][] {
  const groups: RichElement[][][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const size = item.reduce((sum, element) => sum + elementLength(element), 1);
    if (length + size > limits.richText) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(item);
    length += size;
  }
  return groups;
}
