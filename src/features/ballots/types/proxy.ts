/**
 * A *proxy* (ủy quyền bỏ phiếu): somebody with a vote, the *principal*, lets somebody else who votes, the *holder*, hand in
 * a paper for them in one round. Only in a vote by name or in the room, and only as the rule of the round allows.
 */
import type { Via } from '../../../kernel/act.ts';
import type { Id, PersonId } from '../../../kernel/ids.ts';
import type { BallotRoundId } from './round.ts';

export type BallotProxyId = Id<'ballot-proxy'>;

export const proxyEnds = ['taken-back', 'replaced', 'own-paper'] as const;
export type ProxyEnd = (typeof proxyEnds)[number];

export interface Party {
  readonly person: PersonId;
  readonly fullName: string;
}

export interface BallotProxy {
  readonly id: BallotProxyId;
  readonly round: BallotRoundId;
  readonly principal: Party;
  readonly holder: Party;
  readonly givenAt: Date;
  readonly recordedBy: PersonId | null;
  readonly via: Via | null;
  /** The principal's paper is in, whoever handed it in. */
  readonly hasVoted: boolean;
}

/** What somebody who is asked sees of proxies in their own vote. Null parts: none. */
export interface OwnProxies {
  readonly perPerson: number;
  /** Who votes for them. */
  readonly given: BallotProxy | null;
  /** For whom they vote. */
  readonly held: readonly BallotProxy[];
}
