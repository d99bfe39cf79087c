/** Who has a place in the room: those summoned, those sent in somebody's place, and whoever came besides. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Reply, Summoned } from '../../conferences/types.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import type { Seat } from '../types.ts';
import { mayCount } from './quorum.ts';

type Named = Pick<Seat, 'person' | 'fullName' | 'isReachable' | 'post'>;

/** After those of the list, in protocol order. */
const rankOfSent = 5_000;
const rankOfOthers = 9_000;

export function seatsOfSummoned(
  base: QuorumRule['base'],
  summoned: readonly Summoned[],
  voters: ReadonlySet<PersonId>,
): readonly Seat[] {
  return summoned.map((one) => ({
    person: one.person,
    fullName: one.fullName,
    post: one.post,
    rank: one.rank,
    isReachable: one.isReachable,
    isSummoned: true,
    counts: mayCount(base, one, voters),
    inPlaceOf: null,
  }));
}

/** Of those who are not on the list: whom did they come for. They sit after it, and are in no base. */
export function seatsBesides(
  known: ReadonlySet<PersonId>,
  replies: readonly Pick<Reply, 'person' | 'delegate'>[],
  people: readonly Named[],
): readonly Seat[] {
  const placeOf = new Map(
    replies.flatMap((reply) => (reply.delegate ? [[reply.delegate, reply.person] as const] : [])),
  );
  return people
    .filter((one) => !known.has(one.person))
    .map((one) => {
      const inPlaceOf = placeOf.get(one.person) ?? null;
      const rank = inPlaceOf ? rankOfSent : rankOfOthers;
      return { ...one, rank, isSummoned: false, counts: false, inPlaceOf };
    });
}
