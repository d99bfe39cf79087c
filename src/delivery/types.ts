/**
 * The words of sending. Card: what is said to whom, as a kind and ids. Lane: the order of one recipient's cards.
 * Intent: the committed note "I am about to post this". Redraw: a posted card is worded again in its place.
 */
import type { MessageAddress, UndeliverableReason } from '../chat/platform.ts';
import type { CommitteeId, DeliveryId, MemberId, PersonId } from '../kernel/ids.ts';

export const deliveryStates = [
  'waiting',
  /** Intended: it may or may not have been posted. */
  'sending',
  'sent',
  /** No longer worth sending. */
  'dropped',
  'cancelled',
  'undeliverable',
  /** Nobody can tell whether it was posted; not repeated. */
  'unknown',
  /** To be told outside the chat. */
  'no-account',
  /** A guest or a person from outside without a role. */
  'not-allowed',
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Ids by name, as the renderer of the kind expects them. */
export type CardIds = Readonly<Record<string, string>>;

export type CardTo =
  | { readonly person: PersonId }
  | { readonly member: MemberId }
  /** The platform's own channel id. Nothing that names a nominee, a stance or a tally. */
  | { readonly channel: string };

export interface Card {
  /** Which renderer words it: "feature.name". */
  readonly kind: string;
  readonly ids: CardIds;
  readonly to: CardTo;
  readonly committee?: CommitteeId | null;
  /** Said once: a second card with this key in the workspace is not added. */
  readonly key: string;
  readonly holdUntil?: Date;
  readonly validUntil?: Date;
  /** What can be undone together (`cancelBatch`). */
  readonly batch?: string;
  readonly mayRepeat?: boolean;
  /** Whose cases the card may show. */
  readonly nominees?: readonly PersonId[];
}

export interface Delivery {
  readonly id: DeliveryId;
  readonly kind: string;
  readonly key: string;
  readonly to: CardTo;
  readonly lane: string;
  readonly committee: CommitteeId | null;
  readonly ids: CardIds;
  readonly state: DeliveryState;
  readonly reason: string | null;
  readonly attempts: number;
  readonly holdUntil: Date | null;
  /** The committee secretary holds it back. */
  readonly heldAt: Date | null;
  readonly validUntil: Date | null;
  readonly nextAttemptAt: Date | null;
  readonly intendedAt: Date | null;
  readonly sentAt: Date | null;
  readonly sentAgain: boolean;
  readonly mayRepeat: boolean;
  readonly wantsVersion: number;
  /** See words.ts. */
  readonly shownWords: string | null;
  readonly isReplaced: boolean;
  readonly address: MessageAddress | null;
}

/** Why a card was not sent, beside what the platform says. */
export type NotSentReason = UndeliverableReason | 'out-of-time' | 'nothing-to-say' | 'rendering-failed' | 'not-known';
