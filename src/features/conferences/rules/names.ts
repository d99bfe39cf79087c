/** Whom a typed list of names means among those summoned. A guess is never taken: it is asked for. */
import type { Summoned } from '../types.ts';

export interface Meant {
  readonly found: readonly Summoned[];
  readonly unclear: readonly Unclear[];
}

export interface Unclear {
  readonly typed: string;
  /** Who may be meant; nobody: not on the list. */
  readonly perhaps: readonly Summoned[];
}

/**
 * One line a person: the name as it stands on the list, and behind a comma or semicolon as much of the post as tells
 * namesakes apart. Capital letters and numbering do not matter; other words, missing marks or another order are unclear,
 * with those who may be meant. `fold` takes diacritics and order away.
 */
export function whoIsMeant(typed: string, summoned: readonly Summoned[], fold: (name: string) => string): Meant {
  const found = new Map<string, Summoned>();
  const unclear: Unclear[] = [];
  for (const line of linesOf(typed)) {
    const [name = '', ...rest] = line.split(/[,;\t]/u);
    const post = fold(rest.join(' '));
    const same = summoned.filter((one) => plain(one.fullName) === plain(name));
    const exact = same.filter((one) => fold(one.post ?? '').includes(post));
    if (exact.length === 1 && exact[0]) found.set(exact[0].person, exact[0]);
    else unclear.push({ typed: line, perhaps: exact.length > 1 ? exact : near(name, summoned, fold) });
  }
  return { found: [...found.values()], unclear };
}

function near(name: string, summoned: readonly Summoned[], fold: (name: string) => string): readonly Summoned[] {
  const words = wordsOf(name, fold);
  return words === '' ? [] : summoned.filter((one) => wordsOf(one.fullName, fold) === words);
}

function wordsOf(name: string, fold: (name: string) => string): string {
  return fold(name).split(' ').sort().join(' ');
}

function plain(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase();
}

function linesOf(typed: string): readonly string[] {
  return typed
    .split(/\r?\n/u)
    .map((line) => line.replace(/^\s*(?:\d{1,3}[.)]|[-–•*])\s+/u, '').trim())
    .filter((line) => line !== '');
}
