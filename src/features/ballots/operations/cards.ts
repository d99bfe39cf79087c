/** Kinds and keys of the cards that this feature sends: said once means one key, so they are made in one place. */
import type { Card } from '../../../delivery/types.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { BallotProxyId } from '../types/proxy.ts';
import type { BallotRound } from '../types/round.ts';

export const cardKinds = {
  paper: 'ballots.paper',
  recordedForYou: 'ballots.recorded-for-you',
  closed: 'ballots.closed',
  result: 'ballots.result',
  keysReady: 'ballots.keys-ready',
  lead: 'ballots.lead',
  notOpened: 'ballots.not-opened',
  proxy: 'ballots.proxy',
} as const;

type OfRound = Pick<BallotRound, 'id' | 'committee' | 'closesAt'>;
type Scheduled = OfRound & Pick<BallotRound, 'opensAt'>;

/** One an elector and opening; it may repeat, marked as sent again. */
export function paperCard(
  round: OfRound,
  person: PersonId,
  opening: { readonly batch: string; readonly nominees: readonly PersonId[]; readonly holdUntil: Date | null },
): Card {
  const { batch, nominees, holdUntil } = opening;
  return {
    ...{ kind: cardKinds.paper, ids: { round: round.id }, to: { person }, committee: round.committee, batch },
    ...{ key: `${cardKinds.paper}:${batch}:${person}`, mayRepeat: true, validUntil: round.closesAt, nominees },
    ...(holdUntil ? { holdUntil } : {}),
  };
}

/** To whoever holds somebody's proxy, and to whoever gave it when it was entered for them. The proxy is its batch. */
export function proxyCard(
  round: OfRound,
  person: PersonId,
  given: { readonly proxy: BallotProxyId; readonly holdUntil: Date; readonly nominees: readonly PersonId[] },
): Card {
  const { proxy, holdUntil, nominees } = given;
  return {
    ...{ kind: cardKinds.proxy, ids: { round: round.id, proxy }, to: { person }, committee: round.committee },
    ...{ key: `${cardKinds.proxy}:${proxy}:${person}`, batch: proxy, holdUntil, validUntil: round.closesAt, nominees },
  };
}

/** `closed`: to those who run it, with the whole ruling. `result`: to the others, as far as the rule has it announced. */
export function rulingCard(
  kind: typeof cardKinds.closed | typeof cardKinds.result,
  round: OfRound,
  person: PersonId,
  nominees: readonly PersonId[],
): Card {
  return {
    ...{ kind, ids: { round: round.id }, to: { person }, committee: round.committee, nominees },
    key: `${kind}:${round.id}:${person}`,
  };
}

/** To those who run a vote that somebody opened who takes no part in all of it. */
export function leadCard(
  round: OfRound,
  person: PersonId,
  opening: { readonly batch: string; readonly nominees: readonly PersonId[]; readonly heldUntil: Date | null },
): Card {
  const { batch, nominees, heldUntil } = opening;
  return {
    ...{ kind: cardKinds.lead, ids: { round: round.id }, to: { person }, committee: round.committee, batch, nominees },
    ...{ key: `${cardKinds.lead}:${batch}:${person}`, validUntil: round.closesAt },
    ...(heldUntil ? { holdUntil: heldUntil } : {}),
  };
}

/** To those who run a vote that could not be opened at its time. */
export function notOpenedCard(round: Scheduled, person: PersonId, nominees: readonly PersonId[]): Card {
  return {
    ...{ kind: cardKinds.notOpened, ids: { round: round.id }, to: { person }, committee: round.committee, nominees },
    ...{ key: `${cardKinds.notOpened}:${round.id}:${person}:${round.opensAt?.getTime()}`, mayRepeat: true },
  };
}

/** To those who run a secret vote: its three keys are taken. */
export function keysReadyCard(round: OfRound, person: PersonId, nominees: readonly PersonId[]): Card {
  return {
    ...{ kind: cardKinds.keysReady, ids: { round: round.id }, to: { person }, committee: round.committee, nominees },
    key: `${cardKinds.keysReady}:${round.id}:${person}`,
  };
}
