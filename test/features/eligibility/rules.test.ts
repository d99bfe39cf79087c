import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkPeoplePerPosition, checkPositionsPerPerson } from '../../../src/features/eligibility/rules/caps.ts';
import { checkCommitteeRatio } from '../../../src/features/eligibility/rules/committee-ratio.ts';
import { checkAppointmentWait, checkDiscipline } from '../../../src/features/eligibility/rules/discipline.ts';
import { checkNomination, summary } from '../../../src/features/eligibility/rules/evaluator.ts';
import { checkOnlyHigher } from '../../../src/features/eligibility/rules/only-higher.ts';
import { isQuorumReached, quorumNeeded } from '../../../src/features/eligibility/rules/quorum.ts';
import { ruleSetByKey, ruleSetFor } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { type DisciplineRecord, ruleKeys } from '../../../src/features/eligibility/types.ts';
import { nominationOf } from './nominations.ts';

const under377 = ruleSetFor('vn-party', '2026-11-20');
const under50 = ruleSetByKey('vn-party-qd50', 1);
const general = ruleSetFor('general', '2026-11-20');
const nomcom = ruleSetFor('nomcom', '2026-11-20');

describe('people per position', () => {
  test.each([
    [1, 2, 'passes'],
    [2, 3, 'passes'],
    [3, 4, 'blocks'],
  ])('with %i others there are %i of 3: %s', (othersInPosition, people, level) => {
    const verdict = checkPeoplePerPosition(nominationOf({ othersInPosition }), under377);

    expect(verdict).toMatchObject({ level, confidence: 'confirmed', facts: { people, max: 3 } });
  });

  test('membership of a committee has no cap but a ratio', () => {
    const inCommittee = nominationOf({ othersInPosition: 20, position: { isCommittee: true, seats: 15 } });

    expect(checkPeoplePerPosition(inCommittee, under377)).toBeNull();
  });

  test('the general profile has no cap', () => {
    expect(checkPeoplePerPosition(nominationOf({ othersInPosition: 30 }), general)).toBeNull();
  });
});

describe('positions per person, at the same level', () => {
  test.each([
    [[4, 4], 'passes'],
    [[4, 4, 4], 'blocks'],
    [[4, 4, 3, 5], 'passes'],
    [[4, 4, null], 'not-known'],
    [[4, 4, 4, null], 'blocks'],
    [[null, null], 'passes'],
  ])('planned elsewhere at levels %j, once more at level 4: %s', (otherPositionLevels, level) => {
    expect(checkPositionsPerPerson(nominationOf({ otherPositionLevels }), under377)?.level).toBe(level);
  });

  test('passes or blocks only where every way of filling in the unknown levels agrees', () => {
    const levels = fc.array(fc.constantFrom(null, 3, 4), { maxLength: 5 });
    fc.assert(
      fc.property(levels, fc.constantFrom(null, 3, 4), (others, level) => {
        const verdict = checkPositionsPerPerson(
          nominationOf({ otherPositionLevels: others, position: { level } }),
          under377,
        );

        const outcomes = new Set(
          fillings([level, ...others]).map(([own, ...rest]) => 1 + rest.filter((other) => other === own).length > 3),
        );
        const expected = outcomes.size === 2 ? 'not-known' : outcomes.has(true) ? 'blocks' : 'passes';
        expect(verdict?.level).toBe(expected);
      }),
    );
  });

  function fillings(levels: readonly (number | null)[]): number[][] {
    if (levels.length === 0) return [[]];
    const heads = levels[0] === null ? [3, 4] : [levels[0]!];
    return fillings(levels.slice(1)).flatMap((rest) => heads.map((head) => [head, ...rest]));
  }
});

describe('only a higher position', () => {
  test.each([
    [3, 4, 'passes'],
    [4, 4, 'blocks'],
    [5, 4, 'blocks'],
    [null, 4, 'not-known'],
    [3, null, 'not-known'],
  ])('from level %s to level %s: %s', (presentLevel, positionLevel, level) => {
    const verdict = checkOnlyHigher(
      nominationOf({ person: { level: presentLevel }, position: { level: positionLevel } }),
      under377,
    );

    expect(verdict).toMatchObject({ level, facts: { presentLevel, positionLevel } });
  });
});

describe('discipline', () => {
  const ended: DisciplineRecord = { kind: 'reprimand', decidedOn: '2025-01-10', effectUntil: '2026-01-10' };
  const running: DisciplineRecord = { kind: 'warning', decidedOn: '2026-03-01', effectUntil: '2027-03-01' };
  const endless: DisciplineRecord = { kind: 'reprimand', decidedOn: '2026-03-01', effectUntil: null };
  const removed: DisciplineRecord = { kind: 'removal', decidedOn: '2020-01-10', effectUntil: '2021-01-10' };

  test.each([
    ['none', [], 'passes', 'passes'],
    ['not known whether any', null, 'not-known', 'not-known'],
    ['a reprimand that has ended', [ended], 'note', 'note'],
    ['a warning in effect', [running], 'blocks', 'blocks'],
    ['a reprimand whose end is not known', [endless], 'not-known', 'not-known'],
    ['a removal that has ended', [removed], 'note', 'not-known'],
    ['several: the gravest counts', [ended, running], 'blocks', 'blocks'],
  ] as const)('%s: under QĐ 50 it %#. %s', (_, disciplines, qd50, qd377) => {
    const nomination = nominationOf({ person: { disciplines } });

    expect(checkDiscipline(nomination, under50)?.level).toBe(qd50);
    expect(checkDiscipline(nomination, under377)?.level).toBe(qd377);
  });

  test('somebody in the plan since before the measure leaves it under QĐ 50, also after its effect; not under QĐ 377', () => {
    const nomination = nominationOf({ person: { disciplines: [ended] }, plannedSince: '2024-06-01' });

    expect(checkDiscipline(nomination, under50)).toMatchObject({ level: 'blocks', facts: { isRemovedFromPlan: true } });
    expect(checkDiscipline(nomination, under377)?.level).toBe('note');
  });

  test('a measure from before the plan does not remove from it', () => {
    const nomination = nominationOf({ person: { disciplines: [ended] }, plannedSince: '2026-02-01' });

    expect(checkDiscipline(nomination, under50)?.level).toBe('note');
  });

  test.each([
    ['2026-01-10', 'blocks'],
    ['2026-01-11', 'note'],
  ])('a measure in effect until 10/01/2026, checked on %s: %s', (on, level) => {
    expect(checkDiscipline(nominationOf({ on, person: { disciplines: [ended] } }), under377)?.level).toBe(level);
  });

  test('the general profile asks nothing about discipline', () => {
    expect(checkDiscipline(nominationOf({ person: { disciplines: null } }), general)).toBeNull();
  });

  test.each([
    ['reprimand', '2024-11-20', 'passes', '2026-11-20'],
    ['reprimand', '2024-11-21', 'before-appointment', '2026-11-21'],
    ['warning', '2024-01-15', 'before-appointment', '2027-01-15'],
    ['removal', '2020-02-29', 'before-appointment', '2025-03-01'],
  ] as const)('a %s of %s %s appointment on 20/11/2026 (from %s)', (kind, decidedOn, level, from) => {
    const on = kind === 'removal' ? '2025-02-28' : '2026-11-20';
    const disciplines = [{ kind, decidedOn, effectUntil: '2025-01-01' }];

    const verdict = checkAppointmentWait(nominationOf({ on, person: { disciplines } }), under377);

    expect(verdict).toMatchObject({ level, facts: { mayBeAppointedFrom: from } });
  });

  test('without the date of the decision the wait is not known; without a measure there is none', () => {
    const undated = [{ kind: 'reprimand' as const, decidedOn: null, effectUntil: '2025-01-01' }];

    expect(checkAppointmentWait(nominationOf({ person: { disciplines: undated } }), under377)?.level).toBe('not-known');
    expect(checkAppointmentWait(nominationOf(), under377)).toBeNull();
  });
});

describe('the ratio of a committee', () => {
  const committee = { isCommittee: true, seats: 15, level: 4 };

  test.each([
    [21, 'passes', 147],
    [22, 'note', 153],
  ])('with %i others for 15 seats and at most 150 %%: %s', (othersInPosition, level, ratioPercent) => {
    const nomination = nominationOf({ position: committee, othersInPosition, ratioPercent: { min: null, max: 150 } });

    expect(checkCommitteeRatio(nomination, under377)).toMatchObject({ level, facts: { ratioPercent, seats: 15 } });
  });

  test('has no legal default, so without the own setting of the plan there is no verdict', () => {
    expect(checkCommitteeRatio(nominationOf({ position: committee, othersInPosition: 90 }), under377)).toBeNull();
  });
});

describe('all rules together', () => {
  test('a nomination with everything known and in order is eligible, and says so rule by rule in the fixed order', () => {
    const verdicts = checkNomination(nominationOf(), under377);

    expect(verdicts.map((verdict) => `${verdict.rule} ${verdict.level}`)).toEqual([
      'people-per-position passes',
      'positions-per-person passes',
      'age-next-term passes',
      'only-higher passes',
      'discipline passes',
    ]);
    expect(summary(verdicts)).toBe('eligible');
  });

  test('one blocking rule blocks, whatever is missing elsewhere; something missing is incomplete', () => {
    const missing = { person: { birthMonth: null } };

    expect(summary(checkNomination(nominationOf(missing), under377))).toBe('incomplete');
    expect(summary(checkNomination(nominationOf({ ...missing, othersInPosition: 3 }), under377))).toBe('blocked');
  });

  test('nobody about whom nothing is known is eligible under a Vietnamese rule set', () => {
    const person = { birthMonth: null, sex: null, level: null, disciplines: null };

    expect(
      checkNomination(nominationOf({ person }), under377).filter((verdict) => verdict.level === 'not-known'),
    ).toHaveLength(3);
  });

  test('planning together with an appointment blocks where it is recorded', () => {
    expect(summary(checkNomination(nominationOf({ isBeingAppointed: true }), under377))).toBe('blocked');
    expect(summary(checkNomination(nominationOf({ isBeingAppointed: true }), general))).toBe('eligible');
  });

  test('a member of a NomCom may not be its nominee; elsewhere a member may', () => {
    const member = nominationOf({ isCommitteeMember: true });

    expect(checkNomination(member, nomcom).map((verdict) => [verdict.rule, verdict.level])).toEqual([
      ['own-committee', 'blocks'],
    ]);
    expect(checkNomination(member, general)).toEqual([]);
  });

  test.each([
    ['noted', true, 'passes'],
    ['noted', false, 'note'],
    ['required', false, 'blocks'],
    ['required', true, 'passes'],
    [null, false, undefined],
  ] as const)('where the rule on the pool is %s, a name whose being in it is %s: %s', (value, isIn, level) => {
    const rule = { ...under377.parameters.pool, value };
    const ruleSet = { ...under377, parameters: { ...under377.parameters, pool: rule } };
    const nomination = nominationOf({ pool: { isIn, version: 2, discussedOn: '2026-11-02' } });

    const verdict = checkNomination(nomination, ruleSet).find(({ rule: key }) => key === 'pool');

    expect(verdict?.level).toBe(level);
    expect(checkNomination(nominationOf(), ruleSet).some(({ rule: key }) => key === 'pool')).toBe(false);
  });

  test('every verdict carries its numbers, its sources and its rule set, in the fixed order, whatever is missing', () => {
    const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
    const discipline = fc.record({
      kind: fc.constantFrom('reprimand' as const, 'warning' as const, 'removal' as const, 'expulsion' as const),
      decidedOn: maybe(fc.constantFrom('2020-01-10', '2026-01-10')),
      effectUntil: maybe(fc.constantFrom('2021-01-10', '2027-01-10')),
    });
    const nominations = fc.record({
      person: fc.record({
        birthMonth: maybe(fc.constantFrom('1960-01', '1972-05', '1985-12')),
        sex: maybe(fc.constantFrom('female' as const, 'male' as const)),
        level: maybe(fc.integer({ min: 1, max: 5 })),
        disciplines: maybe(fc.array(discipline, { maxLength: 3 })),
      }),
      position: fc.record({
        level: maybe(fc.integer({ min: 1, max: 5 })),
        seats: fc.integer({ min: 1, max: 15 }),
        isCommittee: fc.boolean(),
      }),
      term: fc.record({
        start: maybe(fc.constantFrom('2025-06', '2030-06')),
        congress: maybe(fc.constantFrom('2025-04', '2030-04')),
      }),
      plannedSince: maybe(fc.constantFrom('2019-01-01', '2026-05-01')),
      ratioPercent: maybe(fc.constant({ min: 100, max: 150 })),
    });
    fc.assert(
      fc.property(nominations, fc.constantFrom(under50, under377, general, nomcom), (changes, ruleSet) => {
        const nomination = nominationOf(changes);
        const verdicts = checkNomination(nomination, ruleSet);

        expect(
          verdicts.filter((verdict) => verdict.sources.length === 0 || verdict.ruleSet.key !== ruleSet.key),
        ).toEqual([]);
        const order = verdicts.map((verdict) => ruleKeys.indexOf(verdict.rule));
        expect(order).toEqual([...order].sort((a, b) => a - b));
        const unsaid = verdicts.filter(
          (verdict) => (verdict.level === 'not-known') !== Array.isArray(verdict.facts.missing),
        );
        expect(unsaid).toEqual([]);
        const { person } = nomination;
        if (
          ruleSet.profile === 'vn-party' &&
          (person.birthMonth === null || person.level === null || person.disciplines === null)
        ) {
          expect(summary(verdicts)).not.toBe('eligible');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('quorum', () => {
  test.each([
    ['vn-party', 15, 10],
    ['vn-party', 16, 11],
    ['vn-party', 20, 14],
    ['general', 10, 6],
    ['general', 11, 6],
    ['nomcom', 10, 7],
  ] as const)('%s, %i people in the base: %i are needed', (profile, base, needed) => {
    const rule = ruleSetFor(profile, '2026-11-20').parameters.quorum.value;

    expect(quorumNeeded(rule, base)).toBe(needed);
    expect([isQuorumReached(rule, needed - 1, base), isQuorumReached(rule, needed, base)]).toEqual([false, true]);
  });

  test('other matters of a NomCom need three quarters of the members', () => {
    expect(quorumNeeded(nomcom.parameters.quorumOtherMatters.value!, 14)).toBe(11);
  });

  test('nobody summoned is no quorum', () => {
    expect(isQuorumReached(under377.parameters.quorum.value, 0, 0)).toBe(false);
  });
});
