/** A whole message, always within Slack's limits: what does not fit is left out visibly, with a note that says so. */
import type { Block, Message } from '../../chat/message.ts';
import { limits } from '../limits.ts';
import { drawBlock } from './block.ts';
import { cut, escaped, slackLength } from './cut.ts';
import type { Drawing, SlackBlock } from './drawing.ts';
import { drawNote } from './note.ts';
import { visible } from './text.ts';

export interface DrawnMessage {
  /** The notification and what screen readers say. */
  readonly text: string;
  readonly blocks: SlackBlock[];
}

/** `total` counts every text of the blocks; tables exist in messages only. */
export interface Room {
  readonly blocks: number;
  readonly total: number;
  readonly mayHaveTable: boolean;
}

const messageRoom: Room = { blocks: limits.message.blocks, total: limits.message.total, mayHaveTable: true };

export function drawMessage(message: Message, drawing: Drawing): DrawnMessage {
  return {
    text: escaped(cut(visible(message.summary), limits.message.text)),
    blocks: fitted(drawMessageBlocks(message, messageRoom), messageRoom, drawing),
  };
}

/** Every block of a message, each by its own limits; not yet fitted into the whole. */
export function drawMessageBlocks(message: Message, room: Room): SlackBlock[] {
  let mayBeTable = room.mayHaveTable;
  const drawn = message.blocks.flatMap((block: Block, index) => {
    const blocks = drawBlock(block, `b${index}`, mayBeTable);
    if (blocks.some(({ type }) => type === 'table')) mayBeTable = false;
    return blocks;
  });
  if (drawn.length > 0) return drawn;
  return drawBlock({ kind: 'text', text: [visible(message.summary)] }, 'b0', false);
}

/** As many blocks as there is room for. Buttons at the end stay: they are what a reader can do next. */
export function fitted(blocks: SlackBlock[], room: Room, drawing: Drawing): SlackBlock[] {
  const total = blocks.reduce((sum, block) => sum + textLength(block), 0);
  if (blocks.length <= room.blocks && total <= room.total) return blocks;
  const note = drawNote([drawing.words('cut')], 'cut');
  const tail = closingButtons(blocks);
  let length = [note, ...tail].reduce((sum, block) => sum + textLength(block), 0);
  const kept: SlackBlock[] = [];
  for (const block of blocks.slice(0, blocks.length - tail.length)) {
    length += textLength(block);
    if (length > room.total || kept.length + tail.length + 1 >= room.blocks) break;
    kept.push(block);
  }
  return [...kept, note, ...tail];
}

function closingButtons(blocks: SlackBlock[]): SlackBlock[] {
  const last = blocks.at(-1);
  return last?.type === 'actions' ? [last] : [];
}

/** Braces and ids count too, on the wire (a view's 250 KB) and, it seems, in a message. */
const perObject = 10;

/** All text that Slack may count, whatever field it stands in. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, entry) => sum + textLength(entry), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [name, entry]) => {
    if (typeof entry !== 'string') return sum + textLength(entry);
    const isText = name === 'text' || name === 'url' || name === 'fallback' || name === 'initial_value';
    return sum + (isText ? slackLength(entry) : 0);
  }, perObject);
}
