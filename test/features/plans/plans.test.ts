import fc from 'fast-check';
import { deadlineOf } from '../../../src/features/deadlines/operations/set.ts';
import { seePlan } from '../../../src/features/plans/operations/look.ts';
import { changePositions, makePlan } from '../../../src/features/plans/operations/make.ts';
import { readMonth, readPositions, writePositions } from '../../../src/features/plans/rules/form.ts';
import { tidyName } from '../../../src/i18n/names.ts';
import type { PositionId } from '../../../src/kernel/ids.ts';
import { createTestDatabase } from '../../support/test-database.ts';
import { again, createScene, inRegister, must, position, propose, type Scene } from '../nominations/scene.ts';

const { handle } = await createTestDatabase();

describe('positions as lines', () => {
  test('what is written for the form is read back the same', () => {
    const title = fc
      .string({ minLength: 1, maxLength: 30 })
      .map((text) => tidyName(text.replace(/[;；\t\n]/gu, ' ')))
      .filter((text) => text !== '');
    const positions = fc.uniqueArray(
      fc.record({
        title,
        seats: fc.integer({ min: 1, max: 500 }),
        level: fc.option(fc.integer({ min: 1, max: 20 })),
        isCommittee: fc.boolean(),
      }),
      { selector: (one) => one.title.toLowerCase(), maxLength: 10 },
    );

    fc.assert(
      fc.property(positions, (list) => {
        const ranked = list.map((one, index) => ({ ...one, rank: (index + 1) * 10 }));
        const written = writePositions(
          ranked.map((one) => ({ ...one, id: 'x' as PositionId })),
          'committee',
        );

        expect(readPositions(written)).toEqual({ ok: true, value: ranked });
      }),
    );
  });

  test.each([
    ['; 2', 'position-line-empty', { line: 1 }],
    ['Secretary\nDeputy; many', 'position-seats-unreadable', { line: 2, seats: 'many' }],
    ['Secretary; 0', 'position-seats-unreadable', { line: 1 }],
    ['Secretary; 1; high', 'position-level-unreadable', { line: 1, level: 'high' }],
    ['Secretary; 1; 6; perhaps', 'position-word-unknown', { line: 1, word: 'perhaps' }],
    ['Secretary\n\nSECRETARY', 'position-twice', { line: 3 }],
    [Array.from({ length: 101 }, (_, index) => `P${index}`).join('\n'), 'positions-too-many', { max: 100 }],
  ])('%j is refused as %s', (text, reason, facts) => {
    expect(readPositions(text)).toMatchObject({ ok: false, reason, facts, field: 'positions' });
  });

  test.each([
    ['2025', '01', '2025-01'],
    ['2030', '06', '2030-06'],
    ['6/2025', '01', '2025-06'],
    ['2025-06', '01', '2025-06'],
    ['13/2025', '01', null],
    ['2025', null, null],
    ['soon', '01', null],
  ] as const)('“%s” is read as a month', (typed, of, month) => {
    expect(readMonth(typed, of)).toBe(month);
  });
});

describe('making a plan', () => {
  function make(scene: Scene, more: Partial<Parameters<typeof makePlan>[1]> = {}, act = scene.clerk) {
    return makePlan(again(act), {
      committee: scene.committee,
      title: 'Another plan',
      unit: 'Office',
      track: 'leadership',
      termFrom: '2026-06',
      termTo: '2031-06',
      congress: null,
      positions: [position('Head', 4)],
      names: null,
      ...more,
    });
  }

  test('a plan keeps the rule set in force when it was made, and a date off work moves to the working day before', async () => {
    const scene = await createScene(handle);

    const made = must(await make(scene, { names: { date: '2026-03-15', time: null } }));

    expect(scene.plan.ruleSet).not.toBe('');
    expect(made.names?.due).toMatchObject({ date: '2026-03-13', moved: { from: '2026-03-15', because: 'weekend' } });
    expect(await deadlineOf(again(scene.clerk), { kind: 'plan-names', id: made.plan })).toMatchObject({
      state: 'running',
    });
  });

  test.each([
    ['2020-06-01', 'vn-party-hd15'],
    ['2021-12-27', 'vn-party-qd50'],
    [null, 'vn-party-qd377'],
  ])('one that was made earlier, by the rules of %s, is under %s', async (rulesOf, ruleSet) => {
    const scene = await createScene(handle);

    const { plan } = must(await make(scene, { rulesOf }));

    const seen = must(await seePlan(again(scene.clerk), { committee: scene.committee, plan }));
    expect(seen.plan).toMatchObject({ ruleSet, ruleSetVersion: 1 });
  });

  test.each([
    ['a day before any rules that are known', { rulesOf: '2010-01-01' }, 'rules-unknown-then'],
    ['no title', { title: '  ' }, 'plan-title-empty'],
    ['a term that ends before it begins', { termTo: '2026-05' }, 'term-out-of-order'],
    ['a term of thirty years', { termTo: '2056-06' }, 'term-too-long'],
    ['a month that cannot be read', { termFrom: '' }, 'term-unreadable'],
    ['a date in the past', { names: { date: '2026-03-01', time: null } }, 'date-past'],
  ])('%s is refused, and nothing is stored', async (_why, more, reason) => {
    const scene = await createScene(handle);

    const made = await make(scene, more);

    expect(made).toMatchObject({ ok: false, reason });
    expect((await make(scene)).ok).toBe(true);
  });

  test('the same unit, kind and term twice: the second is refused', async () => {
    const scene = await createScene(handle);

    const both = await Promise.all([make(scene), make(scene)]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'plan-exists' });
  });

  test('only the committee secretary makes and changes plans', async () => {
    const scene = await createScene(handle);
    const change = { committee: scene.committee, plan: scene.plan.id, version: 1, positions: [] };

    expect(await make(scene, {}, scene.chair)).toMatchObject({ reason: 'right-missing' });
    expect(await changePositions(again(scene.ann), change)).toMatchObject({ reason: 'right-missing' });
  });
});

describe('changing positions', () => {
  function change(scene: Scene, positions: ReturnType<typeof position>[], version = 1) {
    return changePositions(again(scene.clerk), {
      committee: scene.committee,
      plan: scene.plan.id,
      version,
      positions,
    });
  }

  test('matched by title: changed, added, ended and opened again', async () => {
    const scene = await createScene(handle);

    const ended = must(await change(scene, [position('Deputy', 5, 3), position('Treasurer', 4)]));
    const opened = must(await change(scene, [position('Secretary', 6), position('Deputy', 5, 3)], 2));

    expect(ended.positions.map(({ title, seats }) => [title, seats])).toEqual([
      ['Deputy', 3],
      ['Treasurer', 1],
    ]);
    expect(opened.positions.find(({ title }) => title === 'Deputy')?.id).toBe(scene.deputy.id);
    expect(opened.positions.find(({ title }) => title === 'Secretary')?.id).toBe(scene.secretary.id);
  });

  test('a position for which somebody stands is not left out', async () => {
    const scene = await createScene(handle);
    must(await propose(scene.clerk, scene, await inRegister(scene, 'Mẫu')));

    const changed = await change(scene, [position('Secretary', 6)]);

    expect(changed).toMatchObject({ reason: 'position-has-people', facts: { title: 'Deputy' } });
  });

  test('a form drawn before somebody else changed the plan is refused', async () => {
    const scene = await createScene(handle);

    const both = await Promise.all([change(scene, [position('A', 1)]), change(scene, [position('B', 1)])]);

    expect(both.filter((outcome) => outcome.ok)).toHaveLength(1);
    expect(both.find((outcome) => !outcome.ok)).toMatchObject({ reason: 'plan-changed-meanwhile' });
  });
});
