import fc from 'fast-check';
import { type AnsweredOn, ownUnitNumbers, unitKey } from '../../../src/features/reviews/rules/own-unit.ts';
import type { ListEntryId } from '../../../src/features/reviews/types/nouns.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const shield = 5;

function people(unit: string, count: number): readonly PersonId[] {
  return Array.from({ length: count }, (_, index) => `${unit}-${index}` as PersonId);
}

function unitsOf(persons: readonly PersonId[]): ReadonlyMap<PersonId, string | null> {
  return new Map(persons.map((person) => [person, person.split('-')[0]!]));
}

function row(entry: string, unit: string | null, persons: readonly PersonId[]): AnsweredOn {
  return { entry: entry as ListEntryId, unit, people: persons };
}

function told(answered: readonly AnsweredOn[], earlier: readonly AnsweredOn[] = []) {
  const units = unitsOf([...answered, ...earlier].flatMap((one) => one.people));
  return Object.fromEntries(ownUnitNumbers({ answered, earlier, units, shield }));
}

describe('answers from a nominee’s own unit', () => {
  test.each([
    ['five of them and nobody else', [row('a', 'x', people('x', 5))], { a: 5 }],
    ['four of them', [row('a', 'x', [...people('x', 4), ...people('y', 9)])], {}],
    ['none of them', [row('a', 'x', people('y', 9))], {}],
    [
      'nine of them and one other, whose unit would be plain',
      [row('a', 'x', [...people('x', 9), ...people('y', 1)])],
      {},
    ],
    ['a nominee whose unit is not known', [row('a', null, people('x', 9))], {}],
    [
      'two large units and two people of a third, who would remain: only the larger one is told',
      [
        row('a', 'x', [...people('x', 6), ...people('y', 5), ...people('z', 2)]),
        row('b', 'y', [...people('x', 6), ...people('y', 5), ...people('z', 2)]),
      ],
      { a: 6 },
    ],
    [
      'two nominees of a unit of whom one has an answer less: the difference is somebody',
      [row('a', 'x', [...people('x', 6), ...people('y', 6)]), row('b', 'x', [...people('x', 5), ...people('y', 6)])],
      {},
    ],
  ])('%s', (_name, answered, expected) => {
    expect(told(answered)).toEqual(expected);
  });

  test('a correction that adds one answer closes the number, because the difference is somebody', () => {
    const before = row('a', 'x', people('x', 6));
    const after = row('a', 'x', people('x', 7));

    expect(told([before])).toEqual({ a: 6 });
    expect(told([after], [before])).toEqual({});
  });

  test('the same unit written otherwise is the same', () => {
    expect(unitKey('  Phòng  Tổ chức ')).toBe(unitKey('phòng tổ chức'.normalize('NFD')));
    expect(unitKey(' ')).toBeNull();
  });

  test('in no round can a group smaller than the shield be worked out by taking numbers from each other', () => {
    const names = ['x', 'y', 'z'] as const;
    const arbitrary = fc.record({
      sizes: fc.tuple(...names.map(() => fc.integer({ min: 0, max: 14 }))),
      without: fc.integer({ min: 0, max: 4 }),
      nominees: fc.array(
        fc.record({
          unit: fc.constantFrom(...names, null),
          silent: fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    });
    let shown = 0;
    fc.assert(
      fc.property(arbitrary, ({ sizes, without, nominees }) => {
        const everybody = [...names.flatMap((name, index) => people(name, sizes[index]!)), ...people('?', without)];
        const units = new Map(everybody.map((one) => [one, one.startsWith('?') ? null : one.split('-')[0]!]));
        const answered = nominees.map(({ unit, silent }, index) =>
          row(
            `e${index}`,
            unit,
            everybody.filter((_, place) => !silent.includes(place)),
          ),
        );

        const numbers = ownUnitNumbers({ answered, earlier: [], units, shield });

        shown += numbers.size;
        const isSmall = (count: number) => Math.abs(count) > 0 && Math.abs(count) < shield;
        const rows = answered.filter(({ entry }) => numbers.has(entry));
        for (const one of rows) {
          const own = numbers.get(one.entry)!;
          expect(own).toBe(one.people.filter((person) => units.get(person) === one.unit).length);
          expect(own).toBeGreaterThanOrEqual(shield);
          expect(isSmall(one.people.length - own)).toBe(false);
          for (const other of rows.filter(({ unit }) => unit === one.unit)) {
            expect(isSmall(own - numbers.get(other.entry)!)).toBe(false);
            expect(isSmall(one.people.length - own - (other.people.length - numbers.get(other.entry)!))).toBe(false);
          }
        }
        // Where the same people answered on everybody, the units that are told can be taken from the whole.
        const isSameEverywhere = answered.every((one) => one.people.length === everybody.length);
        if (!isSameEverywhere) return;
        const byUnit = new Map(rows.map((one) => [one.unit, numbers.get(one.entry)!]));
        for (const subset of subsetsOf([...byUnit.values()]).filter(({ length }) => length > 0)) {
          expect(isSmall(everybody.length - subset.reduce((sum, count) => sum + count, 0))).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(0);
  });
});

function subsetsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const count = 2 ** numbers.length;
  return Array.from({ length: count }, (_, mask) =>
    numbers.filter((_number, place) => Math.floor(mask / 2 ** place) % 2),
  );
}
