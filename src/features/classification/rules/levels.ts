/** Which level is higher. */
import { type Level, levels } from '../types.ts';

export const reasonMax = 1_000;

export function isAbove(level: Level, other: Level): boolean {
  return levels.indexOf(level) > levels.indexOf(other);
}

export function highest(found: readonly Level[]): Level | null {
  return found.reduce<Level | null>((top, level) => (top === null || isAbove(level, top) ? level : top), null);
}
