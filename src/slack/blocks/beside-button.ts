/** Text beside a button: a section knows no rich_text, so its bold needs mrkdwn, and typed text must not become any. */
import type { types } from '@slack/bolt';
import { type Inline, plain, type Rich } from '../../kernel/rich.ts';
import { limits } from '../limits.ts';
import { escaped, slackLength } from './cut.ts';
import { escapeSequence } from './note.ts';
import { dateFormat } from './rich.ts';
import { plainText, shown } from './text.ts';

/** Marks that Slack reads in mrkdwn and that no escape takes their meaning from. */
const marks = /[*_~`\n]|:[\w+-]+:/u;

/** Null: it cannot be said here as it is, so the button has to stand below. */
export function besideButton(rich: Rich): types.PlainTextElement | types.MrkdwnElement | null {
  const text = plain(rich);
  if (text.trim() === '' || slackLength(text) > limits.sectionText) return null;
  if (rich.every((inline) => typeof inline === 'string')) return plainText(text, limits.sectionText);
  const said = rich.filter((inline) => inline !== '');
  const parts = said.map((inline, index) => mrkdwn(inline, said[index - 1], said[index + 1]));
  if (parts.includes(null)) return null;
  const joined = parts.join('');
  return joined.length > limits.sectionText ? null : { type: 'mrkdwn', text: joined, verbatim: true };
}

function mrkdwn(inline: Inline, before: Inline | undefined, after: Inline | undefined): string | null {
  if (typeof inline === 'string') return marks.test(inline) ? null : escaped(shown(inline));
  if ('moment' in inline && !dateFormat(inline)) return escaped(shown(inline.fallback));
  if (!('bold' in inline)) return escapeSequence(inline);
  const text = shown(inline.bold);
  const isWhole = text.trim() === text && text !== '' && !marks.test(text);
  // Slack takes a star for a mark only at the edge of a word.
  const isApart = isEdge(before, -1) && isEdge(after, 0);
  return isWhole && isApart ? `*${escaped(text)}*` : null;
}

function isEdge(neighbour: Inline | undefined, at: 0 | -1): boolean {
  if (neighbour === undefined) return true;
  const letter = typeof neighbour === 'string' ? shown(neighbour).at(at) : undefined;
  return letter !== undefined && /[\s.,:;()“”–-]/u.test(letter);
}
