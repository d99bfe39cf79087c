/** Where a reason for removal was read, by the rule set of the plan (domain/planning 2.3, 2.5, 2.8). */

import { reasonSource } from '../../../src/features/eligibility/rules/leaving.ts';
import { ruleSetByKey } from '../../../src/features/eligibility/rules/rule-set-for.ts';

test.each([
  ['vn-party-qd50', 'over-age', '50-QĐ/TW'],
  ['vn-party-qd377', 'over-age', '377-QĐ/TW'],
  ['vn-party-qd50', 'discipline', '50-QĐ/TW'],
  ['vn-party-qd377', 'discipline', '377-QĐ/TW'],
  ['vn-state-qd377', 'over-age', '377-QĐ/TW'],
  ['vn-party-qd50', 'political-standard', '50-QĐ/TW'],
  ['vn-party-qd377', 'political-standard', null],
  ['vn-party-qd377', 'duties-not-done', '377-QĐ/TW'],
  ['vn-party-qd50', 'duties-not-done', null],
  ['vn-party-hd15', 'political-standard', null],
  ['general', 'appointed', null],
  ['vn-party-qd377', 'other', null],
])('under %s, %s was read in %s', (key, reason, number) => {
  const source = reasonSource(ruleSetByKey(key, 1), reason);

  if (number === null) expect(source).toBeNull();
  else expect(source?.vi).toContain(number);
});
