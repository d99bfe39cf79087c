/** Whoever meets a rule whose value is not confirmed meets something unconfirmed: where people are sorted, that is said. */
import { unsureRulesOf } from '../../../src/features/eligibility/rules/evaluator.ts';
import { ruleSetByKey, ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { unsureNote } from '../../../src/features/eligibility/views.ts';
import { withOwnRules } from '../../../src/features/guidance/rules/own-values.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { wordsOf } from '../../support/hands.ts';

const guidance = {
  ...{ guidance: 'g', number: '41/HD-MAU', issuedOn: '2026-02-01', issuer: 'Sample Office', subject: 'planning' },
  ...{ reason: 'Clause 4', values: { 'positions-per-person': 2 } },
};

test.each([
  ['vn-party-qd377', ['age-next-term', 'age-current-term']],
  ['general', []],
  ['nomcom-rfc8713', []],
] as const)('%s: not confirmed are %j', (key, rules) => {
  expect(unsureRulesOf(ruleSetByKey(key, 1))).toEqual(rules);
});

test('of every rule set the note names what the rule book says is not confirmed, and no rule that it lacks', () => {
  const t = texts('en', 'UTC', 'party');
  for (const ruleSet of ruleSets) {
    const said = wordsOf({ summary: '', blocks: unsureNote(t, ruleSet) });
    const ages = ruleSet.parameters.retirement;
    expect(said.includes('Age for the next term')).toBe(ages.value !== null && ages.confidence === 'unconfirmed');
    expect(said.includes('Waiting time')).toBe(
      ruleSet.parameters.appointmentWaitMonths.value !== null &&
        ruleSet.parameters.appointmentWaitMonths.confidence === 'unconfirmed',
    );
  }
});

test('what a committee has set itself is not called unconfirmed', () => {
  const before = ruleSetByKey('vn-party-hd15', 1);

  expect(unsureRulesOf(before)).toContain('positions-per-person');
  expect(unsureRulesOf(withOwnRules(before, [guidance]))).not.toContain('positions-per-person');
});
