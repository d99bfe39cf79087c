/** The tree on a date, what a typed name means, what a list says, and which changes the tree cannot bear. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkEnd, checkSpell } from '../../../src/features/units/rules/change.ts';
import { adviseNames } from '../../../src/features/units/rules/match.ts';
import { readUnits } from '../../../src/features/units/rules/read-rows.ts';
import { spellOn, treeOn } from '../../../src/features/units/rules/tree.ts';
import type { Spell, Unit, UnitEnd, UnitId } from '../../../src/features/units/types.ts';

const id = (name: string) => name as UnitId;

/** "id", "name", under, from; more spells; then its end. */
function unit(
  name: string,
  spells: readonly [string, string | null, string | null][],
  end: UnitEnd | null = null,
): Unit {
  return {
    ...{ id: id(name), committee: null, committeeName: null, end },
    spells: spells.map(([called, parent, from]): Spell => ({ name: called, parent: parent as UnitId | null, from })),
  };
}

/** Two departments under a head office; "b" took the other in on 1 March 2025, and was renamed on 1 July. */
const units = [
  unit('top', [['Head Office', null, null]]),
  unit('a', [['Inspection', 'top', null]], { on: '2025-03-01', kind: 'merged', into: id('b'), decision: null }),
  unit('b', [
    ['Personnel', 'top', null],
    ['Personnel and Inspection', 'top', '2025-07-01'],
  ]),
  unit('c', [['Division 10', 'b', null]]),
  unit('d', [['Division 2', 'b', '2025-02-01']]),
  unit('e', [['Archive', 'top', null]], { on: '2025-01-01', kind: 'dissolved', into: null, decision: null }),
];

describe('the tree on a date', () => {
  test.each([
    ['2024-12-31', ['Head Office', '-Archive', '-Inspection', '-Personnel', '--Division 10']],
    ['2025-02-28', ['Head Office', '-Inspection', '-Personnel', '--Division 2', '--Division 10']],
    ['2025-03-01', ['Head Office', '-Personnel', '--Division 2', '--Division 10']],
    ['2025-07-01', ['Head Office', '-Personnel and Inspection', '--Division 2', '--Division 10']],
  ])('of %s has who was there, under the name of then', (on, wanted) => {
    expect(treeOn(units, on).map(({ name, depth }) => '-'.repeat(depth) + name)).toEqual(wanted);
  });

  test('is the same in whatever order units are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(units, { minLength: units.length }), (shuffled) => {
        expect(treeOn(shuffled, '2025-08-01')).toEqual(treeOn(units, '2025-08-01'));
      }),
    );
  });
});

describe('a typed name', () => {
  test.each<[string, object]>([
    ['personnel AND inspection', { kind: 'known' }],
    ['Personnel', { kind: 'renamed', since: '2025-07-01', now: 'Personnel and Inspection' }],
    ['Inspection', { kind: 'merged', since: '2025-03-01', now: 'Personnel and Inspection' }],
    ['Archive', { kind: 'dissolved', since: '2025-01-01' }],
    ['Legal', { kind: 'unknown' }],
  ])('“%s” is matched to the tree, old names too', (typed, wanted) => {
    expect(adviseNames(units, [typed], '2025-08-01')).toMatchObject([{ typed, ...wanted }]);
  });

  test('is asked about on the day itself: before its merger a unit is known', () => {
    expect(adviseNames(units, ['Inspection', 'Personnel'], '2025-02-28').map(({ kind }) => kind)).toEqual([
      'known',
      'known',
    ]);
  });

  test('an old name that another unit bears today means that unit; two of one name are ambiguous', () => {
    const more = [...units, unit('f', [['Archive', 'b', '2025-05-01']]), unit('g', [['Division 2', 'top', null]])];

    expect(adviseNames(more, ['Archive', 'Division 2'], '2025-08-01').map(({ kind }) => kind)).toEqual([
      'known',
      'ambiguous',
    ]);
  });

  test('says nothing while there is no tree', () => {
    expect(adviseNames([], ['Legal'], '2025-08-01')).toEqual([]);
  });
});

describe('a change', () => {
  const spell = (more: Partial<Spell>): Spell => ({
    name: 'Personnel',
    parent: id('top'),
    from: '2025-09-01',
    ...more,
  });

  test.each<[string, string | null, Partial<Spell>, object]>([
    ['under itself', 'b', { parent: id('b') }, { reason: 'unit-under-itself' }],
    ['under what stands under it', 'b', { parent: id('c') }, { reason: 'unit-under-itself', field: 'parent' }],
    [
      'before its last change',
      'b',
      { from: '2025-06-30' },
      { reason: 'unit-change-too-early', facts: { since: '2025-07-01' } },
    ],
    ['of a unit that is no more', 'a', {}, { reason: 'unit-ended', facts: { on: '2025-03-01' } }],
    ['under a unit that ends', null, { parent: id('e'), name: 'New' }, { reason: 'unit-parent-ends' }],
    [
      'under a unit that begins later',
      null,
      { parent: id('d'), name: 'New', from: null },
      { reason: 'unit-parent-not-there', facts: { since: '2025-02-01' } },
    ],
    ['to a name that stands there', null, { name: 'personnel  and Inspection' }, { reason: 'unit-name-taken' }],
    ['on no date', 'b', { from: '1/9/2025' }, { reason: 'unit-date-unreadable' }],
    ['to no name', 'b', { name: ' ' }, { reason: 'unit-name-missing' }],
  ])('%s is refused', (_what, which, more, wanted) => {
    const changed = units.find((one) => one.id === which) ?? null;

    expect(checkSpell(units, changed, spell(more))).toMatchObject({ ok: false, ...wanted });
  });

  test('on the day of the last one corrects that one', () => {
    const b = units[2] ?? null;

    expect(checkSpell(units, b, spell({ from: '2025-07-01' }))).toMatchObject({ ok: true });
  });

  test('a circle that would begin only later is refused too', () => {
    const later = [
      ...units,
      unit('f', [
        ['Bureau', 'top', null],
        ['Bureau', 'c', '2026-01-01'],
      ]),
    ];
    const c = later[3] ?? null;

    expect(checkSpell(later, c, spell({ name: 'Division 10', parent: id('f') }))).toMatchObject({
      reason: 'unit-under-itself',
    });
  });

  test('whatever is allowed, nobody ever stands under themselves', () => {
    const days = ['2025-01-01', '2025-04-01', '2025-08-01', '2026-01-01'];
    const names = ['p', 'q', 'r', 's'].map(id);
    const start = names.map((name) => unit(name, [[name, null, null]]));
    const step = fc.record({ who: fc.nat(3), under: fc.option(fc.nat(3)), day: fc.nat(3) });

    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let tree: readonly Unit[] = start;
        for (const { who, under, day } of steps) {
          const one = tree[who];
          if (!one) continue;
          const wanted = {
            name: one.id,
            parent: under === null ? null : (names[under] ?? null),
            from: days[day] ?? null,
          };
          const checked = checkSpell(tree, one, wanted);
          if (!checked.ok) continue;
          const spells = [...one.spells.filter(({ from }) => from !== wanted.from), checked.value];
          tree = tree.map((other) => (other.id === one.id ? { ...other, spells } : other));
        }
        for (const on of ['2024-01-01', ...days]) expect(treeOn(tree, on)).toHaveLength(names.length);
      }),
    );
  });
});

describe('an end', () => {
  const end = (more: Partial<UnitEnd>): UnitEnd => ({
    ...{ on: '2025-09-01', kind: 'merged', into: id('top'), decision: null },
    ...more,
  });

  test.each<[string, string, Partial<UnitEnd>, object]>([
    ['into itself', 'b', { into: id('b') }, { reason: 'unit-into-itself', field: 'into' }],
    ['into what stands under it', 'b', { into: id('c') }, { reason: 'unit-into-below' }],
    ['into nothing', 'b', { into: null }, { reason: 'unit-into-missing' }],
    ['into a unit that is no more', 'b', { into: id('e') }, { reason: 'unit-into-not-there' }],
    ['twice', 'a', {}, { reason: 'unit-ended' }],
    ['before its last change', 'b', { on: '2025-07-01' }, { reason: 'unit-change-too-early' }],
    [
      'dissolved with units under it',
      'b',
      { kind: 'dissolved', into: null },
      { reason: 'unit-has-children', facts: { count: 2, names: ['Division 2', 'Division 10'] } },
    ],
  ])('%s is refused', (_what, which, more, wanted) => {
    const ended = units.find((one) => one.id === which);

    expect(ended && checkEnd(units, ended, end(more))).toMatchObject({ ok: false, ...wanted });
  });

  test('the control: a unit with nothing under it may be dissolved', () => {
    const [, , , c] = units;

    expect(c && checkEnd(units, c, end({ kind: 'dissolved', into: null }))).toMatchObject({ ok: true });
    expect(c && spellOn({ ...c, end: end({}) }, '2025-09-01')).toBeNull();
  });
});

describe('a pasted list', () => {
  test.each<[string, string]>([
    ['spaces', 'Supreme Office\n  Department 1, crime and posts\n    Division A\n  Department 2'],
    ['dashes', 'Supreme Office\n- Department 1, crime and posts\n-- Division A\n- Department 2'],
    ['cells of a spreadsheet', 'Supreme Office\n\tDepartment 1, crime and posts\n\t\tDivision A\n\tDepartment 2'],
    [
      'a second column',
      'Unit\tStands under\nDivision A\tDepartment 1, crime and posts\n1. Supreme Office\t\nDepartment 1, crime and posts\tSupreme Office\nDepartment 2\tSupreme Office',
    ],
  ])('is understood by %s', (_how, text) => {
    const { fresh, faults } = readUnits([], text);

    const names = new Map(fresh.map(({ line, name }) => [line, name]));
    const places = fresh.map(({ name, at }) => [name, at.kind === 'line' ? names.get(at.line) : at.kind]);
    expect(faults).toEqual([]);
    expect(Object.fromEntries(places)).toEqual({
      'Supreme Office': 'top',
      'Department 1, crime and posts': 'Supreme Office',
      'Division A': 'Department 1, crime and posts',
      'Department 2': 'Supreme Office',
    });
  });

  test('a unit that the tree has is counted, and new ones hang below it', () => {
    const { fresh, known } = readUnits(units, 'Personnel and Inspection\n  Division 2\n  Division 3');

    expect(known).toBe(2);
    expect(fresh).toEqual([{ line: 3, name: 'Division 3', at: { kind: 'unit', unit: 'b' } }]);
  });

  test.each<[string, string, object[]]>([
    ['an unknown parent', 'Desk;Nowhere', [{ line: 1, kind: 'parent-unknown', hint: 'Nowhere' }]],
    ['the same line twice', 'Desk;Head Office\nDesk;Head Office', [{ line: 2, kind: 'same-line', hint: '1' }]],
    ['a circle', 'P;Q\nQ;P', [{ line: 1 }, { line: 2 }]],
    ['itself as parent', 'P;P', [{ line: 1, kind: 'cycle' }]],
    ['what stands under a faulty line', 'P;Nowhere\nQ;P', [{ line: 1 }, { line: 2, kind: 'parent-faulty', hint: '1' }]],
    ['a missing name', ';Head Office\nQ;Head Office', [{ line: 1, kind: 'no-name' }]],
  ])('points out %s and leaves it out', (_what, text, wanted) => {
    const { fresh, faults } = readUnits(units, text);

    expect(faults).toMatchObject(wanted);
    expect(fresh.some(({ line }) => faults.some((fault) => fault.line === line))).toBe(false);
  });
});
