import { describe, expect, test } from '@jest/globals';
import { voteRulesFor } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import { ruleParts } from '../../../src/features/ballots/types/vote-rule.ts';
import { ruleSetByKey, ruleSetFor, ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { cite } from '../../../src/features/eligibility/rules/verdict.ts';
import { profiles, RuleSet } from '../../../src/features/eligibility/types.ts';
import { addDays } from '../../../src/kernel/time.ts';

describe('which rule set holds', () => {
  test.each([
    ['vn-party', '2012-11-05', 'vn-party-hd15'],
    ['vn-party', '2020-06-01', 'vn-party-hd15'],
    ['vn-party', '2021-12-26', 'vn-party-hd15'],
    ['vn-party', '2021-12-27', 'vn-party-qd50'],
    ['vn-party', '2025-10-07', 'vn-party-qd50'],
    ['vn-party', '2025-10-08', 'vn-party-qd377'],
    ['vn-state', '2025-10-07', 'vn-state-qd50'],
    ['vn-state', '2026-11-20', 'vn-state-qd377'],
    ['general', '2026-11-20', 'general'],
    ['nomcom', '2026-11-20', 'nomcom-rfc8713'],
  ] as const)('%s on %s: %s', (profile, on, key) => {
    expect(ruleSetFor(profile, on).key).toBe(key);
  });

  test('a day before the first rule set is an error, never silently nothing', () => {
    expect(() => ruleSetFor('vn-party', '2012-11-04')).toThrow('0 rule sets');
  });

  test.each(profiles)('%s has exactly one on every day from its first to 2040', (profile) => {
    const first = ruleSets
      .filter((ruleSet) => ruleSet.profile === profile)
      .map((ruleSet) => ruleSet.validFrom)
      .sort()[0]!;

    for (let day = first; day < '2040-01-01'; day = addDays(day, 1)) ruleSetFor(profile, day);
  });

  test('before QĐ 50 nothing was read, so no rule of that time is said to be sure', () => {
    for (const key of ['vn-party-hd15', 'vn-state-hd15']) {
      const ofTheTime = Object.values(ruleSetByKey(key, 1).parameters).filter(
        ({ source }) => source.reference !== 'own-choice',
      );

      expect(ofTheTime.length).toBeGreaterThan(15);
      expect(ofTheTime.filter(({ confidence }) => confidence !== 'unconfirmed')).toEqual([]);
    }
  });

  test('a plan finds the one it was made under, also after it was replaced', () => {
    expect(ruleSetByKey('vn-party-qd50', 1).validTo).toBe('2025-10-07');
    expect(() => ruleSetByKey('vn-party-qd50', 2)).toThrow('no rule set');
  });
});

describe.each(ruleSets.map((ruleSet) => [ruleSet.key, ruleSet] as const))('the data of %s', (_, ruleSet) => {
  test('every parameter cites a reference that is listed', () => {
    for (const parameter of Object.values(ruleSet.parameters)) expect(cite(ruleSet, parameter).title.vi).not.toBe('');
  });

  test('no reference is listed twice, and none is listed for nothing', () => {
    const listed = ruleSet.legalReferences.map((reference) => reference.key);
    const ofVotes = voteRulesFor(ruleSet).flatMap((rule) => ruleParts.map((part) => rule[part]));
    const used = new Set([...Object.values(ruleSet.parameters), ...ofVotes].map(({ source }) => source.reference));

    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.filter((key) => !used.has(key))).toEqual([]);
  });

  test('a misspelt parameter would be refused', () => {
    const misspelt = { ...ruleSet, parameters: { ...ruleSet.parameters, onlyHiger: ruleSet.parameters.onlyHigher } };

    expect(RuleSet.safeParse(misspelt).success).toBe(false);
  });
});

describe('what the profiles differ in', () => {
  test.each([
    ['vn-party', 'screened-suggestions', false, 'not-asked', false],
    ['vn-state', 'screened-suggestions', false, 'not-asked', false],
    ['general', 'members', true, 'asked', true],
    ['nomcom', 'anyone', true, 'written', true],
  ] as const)('%s: %s propose, self: %s, consent: %s, maybe is an answer: %s', (profile, who, self, consent, maybe) => {
    const { proposing, rsvpChoices } = ruleSetFor(profile, '2026-11-20').parameters;

    expect(proposing.value).toMatchObject({ who, mayProposeSelf: self, consent });
    expect(rsvpChoices.value.includes('maybe')).toBe(maybe);
  });
});
