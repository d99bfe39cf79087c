/** Everything in an input that somebody may have typed, field by field, whoever drew the form or the button. */
import type { Input } from './call.ts';

export interface Typed {
  readonly by: Input['kind'] | 'search';
  readonly texts: readonly { readonly field: string | null; readonly text: string }[];
}

/** What turns an input away at the router's door. */
export interface TurnedAway {
  /** Of the form that was sent; null: said for all of it. */
  readonly field: string | null;
  readonly words: string;
}

export function typedIn(input: Input): Typed {
  const of = (field: string | null, value: unknown) => stringsIn(value).map((text) => ({ field, text }));
  switch (input.kind) {
    case 'home':
      return { by: input.kind, texts: [] };
    case 'command':
    case 'direct-message':
      return { by: input.kind, texts: of(null, input.text) };
    // Data and state are ours, but what was typed may travel in them, and whoever sends them could put anything there.
    case 'button':
      return { by: input.kind, texts: of(null, input.data) };
    case 'submission':
    case 'change':
      return {
        by: input.kind,
        texts: [...Object.entries(input.values).flatMap(([name, value]) => of(name, value)), ...of(null, input.state)],
      };
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
