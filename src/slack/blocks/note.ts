/** Small print: a context block whose only parsed parts are dates, mentions and links that we built ourselves. */
import { type Inline, plain, type Rich } from '../../kernel/rich.ts';
import { limits } from '../limits.ts';
import { cut, escaped } from './cut.ts';
import type { SlackBlock } from './drawing.ts';
import { dateFormat, isChannelId, isLink, isUserId } from './rich.ts';
import { plainText, visible } from './text.ts';

type ContextElement = Extract<SlackBlock, { type: 'context' }>['elements'][number];

export function drawNote(rich: Rich, blockId: string): SlackBlock {
  const elements = noteElements(rich);
  const fitting = elements.length <= limits.contextElements ? elements : [plainText(plain(rich), limits.contextText)];
  return { type: 'context', block_id: blockId, elements: fitting };
}

function noteElements(rich: Rich): ContextElement[] {
  const elements: ContextElement[] = [];
  let text = '';
  for (const inline of rich) {
    const built = escapeSequence(inline);
    if (built === null) {
      text += plain([inline]);
      continue;
    }
    if (text.trim() !== '') elements.push(plainText(text.trim(), limits.contextText));
    elements.push({ type: 'mrkdwn', text: built, verbatim: true });
    text = '';
  }
  if (text.trim() !== '' || elements.length === 0) elements.push(plainText(text.trim(), limits.contextText));
  return elements;
}

/** Dates, mentions and links as Slack's own sequences; null for what is text. */
export function escapeSequence(inline: Inline): string | null {
  if (typeof inline === 'string') return null;
  if ('moment' in inline) {
    const timestamp = Math.floor(inline.moment.getTime() / 1000);
    const format = dateFormat(inline);
    if (format === null || !(timestamp >= 1 && timestamp <= 9_999_999_999)) return null;
    return `<!date^${timestamp}^${format}|${inert(inline.fallback, limits.dateFallback)}>`;
  }
  if ('user' in inline) return isUserId(inline.user) ? `<@${inline.user}>` : null;
  if ('channel' in inline) return isChannelId(inline.channel) ? `<#${inline.channel}>` : null;
  if ('link' in inline) {
    const label = inert(inline.label, 200);
    return isLink(inline.link) && inline.link.length < 2_500 ? `<${escaped(inline.link)}|${label}>` : null;
  }
  return null;
}

function inert(text: string, max: number): string {
  return escaped(cut(visible(text), max))
    .replace(/\|/gu, '¦')
    .replace(/\n/gu, ' ');
}
