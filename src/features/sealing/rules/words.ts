/** Six words of 2048: 66 random bits that a person can write on paper and type again. */
import { randomInt } from 'node:crypto';
import { done, type Outcome, refused } from '../../../kernel/outcome.ts';
import { wordList } from './word-list.ts';

export const wordCount = 6;

export function drawWords(): readonly string[] {
  return Array.from({ length: wordCount }, () => wordList[randomInt(wordList.length)] ?? '');
}

/**
 * What was typed as words of the list: capitals, numbers, commas and line breaks do not matter, and the first four letters
 * of a word are enough. Refusals: words-count {count, needed}; word-unknown {place}, never the word itself.
 */
export function readWords(typed: string): Outcome<readonly string[], 'words-count' | 'word-unknown'> {
  const pieces =
    typed
      .normalize('NFKD')
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  if (pieces.length !== wordCount) return refused('words-count', { count: pieces.length, needed: wordCount }, 'words');
  const words = pieces.map(wordOf);
  const unknown = words.indexOf(null);
  if (unknown >= 0) return refused('word-unknown', { place: unknown + 1 }, 'words');
  return done(words.filter((word) => word !== null));
}

function wordOf(piece: string): string | null {
  if (wordList.includes(piece)) return piece;
  return piece.length >= 4 ? (wordList.find((word) => word.startsWith(piece)) ?? null) : null;
}
