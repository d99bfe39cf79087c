/** Who of several surely has one of so many places, who surely has not, and between whom votes are equal. */

export interface Placing {
  readonly passed: readonly number[];
  readonly tied: readonly number[];
  /** Places for which the tied stand. */
  readonly free: number;
}

/** `entrants` by index, of whom `scores` says how many votes each has; equal votes across the last place are a tie. */
export function placeByVotes(entrants: readonly number[], scores: readonly number[], places: number): Placing {
  if (entrants.length <= places) return { passed: entrants, tied: [], free: 0 };
  const sorted = entrants.map((entrant) => scores[entrant] ?? 0).sort((a, b) => b - a);
  const last = sorted[places - 1] ?? 0;
  const isContested = sorted[places] === last;
  const passed = entrants.filter((entrant) => {
    const score = scores[entrant] ?? 0;
    return isContested ? score > last : score >= last;
  });
  if (!isContested) return { passed, tied: [], free: 0 };
  return { passed, tied: entrants.filter((entrant) => scores[entrant] === last), free: places - passed.length };
}

/** By who beats whom: a place is sure where too few can stand before, and lost where enough do. */
export function placeByWins(size: number, beats: (a: number, b: number) => boolean, places: number): Placing {
  const all = Array.from({ length: size }, (_, index) => index);
  const isIn = (one: number): boolean => all.filter((other) => other !== one && !beats(one, other)).length < places;
  const isOut = (one: number): boolean => all.filter((other) => beats(other, one)).length >= places;
  const passed = all.filter(isIn);
  const tied = all.filter((one) => !isIn(one) && !isOut(one));
  return { passed, tied, free: tied.length === 0 ? 0 : places - passed.length };
}
