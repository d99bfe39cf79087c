/** A merged submission and its units: what goes down to each, and whom the department still has to tell. */
import type { UnitId } from '../../units/types.ts';
import type { Origin, Seat, SeatAnswered, SeatId, Submission, UnitStanding } from '../types.ts';

/** A seat of a unit's own submission, as the answers from above find it. */
export type SeatBelow = Pick<Seat, 'id' | 'answer' | 'word' | 'sentBack'>;

export interface DueBelow {
  readonly answers: readonly SeatAnswered[];
  readonly reopened: readonly { readonly seat: SeatId; readonly reply: string | null }[];
  /** Whose units have their answer with this. */
  readonly entries: readonly Origin['entry'][];
}

/**
 * What the units' seats have to become to stand as the seats above them do: a question at once, approved and not approved
 * once the decision is entered; a question that stands above no more waits again. What a unit has sent back to its steps
 * takes no answer. Units' seats that are alike stay as they
 * are, so that nobody is told twice.
 */
export function dueBelow(
  merged: Standing & Pick<Submission, 'seats'>,
  parcels: readonly { readonly seats: readonly SeatBelow[] }[],
): DueBelow {
  const found = new Map(parcels.flatMap(({ seats }) => seats.map((seat) => [seat.id, seat])));
  const pairs = merged.seats.flatMap((above) =>
    above.origins.flatMap((origin) => {
      const seat = origin.seatBelow ? found.get(origin.seatBelow) : undefined;
      return seat && !seat.sentBack ? [{ above, seat, origin }] : [];
    }),
  );
  const standing = pairs.filter(({ above }) => holdsBelow(above, merged));
  const given = standing.filter(({ above, seat }) => above.answer !== seat.answer || above.word !== seat.word);
  return {
    answers: given.flatMap(({ above: { answer, word }, seat }) => (answer ? [{ seat: seat.id, answer, word }] : [])),
    reopened: pairs
      .filter(({ above, seat }) => !holdsBelow(above, merged) && seat.answer === 'returned')
      .map(({ above, seat }) => ({ seat: seat.id, reply: above.reply })),
    entries: standing.filter(({ origin }) => origin.toldAt === null).map(({ origin }) => origin.entry),
  };
}

/** A name that went back stays returned below, also once the rest is decided. */
function holdsBelow({ answer, sentBack }: Pick<Seat, 'answer' | 'sentBack'>, { state, settledAt }: Standing): boolean {
  if (answer === 'returned') return state === 'sent' || sentBack !== null;
  return answer !== null && settledAt !== null;
}

/** Of a parcel whose decision stands while a name waits, the others have their answers. */
type Standing = Pick<Submission, 'state' | 'settledAt'>;

/** The units of a merged submission, in their order, each with its seats and what it has to be told of. */
export function unitsOf({ seats, ...standing }: Standing & Pick<Submission, 'seats'>): readonly UnitStanding[] {
  const units = new Map<UnitId, { origin: Origin; seats: { seat: Seat; origin: Origin }[] }>();
  for (const seat of seats) {
    for (const origin of seat.origins) {
      const unit = units.get(origin.unit);
      if (unit) unit.seats.push({ seat, origin });
      else units.set(origin.unit, { origin, seats: [{ seat, origin }] });
    }
  }
  return [...units.values()].map(({ origin, seats: own }) => {
    const told = own.map((one) => one.origin).find(({ toldAt }) => toldAt !== null);
    return {
      ...{ unit: origin.unit, name: origin.unitName, number: origin.number, dated: origin.dated },
      isHere: own.every((one) => one.origin.seatBelow !== null),
      seats: own.map(({ seat }) => seat),
      untold: own.filter((one) => holdsBelow(one.seat, standing) && one.origin.toldAt === null).map(({ seat }) => seat),
      ...{ toldAt: told?.toldAt ?? null, toldIn: told?.toldIn ?? null },
    };
  });
}

/** Returned, and the question lies with a unit in its own submission: its turn, not the department's. */
export function isWithUnit({ answer, sentBack, origins }: Pick<Seat, 'answer' | 'sentBack' | 'origins'>): boolean {
  return answer === 'returned' && !sentBack && origins.some(({ toldAt, toldBy }) => toldAt !== null && toldBy === null);
}
