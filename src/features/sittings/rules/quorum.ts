/** Counts those present by the rule set's quorum rule. Whole numbers; the base is frozen at the opening. */
import type { PersonId } from '../../../kernel/ids.ts';
import { quorumNeeded } from '../../eligibility/rules/quorum.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import type { QuorumCount, Seat, ShowOfHands } from '../types.ts';

type Counting = Pick<Seat, 'person' | 'isSummoned' | 'counts' | 'inPlaceOf'>;

/**
 * Who counts: of a base of summoned people those summoned who are no guests; of a base of members those with a vote, of
 * whom only those summoned can be present. Somebody sent in another's place never counts for themselves.
 */
export function mayCount(
  base: QuorumRule['base'],
  one: { readonly person: PersonId; readonly counts: boolean },
  voters: ReadonlySet<PersonId>,
): boolean {
  return one.counts && (base === 'summoned' || voters.has(one.person));
}

/**
 * Of those present who the rule counts: each place once. With `delegatesCount` a place is also taken by whoever was sent
 * for it, as long as its own person is not there.
 */
export function countedAmong(
  seats: readonly Counting[],
  present: ReadonlySet<PersonId>,
  delegatesCount: boolean,
): number {
  const sent = new Set(
    delegatesCount ? seats.flatMap((seat) => (seat.inPlaceOf && present.has(seat.person) ? [seat.inPlaceOf] : [])) : [],
  );
  return seats.filter((seat) => seat.counts && (present.has(seat.person) || sent.has(seat.person))).length;
}

/** Exactly the number needed is enough; a base of nobody never has a quorum. */
export function countQuorum(
  rule: QuorumRule,
  room: {
    readonly seats: readonly Counting[];
    readonly present: ReadonlySet<PersonId>;
    /** Members with a vote, whether summoned or not. */
    readonly voters: number;
    readonly delegatesCount: boolean;
  },
): QuorumCount {
  const { seats, present, voters, delegatesCount } = room;
  const base = rule.base === 'summoned' ? seats.filter((seat) => seat.counts).length : voters;
  return {
    summoned: seats.filter((seat) => seat.isSummoned).length,
    seated: voters,
    present: seats.filter((seat) => present.has(seat.person)).length,
    counted: countedAmong(seats, present, delegatesCount),
    base,
    needed: quorumNeeded(rule, base),
  };
}

export function isReached({ counted, base, needed }: Pick<QuorumCount, 'counted' | 'base' | 'needed'>): boolean {
  return base > 0 && counted >= needed;
}

/** Nobody raises two hands: more hands than people who may vote in the room is a miscount. */
export function handsFit(hands: ShowOfHands, counted: number): boolean {
  return hands.for + hands.against + hands.abstain <= counted;
}
