/** Every committee up to nine and every rule: the engine and a naive officer find the same, from the same papers. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMarks } from '../../../src/features/ballots/rules/paper.ts';
import { ruleOn } from '../../../src/features/ballots/rules/ruling.ts';
import { tallyPapers } from '../../../src/features/ballots/rules/tally.ts';
import { voteRules } from '../../../src/features/ballots/rules/vote-rules-for.ts';
import type { Marks, Question, Reading } from '../../../src/features/ballots/types/paper.ts';
import type { TieDecisions } from '../../../src/features/ballots/types/ruling.ts';
import { bases, comparisons, tieRules, type VoteRule } from '../../../src/features/ballots/types/vote-rule.ts';
import { type Somebody, whatAnOfficerFinds } from './naive-oracle.ts';
import { half, moreThan, plainOf, questionOf, ruleWith } from './rules-at-hand.ts';

interface Case {
  readonly rule: VoteRule;
  readonly question: Question;
  readonly people: readonly Somebody[];
  readonly hasRollCall: boolean;
  readonly papers: readonly Reading[];
  readonly byProxy?: number;
  readonly decisions?: TieDecisions;
}

const invalid: Reading = { state: 'invalid', fault: 'not-readable', facts: {} };
const blank: Reading = { state: 'blank' };
const member: Somebody = { summoned: true, seated: true, present: true, recused: false };

const twoWays: readonly TieDecisions[] = [{}, { an: 'passed', binh: 'not-passed' }];

/** Null where the engine says what the officer found; else the whole case, to be read. */
function disagreement(one: Case): string | null {
  const { rule, question, people, hasRollCall, papers, byProxy = 0, decisions = {} } = one;
  const count = (is: (person: Somebody) => boolean): number => people.filter(is).length;
  const ruling = ruleOn({
    rule,
    question,
    decisions,
    issued: papers.length,
    byProxy,
    frozen: {
      represented: count((person) => person.represented === true),
      summoned: count((person) => person.summoned),
      seated: count((person) => person.seated),
      present: hasRollCall ? count((person) => person.present) : null,
      recused: {
        summoned: count((person) => person.summoned && person.recused),
        seated: count((person) => person.seated && person.recused),
        present: count((person) => person.present && person.recused),
      },
    },
    tally: tallyPapers(rule.paper.value, question, papers),
  });
  const found = whatAnOfficerFinds(plainOf(rule), question, { people, hasRollCall, papers, byProxy }, decisions);
  const here = ruling.lines.map((line) => [line.candidate, line.got, line.needed, line.outcome, line.goesTo]);
  const there = [...found].map(([name, { votes, needed, outcome, goesTo }]) => [name, votes, needed, outcome, goesTo]);
  if (JSON.stringify(here) === JSON.stringify(there)) return null;
  return JSON.stringify({ rule: plainOf(rule), question, people, papers, byProxy, decisions, here, there });
}

/** Every way to hand in at most `papers` papers of `kinds` kinds. */
function* heaps(papers: number, kinds: number): Generator<readonly number[]> {
  if (kinds === 1) {
    for (let count = 0; count <= papers; count += 1) yield [count];
    return;
  }
  for (let count = 0; count <= papers; count += 1) {
    for (const rest of heaps(papers - count, kinds - 1)) yield [count, ...rest];
  }
}

function papersOf(heap: readonly number[], kinds: readonly Reading[]): readonly Reading[] {
  return heap.flatMap((count, index) => new Array<Reading>(count).fill(kinds[index]!));
}

function reading(rule: VoteRule, question: Question, marks: Marks): Reading {
  return readMarks(rule.paper.value, question, marks);
}

/** Rules that differ only in their source rule alike. */
const different = [...new Map(voteRules.map((rule) => [JSON.stringify(plainOf(rule)), rule])).values()];
const motions = different.filter((rule) => rule.paper.value.kind === 'yes-no');
const elections = different.filter((rule) => ['introduction', 'pick'].includes(rule.paper.value.kind));

describe('every committee up to nine', () => {
  test.each(motions.map((rule) => [rule.key, rule] as const))('a motion by %s', (_key, rule) => {
    const question = questionOf(['motion']);
    const answers = (['yes', 'no', 'abstain'] as const).filter((answer) => answer !== 'abstain' || canAbstain(rule));
    const kinds = [
      ...answers.map((answer) => reading(rule, question, { kind: 'yes-no', answers: { motion: answer } })),
      blank,
      invalid,
    ];
    const wrong: string[] = [];
    let cases = 0;

    for (let size = 1; size <= 9; size += 1) {
      for (const heap of heaps(size, kinds.length)) {
        const papers = papersOf(heap, kinds);
        const people = Array.from({ length: size }, (_, index) => ({ ...member, present: index < papers.length }));
        const found = disagreement({ rule, question, people, hasRollCall: true, papers });
        if (found !== null) wrong.push(found);
        cases += 1;
      }
    }

    expect(wrong.slice(0, 3)).toEqual([]);
    expect(cases).toBe(canAbstain(rule) ? 5_004 : 2_001);
  });

  test.each(elections.map((rule) => [rule.key, rule] as const))('one seat among three people by %s', (_key, rule) => {
    const question = questionOf(['an', 'binh', 'chi']);
    const kinds = [
      ...question.candidates.map((name) => reading(rule, question, marksFor(rule, [name]))),
      blank,
      invalid,
    ];
    const wrong: string[] = [];
    let cases = 0;

    for (let size = 1; size <= 9; size += 1) {
      for (const heap of heaps(size, kinds.length)) {
        const papers = papersOf(heap, kinds);
        const people = new Array<Somebody>(size).fill(member);
        // A word of the head matters only where something is left to decide.
        for (const decisions of isEven(heap) ? twoWays : [{}]) {
          const found = disagreement({ rule, question, people, hasRollCall: false, papers, decisions });
          if (found !== null) wrong.push(found);
          cases += 1;
        }
      }
    }

    expect(wrong.slice(0, 3)).toEqual([]);
    expect(cases).toBeGreaterThan(4_000);
  });
});

describe('any rule', () => {
  test('and any room of up to nine people', () => {
    fc.assert(
      fc.property(anyCase(), (one) => {
        expect(disagreement(one)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  test('papers in another order rule alike', () => {
    fc.assert(
      fc.property(anyCase(), ({ rule, question, papers }) => {
        const backwards = [...papers].reverse();

        expect(tallyPapers(rule.paper.value, question, backwards)).toEqual(
          tallyPapers(rule.paper.value, question, papers),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('the control: whoever takes somebody by proxy for present finds a quorum that is not there', () => {
    const question = questionOf(['motion']);
    const yes: Reading = { state: 'valid', marks: { kind: 'yes-no', answers: { motion: 'yes' } } };
    const away: Somebody = { ...member, present: false, represented: true };
    const room = { people: [member, member, away, away, { ...away, represented: false }], hasRollCall: true };
    const papers = new Array<Reading>(4).fill(yes);
    const quorum = { kind: 'count', atLeast: 3 } as const;
    const strict = ruleWith({ quorum, proxiesPerPerson: 1, threshold: moreThan(half, 'present') });
    const lenient = ruleWith({ ...plainOf(strict), proxiesPresent: true });

    const officer = (rule: VoteRule) => whatAnOfficerFinds(plainOf(rule), question, { ...room, papers }).get('motion');

    expect(disagreement({ rule: strict, question, ...room, papers, byProxy: 2 })).toBeNull();
    expect(disagreement({ rule: lenient, question, ...room, papers, byProxy: 2 })).toBeNull();
    // Four vote, and more than half of four is three: a proxy is one of those that the share is taken of.
    expect([officer(strict), officer(lenient)]).toMatchObject([
      { outcome: 'no-quorum', needed: 3 },
      { outcome: 'passed', needed: 3 },
    ]);
  });

  test('the control: the usual mistakes are found', () => {
    const question = questionOf(['motion']);
    const people = new Array<Somebody>(8).fill(member);
    const yes: Reading = { state: 'valid', marks: { kind: 'yes-no', answers: { motion: 'yes' } } };
    const papers = new Array<Reading>(4).fill(yes);
    const right = ruleWith({ threshold: moreThan(half, 'summoned'), tie: 'head-decides' });
    const room = { people, hasRollCall: true, papers };

    const officer = (rule: VoteRule) => whatAnOfficerFinds(plainOf(rule), question, room).get('motion');

    expect(disagreement({ rule: right, question, ...room })).toBeNull();
    expect(officer(right)).toMatchObject({ outcome: 'tie', needed: 5 });
    // The wrong denominator, and half taken for more than half.
    expect(officer(ruleWith({ threshold: moreThan(half, 'returned') }))).toMatchObject({
      outcome: 'passed',
      needed: 3,
    });
    expect(
      officer(
        ruleWith({ threshold: { share: half, comparison: 'at-least', base: { of: 'summoned', lessRecused: false } } }),
      ),
    ).toMatchObject({ outcome: 'passed', needed: 4 });
    const counted = { rule: right, question, people: people.slice(1), hasRollCall: true, papers };
    expect(whatAnOfficerFinds(plainOf(right), question, counted).get('motion')).toMatchObject({ outcome: 'passed' });
  });
});

function isEven([an = 0, binh = 0, chi = 0]: readonly number[]): boolean {
  return an === binh || binh === chi || an === chi;
}

function canAbstain(rule: VoteRule): boolean {
  return rule.paper.value.abstain;
}

function marksFor(rule: VoteRule, names: readonly string[]): Marks {
  return rule.paper.value.kind === 'pick'
    ? { kind: 'pick', candidates: names }
    : { kind: 'introduction', lines: names.map((candidate) => ({ candidate })) };
}

function anyRule(): fc.Arbitrary<VoteRule> {
  const share = fc
    .tuple(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }))
    .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
  const reached = fc
    .record({ share, comparison: fc.constantFrom(...comparisons) })
    .map(({ share: part, comparison }) => ({
      share: part,
      comparison: part.numerator === part.denominator ? ('at-least' as const) : comparison,
    }));
  const quorum = fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.integer({ min: 1, max: 9 }).map((least) => ({ kind: 'count' as const, atLeast: least })),
    fc
      .tuple(reached, fc.constantFrom('summoned' as const, 'seated' as const), fc.boolean())
      .map(([part, of, lessRecused]) => ({ kind: 'share' as const, ...part, base: { of, lessRecused } })),
  );
  const threshold = fc
    .tuple(reached, fc.constantFrom(...bases), fc.boolean())
    .map(([part, of, lessRecused]) => ({ ...part, base: { of, lessRecused } }));
  const choices = fc.constantFrom(null, 1, 2, 3);
  const paper = fc.oneof(
    fc.record({ kind: fc.constant('yes-no' as const), abstain: fc.boolean(), capYes: fc.boolean() }),
    fc.record({ kind: fc.constant('pick' as const), choices, abstain: fc.boolean() }),
    fc.record({
      kind: fc.constant('introduction' as const),
      choices,
      writeIn: fc.constant(false),
      abstain: fc.boolean(),
    }),
  );
  const fallback = fc.oneof(
    fc.constant({ kind: 'none' as const }),
    fc.constant({ kind: 'another-round' as const }),
    fc
      .tuple(fc.integer({ min: 1, max: 3 }), fc.constantFrom('next-step' as const, 'next-round' as const))
      .map(([n, to]) => ({ kind: 'top' as const, n, to })),
  );
  return fc
    .record({
      paper,
      quorum,
      threshold: fc.option(threshold, { freq: 5 }),
      passing: fc.constantFrom('seats' as const, 'everyone' as const),
      tie: fc.constantFrom(...tieRules),
      fallback,
      blank: fc.constantFrom('valid' as const, 'invalid' as const),
      proxiesPerPerson: fc.constantFrom(0, 1, 3),
      proxiesPresent: fc.boolean(),
    })
    .map((parts) => {
      const share50 = moreThan(half, 'valid');
      const needsThreshold = parts.paper.kind === 'yes-no' || parts.passing === 'everyone';
      return ruleWith({ ...parts, threshold: parts.threshold ?? (needsThreshold ? share50 : null) });
    });
}

function anyCase(): fc.Arbitrary<Case> {
  const names = ['an', 'binh', 'chi', 'dung'];
  const person = fc.record({
    summoned: fc.boolean(),
    seated: fc.boolean(),
    present: fc.boolean(),
    recused: fc.boolean(),
    represented: fc.boolean(),
  });
  const answer = fc.constantFrom('yes' as const, 'no' as const, 'abstain' as const);
  return fc
    .record({
      rule: anyRule(),
      size: fc.integer({ min: 1, max: 4 }),
      seats: fc.integer({ min: 1, max: 3 }),
      // Only who is summoned can be present; only who is away, and not recused, is voted for by another.
      people: fc.array(person, { maxLength: 9 }).map((people) =>
        people.map((one) => ({
          ...{ ...one, present: one.present && one.summoned },
          represented: one.represented && one.summoned && !one.present && !one.recused,
        })),
      ),
      hasRollCall: fc.boolean(),
      proxies: fc.integer({ min: 0, max: 9 }),
      decided: fc.dictionary(fc.constantFrom(...names), fc.constantFrom('passed' as const, 'not-passed' as const)),
    })
    .chain(({ rule, size, seats, people, hasRollCall, proxies, decided }) => {
      const question = questionOf(names.slice(0, size), seats);
      const some = fc.subarray([...question.candidates]);
      const marks: fc.Arbitrary<Marks> =
        rule.paper.value.kind === 'yes-no'
          ? fc
              .dictionary(fc.constantFrom(...question.candidates), answer)
              .map((answers) => ({ kind: 'yes-no', answers }))
          : fc.oneof(
              { weight: 6, arbitrary: some.map((picked) => marksFor(rule, picked)) },
              { weight: 1, arbitrary: fc.constant<Marks>({ kind: 'abstain' }) },
            );
      const paper = fc.oneof(
        { weight: 8, arbitrary: marks.map((made) => reading(rule, question, made)) },
        { weight: 1, arbitrary: fc.constantFrom(blank, invalid) },
      );
      return fc.array(paper, { maxLength: 9 }).map((papers): Case => {
        const byProxy = Math.min(proxies, papers.length);
        return { rule, question, people, hasRollCall, papers, byProxy, decisions: decided };
      });
    });
}
