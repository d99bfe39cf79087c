/**
 * Anonymous rounds. A *paper* is what one reviewer sends, sealed; once two key-holders have opened the box nothing is left
 * of it but its *lines*, each on one nominee and standing alone.
 */

import type { Role } from '../../access/types.ts';
import type { BoxState, Keyholder, KeysTaken } from '../../sealing/types.ts';
import type { ListEntry, ListEntryId, Round, Stance, Words } from './nouns.ts';

export interface AnonymousLine extends Words {
  readonly entry: ListEntryId;
  readonly stance: Stance;
}

/** How many papers came from people of one role, and from each nominee's own unit: only where the shield allows it. */
export interface PaperShares {
  readonly roles: ReadonlyMap<Role, number>;
  readonly ownUnit: ReadonlyMap<ListEntryId, number>;
}

/** A paper form for one reviewer. What they sent before cannot be shown: nobody can read it, the bot neither. */
export interface OpenPaper {
  readonly round: Round;
  readonly asked: readonly ListEntry[];
  readonly dueAt: Date | null;
  readonly hasSent: boolean;
  /** New for every form: printed on it, and empty when an earlier paper is replaced with its own. */
  readonly receipt: string;
}

/** An anonymous round as those who run it see it: never who has answered, and while it is open not how many. */
export interface SealedRound {
  readonly round: Round;
  readonly dueAt: Date | null;
  readonly box: BoxState;
  readonly holders: readonly Keyholder[];
  readonly electors: number;
  readonly shield: number;
  /** As many as the shield have answered. */
  readonly isEnough: boolean;
  /** Null while it is open. */
  readonly returned: number | null;
  readonly mayOpen: boolean;
}

/** A round that is not open yet: its key-holders have been asked for their keys. */
export interface Preparing {
  readonly round: Round;
  readonly keys: KeysTaken;
}

export interface AnonymousNominee {
  readonly entry: ListEntry;
  /** Null: withheld, because the numbers of another nominee or round would tell a few people's answers. */
  readonly counts: Readonly<Record<Stance, number>> | null;
  /** In random order. */
  readonly comments: readonly AnonymousLine[];
}

export interface AnonymousSynthesis {
  readonly round: Round;
  readonly electors: number;
  readonly returned: number;
  readonly shield: number;
  readonly shares: PaperShares;
  readonly nominees: readonly AnonymousNominee[];
}
