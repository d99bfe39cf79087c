/** Splits what was typed after a command: the subcommand by its exact word, then the parts between semicolons. */
import { type Call, type Reply, show } from './call.ts';
import type { Command, Subcommand } from './command.ts';
import type { Message } from './message.ts';

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

export interface CommandWords {
  unknownCommand(call: Call): Message;
  usage(call: Call, command: Command, subcommand: Subcommand): Message;
  unknownSubcommand(call: Call, command: Command, word: string): Message;
}

/** Runs one line for a command: from a slash, a direct message, or a button that repeats a line. */
export type RunLine = (call: Call, name: string, text: string) => Promise<Reply>;

export function createRunLine(commands: readonly Command[], words: CommandWords): RunLine {
  return runLine;

  /** "/quorate propose …" is "/propose …", for workspaces where the short name is taken. */
  async function runLine(call: Call, name: string, text: string): Promise<Reply> {
    const command = commandNamed(name);
    if (!command) return show(words.unknownCommand(call));
    if (command.name === 'quorate') {
      const [first = '', ...rest] = text.trim().split(/\s+/u);
      const other = commandNamed(first.toLowerCase().replace(/^\//u, ''));
      if (other && other.name !== 'quorate') return runLine(call, other.name, rest.join(' '));
    }
    const parsed = parseCommandLine(command, text);
    switch (parsed.kind) {
      case 'open':
        return command.open(call);
      case 'run':
        return parsed.subcommand.run(call, parsed.args);
      case 'usage':
        return show(words.usage(call, command, parsed.subcommand));
      case 'unknown':
        return show(words.unknownSubcommand(call, command, parsed.word));
    }
  }

  function commandNamed(name: string): Command | undefined {
    const own = name === 'meeting' ? 'conference' : name;
    return commands.find((command) => command.name === own || command.vietnameseName === own);
  }
}
