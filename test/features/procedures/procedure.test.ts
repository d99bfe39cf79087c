/** The steps of a procedure: a later one takes only whom the earlier let through, or an exception with a reason. */
import { describe, expect, test } from '@jest/globals';
import { ruleOn } from '../../../src/features/ballots/rules/ruling.ts';
import { voteRuleByKey } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import type { Ruling, TieDecisions } from '../../../src/features/ballots/types/ruling.ts';
import { ruleSetByKey, ruleSets } from '../../../src/features/eligibility/rules/rule-set-for.ts';
import { cite } from '../../../src/features/eligibility/rules/verdict.ts';
import {
  checkMayStand,
  letThroughTo,
  procedureFor,
  procedures,
  whereTheyStand,
} from '../../../src/features/procedures/rules/procedure.ts';
import type { StepRecord } from '../../../src/features/procedures/types/procedure.ts';
import { frozenOf, questionOf } from '../ballots/rules-at-hand.ts';

const party = { key: 'vn-party-qd377', version: 1 };
const newPlan = procedureFor(party, 'new-plan')!;

/** Twenty summoned, each named on so many of twenty papers. */
function introduced(votes: Readonly<Record<string, number>>, decisions: TieDecisions = {}): Ruling {
  const rule = voteRuleByKey(party, 'vn-introduction');
  const lines = Object.entries(votes).map(([candidate, count]) => ({
    ...{ candidate, writtenIn: false, against: null, abstained: 0 },
    for: count,
  }));
  const tally = { returned: 20, invalid: 0, blank: 0, abstained: 0, lines, rankings: [] };
  return ruleOn({ rule, tally, decisions, question: questionOf(Object.keys(votes)), frozen: frozenOf(20), issued: 20 });
}

const step = (key: string, ruling: Ruling | null, exceptions: StepRecord['exceptions'] = []): StepRecord => ({
  step: key,
  isRunning: false,
  rulings: ruling ? [ruling] : [],
  entered: null,
  exceptions,
  sentBack: [],
});

describe('the ready-made procedures', () => {
  test('five steps for a new plan, four for a yearly review; elsewhere nominate, review, vote, confirm', () => {
    const keys = (ruleSet: string, occasion: 'new-plan' | 'yearly-review') =>
      procedureFor({ key: ruleSet, version: 1 }, occasion)?.steps.value.map(({ key }) => key);

    expect(keys('vn-state-qd377', 'new-plan')).toEqual([
      'prepare',
      'leadership-1',
      'key-officials',
      'expanded-leadership',
      'leadership-2',
    ]);
    expect(keys('vn-party-qd50', 'yearly-review')).toEqual([
      'review',
      'key-officials',
      'expanded-leadership',
      'leadership-2',
    ]);
    expect(keys('general', 'new-plan')).toEqual(['nominate', 'review', 'vote', 'confirm']);
    expect(keys('nomcom-rfc8713', 'new-plan')).toEqual(['nominate', 'review', 'vote', 'confirm']);
  });

  test('each step votes by a rule of its own rule set, and each procedure is cited', () => {
    for (const { ruleSet, steps } of procedures) {
      for (const { voteRule } of steps.value) {
        if (voteRule !== null) expect(voteRuleByKey(ruleSet, voteRule).key).toBe(voteRule);
      }
      expect(cite(ruleSetByKey(ruleSet.key, ruleSet.version), steps).title.vi).not.toBe('');
      expect(new Set(steps.value.map(({ key }) => key)).size).toBe(steps.value.length);
    }
    expect(ruleSets.every((ruleSet) => procedureFor(ruleSet, 'new-plan') !== null)).toBe(true);
  });
});

describe('who may stand', () => {
  const third = introduced({ an: 12, binh: 9, chi: 11 });

  test('before anybody was voted on, the whole list', () => {
    expect(letThroughTo(newPlan, [], 'key-officials')).toBeNull();
    expect(checkMayStand(newPlan, [], { step: 'key-officials', candidates: ['an'], exceptions: [] }).ok).toBe(true);
  });

  test('then those who passed, and those sent on where nobody did', () => {
    const nobody = introduced({ an: 9, binh: 7, chi: 2 });

    expect(letThroughTo(newPlan, [step('key-officials', third)], 'expanded-leadership')).toEqual(['an', 'chi']);
    expect(letThroughTo(newPlan, [step('key-officials', nobody)], 'expanded-leadership')).toEqual(['an', 'binh']);
  });

  test.each([
    ['whom it let through', ['an', 'chi'], [], null],
    ['somebody it did not', ['an', 'binh'], [], 'not-let-through'],
    ['somebody whom it never saw', ['dung'], [], 'not-let-through'],
    ['an exception with a reason', ['an', 'binh'], [{ candidate: 'binh', reason: 'Sent from above' }], null],
    ['an exception without one', ['an', 'binh'], [{ candidate: 'binh', reason: '  ' }], 'not-let-through'],
  ])('%s', (_what, candidates, exceptions, reason) => {
    const outcome = checkMayStand(newPlan, [step('key-officials', third)], {
      ...{ step: 'expanded-leadership', candidates, exceptions },
    });

    expect(outcome).toMatchObject(reason === null ? { ok: true } : { ok: false, reason });
  });

  test('nobody as long as the step before has not ruled or leaves a tie', () => {
    const asked = { step: 'expanded-leadership', candidates: ['an'], exceptions: [] };
    const tied = introduced({ an: 12, binh: 10 });

    expect(checkMayStand(newPlan, [], asked)).toMatchObject({ reason: 'step-before-is-open' });
    expect(checkMayStand(newPlan, [step('key-officials', tied)], asked)).toMatchObject({
      reason: 'step-before-is-open',
    });
    const decided = introduced({ an: 12, binh: 10 }, { binh: 'not-passed' });
    expect(checkMayStand(newPlan, [step('key-officials', decided)], asked).ok).toBe(true);
  });
});

test('where everybody stands, and which numbers put them there', () => {
  const standings = whereTheyStand(newPlan, [
    step('key-officials', introduced({ an: 12, binh: 9, chi: 11 })),
    step('expanded-leadership', introduced({ an: 15, chi: 8, dung: 10 }), [
      { candidate: 'dung', reason: 'From above' },
    ]),
  ]);

  expect(standings.map((one) => [one.candidate, one.standing, one.step, one.ruled?.got, one.exception])).toEqual([
    ['an', 'let-through', 'expanded-leadership', 15, null],
    ['binh', 'not-let-through', 'key-officials', 9, null],
    ['chi', 'not-let-through', 'expanded-leadership', 8, null],
    ['dung', 'waiting', 'expanded-leadership', 10, 'From above'],
  ]);
});
