/** Text objects that Slack does not parse, from text that anybody may have typed. */
import type { types } from '@slack/bolt';
import { cut } from './cut.ts';

/**
 * Without what would break a payload (lone surrogates, control characters) or let typed text turn its surroundings
 * around (overrides of the writing direction). Everything else stays as typed.
 */
export function shown(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/[\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/[\p{Surrogate}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[^\P{Cc}\n\t]/gu, '');
}

/** Slack refuses an empty text nearly everywhere. */
export function visible(text: string): string {
  const clean = shown(text);
  return clean.trim() === '' ? '–' : clean;
}

/** plain_text: mentions, links and formatting in it stay letters. */
export function plainText(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(visible(text), max), emoji: false };
}
