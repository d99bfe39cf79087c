/**
 * Secret papers, whatever they say (secrecy.md). A *box* belongs to one subject, known as (kind, id), and holds the sealed
 * papers of its *electors*; the *roll* says who has sent one; the *urn* is the papers as they are stored, in *chunks*. A
 * *key-holder* keeps six *words*; any two of the three open the box. A *layer* is what is left of a share when the first
 * of the two has typed theirs. A *receipt* lets its bearer replace their paper, and proves taking part, never the choice.
 */
import type { Act } from '../../kernel/act.ts';
import type { CommitteeId, Id, PersonId } from '../../kernel/ids.ts';

export type BoxId = Id<'sealed-box'>;

export interface BoxSubject {
  readonly kind: string;
  readonly id: string;
}

export const boxStates = [
  /** Its keys are being taken. */
  'prepared',
  'open',
  /** Frozen; waits for two key-holders. */
  'closed',
  /** Too few papers came: nobody opens it. */
  'withheld',
  'counted',
  /** After the dispute period: papers and shares are gone. */
  'destroyed',
  'cancelled',
] as const;
export type BoxState = (typeof boxStates)[number];

/** Every paper of a box is padded to this many bytes, so that its length tells nothing. */
export const paperSizes = [1_024, 4_096, 16_384] as const;
export type PaperSize = (typeof paperSizes)[number];

export interface Box {
  readonly id: BoxId;
  readonly committee: CommitteeId;
  readonly subject: BoxSubject;
  readonly state: BoxState;
  readonly paperSize: PaperSize;
  /** Null while its keys are being taken. */
  readonly publicKey: Uint8Array | null;
  /** Without key-holders: whoever runs the bot could open it. */
  readonly isUnnamed: boolean;
  readonly closedAt: Date | null;
  readonly countedAt: Date | null;
  readonly reading: Reading;
}

/** How far the reading of very many papers is; none: `until` is null and nothing is read. */
export interface Reading {
  /** Until then whoever reads is believed to live. */
  readonly until: Date | null;
  readonly read: number;
  readonly inAll: number;
}

export interface Keyholder {
  readonly person: PersonId;
  readonly fullName: string;
  readonly hasTaken: boolean;
  /** Their part of the opening is done; the words of one other holder are still needed. */
  readonly hasTyped: boolean;
}

/** Of a box that is not open yet. */
export interface KeysTaken {
  readonly taken: number;
  readonly of: number;
}

/** Who holds a key to the papers of a subject; null: to this day. */
export interface KeyHeld {
  readonly subject: string;
  readonly person: PersonId;
  readonly from: Date;
  readonly to: Date | null;
}

/** What a key-holder's words become: the salt and this key are stored, the words are not. */
export interface TakenKey {
  readonly salt: Uint8Array;
  readonly publicKey: Uint8Array;
}

/** One record of the urn. All boxes of one urn have the same length. */
export interface UrnRecord {
  readonly tag: Uint8Array;
  readonly box: Uint8Array;
}

/** What the roll says of somebody who sends a paper. */
export interface ElectorState {
  readonly hasSent: boolean;
  readonly wrongTries: number;
}

/** The round's secret key sealed twice: `outer` peels the first layer, then `inner` the second. */
export interface Share {
  readonly outer: PersonId;
  readonly inner: PersonId;
  readonly sealed: Uint8Array;
}

export interface Layer {
  readonly peeledBy: PersonId;
  readonly inner: PersonId;
  readonly sealed: Uint8Array;
}

/** What the feature whose papers are sealed does at the turns of the box's life; app.ts hands it over by subject kind. */
export interface SealedSubject {
  readonly kind: string;
  /** What the papers are about, in the words of `act.locale`, for the key-holders: no nominee, no stance, no tally. */
  title(act: Act, subject: string): Promise<string | null>;
  /** All three keys are taken. Inside the transaction of the last one. */
  ready(act: Act, box: Box): Promise<void>;
  /** What the papers say, in random order. Inside the transaction that opens the box: add up, store, tell. */
  opened(act: Act, box: Box, papers: readonly string[]): Promise<void>;
  /** Opened again in the dispute period: whether the papers say what was stored. */
  agrees(act: Act, box: Box, papers: readonly string[]): Promise<boolean>;
}
