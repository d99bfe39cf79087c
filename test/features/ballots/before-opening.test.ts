/** A rule that cannot be met is refused with its numbers, before anybody votes. */
import { expect, test } from '@jest/globals';
import { checkCanOpen } from '../../../src/features/ballots/rules/before-opening.ts';
import { voteRuleByKey } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import type { Frozen } from '../../../src/features/ballots/types/ruling.ts';
import type { VoteRule } from '../../../src/features/ballots/types/vote-rule.ts';
import { texts } from '../../../src/i18n/texts.ts';
import { atLeast, frozenOf, half, moreThan, ruleWith } from './rules-at-hand.ts';

const nomcom = voteRuleByKey({ key: 'nomcom-rfc8713', version: 1 }, 'nomcom-candidates');
const introduction = voteRuleByKey({ key: 'vn-party-qd377', version: 1 }, 'vn-introduction');
const noRecused = { summoned: 0, seated: 0, present: 0 };

test.each<[string, VoteRule, Frozen, string | null, object]>([
  ['seven of ten', nomcom, frozenOf(10, { present: 7 }), null, {}],
  ['seven of six', nomcom, frozenOf(6), 'quorum-above-seats', { needed: 7, seats: 6 }],
  ['six summoned of ten', nomcom, frozenOf(6, { seated: 10 }), 'quorum-out-of-reach', { needed: 7, summoned: 6 }],
  ['six present of ten', nomcom, frozenOf(10, { present: 6 }), 'vote-without-quorum', { needed: 7, present: 6 }],
  ['13 present of 20', introduction, frozenOf(20, { present: 13 }), 'vote-without-quorum', { needed: 14, present: 13 }],
  ['14 present of 20', introduction, frozenOf(20, { present: 14 }), null, {}],
  ['outside a conference the quorum is found in the box', introduction, frozenOf(20, { present: null }), null, {}],
  ['nobody summoned', ruleWith(), frozenOf(0), 'nobody-to-vote', {}],
  [
    'all recused',
    ruleWith(),
    frozenOf(3, { recused: { summoned: 3, seated: 3, present: 3 } }),
    'nobody-to-vote',
    { recused: 3 },
  ],
  [
    'a base of nobody',
    ruleWith({ threshold: moreThan(half, 'seated') }),
    frozenOf(3, { seated: 0 }),
    'vote-base-zero',
    { voteBase: 'seated' },
  ],
  [
    'a base of nobody, the recused taken out',
    ruleWith({ threshold: moreThan(half, 'seated', true) }),
    frozenOf(3, { seated: 2, recused: { ...noRecused, seated: 2 } }),
    'vote-base-zero',
    {},
  ],
  [
    'more votes than voters',
    ruleWith({ threshold: moreThan(half, 'summoned') }),
    frozenOf(20, { present: 10 }),
    'vote-cannot-pass',
    { needed: 11, base: 20, voters: 10 },
  ],
  [
    'more votes than voters, but the highest go on',
    ruleWith({ threshold: moreThan(half, 'summoned'), fallback: { kind: 'top', n: 2, to: 'next-step' } }),
    frozenOf(20, { present: 10 }),
    null,
    {},
  ],
  ['papers are counted later', ruleWith({ threshold: atLeast(half, 'cast') }), frozenOf(3), null, {}],
  ['more present than summoned', ruleWith(), frozenOf(3, { present: 4 }), 'vote-numbers-disagree', { present: 4 }],
])('%s', (_what, rule, frozen, reason, facts) => {
  const outcome = checkCanOpen(rule, frozen);

  expect(outcome).toMatchObject(reason === null ? { ok: true } : { ok: false, reason, facts });
});

test('the refusal says the base in words, in both languages', () => {
  const outcome = checkCanOpen(ruleWith({ threshold: moreThan(half, 'summoned') }), frozenOf(20, { present: 10 }));
  if (outcome.ok) throw new Error('opened');

  expect(texts('en', 'Asia/Ho_Chi_Minh', 'party').refusal(outcome)).toContain(
    '11 votes are needed, taken of 20 people summoned',
  );
  expect(texts('vi', 'Asia/Ho_Chi_Minh', 'party').refusal(outcome)).toContain(
    'cần 11 phiếu, tính trên 20 người được triệu tập',
  );
});
