/** Own values in the place of a rule set's: only those named change, within their ranges. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { RuleSet } from '../../../src/features/eligibility/types.ts';
import {
  faultsOf,
  keysFor,
  presentValue,
  rangeOf,
  withOwnRules,
} from '../../../src/features/guidance/rules/own-values.ts';
import { type OwnValues, ownKeys } from '../../../src/features/guidance/types.ts';

const by = { guidance: '0b0e7a3e-8f6c-4a55-9d57-6a4f3f5f2b10', number: '41/HD-MAU', issuedOn: '2026-02-01' };
const rule = (values: OwnValues) => ({ ...by, issuer: 'Office', subject: 'planning', reason: 'Clause 4', values });

test('whatever is in its range makes a proper rule set that says exactly that, and leaves the rest', () => {
  const cases = fc.constantFrom(...ruleSets).chain((ruleSet) => {
    const values = Object.fromEntries(
      keysFor(ruleSet).map((key) => {
        const { min, max } = rangeOf(key, ruleSet)!;
        return [key, fc.integer({ min, max })];
      }),
    );
    return fc.tuple(fc.constant(ruleSet), fc.record(values, { requiredKeys: [] }) as fc.Arbitrary<OwnValues>);
  });
  fc.assert(
    fc.property(cases, ([ruleSet, values]) => {
      const changed = withOwnRules(ruleSet, [rule(values)]);

      expect(RuleSet.safeParse(changed).success).toBe(true);
      for (const key of ownKeys) {
        expect([key, presentValue(key, changed)]).toEqual([key, values[key] ?? presentValue(key, ruleSet)]);
      }
      const own = Object.values(changed.parameters).filter(({ confidence }) => confidence === 'own');
      expect(own.every(({ source }) => source.reference === `own-${by.guidance}`)).toBe(true);
      expect(own.length).toBeLessThanOrEqual(Object.keys(values).length);
    }),
  );
});

test('a value one beyond its range is a fault that names the range', () => {
  for (const ruleSet of ruleSets) {
    for (const key of keysFor(ruleSet)) {
      const { min, max } = rangeOf(key, ruleSet)!;

      expect(faultsOf({ [key]: max + 1 }, ruleSet)).toContainEqual({ key, value: max + 1, min, max });
      expect(faultsOf({ [key]: min - 1 }, ruleSet)).toContainEqual({ key, value: min - 1, min, max });
    }
  }
});

test('of two documents the later one wins, value by value', () => {
  const ruleSet = ruleSets.find(({ key }) => key === 'vn-party-qd377')!;

  const { parameters } = withOwnRules(ruleSet, [
    rule({ 'women-percent': 30, 'fewest-people': 3 }),
    rule({ 'women-percent': 35 }),
  ]);

  expect([parameters.targetWomenPercent.value, parameters.minPeoplePerPosition.value]).toEqual([35, 3]);
});
