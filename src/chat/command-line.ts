/** Splits what was typed after a command: the subcommand by its exact word, then the parts between semicolons. */
import type { Command, Subcommand } from './command.ts';

export type Parsed =
  | { readonly kind: 'open' }
  | { readonly kind: 'run'; readonly subcommand: Subcommand; readonly args: unknown }
  /** Known subcommand, wrong parts. */
  | { readonly kind: 'usage'; readonly subcommand: Subcommand }
  | { readonly kind: 'unknown'; readonly word: string };

export function parseCommandLine(command: Command, text: string): Parsed {
  const line = tidyLine(text);
  if (line === '') return { kind: 'open' };
  const lower = line.toLowerCase();
  const named = command.subcommands
    .flatMap((subcommand) =>
      Object.values(subcommand.words)
        .flat()
        .map((word) => ({ subcommand, word })),
    )
    .filter(({ word }) => word !== '' && (lower === word || lower.startsWith(`${word} `)))
    // Of "move" and "move all" the longer word is the one that was meant.
    .sort((a, b) => b.word.length - a.word.length)[0];
  if (named) return parse(named.subcommand, line.slice(named.word.length));
  const bare = command.subcommands.find((subcommand) => subcommand.name === '');
  if (bare) return parse(bare, line);
  return { kind: 'unknown', word: line.split(' ')[0] ?? '' };
}

function parse(subcommand: Subcommand, rest: string): Parsed {
  const parts = rest
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const args = subcommand.args.safeParse(parts);
  return args.success ? { kind: 'run', subcommand, args: args.data } : { kind: 'usage', subcommand };
}

/** Curly quotes, no-break and zero-width spaces come from phones and word processors; line breaks are kept as spaces. */
export function tidyLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200B-\u200D\u2060\uFEFF\u202A-\u202E\u2066-\u2069]/gu, '')
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/gu, '"')
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(/\uFF1B/gu, ';')
    .replace(/\s+/gu, ' ')
    .trim();
}
