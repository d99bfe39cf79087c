/** Whatever units hand in: every entry stands exactly once in the parcel, and every answer reaches exactly its unit. */
import fc from 'fast-check';
import { canStandTogether, onSeveralLists, seatsFor } from '../../../src/features/collections/rules/gather.ts';
import type { AskedUnit, Entry, Settlement } from '../../../src/features/collections/types.ts';
import { dueBelow, unitsOf } from '../../../src/features/submissions/rules/units.ts';
import {
  type NewSeat,
  type Seat,
  type SeatAnswer,
  type SeatId,
  seatAnswers,
} from '../../../src/features/submissions/types.ts';
import { testNow } from '../../support/acts.ts';

const people = ['Ann', 'Ben', 'Cleo'] as const;

interface Line {
  readonly name: (typeof people)[number];
  readonly isKnown: boolean;
  readonly born: string | null;
  readonly position: string;
}

const line: fc.Arbitrary<Line> = fc.record({
  name: fc.constantFrom(...people),
  isKnown: fc.boolean(),
  born: fc.constantFrom(null, '1980-01', '1990-05'),
  position: fc.constantFrom('Director', 'Deputy'),
});
const lists = fc.array(fc.record({ isHere: fc.boolean(), lines: fc.array(line, { maxLength: 4 }) }), {
  ...{ minLength: 1, maxLength: 5 },
});

/** Entry "u0e1" is the second line of the first unit, and "u0e1s" its seat in the unit's own submission. */
function unitsFrom(given: readonly { isHere: boolean; lines: readonly Line[] }[]): readonly AskedUnit[] {
  return given.map(({ isHere, lines }, unit) => ({
    ...{ unit: `u${unit}` as never, name: `Unit ${unit}`, committee: null, without: null },
    handIn: {
      ...{ way: 'file', number: null, dated: null, recordedAt: testNow, recordedBy: null, recordedByName: null },
      people: lines.map(({ name, isKnown, born, position }, at): Entry => {
        const id = `u${unit}e${at}`;
        return {
          ...{ id: id as never, fullName: name, birthMonth: born, sex: null, post: null, position, settled: null },
          ...{ person: isKnown ? (name as never) : null, namesakes: [], seat: isHere ? (`${id}s` as never) : null },
        };
      }),
    },
  }));
}

function settle(units: readonly AskedUnit[], choices: readonly Settlement[]): readonly AskedUnit[] {
  const settled = new Map(
    onSeveralLists({ units }).flatMap((twice, at) => {
      const wanted = choices[at % choices.length] ?? 'apart';
      const as = wanted === 'together' && canStandTogether(twice) ? wanted : 'apart';
      return twice.entries.map(({ id }) => [id, { as, word: null }] as const);
    }),
  );
  return units.map((unit) => ({
    ...unit,
    handIn: unit.handIn && {
      ...unit.handIn,
      people: (unit.handIn.people ?? []).map((entry) => ({ ...entry, settled: settled.get(entry.id) ?? null })),
    },
  }));
}

function answered(seats: readonly NewSeat[], answers: readonly (SeatAnswer | null)[]): readonly Seat[] {
  return seats.map((seat, at) => {
    const id = `m${at}` as SeatId;
    const told = { seat: id, toldAt: null, toldBy: null, toldIn: null };
    return {
      ...seat,
      ...{ id, answer: answers[at % answers.length] ?? null, word: `word ${at}`, reply: null, answeredAt: testNow },
      ...{ answeredVia: 'chat', sentBack: null, origins: seat.origins.map((origin) => ({ ...origin, ...told })) },
    };
  });
}

const choices = fc.array(fc.constantFrom<Settlement>('together', 'apart'), { minLength: 1, maxLength: 3 });
const answers = fc.array(fc.constantFrom(...seatAnswers, null), { minLength: 1, maxLength: 6 });

test('every entry of every unit stands exactly once, under its own unit, and one position to a seat', () => {
  fc.assert(
    fc.property(lists, choices, (given, chosen) => {
      const units = settle(unitsFrom(given), chosen);

      const seats = seatsFor({ units });

      const placed = seats.flatMap(({ origins, positionTitle }) =>
        origins.map(({ entry, unit }) => `${unit} ${entry} ${positionTitle}`),
      );
      const wanted = units.flatMap(({ unit, handIn }) =>
        (handIn?.people ?? []).map(({ id, position }) => `${unit} ${id} ${position}`),
      );
      expect([...placed].sort()).toEqual([...wanted].sort());
    }),
  );
});

test('an answer reaches every entry that its seat stands for, and no other: below where the unit hands in here, else by the department', () => {
  fc.assert(
    fc.property(lists, choices, answers, fc.boolean(), (given, chosen, said, isSettled) => {
      const units = settle(unitsFrom(given), chosen);
      const state = isSettled ? ('settled' as const) : ('sent' as const);
      const settledAt = isSettled ? testNow : null;
      const seats = answered(seatsFor({ units }), said);
      const below = units.map(({ handIn }) => ({
        seats: (handIn?.people ?? []).flatMap(({ seat }) =>
          seat ? [{ id: seat, answer: null, word: null, sentBack: null }] : [],
        ),
      }));

      const due = dueBelow({ state, settledAt, seats }, below);
      const told = new Set<string>(due.entries);
      const after = seats.map((seat) => ({
        ...seat,
        origins: seat.origins.map((one) => ({ ...one, toldAt: told.has(one.entry) ? testNow : null })),
      }));
      const toTell = unitsOf({ state, settledAt, seats: after }).flatMap(({ unit, untold }) =>
        untold.flatMap(({ origins, answer, word }) =>
          origins.filter((one) => one.unit === unit).map(({ entry }) => `${entry} ${answer} ${word}`),
        ),
      );

      // The oracle: what stands above counts for the unit at once as a question, else with the decision.
      const wanted = seats.flatMap(({ answer, word, origins }) =>
        answer !== null && (answer === 'returned') === !isSettled ? origins.map((one) => ({ one, answer, word })) : [],
      );
      const isHere = wanted.filter(({ one }) => one.seatBelow !== null);
      const isElsewhere = wanted.filter(({ one }) => one.seatBelow === null);
      expect(due.answers.map(({ seat, answer, word }) => `${seat} ${answer} ${word}`).sort()).toEqual(
        isHere.map(({ one, answer, word }) => `${one.seatBelow} ${answer} ${word}`).sort(),
      );
      expect([...new Set(toTell)].sort()).toEqual(
        isElsewhere.map(({ one, answer, word }) => `${one.entry} ${answer} ${word}`).sort(),
      );
    }),
  );
});
