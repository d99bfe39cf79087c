/** Random moments that can be had again: the seed is said, and QUORATE_TEST_SEED gives it back. */
import { randomInt } from 'node:crypto';

/** Numbers from 0 to 1. `of`: who asks, for the line that says the seed. */
export function randomFrom(of: string): () => number {
  const seed = Number(process.env.QUORATE_TEST_SEED ?? randomInt(2 ** 31));
  process.stderr.write(`${of}: QUORATE_TEST_SEED=${seed}\n`);
  let state = seed;
  // Mulberry32.
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
