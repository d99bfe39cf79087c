/** What every drawing function is told: the reader's language, and the adapter's own few sentences in it. */
import type { types } from '@slack/bolt';
import type { AdapterWord, Conversation } from '../../chat/conversation.ts';
import type { Locale } from '../../kernel/act.ts';

export interface Drawing {
  readonly locale: Locale;
  readonly words: (key: AdapterWord) => string;
}

export type SlackBlock = types.KnownBlock;

export function drawingFor(conversation: Pick<Conversation, 'words'>, locale: Locale): Drawing {
  return { locale, words: (key) => conversation.words(locale, key) };
}
