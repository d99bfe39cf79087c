/** npm run check:sources, and that it would find what it looks for. */
import { describe, expect, test } from '@jest/globals';
import { citingOfBallots } from '../../../src/features/ballots/rules/citing.ts';
import { ruleSetByKey, ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { register } from '../../../src/features/eligibility/rules/rule-sets/legal-references.ts';
import { sourceProblems } from '../../../src/features/eligibility/rules/sources.ts';
import type { Confidence, RuleSet } from '../../../src/features/eligibility/types.ts';
import { citingOfProcedures } from '../../../src/features/procedures/rules/citing.ts';

const under50 = ruleSetByKey('vn-party-qd50', 1);

function citing(reference: string, confidence: Confidence = 'confirmed'): RuleSet {
  const maxPeoplePerPosition = { value: 3, confidence, source: { reference } };
  return { ...under50, parameters: { ...under50.parameters, maxPeoplePerPosition } };
}

function listing(ruleSet: RuleSet, key: string): RuleSet {
  const entry = register.find((one) => one.key === key)!;
  return { ...ruleSet, legalReferences: [...ruleSet.legalReferences, entry] };
}

test('every rule of every rule set, vote rule and procedure cites an entry of the register', () => {
  expect(sourceProblems(ruleSets, register, [...citingOfBallots(), ...citingOfProcedures()])).toEqual([]);
});

describe('found are', () => {
  test.each([
    ['a rule that cites nothing', citing(''), 'cites nothing'],
    ['one that the register does not know', citing('qd-51-2021'), 'does not know'],
    ['one that the rule set does not list', citing('qd-377-2025'), 'does not list'],
    ['one issued after the rule set ended', listing(citing('qd-377-2025'), 'qd-377-2025'), 'after 2025-10-07'],
    ['one replaced before it began', listing(citing('hd-22-2008'), 'hd-22-2008'), 'replaced on 2012-11-05'],
  ])('%s', (_what, ruleSet, said) => {
    const problems = sourceProblems([ruleSet], register, []);

    expect(problems.filter((problem) => problem.includes(said))).toHaveLength(1);
  });

  test('the control: a replaced document may be named where the value is said to be unconfirmed', () => {
    const ruleSet = listing(citing('hd-22-2008', 'unconfirmed'), 'hd-22-2008');

    expect(sourceProblems([ruleSet], register, [])).toEqual([]);
  });

  test('an entry that is replaced by nothing known, and one that stands twice', () => {
    const [first] = register;
    const faulty = [...register, { ...first!, replacedBy: 'qd-1-1900' }];

    expect(sourceProblems([], faulty, [])).toEqual([
      expect.stringContaining('stands there twice'),
      expect.stringContaining('number and date of another entry'),
      expect.stringContaining('is replaced by qd-1-1900'),
    ]);
  });

  test('a value elsewhere that belongs to no rule set', () => {
    const by = { value: 1, confidence: 'confirmed' as const, source: { reference: 'practice' } };
    const elsewhere = [{ where: 'a vote rule', ruleSet: { key: 'gone', version: 1 }, by }];

    expect(sourceProblems(ruleSets, register, elsewhere)).toEqual(['a vote rule: there is no rule set gone version 1']);
  });
});
