/** Schulze and STV against elections whose results are published, and against what must hold for all of them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideOn } from '../../../src/features/ballots/rules/decide.ts';
import { readMarks } from '../../../src/features/ballots/rules/paper.ts';
import { ruleOn } from '../../../src/features/ballots/rules/ruling.ts';
import { tallyPapers } from '../../../src/features/ballots/rules/tally.ts';
import type { Question, Reading } from '../../../src/features/ballots/types/paper.ts';
import type { Ruling } from '../../../src/features/ballots/types/ruling.ts';
import type { TieRule } from '../../../src/features/ballots/types/vote-rule.ts';
import { frozenOf, questionOf, ruleWith } from './rules-at-hand.ts';

/** "A C B" on so many papers; "A B=C" puts two in one place. */
type Heap = readonly [papers: number, order: string];

function rankedRule(method: 'schulze' | 'stv', tie: TieRule = 'head-decides') {
  return ruleWith({ paper: { kind: 'ranked', method, abstain: true }, threshold: null, passing: 'seats', tie });
}

function elect(method: 'schulze' | 'stv', question: Question, heaps: readonly Heap[], tie?: TieRule): Ruling {
  const rule = rankedRule(method, tie);
  const papers = heaps.flatMap(([count, order]): Reading[] =>
    new Array<Reading>(count).fill(
      readMarks(rule.paper.value, question, {
        kind: 'ranked',
        order: order.split(' ').map((place) => place.split('=')),
      }),
    ),
  );
  const tally = tallyPapers(rule.paper.value, question, papers);
  return ruleOn({ rule, frozen: frozenOf(papers.length), question, issued: papers.length, tally });
}

function withOutcome(ruling: Ruling, outcome: string): readonly string[] {
  return ruling.lines.filter((line) => line.outcome === outcome).map((line) => line.candidate);
}

describe('Schulze', () => {
  test('45 voters, five candidates: E > A > C > B > D (Schulze 2018, example 1; Wikipedia, “Schulze method”)', () => {
    const ruling = elect('schulze', questionOf(['A', 'B', 'C', 'D', 'E']), [
      [5, 'A C B E D'],
      [5, 'A D E C B'],
      [8, 'B E D A C'],
      [3, 'C A B E D'],
      [7, 'C A E B D'],
      [2, 'C B A D E'],
      [7, 'D C E B A'],
      [8, 'E B A D C'],
    ]);

    expect(withOutcome(ruling, 'passed')).toEqual(['E']);
    expect(ruling.ranked).toMatchObject({
      ranking: [['E'], ['A'], ['C'], ['B'], ['D']],
      pairwise: [
        [0, 20, 26, 30, 22],
        [25, 0, 16, 33, 18],
        [19, 29, 0, 17, 24],
        [15, 12, 28, 0, 14],
        [23, 27, 21, 31, 0],
      ],
      strengths: [
        [0, 28, 28, 30, 24],
        [25, 0, 28, 33, 24],
        [25, 29, 0, 29, 24],
        [25, 28, 28, 0, 24],
        [25, 28, 28, 31, 0],
      ],
    });
  });

  test('30 voters, four candidates: D > A > C > B (Schulze 2018, example 2)', () => {
    const ruling = elect('schulze', questionOf(['A', 'B', 'C', 'D']), [
      [5, 'A C B D'],
      [2, 'A C D B'],
      [3, 'A D C B'],
      [4, 'B A C D'],
      [3, 'C B D A'],
      [3, 'C D B A'],
      [1, 'D A C B'],
      [5, 'D B A C'],
      [4, 'D C B A'],
    ]);

    expect(ruling.ranked).toMatchObject({ ranking: [['D'], ['A'], ['C'], ['B']] });
  });

  test('the capital of Tennessee is Nashville, who beats everybody (Wikipedia, “Condorcet method”)', () => {
    const ruling = elect('schulze', questionOf(['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']), [
      [42, 'Memphis Nashville Chattanooga Knoxville'],
      [26, 'Nashville Chattanooga Knoxville Memphis'],
      [15, 'Chattanooga Knoxville Nashville Memphis'],
      [17, 'Knoxville Chattanooga Nashville Memphis'],
    ]);

    expect(withOutcome(ruling, 'passed')).toEqual(['Nashville']);
  });

  test('two who stand level for the last seat are tied, and nobody draws lots', () => {
    const ruling = elect('schulze', questionOf(['A', 'B', 'C']), [
      [2, 'A B=C'],
      [1, 'B A C'],
      [1, 'C A B'],
    ]);
    const forTwo = elect('schulze', questionOf(['A', 'B', 'C'], 2), [
      [2, 'A B=C'],
      [1, 'B A C'],
      [1, 'C A B'],
    ]);

    expect(withOutcome(ruling, 'passed')).toEqual(['A']);
    expect(forTwo.outcome).toBe('tie');
    expect(withOutcome(forTwo, 'passed')).toEqual(['A']);
    expect(withOutcome(forTwo, 'tie')).toEqual(['B', 'C']);
  });

  test('strengths are those of the best of all paths, and whoever beats everybody wins', () => {
    fc.assert(
      fc.property(anyElection(), ({ question, heaps }) => {
        const ruling = elect('schulze', question, heaps);

        if (ruling.ranked?.method !== 'schulze') throw new Error('no count');
        const { pairwise, strengths } = ruling.ranked;
        const all = question.candidates.map((_, index) => index);
        const best = all.map((from) => all.map((to) => (from === to ? 0 : bestPath(pairwise, from, to, [from]))));
        expect(strengths).toEqual(best);
        const favourite = all.find((one) =>
          all.every((other) => other === one || pairwise[one]![other]! > pairwise[other]![one]!),
        );
        if (favourite !== undefined && question.seats === 1) {
          expect(withOutcome(ruling, 'passed')).toEqual([question.candidates[favourite]]);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('STV', () => {
  test('twenty guests, three of five foods: chocolate, oranges, strawberries (Wikipedia, “Single transferable vote”)', () => {
    const ruling = elect('stv', questionOf(['orange', 'pear', 'chocolate', 'strawberry', 'sweets'], 3), [
      [4, 'orange'],
      [2, 'pear orange'],
      [8, 'chocolate strawberry'],
      [4, 'chocolate sweets'],
      [1, 'strawberry'],
      [1, 'sweets'],
    ]);

    expect(withOutcome(ruling, 'passed')).toEqual(['orange', 'chocolate', 'strawberry']);
    expect(ruling.ranked).toMatchObject({
      quota: 6,
      stages: [
        { kind: 'elected', candidates: ['chocolate'] },
        { kind: 'excluded', candidates: ['pear'] },
        { kind: 'elected', candidates: ['orange'] },
        { kind: 'excluded', candidates: ['sweets'] },
        { kind: 'rest-elected', candidates: ['strawberry'] },
      ],
    });
    // Half of chocolate's twelve papers pass on: eight times a half and four times a half.
    const afterSurplus = ruling.ranked?.method === 'stv' ? ruling.ranked.stages[1]?.votes : [];
    expect(afterSurplus).toContainEqual({ candidate: 'strawberry', votes: { numerator: '5', denominator: '1' } });
    expect(afterSurplus).toContainEqual({ candidate: 'sweets', votes: { numerator: '3', denominator: '1' } });
  });

  test('the capital of Tennessee is Knoxville when one seat is counted by transfers (Wikipedia, “Instant-runoff voting”)', () => {
    const ruling = elect('stv', questionOf(['Memphis', 'Nashville', 'Chattanooga', 'Knoxville']), [
      [42, 'Memphis Nashville Chattanooga Knoxville'],
      [26, 'Nashville Chattanooga Knoxville Memphis'],
      [15, 'Chattanooga Knoxville Nashville Memphis'],
      [17, 'Knoxville Chattanooga Nashville Memphis'],
    ]);

    expect(withOutcome(ruling, 'passed')).toEqual(['Knoxville']);
  });

  test('a third of a paper is a third, also after it has been split twice', () => {
    const ruling = elect('stv', questionOf(['A', 'B', 'C', 'D'], 3), [
      [9, 'A B C'],
      [1, 'D'],
      [1, 'C'],
    ]);

    const stages = ruling.ranked?.method === 'stv' ? ruling.ranked.stages : [];
    expect(ruling.ranked).toMatchObject({ quota: 3 });
    expect(stages[1]).toMatchObject({ kind: 'elected', candidates: ['B'] });
    expect(stages[2]?.votes).toContainEqual({ candidate: 'C', votes: { numerator: '4', denominator: '1' } });
  });

  test('equal votes that no earlier stage tells apart are a tie, which the head decides', () => {
    const question = questionOf(['A', 'B']);
    const heaps: Heap[] = [
      [2, 'A'],
      [2, 'B'],
    ];

    expect(elect('stv', question, heaps).outcome).toBe('tie');
    expect(withOutcome(elect('stv', question, heaps), 'tie')).toEqual(['A', 'B']);
    expect(withOutcome(elect('stv', question, heaps, 'next-round'), 'goes-on')).toEqual(['A', 'B']);
  });

  test('everybody without a tie gets a seat, and no vote is lost or made', () => {
    fc.assert(
      fc.property(anyElection(), ({ question, heaps }) => {
        const strict = heaps.map(([papers, order]): Heap => [papers, order.replaceAll('=', ' ')]);

        const ruling = elect('stv', question, strict);

        const places = Math.min(question.seats, question.candidates.length);
        const passed = withOutcome(ruling, 'passed').length;
        const tied = withOutcome(ruling, 'tie').length;
        expect(tied === 0 ? passed : places).toBe(places);
        if (tied > 0) expect(passed + tied).toBeGreaterThan(places);
        if (ruling.ranked?.method !== 'stv') throw new Error('no count');
        for (const { votes } of ruling.ranked.stages) {
          const sum = votes.reduce(
            (total, one) => total + Number(one.votes.numerator) / Number(one.votes.denominator),
            0,
          );
          expect(sum).toBeLessThanOrEqual(ruling.valid + 1e-9);
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a group of voters with so many quotas gets so many of its own, however they rank them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.shuffledSubarray(['A', 'B', 'C'], { minLength: 3 }), { minLength: 1, maxLength: 20 }),
        fc.array(fc.shuffledSubarray(['X', 'Y', 'Z'], { minLength: 3 }), { maxLength: 20 }),
        (seats, ours, theirs) => {
          const question = questionOf(['A', 'B', 'C', 'X', 'Y', 'Z'], seats);
          const heaps = [...ours, ...theirs].map((order): Heap => [1, order.join(' ')]);

          const ruling = elect('stv', question, heaps);

          const quota = Math.floor(heaps.length / (seats + 1)) + 1;
          const due = Math.min(Math.floor(ours.length / quota), 3);
          const possible = ruling.lines.filter(
            (line) => 'ABC'.includes(line.candidate) && ['passed', 'tie'].includes(line.outcome),
          );
          expect(possible.length).toBeGreaterThanOrEqual(due);
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('with blank papers only, nobody is chosen', () => {
  const rule = rankedRule('stv');
  const question = questionOf(['A', 'B']);
  const tally = tallyPapers(rule.paper.value, question, [{ state: 'blank' }]);

  const ruling = ruleOn({ rule, frozen: frozenOf(3), question, issued: 3, tally });

  expect(ruling.outcome).toBe('not-passed');
});

function bestPath(wins: readonly (readonly number[])[], from: number, to: number, seen: readonly number[]): number {
  const link = (a: number, b: number): number => (wins[a]![b]! > wins[b]![a]! ? wins[a]![b]! : 0);
  const over = wins
    .map((_, index) => index)
    .filter((index) => index !== to && !seen.includes(index))
    .map((index) => Math.min(link(from, index), bestPath(wins, index, to, [...seen, index])));
  return Math.max(link(from, to), ...over);
}

function anyElection(): fc.Arbitrary<{ question: Question; heaps: readonly Heap[] }> {
  return fc.tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 3 })).chain(([size, seats]) => {
    const names = ['A', 'B', 'C', 'D', 'E'].slice(0, size);
    const order = fc
      .tuple(fc.shuffledSubarray(names, { minLength: 1 }), fc.boolean())
      .map(([ranked, shares]) => (shares ? ranked.join(' ').replace(' ', '=') : ranked.join(' ')));
    const heap = fc.tuple(fc.integer({ min: 1, max: 3 }), order);
    return fc
      .array(heap, { minLength: 1, maxLength: 6 })
      .map((heaps) => ({ question: questionOf(names, seats), heaps }));
  });
}

test('a tie decided afterwards needs no paper: the ruling alone comes out as if it had been decided before the count', () => {
  const papers = fc.array(fc.shuffledSubarray(['A', 'B', 'C', 'D'], { minLength: 1 }), { minLength: 1, maxLength: 6 });
  const parts = {
    papers,
    method: fc.constantFrom('schulze' as const, 'stv' as const),
    seats: fc.integer({ min: 1, max: 3 }),
  };
  let tied = 0;
  fc.assert(
    fc.property(
      fc.record({ ...parts, pick: fc.integer({ min: 0, max: 3 }) }),
      ({ papers: orders, method, seats, pick }) => {
        const rule = rankedRule(method);
        const question = { ...questionOf(['A', 'B', 'C', 'D']), seats };
        const readings = orders.map(
          (order): Reading => ({
            state: 'valid',
            marks: { kind: 'ranked', order: order.map((one) => [one]) },
          }),
        );
        const tally = tallyPapers(rule.paper.value, question, readings);
        const counted = { rule, frozen: frozenOf(orders.length), question, issued: orders.length, tally };
        const first = ruleOn(counted);
        const waiting = withOutcome(first, 'tie');
        tied += waiting.length > 0 ? 1 : 0;
        const decisions = Object.fromEntries(
          waiting.map((candidate, index) => [
            candidate,
            index === pick ? ('passed' as const) : ('not-passed' as const),
          ]),
        );

        expect(decideOn(rule, first, decisions)).toEqual(ruleOn({ ...counted, decisions }));
      },
    ),
  );
  // The control: among so many elections some were tied.
  expect(tied).toBeGreaterThan(0);
});
