/** A slash command as data: its subcommands, their words in both languages, their grammar and what they do. */
import type { z } from 'zod';
import type { Locale } from '../kernel/act.ts';
import type { Call, Reply } from './call.ts';

export interface Command {
  /** Without the slash, as in commands/<name>. */
  readonly name: string;
  /** Without the slash: the name in a manifest generated with Vietnamese names. */
  readonly vietnameseName: string;
  readonly subcommands: readonly Subcommand[];
  /** What the command alone does: the advertised way, a form or a private menu. */
  open(call: Call): Promise<Reply>;
}

export interface Subcommand<Args extends z.ZodType = z.ZodType> {
  /** Key of its help text (help.<command>.<name>) and its English word; '' is the command's bare line of text. */
  readonly name: string;
  /** What may be typed for it. The first of each is shown in the help. */
  readonly words: Readonly<Record<Locale, readonly string[]>>;
  /** Parses the typed parts: the rest of the line split at semicolons, trimmed, empty parts dropped. */
  readonly args: Args;
  run(call: Call, args: z.output<Args>): Promise<Reply>;
}

/** Keeps the type of the arguments between grammar and run. */
export function subcommand<Args extends z.ZodType>(definition: Subcommand<Args>): Subcommand {
  return definition as unknown as Subcommand;
}
