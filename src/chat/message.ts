/** What the bot says, free of any platform: the adapter draws it and keeps to the platform's limits. */
import type { Rich } from '../kernel/rich.ts';

export interface Message {
  /** One line for the notification and for screen readers. It never names a nominee, a stance or a tally. */
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly about?: About;
}

/** The committee that an answer is about. Whether that is said on top of it is decided in about.ts alone. */
export interface About {
  readonly name: string;
  /** The platform's id of its own channel; null while it has none. */
  readonly channel: string | null;
  /** The command line to repeat for another committee; without one, no other is offered. */
  readonly again?: string | null;
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'text'; readonly text: Rich }
  /** What a person typed, set apart. */
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Rich[]; readonly ordered?: boolean }
  /** Label and value, one pair a line. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: Rich])[] }
  | { readonly kind: 'table'; readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] }
  /** Text to copy out of the chat: CSV, a list to paste. */
  | { readonly kind: 'copy'; readonly text: string }
  /** Small print: sources, times, who sees this. */
  | { readonly kind: 'note'; readonly text: Rich }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly Button[] }
  /** One entry of a list with the buttons that act on it. */
  | { readonly kind: 'row'; readonly text: Rich; readonly buttons: readonly Button[] };

export interface Button {
  /** Which handler: "feature.name", made by defineButton. */
  readonly action: string;
  readonly label: string;
  /** Ids only, never a choice, a voter or a name; at most 1,500 characters as JSON. */
  readonly data: Readonly<Record<string, string>>;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
  /** Opens this address instead of calling the bot. */
  readonly link?: string;
}

/** A message of one sentence, which is then also its summary: so it names no nominee, stance or tally. */
export function sentence(text: string): Message {
  return { summary: text, blocks: [{ kind: 'text', text: [text] }] };
}
