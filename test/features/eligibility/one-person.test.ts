/**
 * One person, put forward for the same position again and again: the deputy head of a division, whom the rules of four times
 * and bodies judge differently. Invented, as everybody here.
 */
import { describe, expect, test } from '@jest/globals';
import { checkNomination } from '../../../src/features/eligibility/rules/evaluator.ts';
import { ruleSetFor } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import type { NominationFacts, Profile, RuleKey, VerdictLevel } from '../../../src/features/eligibility/types.ts';
import { nominationOf } from './nominations.ts';

/** Born in 2/1969, reprimanded on 1 June 2024 with effect for a year, in the plan since 2023; three others beside him. */
const facts = nominationOf({
  person: {
    ...{ birthMonth: '1969-02', sex: 'male', level: 3 },
    disciplines: [{ kind: 'reprimand', decidedOn: '2024-06-01', effectUntil: '2025-06-01' }],
  },
  position: { level: 4, seats: 1, isCommittee: false },
  othersInPosition: 3,
  otherPositionLevels: [4, 4, 4],
});

interface Said {
  readonly profile: Profile;
  readonly on: string;
  readonly term: NominationFacts['term'];
  readonly plannedSince: string | null;
  readonly ruleSet: string;
  readonly verdicts: Partial<Record<RuleKey, VerdictLevel>>;
  /** Rules whose verdict rests on a source that is not confirmed. */
  readonly unsure: readonly RuleKey[];
}

const said: readonly [string, Said][] = [
  [
    'in 2020, before Regulation 50: 98 months to 60; no cap on people for a position was found',
    {
      ...{ profile: 'vn-party', on: '2020-06-15', term: { start: '2021-01', congress: '2020-12' }, plannedSince: null },
      ruleSet: 'vn-party-hd15',
      verdicts: {
        'positions-per-person': 'blocks',
        'age-next-term': 'passes',
        'only-higher': 'passes',
        discipline: 'passes',
      },
      unsure: ['positions-per-person', 'age-next-term', 'only-higher', 'discipline'],
    },
  ],
  [
    'in 2025 under Regulation 50: reprimanded while in the plan, he leaves it, and nobody is a fourth',
    {
      ...{ profile: 'vn-party', on: '2025-09-15', term: { start: '2025-12', congress: '2025-10' } },
      plannedSince: '2023-01-01',
      ruleSet: 'vn-party-qd50',
      verdicts: {
        'people-per-position': 'blocks',
        'positions-per-person': 'blocks',
        'age-next-term': 'note',
        'only-higher': 'passes',
        discipline: 'blocks',
        'appointment-wait': 'passes',
      },
      unsure: ['age-next-term'],
    },
  ],
  [
    'a month later under Regulation 377: the effect has ended, so he stays; appointment waits 24 months',
    {
      ...{ profile: 'vn-party', on: '2025-10-15', term: { start: '2025-12', congress: '2025-12' } },
      plannedSince: '2023-01-01',
      ruleSet: 'vn-party-qd377',
      verdicts: {
        'people-per-position': 'blocks',
        'positions-per-person': 'blocks',
        'age-next-term': 'note',
        'only-higher': 'passes',
        discipline: 'note',
        'appointment-wait': 'before-appointment',
      },
      unsure: ['age-next-term'],
    },
  ],
  [
    'the same day in a state body: its term begins five months after the congress, and he is too old for it',
    {
      ...{ profile: 'vn-state', on: '2025-10-15', term: { start: '2026-05', congress: '2025-12' } },
      plannedSince: '2023-01-01',
      ruleSet: 'vn-state-qd377',
      verdicts: {
        'people-per-position': 'blocks',
        'positions-per-person': 'blocks',
        'age-next-term': 'blocks',
        'only-higher': 'passes',
        discipline: 'note',
        'appointment-wait': 'before-appointment',
      },
      unsure: ['age-next-term'],
    },
  ],
];

describe('one person under four rule sets', () => {
  test.each(said)('%s', (_when, { profile, on, term, plannedSince, ruleSet, verdicts, unsure }) => {
    const before = on < '2024-06-01' ? { ...facts.person, disciplines: [] } : facts.person;

    const found = checkNomination({ ...facts, person: before, on, term, plannedSince }, ruleSetFor(profile, on));

    expect(Object.fromEntries(found.map(({ rule, level }) => [rule, level]))).toEqual(verdicts);
    expect(new Set(found.map((verdict) => verdict.ruleSet.key))).toEqual(new Set([ruleSet]));
    expect(found.filter(({ confidence }) => confidence === 'unconfirmed').map(({ rule }) => rule)).toEqual(unsure);
  });
});

test('the days between the rule sets: one ends on the day before the next begins', () => {
  const keys = ['2021-12-26', '2021-12-27', '2025-10-07', '2025-10-08'].map((on) => ruleSetFor('vn-party', on).key);

  expect(keys).toEqual(['vn-party-hd15', 'vn-party-qd50', 'vn-party-qd50', 'vn-party-qd377']);
});
