/**
 * Single transferable vote: Droop quota, surpluses passed on in equal parts of every paper (weighted inclusive Gregory),
 * exact fractions. Votes equal now are told apart by the last stage at which they differed, as in Scotland (The Scottish
 * Local Government Elections Order 2007, rules 48 to 52). What would be drawn by lot is not: every way is counted, and
 * whoever is elected in some ways only is tied.
 */
import type { Question, Ranking } from '../types/paper.ts';
import type { RankedCount, StvStage } from '../types/ruling.ts';
import { asDigits, compare, dividedBy, type Fraction, minus, nothing, plus, times, wholeNumber } from './fraction.ts';
import type { Placing } from './placing.ts';

interface Pile {
  readonly order: readonly number[];
  readonly weight: Fraction;
  /** Who holds these papers; null: nobody is left on them. */
  readonly holder: number | null;
}

interface State {
  readonly piles: readonly Pile[];
  readonly elected: readonly number[];
  /** Elected with more than the quota, and not yet passed on. */
  readonly surpluses: readonly number[];
  readonly excluded: readonly number[];
  /** Votes of every candidate at each stage so far. */
  readonly history: readonly (readonly Fraction[])[];
  readonly stages: readonly StvStage[];
}

/** More ways than this are not counted: then everybody not elected before the first of them is tied. */
const mostWays = 256;

export function countStv(
  question: Question,
  rankings: readonly Ranking[],
): { readonly count: RankedCount; readonly placing: Placing } {
  const { candidates, seats } = question;
  const papers = rankings.reduce((sum, ranking) => sum + ranking.papers, 0);
  const quota = Math.floor(papers / (seats + 1)) + 1;
  const ends = everyWay(question, quota, startOf(rankings));
  const all = candidates.map((_, index) => index);
  const passed = all.filter((index) => ends.ways.every((way) => way.includes(index)));
  const tied = all.filter(
    (index) => !passed.includes(index) && (ends.isCut || ends.ways.some((way) => way.includes(index))),
  );
  const places = Math.min(seats, candidates.length);
  return {
    count: { method: 'stv', quota, stages: [...ends.stages] },
    placing: { passed, tied, free: tied.length === 0 ? 0 : places - passed.length },
  };
}

function startOf(rankings: readonly Ranking[]): State {
  const piles = rankings.map(({ order, papers }) => {
    const flat = order.flat();
    return { order: flat, weight: wholeNumber(papers), holder: flat[0] ?? null };
  });
  return { piles, elected: [], surpluses: [], excluded: [], history: [], stages: [] };
}

/** Depth first; the stages shown are those of the first way, up to the end. */
function everyWay(question: Question, quota: number, start: State) {
  const ways: (readonly number[])[] = [];
  let stages: readonly StvStage[] = [];
  const open: State[] = [start];
  let firstFork: readonly number[] | null = null;
  while (open.length > 0) {
    if (ways.length + open.length > mostWays) {
      return { ways: [firstFork ?? []], stages, isCut: true };
    }
    const next = stagesFrom(question, quota, open.pop()!);
    if (next.length === 0) continue;
    if (next.length > 1) firstFork ??= next[0]!.elected;
    for (const state of next.reverse()) {
      if (!isOver(question, state)) open.push(state);
      else {
        if (ways.length === 0) stages = state.stages;
        ways.push(state.elected);
      }
    }
  }
  return { ways, stages, isCut: false };
}

function isOver({ seats, candidates }: Question, { elected, excluded }: State): boolean {
  return elected.length >= seats || elected.length + excluded.length >= candidates.length;
}

/** One stage on; more than one state where only a lot could say which. */
function stagesFrom(question: Question, quota: number, state: State): State[] {
  const { candidates, seats } = question;
  const votes = candidates.map((_, index) => votesOf(state, index));
  const history = [...state.history, votes];
  const hopeful = candidates
    .map((_, index) => index)
    .filter((index) => !state.elected.includes(index) && !state.excluded.includes(index));
  const stage = (kind: StvStage['kind'], who: readonly number[]): readonly StvStage[] => [
    ...state.stages,
    {
      kind,
      candidates: who.map((index) => candidates[index]!),
      votes: hopeful.map((index) => ({ candidate: candidates[index]!, votes: asDigits(votes[index]!) })),
    },
  ];

  const reached = hopeful.filter((index) => compare(votes[index]!, wholeNumber(quota)) >= 0);
  if (reached.length > 0) {
    const over = reached.filter((index) => compare(votes[index]!, wholeNumber(quota)) > 0);
    return [
      {
        ...state,
        history,
        elected: [...state.elected, ...reached],
        surpluses: [...state.surpluses, ...over],
        stages: stage('elected', reached),
      },
    ];
  }
  if (hopeful.length <= seats - state.elected.length) {
    return [{ ...state, history, elected: [...state.elected, ...hopeful], stages: stage('rest-elected', hopeful) }];
  }
  if (state.surpluses.length > 0) {
    return extremes(state.surpluses, history, 1).map((index) => {
      const surplus = dividedBy(minus(votes[index]!, wholeNumber(quota)), votes[index]!);
      const surpluses = state.surpluses.filter((other) => other !== index);
      return passedOn({ ...state, history, surpluses }, index, surplus);
    });
  }
  const fewest = extremes(hopeful, history, -1);
  // Who holds nothing passes nothing on: in whatever order they leave, it comes to the same.
  const isNothing = fewest.every((index) => compare(votes[index]!, nothing) === 0);
  if (isNothing && hopeful.length - fewest.length >= seats - state.elected.length) {
    return [{ ...state, history, excluded: [...state.excluded, ...fewest], stages: stage('excluded', fewest) }];
  }
  return fewest.map((index) =>
    passedOn(
      { ...state, history, excluded: [...state.excluded, index], stages: stage('excluded', [index]) },
      index,
      wholeNumber(1),
    ),
  );
}

function votesOf(state: State, candidate: number): Fraction {
  return state.piles
    .filter(({ holder }) => holder === candidate)
    .reduce((sum, { weight }) => plus(sum, weight), nothing);
}

/** Papers of a candidate go to the next on them who is neither elected nor excluded, at a part of their weight. */
function passedOn(state: State, from: number, part: Fraction): State {
  const isOpen = (index: number): boolean => !state.elected.includes(index) && !state.excluded.includes(index);
  const piles = state.piles.map((pile): Pile => {
    if (pile.holder !== from) return pile;
    const after = pile.order.slice(pile.order.indexOf(from) + 1).find(isOpen);
    return { ...pile, weight: times(pile.weight, part), holder: after ?? null };
  });
  return { ...state, piles };
}

/** Whoever has the most (1) or the fewest (−1) votes now, and among equals at the last stage at which they differed. */
function extremes(
  among: readonly number[],
  history: readonly (readonly Fraction[])[],
  sign: 1 | -1,
): readonly number[] {
  let left = among;
  for (const votes of [...history].reverse()) {
    const best = left.reduce((a, b) => (compare(votes[b]!, votes[a]!) * sign > 0 ? b : a));
    left = left.filter((index) => compare(votes[index]!, votes[best]!) === 0);
    if (left.length === 1) break;
  }
  return left;
}
