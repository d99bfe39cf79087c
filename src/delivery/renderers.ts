/** How a card gets its words: each kind has a renderer, handed over by app.ts, called when the card really goes out. */
import type { Message } from '../chat/message.ts';
import type { Act } from '../kernel/act.ts';
import type { CommitteeId } from '../kernel/ids.ts';
import type { CardIds, CardTo } from './types.ts';

export interface RenderContext {
  /** The reader's: their locale, zone, account and person. For a channel the committee's, and nobody's eyes. */
  readonly act: Act;
  readonly ids: CardIds;
  readonly to: CardTo;
  readonly committee: CommitteeId | null;
  /** It may be there already and the platform could not say: the text has to begin with "sent again". */
  readonly isSentAgain: boolean;
  /** The card is posted and gets new words in its place. */
  readonly isRedraw: boolean;
}

/**
 * Null: there is nothing to say any more (withdrawn, done, recused). The card is then dropped; a posted one stays as it
 * is, so what must not be seen any more needs words of its own.
 */
export type Renderer = (context: RenderContext) => Promise<Message | null>;

/** By the kind of card. */
export type Renderers = Readonly<Record<string, Renderer>>;

/** Tells a committee secretary that a card did not arrive. ids: delivery, card (its kind), reason, person or channel. */
export const undeliverableNotice = 'undeliverable-notice';
