/** How electors are spread over the rows of an urn: 256 to 512 in each where there are so many, by lot. */
import { randomInt } from 'node:crypto';

const most = 512;

/** The chunk of each elector, in their order. */
export function chunksFor(electors: number): readonly number[] {
  const count = Math.max(1, Math.ceil(electors / most));
  return shuffled(Array.from({ length: electors }, (_, index) => index % count));
}

/** In an order that nobody can foresee (Fisher and Yates). */
export function shuffled<T>(items: readonly T[]): readonly T[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as T, mixed[last] as T];
  }
  return mixed;
}
