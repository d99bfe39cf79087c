/** The Schulze method (M. Schulze, “The Schulze Method of Voting”, arXiv:1804.02973), strength by winning votes. */
import type { Question, Ranking } from '../types/paper.ts';
import type { RankedCount } from '../types/ruling.ts';
import { type Placing, placeByWins } from './placing.ts';

/** Whoever is not ranked on a paper stands behind all who are, and beside the others who are not. */
export function countSchulze(
  question: Question,
  rankings: readonly Ranking[],
): { readonly count: RankedCount; readonly placing: Placing } {
  const { candidates, seats } = question;
  const pairwise = pairwiseOf(candidates.length, rankings);
  const strengths = strongestPaths(pairwise);
  const beats = (a: number, b: number): boolean => (strengths[a]?.[b] ?? 0) > (strengths[b]?.[a] ?? 0);
  return {
    count: { method: 'schulze', pairwise, strengths, ranking: rankingOf(candidates, beats) },
    placing: placeByWins(candidates.length, beats, seats),
  };
}

function pairwiseOf(size: number, rankings: readonly Ranking[]): number[][] {
  const wins = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  for (const { order, papers } of rankings) {
    const place = new Array<number>(size).fill(order.length);
    order.forEach((together, index) => {
      for (const candidate of together) place[candidate] = index;
    });
    for (let a = 0; a < size; a += 1) {
      for (let b = 0; b < size; b += 1) {
        if (place[a]! < place[b]!) wins[a]![b]! += papers;
      }
    }
  }
  return wins;
}

/** A path is as strong as its weakest link; a link that is lost or even has no strength (Floyd and Warshall's walk). */
function strongestPaths(wins: readonly (readonly number[])[]): number[][] {
  const size = wins.length;
  const paths = wins.map((row, a) => row.map((won, b) => (won > wins[b]![a]! ? won : 0)));
  for (let over = 0; over < size; over += 1) {
    for (let from = 0; from < size; from += 1) {
      for (let to = 0; to < size; to += 1) {
        if (from === to || from === over || to === over) continue;
        paths[from]![to] = Math.max(paths[from]![to]!, Math.min(paths[from]![over]!, paths[over]![to]!));
      }
    }
  }
  return paths;
}

function rankingOf(candidates: readonly string[], beats: (a: number, b: number) => boolean): string[][] {
  const ranking: string[][] = [];
  let left = candidates.map((_, index) => index);
  while (left.length > 0) {
    const first = left.filter((one) => !left.some((other) => beats(other, one)));
    ranking.push(first.map((index) => candidates[index]!));
    left = left.filter((one) => !first.includes(one));
  }
  return ranking;
}
