/** Rich text as Slack's rich_text elements: what a person typed is always a `text` element, which Slack never parses. */
import type { types } from '@slack/bolt';
import type { Inline, Rich } from '../../kernel/rich.ts';
import { limits } from '../limits.ts';
import { cut, slackLength, split } from './cut.ts';
import { shown, visible } from './text.ts';

export type RichElement = types.RichTextElement;
type Moment = Extract<Inline, { moment: Date }>;
type Style = types.RichTextText['style'];

/**
 * Slack words these itself, in the reader's zone and Slack language. It has no Vietnamese, and its numbers are
 * 2026-12-01: there our own wording stands, in the zone of the texts.
 */
const dateFormats = {
  en: { date: '{date_long_pretty}', 'date-time': '{date_long_pretty}, {time}', time: '{time}' },
} as const;

/** The elements of one rich text, in groups that each fit into one rich_text part. */
export function richGroups(rich: Rich, max: number = limits.richText): RichElement[][] {
  const groups: RichElement[][] = [[]];
  let length = 0;
  for (const element of rich.flatMap((inline) => elementsOf(inline, max))) {
    const size = elementLength(element);
    if (length > 0 && length + size > max) {
      groups.push([]);
      length = 0;
    }
    groups.at(-1)?.push(element);
    length += size;
  }
  return groups.filter((group) => group.length > 0);
}

export function textElement(text: string, style?: Style): RichElement {
  return style ? { type: 'text', text, style } : { type: 'text', text };
}

export function elementLength(element: RichElement): number {
  if (element.type === 'text') return slackLength(element.text);
  if (element.type === 'link') return slackLength(element.text ?? '') + element.url.length;
  if (element.type === 'date') return slackLength(element.fallback ?? '') + element.format.length;
  return 20;
}

function elementsOf(inline: Inline, max: number): RichElement[] {
  if (typeof inline === 'string') return styled(inline, max);
  if ('bold' in inline) return styled(inline.bold, max, { bold: true });
  if ('italic' in inline) return styled(inline.italic, max, { italic: true });
  if ('struck' in inline) return styled(inline.struck, max, { strike: true });
  if ('moment' in inline) return dateElement(inline);
  if ('user' in inline) {
    return isUserId(inline.user) ? [{ type: 'user', user_id: inline.user }] : styled(`@${inline.user}`, max);
  }
  if ('channel' in inline) {
    return isChannelId(inline.channel)
      ? [{ type: 'channel', channel_id: inline.channel }]
      : styled(`#${inline.channel}`, max);
  }
  if (!isLink(inline.link)) return styled(inline.label, max);
  return [{ type: 'link', url: inline.link, text: cut(visible(inline.label), limits.sectionText / 2) }];
}

function styled(text: string, max: number, style?: Style): RichElement[] {
  return split(shown(text), max).map((piece) => textElement(piece, style));
}

function dateElement(inline: Moment): RichElement[] {
  const timestamp = Math.floor(inline.moment.getTime() / 1000);
  const fallback = cut(visible(inline.fallback), limits.dateFallback);
  const format = dateFormat(inline);
  if (format === null || !(timestamp >= 1 && timestamp <= 9_999_999_999)) return [textElement(fallback)];
  return [{ type: 'date', timestamp, format, fallback }];
}

/** Null: Slack does not word dates in this language. */
export function dateFormat({ locale, style }: Pick<Moment, 'locale' | 'style'>): string | null {
  return locale === 'en' ? dateFormats.en[style] : null;
}

export function isUserId(id: string): boolean {
  return /^[UW][A-Z0-9]{1,20}$/u.test(id);
}

export function isChannelId(id: string): boolean {
  return /^[CDG][A-Z0-9]{1,20}$/u.test(id);
}

/** Only web addresses and mail; nothing that would end the link early. */
export function isLink(url: string): boolean {
  return url.length <= limits.linkUrl && /^(https?:\/\/|mailto:)[^\s<>|]+$/iu.test(url);
}
