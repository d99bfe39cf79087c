/** A row for every parameter of every rule set, with where domain/planning has it: the tables are in expected/. */
import { describe, expect, test } from '@jest/globals';
import { ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { register } from '../../../src/features/eligibility/rules/rule-sets/legal-references.ts';
import type { Parameters } from '../../../src/features/eligibility/types.ts';
import { boards, nomcoms } from './expected/elsewhere.ts';
import { partyBefore50, partyUnder50, partyUnder377 } from './expected/party.ts';
import type { Expected } from './expected/row.ts';
import { stateBefore50, stateUnder50, stateUnder377 } from './expected/state.ts';

const tables: Readonly<Record<string, Expected>> = {
  'vn-party-hd15': partyBefore50,
  'vn-party-qd50': partyUnder50,
  'vn-party-qd377': partyUnder377,
  'vn-state-hd15': stateBefore50,
  'vn-state-qd50': stateUnder50,
  'vn-state-qd377': stateUnder377,
  general: boards,
  'nomcom-rfc8713': nomcoms,
};

test('every rule set has its table, and every parameter of it a row', () => {
  expect(ruleSets.map(({ key }) => key).toSorted()).toEqual(Object.keys(tables).toSorted());
  for (const { key, parameters } of ruleSets) {
    expect(Object.keys(tables[key]!).toSorted()).toEqual(Object.keys(parameters).toSorted());
  }
});

describe.each(ruleSets)('$key', ({ key, parameters }) => {
  const rows = Object.entries(tables[key] ?? {}).map(([name, row]) => [name as keyof Parameters, ...row] as const);

  test.each(rows)('%s is %j by %s, %s (domain/planning %s)', (name, value, reference, confidence, readIn) => {
    expect(parameters[name]).toMatchObject({ confidence, source: { reference } });
    expect(parameters[name].value).toEqual(value);
    expect(register.map((entry) => entry.key)).toContain(reference);
    expect(readIn).not.toBe('');
  });
});

test('what was not found or is background only is nowhere said to be sure', () => {
  const sure = Object.entries(tables).flatMap(([key, table]) =>
    Object.entries(table)
      .filter(
        ([, [, , confidence, readIn]]) => confidence === 'confirmed' && /not found|background|later/u.test(readIn),
      )
      .map(([name]) => `${key}, ${name}`),
  );

  expect(sure).toEqual([]);
});
