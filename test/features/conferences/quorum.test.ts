/** The quorum foretold: numbers against an oracle that multiplies instead of dividing, and who is in the denominator. */
import fc from 'fast-check';
import { countAnswers, foretell } from '../../../src/features/conferences/rules/quorum.ts';
import type { Answer } from '../../../src/features/conferences/types.ts';
import { quorumNeeded } from '../../../src/features/eligibility/rules/quorum.ts';
import type { QuorumRule } from '../../../src/features/eligibility/types.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';

const twoThirds: QuorumRule = {
  kind: 'share',
  numerator: 2,
  denominator: 3,
  comparison: 'at-least',
  base: 'summoned',
};
const overHalf: QuorumRule = { kind: 'share', numerator: 1, denominator: 2, comparison: 'more-than', base: 'members' };
const seven: QuorumRule = { kind: 'count', atLeast: 7, base: 'voting-volunteers' };

test.each([
  ['two thirds of 12 summoned is 8', twoThirds, 12, 8],
  ['two thirds of 13 summoned is 9, not 8.67', twoThirds, 13, 9],
  ['two thirds of 1 is 1', twoThirds, 1, 1],
  ['more than half of 10 members is 6: exactly half is not enough', overHalf, 10, 6],
  ['more than half of 11 members is 6', overHalf, 11, 6],
  ['a NomCom needs 7 volunteers, however many there are', seven, 10, 7],
])('%s', (_name, rule, base, needed) => {
  expect(quorumNeeded(rule, base)).toBe(needed);
});

test.each([
  ['exactly the number needed is enough', { base: 12, coming: 8, open: 0 }, 8, 'enough'],
  ['one fewer with one open is not yet', { base: 12, coming: 7, open: 1 }, 8, 'not-yet'],
  ['one fewer with nobody open cannot be reached', { base: 12, coming: 7, open: 0 }, 8, 'cannot-be-reached'],
  ['a base of nobody has no quorum', { base: 0, coming: 0, open: 0 }, 0, 'cannot-be-reached'],
  ['seven of five volunteers cannot be reached', { base: 5, coming: 5, open: 0 }, 7, 'cannot-be-reached'],
] as const)('%s', (_name, counts, needed, verdict) => {
  expect(foretell(counts, needed)).toBe(verdict);
});

/** Whether `people` of `base` fulfil the rule, by multiplying whole numbers only: the rule as it is written. */
function fulfils(rule: QuorumRule, people: bigint, base: bigint): boolean {
  if (rule.kind === 'count') return people >= BigInt(rule.atLeast);
  const left = people * BigInt(rule.denominator);
  const right = base * BigInt(rule.numerator);
  return rule.comparison === 'at-least' ? left >= right : left > right;
}

const rules = fc.oneof(
  fc.record({
    kind: fc.constant('share' as const),
    numerator: fc.integer({ min: 1, max: 9 }),
    denominator: fc.integer({ min: 9, max: 12 }),
    comparison: fc.constantFrom('at-least' as const, 'more-than' as const),
    base: fc.constantFrom('summoned' as const, 'members' as const, 'voting-volunteers' as const),
  }),
  fc.record({
    kind: fc.constant('count' as const),
    atLeast: fc.integer({ min: 1, max: 20 }),
    base: fc.constantFrom('summoned' as const, 'voting-volunteers' as const),
  }),
);
const people = fc.array(
  fc.record({
    counts: fc.boolean(),
    votes: fc.boolean(),
    isSummoned: fc.boolean(),
    answer: fc.constantFrom<Answer | null>('coming', 'maybe', 'absent', 'delegate', null),
  }),
  { maxLength: 60 },
);

test('the verdict is what the rule says of the people themselves, for any rule, people and answers', () => {
  fc.assert(
    fc.property(rules, people, (rule, crowd) => {
      const all = crowd.map((one, index) => ({ ...one, person: `p${index}` as PersonId }));
      const summoned = all.filter((one) => one.isSummoned);
      const voters = new Set(all.filter((one) => one.votes).map((one) => one.person));
      const replies = summoned.flatMap(({ person, answer }) => (answer ? [{ person, answer }] : []));

      const counts = countAnswers(rule.base, summoned, voters, replies);
      const verdict = foretell(counts, quorumNeeded(rule, counts.base));

      const mayCount = (one: (typeof all)[number]) =>
        one.isSummoned && one.counts && (rule.base === 'summoned' || one.votes);
      const base = all.filter((one) => (rule.base === 'summoned' ? one.isSummoned && one.counts : one.votes)).length;
      const coming = all.filter((one) => mayCount(one) && one.answer === 'coming').length;
      const possible = all.filter(
        (one) => mayCount(one) && one.answer !== 'absent' && one.answer !== 'delegate',
      ).length;
      const isNow = base > 0 && fulfils(rule, BigInt(coming), BigInt(base));
      const isPossible = base > 0 && fulfils(rule, BigInt(possible), BigInt(base));
      expect(counts.base).toBe(base);
      expect(verdict).toBe(isNow ? 'enough' : isPossible ? 'not-yet' : 'cannot-be-reached');
    }),
    { numRuns: 2_000 },
  );
});

test('a guest and somebody without a vote are in no denominator, and a deputy sent in a place is not counted', () => {
  const [a, b, c] = ['a', 'b', 'c'] as unknown as [PersonId, PersonId, PersonId];
  const summoned = [
    { person: a, counts: true },
    { person: b, counts: false },
    { person: c, counts: true },
  ];
  const replies = [
    { person: a, answer: 'coming' as const },
    { person: b, answer: 'coming' as const },
    { person: c, answer: 'delegate' as const },
  ];

  const bySummons = countAnswers('summoned', summoned, new Set(), replies);
  const byMembers = countAnswers('members', summoned, new Set([c]), replies);

  expect(bySummons).toEqual({ base: 2, coming: 1, open: 0, absent: 1 });
  expect(byMembers).toEqual({ base: 1, coming: 0, open: 0, absent: 1 });
});
