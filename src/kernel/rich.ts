/** Text with a little structure. Plain strings in it are always shown as typed: no adapter parses them. */

import type { Locale } from './act.ts';

export type Inline =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly struck: string }
  /** A moment, shown in the reader's own zone where the platform can in this language; `fallback` everywhere else. */
  | {
      readonly moment: Date;
      readonly fallback: string;
      readonly style: 'date' | 'date-time' | 'time';
      readonly locale: Locale;
    }
  /** A chat account, by the platform's own id. */
  | { readonly user: string }
  | { readonly channel: string }
  | { readonly link: string; readonly label: string };

export type Rich = readonly Inline[];

/** The same as plain text: for notifications, transcripts and platforms without formatting. */
export function plain(rich: Rich | string): string {
  if (typeof rich === 'string') return rich;
  return rich
    .map((part) => {
      if (typeof part === 'string') return part;
      if ('bold' in part) return part.bold;
      if ('italic' in part) return part.italic;
      if ('struck' in part) return part.struck;
      if ('moment' in part) return part.fallback;
      if ('user' in part) return `@${part.user}`;
      if ('channel' in part) return `#${part.channel}`;
      return part.label;
    })
    .join('');
}
