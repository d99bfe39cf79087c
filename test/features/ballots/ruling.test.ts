/** Published cases, and the cases that are easy to get wrong. */
import { describe, expect, test } from '@jest/globals';
import { ruleOn } from '../../../src/features/ballots/rules/ruling.ts';
import { voteRuleByKey, voteRules, voteRulesFor } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import type { Tally, TallyLine } from '../../../src/features/ballots/types/paper.ts';
import { Ruling } from '../../../src/features/ballots/types/ruling.ts';
import { ruleParts, VoteRule } from '../../../src/features/ballots/types/vote-rule.ts';
import { ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { cite } from '../../../src/features/eligibility/rules/verdict.ts';
import { atLeast, frozenOf, half, moreThan, questionOf, ruleWith } from './rules-at-hand.ts';

const general = { key: 'general', version: 1 };
const nomcom = { key: 'nomcom-rfc8713', version: 1 };
const party = { key: 'vn-party-qd377', version: 1 };
const state = { key: 'vn-state-qd377', version: 1 };

function line(candidate: string, votes: number, against: number | null = null): TallyLine {
  return { candidate, writtenIn: false, for: votes, against, abstained: 0 };
}

function tallyOf(returned: number, lines: readonly TallyLine[], parts: Partial<Tally> = {}): Tally {
  return { returned, invalid: 0, blank: 0, abstained: 0, rankings: [], ...parts, lines: [...lines] };
}

function rulingOn(
  rule: VoteRule,
  tally: Tally,
  { summoned, seats = 1, decisions = {} }: { summoned: number; seats?: number; decisions?: Record<string, 'passed'> },
): Ruling {
  const question = questionOf(
    tally.lines.map(({ candidate }) => candidate),
    seats,
  );
  return ruleOn({ rule, question, tally, decisions, frozen: frozenOf(summoned), issued: tally.returned });
}

const outcomesOf = (ruling: Ruling): string[] => ruling.lines.map(({ outcome }) => outcome);

describe('published cases', () => {
  test('Robert: of 85 papers 4 are blank, so 41 of 81 elect (roberts-rules.com, parl17)', () => {
    const rule = voteRuleByKey(general, 'robert-election');

    const elected = rulingOn(rule, tallyOf(85, [line('an', 41), line('binh', 40)], { blank: 4 }), { summoned: 100 });
    const not = rulingOn(rule, tallyOf(85, [line('an', 40), line('binh', 40)], { blank: 4, invalid: 1 }), {
      summoned: 100,
    });

    expect(elected).toMatchObject({ outcome: 'passed', returned: 85, blank: 4, cast: 81 });
    expect(elected.lines[0]).toMatchObject({ base: 81, needed: 41, got: 41, outcome: 'passed' });
    expect(not.lines[0]).toMatchObject({ base: 81, needed: 41, got: 40, outcome: 'goes-on', goesTo: 'next-round' });
  });

  test('Robert: on a tie vote the motion fails, for it has not more than half', () => {
    const ruling = rulingOn(voteRuleByKey(general, 'robert-majority'), tallyOf(10, [line('motion', 5, 5)]), {
      summoned: 12,
    });

    expect(ruling.outcome).toBe('not-passed');
    expect(ruling.lines[0]?.tie).toMatchObject({ at: 'threshold', rule: 'fails' });
  });

  test('NomCom: seven of ten volunteers are a quorum, six are not (RFC 8713, 5.6)', () => {
    const rule = voteRuleByKey(nomcom, 'nomcom-candidates');
    const on = (present: number): Ruling =>
      ruleOn({
        rule,
        question: questionOf(['an']),
        frozen: frozenOf(10, { present }),
        issued: present,
        tally: tallyOf(present, [line('an', present)]),
      });

    expect(on(7)).toMatchObject({ outcome: 'passed', quorum: { needed: 7, got: 7, reached: true } });
    expect(on(6)).toMatchObject({ outcome: 'no-quorum', quorum: { needed: 7, got: 6, reached: false } });
  });

  test('NomCom: a recall needs three quarters of those voting, exactly three quarters are enough (RFC 8713, 7)', () => {
    const rule = voteRuleByKey(nomcom, 'nomcom-recall');

    expect(rulingOn(rule, tallyOf(8, [line('recall', 6, 2)]), { summoned: 10 }).outcome).toBe('passed');
    expect(rulingOn(rule, tallyOf(9, [line('recall', 6, 3)]), { summoned: 10 }).outcome).toBe('not-passed');
    expect(rulingOn(rule, tallyOf(9, [line('recall', 6, 2)], {}), { summoned: 10 }).lines[0]).toMatchObject({
      base: 8,
    });
  });

  test('Viet Nam: more than half of those summoned, not of those present or of valid papers', () => {
    const rule = voteRuleByKey(party, 'vn-introduction');

    // 15 of 20 handed in a paper: 10 are two thirds of the papers and exactly half of those summoned.
    const ruling = rulingOn(rule, tallyOf(15, [line('an', 10), line('binh', 5)]), { summoned: 20 });

    expect(ruling.lines[0]).toMatchObject({ base: 20, needed: 11, got: 10, outcome: 'tie' });
    expect(ruling.outcome).toBe('tie');
  });

  test('Viet Nam: at exactly half the head decides; turned down, nobody is sent on in their place', () => {
    const rule = voteRuleByKey(party, 'vn-introduction');
    const tally = tallyOf(20, [line('an', 10), line('binh', 4), line('chi', 3)]);
    const on = (decisions: Record<string, 'passed' | 'not-passed'>): Ruling =>
      ruleOn({ rule, tally, decisions, question: questionOf(['an', 'binh', 'chi']), frozen: frozenOf(20), issued: 20 });

    expect(outcomesOf(on({}))).toEqual(['tie', 'not-passed', 'not-passed']);
    expect(outcomesOf(on({ an: 'passed' }))).toEqual(['passed', 'not-passed', 'not-passed']);
    expect(on({ an: 'passed' }).lines[0]?.tie).toMatchObject({ decidedBy: 'head' });
    expect(outcomesOf(on({ an: 'not-passed' }))).toEqual(['not-passed', 'goes-on', 'goes-on']);
  });

  test('Viet Nam: where nobody has more than half, the two highest go on to the next step', () => {
    const ruling = rulingOn(
      voteRuleByKey(state, 'vn-state-key-officials'),
      tallyOf(20, [line('an', 3), line('binh', 9), line('chi', 7), line('dung', 0)]),
      { summoned: 20 },
    );

    expect(outcomesOf(ruling)).toEqual(['not-passed', 'goes-on', 'goes-on', 'not-passed']);
    expect(ruling.lines[1]?.goesTo).toBe('next-step');
    expect(ruling.outcome).toBe('goes-on');
  });

  test('an expert council: on equal votes the chair’s side wins', () => {
    const rule = voteRuleByKey(state, 'vn-state-council');
    const tally = tallyOf(8, [line('motion', 4, 4)]);

    expect(rulingOn(rule, tally, { summoned: 8 })).toMatchObject({ outcome: 'tie' });
    expect(rulingOn(rule, tally, { summoned: 8, decisions: { motion: 'passed' } })).toMatchObject({
      outcome: 'passed',
      lines: [{ tie: { decidedBy: 'chair' } }],
    });
  });

  test('a confirming body: half of its sitting members are enough (RFC 8713, 3.7)', () => {
    const rule = voteRuleByKey(nomcom, 'confirming-body');

    expect(rulingOn(rule, tallyOf(5, [line('an', 5, 0)]), { summoned: 10 }).outcome).toBe('passed');
    expect(rulingOn(rule, tallyOf(5, [line('an', 4, 0)]), { summoned: 10 }).outcome).toBe('not-passed');
  });
});

describe('what is easy to get wrong', () => {
  test('of nothing, no share is reached: all papers blank, and even “at least” passes nobody', () => {
    const rule = ruleWith({ threshold: atLeast(half, 'cast') });

    const ruling = rulingOn(rule, tallyOf(5, [line('motion', 0, 0)], { blank: 5 }), { summoned: 5 });

    expect(ruling).toMatchObject({ outcome: 'not-passed', lines: [{ base: 0, got: 0 }] });
  });

  test('two thirds of 20 are 14, of 21 exactly 14', () => {
    const needed = (base: number): number | null | undefined =>
      rulingOn(
        ruleWith({ threshold: atLeast({ numerator: 2, denominator: 3 }, 'summoned') }),
        tallyOf(base, [line('motion', 0, 0)]),
        { summoned: base },
      ).lines[0]?.needed;

    expect(needed(20)).toBe(14);
    expect(needed(21)).toBe(14);
  });

  test('what a blank paper is decides: valid it is in the base, invalid it is not', () => {
    const tally = tallyOf(9, [line('motion', 4, 3)], { blank: 2 });
    const on = (blank: 'valid' | 'invalid'): Ruling =>
      rulingOn(ruleWith({ blank, threshold: moreThan(half, 'valid') }), tally, { summoned: 9 });

    expect(on('valid')).toMatchObject({ valid: 9, outcome: 'not-passed' });
    expect(on('invalid')).toMatchObject({ valid: 7, outcome: 'passed' });
  });

  test('the recused leave the base only where the rule takes them out', () => {
    const frozen = frozenOf(10, { present: 8, recused: { summoned: 2, seated: 2, present: 0 } });
    const on = (lessRecused: boolean, of: 'summoned' | 'present'): number | null | undefined =>
      ruleOn({
        rule: ruleWith({ threshold: moreThan(half, of, lessRecused) }),
        frozen,
        question: questionOf(['motion']),
        issued: 8,
        tally: tallyOf(8, [line('motion', 5, 3)]),
      }).lines[0]?.base;

    expect([on(false, 'summoned'), on(true, 'summoned')]).toEqual([10, 8]);
    // Both recused stayed away: they are not subtracted from people among whom they are not.
    expect([on(false, 'present'), on(true, 'present')]).toEqual([8, 8]);
  });

  test('more have enough than there are seats: those with the most, and equal votes for the last seat are a tie', () => {
    const rule = ruleWith({
      paper: { kind: 'pick', choices: null, abstain: false },
      passing: 'seats',
      tie: 'next-round',
      threshold: moreThan(half, 'valid'),
    });

    const ruling = rulingOn(rule, tallyOf(10, [line('an', 6), line('binh', 8), line('chi', 6)]), {
      summoned: 10,
      seats: 2,
    });

    expect(outcomesOf(ruling)).toEqual(['goes-on', 'passed', 'goes-on']);
    expect(ruling.lines[0]?.tie).toMatchObject({ at: 'last-place' });
  });

  test('a decision for more people than seats left decides nothing', () => {
    const rule = ruleWith({
      paper: { kind: 'pick', choices: null, abstain: false },
      passing: 'seats',
      tie: 'head-decides',
      threshold: null,
    });
    const tally = tallyOf(4, [line('an', 2), line('binh', 2)]);

    expect(outcomesOf(rulingOn(rule, tally, { summoned: 4, decisions: { an: 'passed', binh: 'passed' } }))).toEqual([
      'tie',
      'tie',
    ]);
    expect(outcomesOf(rulingOn(rule, tally, { summoned: 4, decisions: { binh: 'passed' } }))).toEqual([
      'not-passed',
      'passed',
    ]);
  });

  test('a ruling is its schema, to the last member', () => {
    const ruling = rulingOn(voteRuleByKey(party, 'vn-leadership'), tallyOf(9, [line('an', 5, 4)]), { summoned: 9 });

    expect(Ruling.parse(ruling)).toEqual(ruling);
    expect(Ruling.parse(JSON.parse(JSON.stringify(ruling)))).toEqual(ruling);
  });
});

describe('ready-made rules', () => {
  test('every rule set has some, each is cited from its own references, and keys do not repeat', () => {
    for (const ruleSet of ruleSets) {
      const rules = voteRulesFor(ruleSet);
      const keys = rules.map(({ key }) => key);

      expect(new Set(keys).size).toBe(keys.length);
      for (const rule of rules) {
        for (const part of ruleParts) expect(cite(ruleSet, rule[part]).title.vi).not.toBe('');
        const ruling = rulingOn(rule, tallyOf(1, [line('an', 1, 0)]), { summoned: 1 });
        expect(ruling.clause.sources.length).toBeGreaterThan(0);
        expect(ruling.clause.ruleSet).toMatchObject({ key: ruleSet.key, version: ruleSet.version });
      }
    }
    expect(voteRules.length).toBe(ruleSets.flatMap((ruleSet) => voteRulesFor(ruleSet)).length);
  });

  test('what a blank paper is in Viet Nam is marked unconfirmed', () => {
    const vietnamese = voteRules.filter(({ ruleSet }) => ruleSet.key.startsWith('vn-'));

    expect(new Set(vietnamese.map(({ blank }) => blank.confidence))).toEqual(new Set(['unconfirmed']));
  });

  test.each([
    ['more than all', { threshold: moreThan({ numerator: 1, denominator: 1 }, 'cast') }],
    ['a part greater than the whole', { threshold: atLeast({ numerator: 3, denominator: 2 }, 'cast') }],
    ['of nothing', { threshold: atLeast({ numerator: 1, denominator: 0 }, 'cast') }],
    ['yes and no without a threshold', { threshold: null, passing: 'seats' as const }],
    [
      'a pick without threshold or seats',
      { threshold: null, paper: { kind: 'pick', choices: 1, abstain: true } as const },
    ],
  ])('a rule that asks for %s is none', (_what, parts) => {
    expect(() => ruleWith(parts)).toThrow();
  });

  test('the control: the rule they were changed from is one', () => {
    expect(VoteRule.safeParse(ruleWith()).success).toBe(true);
  });
});
