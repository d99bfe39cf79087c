/** Shares, brackets and coverage of a plan: numerator, denominator, aim, what is missing. All people are invented. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ruleSetByKey } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { type Place, type Planned, structureOf } from '../../../src/features/eligibility/rules/structure.ts';

const under50 = ruleSetByKey('vn-party-qd50', 1);
const under377 = ruleSetByKey('vn-party-qd377', 1);
const general = ruleSetByKey('general', 1);
const on = '2026-11';

const place = (id: string, seats = 1, isCommittee = false): Place => ({ id, title: id, seats, isCommittee });
const somebody = (person: string, more: Partial<Planned> = {}): Planned => ({
  ...{ person, position: 'deputy', birthMonth: '1980-01', sex: 'male' },
  ...more,
});
const crowd = (count: number, more: Partial<Planned> = {}) =>
  Array.from({ length: count }, (_, index) => somebody(`p${index}${more.sex ?? ''}${more.birthMonth ?? ''}`, more));

describe('shares', () => {
  test.each([
    ['25 % women of 8 is two', 8, 2, 0],
    ['of 9 it is three', 9, 2, 1],
    ['of nobody nothing is missing', 0, 0, 0],
  ])('%s', (_what, of, women, missing) => {
    const people = [...crowd(women, { sex: 'female' }), ...crowd(of - women)];

    const { aims } = structureOf(people, [], under50, on);

    expect(aims.find(({ aim }) => aim === 'women')).toMatchObject({ counted: women, of, percent: 25, missing });
  });

  test.each([
    ['1986-12', 1],
    ['1986-11', 0],
  ])('born %s is under forty in 11/2026: %i', (birthMonth, counted) => {
    const { aims } = structureOf([somebody('a', { birthMonth })], [], under50, on);

    expect(aims.find(({ aim }) => aim === 'young')).toMatchObject({ counted, underAge: 40 });
  });

  test('whoever is not known is in the denominator, never in the numerator, and said', () => {
    const { aims } = structureOf([somebody('a', { sex: null, birthMonth: null })], [], under50, on);

    expect(aims).toEqual([
      expect.objectContaining({ aim: 'young', counted: 0, unknown: 1, of: 1, missing: 1 }),
      expect.objectContaining({ aim: 'women', counted: 0, unknown: 1, of: 1, missing: 1 }),
    ]);
  });

  test('under QĐ 377 the aims are those of QĐ 50 and not confirmed; a board has none', () => {
    expect(structureOf([], [], under377, on).aims.map(({ source }) => source.confidence)).toEqual([
      'unconfirmed',
      'unconfirmed',
    ]);
    expect(structureOf(crowd(3), [], general, on)).toMatchObject({ aims: [], brackets: [] });
  });
});

describe('coverage', () => {
  test('a position with fewer people than the rule set asks for says how many more', () => {
    const places = [place('head'), place('deputy', 2), place('member', 15, true)];

    const structure = structureOf(crowd(1), places, under377, on);

    expect(structure.positions.map(({ title, people, missing }) => [title, people, missing])).toEqual([
      ['head', 0, 2],
      ['deputy', 1, 1],
      ['member', 0, 0],
    ]);
    expect(structure).toMatchObject({ covered: 1, people: 1, ratioPercent: 6 });
  });

  test('somebody in two positions counts once in shares and in both positions', () => {
    const twice = [somebody('a', { sex: 'female' }), somebody('a', { sex: 'female', position: 'head' })];

    const structure = structureOf(twice, [place('head'), place('deputy')], under50, on);

    expect(structure).toMatchObject({ people: 1, covered: 2, ratioPercent: 100 });
    expect(structure.aims.find(({ aim }) => aim === 'women')).toMatchObject({ counted: 1, of: 1 });
  });
});

test('numbers are those of a naive count, and taking away what is missing would reach every aim', () => {
  const births = fc.constantFrom(null, '1960-02', '1981-11', '1981-12', '1986-11', '1986-12', '1995-01');
  const planned = fc.array(
    fc.record({
      person: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'),
      position: fc.constantFrom('head', 'deputy'),
    }),
    { maxLength: 15 },
  );
  const register = fc.record({
    births: fc.array(births, { minLength: 9, maxLength: 9 }),
    sexes: fc.array(fc.constantFrom(null, 'female' as const, 'male' as const), { minLength: 9, maxLength: 9 }),
  });
  fc.assert(
    fc.property(planned, register, (standing, known) => {
      const people = standing.map((one) => {
        const index = 'abcdefghi'.indexOf(one.person);
        return { ...one, birthMonth: known.births[index] ?? null, sex: known.sexes[index] ?? null };
      });

      const {
        aims,
        brackets,
        withoutAge,
        positions,
        people: count,
      } = structureOf(people, [place('head'), place('deputy')], under50, on);

      const names = [...new Set(people.map(({ person }) => person))];
      const women = names.filter((name) => people.some(({ person, sex }) => person === name && sex === 'female'));
      const young = names.filter((name) =>
        people.some(({ person, birthMonth }) => person === name && ['1986-12', '1995-01'].includes(birthMonth ?? '')),
      );
      expect(count).toBe(names.length);
      expect(aims.map(({ counted }) => counted)).toEqual([young.length, women.length]);
      for (const { counted, missing, percent, of } of aims) {
        expect((counted + missing) * 100 >= percent * of).toBe(true);
        if (missing > 0) expect((counted + missing - 1) * 100 < percent * of).toBe(true);
      }
      expect(brackets.map(({ people: inside }) => inside).reduce((a, b) => a + b, 0) + withoutAge).toBe(names.length);
      expect(positions.map((one) => one.people)).toEqual(
        ['head', 'deputy'].map((id) => names.filter((name) => hasPosition(people, name, id)).length),
      );
    }),
  );

  function hasPosition(people: readonly Planned[], name: string, id: string): boolean {
    return people.some(({ person, position }) => person === name && position === id);
  }
});
