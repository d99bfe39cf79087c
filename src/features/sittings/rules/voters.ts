/** Who takes part in a vote on an item: each place of the list once, by whoever fills it at this moment. Pure. */
import type { PersonId } from '../../../kernel/ids.ts';
import type { Seat } from '../types.ts';

/** A place of somebody summoned who may vote. */
export interface VotingPlace {
  readonly of: Seat;
  /** Its own person, or whoever was sent for it where the rule counts them; null: nobody is in the room for it. */
  readonly filledBy: Seat | null;
  /** Recused from the item. */
  readonly isOut: boolean;
}

/**
 * `mayVote` is asked of those summoned who are no guests: members without a vote have no place. Somebody sent takes a
 * place only while its own person is not in the room.
 */
export function votingPlaces(room: {
  readonly seats: readonly Seat[];
  /** In the room for the item. */
  readonly present: ReadonlySet<PersonId>;
  readonly delegatesCount: boolean;
  /** Everybody recused from the item, wherever they are. */
  readonly out: readonly PersonId[];
  mayVote(person: PersonId): boolean;
}): readonly VotingPlace[] {
  const { seats, present, delegatesCount, out } = room;
  const isHere = (seat: Seat) => present.has(seat.person);
  return seats
    .filter((seat) => seat.isSummoned && seat.counts && room.mayVote(seat.person))
    .map((of) => {
      const sent = delegatesCount ? seats.find((seat) => seat.inPlaceOf === of.person && isHere(seat)) : undefined;
      const filledBy = isHere(of) ? of : (sent ?? null);
      const isOut = out.includes(of.person) || (filledBy !== null && out.includes(filledBy.person));
      return { of, filledBy, isOut };
    });
}
