/**
 * The words of the log. Event: what one act did. Seal: one link of the workspace's hash chain, covering one event.
 * Salt: makes the hashes of typed texts unguessable; erased with the text. Head: the last link, posted in the digest.
 */
import type { Via } from '../kernel/act.ts';
import type { CommitteeId, EventId, MemberId, PersonId } from '../kernel/ids.ts';

/** A typed text on its way into an event: only its salted hash is kept. Made by `hashOf`. */
export interface TypedText {
  readonly typed: string;
}

export type FactValue = string | number | boolean | null | Date | readonly string[] | TypedText;

export interface NewEvent {
  /** "nominations.proposed": feature, dot, what happened. */
  readonly kind: string;
  /** Null and left out are the same: it concerns the whole workspace. */
  readonly committee?: CommitteeId | null;
  readonly subject: Subject;
  /** Ids, keys, numbers and dates. Anything that a person typed goes through `hashOf`. */
  readonly facts: Readonly<Record<string, FactValue | undefined>>;
  /** Whose case this is about: recused persons never see the event. */
  readonly nominee?: PersonId | null;
  readonly nominees?: readonly PersonId[];
  readonly onBehalfOf?: PersonId | null;
  readonly via?: Via | null;
}

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface RecordedEvent {
  readonly id: EventId;
  readonly kind: string;
  readonly committee: CommitteeId | null;
  readonly subject: Subject;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly nominees: readonly PersonId[];
  readonly member: MemberId | null;
  readonly person: PersonId | null;
  readonly onBehalfOf: PersonId | null;
  readonly via: { readonly kind: string; readonly dated: string | null } | null;
  readonly at: Date;
  /** Null: not sealed yet. */
  readonly position: number | null;
}

export interface Head {
  readonly count: number;
  /** Hex SHA-256; 64 zeros for an empty chain. */
  readonly hash: string;
}

export const breaks = [
  'link-missing',
  'event-missing',
  'event-changed',
  'link-changed',
  'event-without-seal',
  'head-differs',
] as const;
export type Break = (typeof breaks)[number];

export type ChainVerdict =
  | { readonly ok: true; readonly head: Head /** Events that wait for their seal. */; readonly waiting: number }
  /** `position` is where the chain first disagrees with itself; for an event without a seal, one past the end. */
  | { readonly ok: false; readonly position: number; readonly reason: Break };
