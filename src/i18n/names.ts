/** Names of people: comparing them without diacritics or word order, and sorting by given name. */
import type { Locale } from '../kernel/act.ts';

/** Unicode NFC, single spaces, no control characters: how a typed name is stored. */
export function tidyName(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** Lower case, without diacritics: "Đặng Thị Ánh" and "dang thi anh" are the same. Keeps the word order. */
export function foldName(name: string): string {
  return tidyName(name).toLowerCase().replaceAll('đ', 'd').normalize('NFD').replace(/\p{M}/gu, '');
}

/** Like foldName with the words in alphabetical order: also finds "Ánh Đặng Thị". */
export function searchName(name: string): string {
  return [...searchWords(name)].sort().join(' ');
}

function searchWords(name: string): readonly string[] {
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/**
 * Under what a typed name is looked for when nobody said whose it is: without diacritics and in any order, with and
 * without the title before it ("Đồng chí Nguyễn Văn An", "An Nguyễn Văn, TS."). Two names are alike when they share one.
 */
export function nameKeys(name: string): readonly string[] {
  const words = searchWords(name);
  const begin = titles.find((title) => title.every((word, at) => words[at] === word))?.length ?? 0;
  const end = words.findLastIndex((word) => !degrees.has(word)) + 1;
  const bare = words.slice(begin).findIndex((word) => !degrees.has(word));
  const untitled = words.slice(bare < 0 ? begin : begin + bare, Math.max(end, begin + 1));
  return [...new Set([words, untitled].map((some) => [...some].sort().join(' ')))].filter((key) => key !== '');
}

/** As they are folded. Only before a name: several are names themselves. */
const titles: readonly (readonly string[])[] = [
  ['dong', 'chi'],
  ['d', 'c'],
  ...['ong', 'ba', 'mr', 'mrs', 'ms', 'comrade'].map((word) => [word]),
];
const degrees: ReadonlySet<string> = new Set(['gs', 'pgs', 'ts', 'tskh', 'ths', 'bs', 'ks', 'ls', 'prof', 'dr', 'phd']);

/**
 * Sorts like a Vietnamese list under any collation of the database: given name first, and đ, ă, â, ê, ô, ơ, ư after the
 * letter that they look like. "z", which Vietnamese does not use, stands for "after it".
 */
export function sortName(name: string): string {
  const words = tidyName(name).toLowerCase().normalize('NFC').split(' ');
  return [words.at(-1) ?? '', ...words.slice(0, -1)].map(letterOrder).join(' ');
}

const after = new Map([
  ['đ', 'dz'],
  ['ă', 'az'],
  ['â', 'azz'],
  ['ê', 'ez'],
  ['ô', 'oz'],
  ['ơ', 'ozz'],
  ['ư', 'uz'],
]);
const tones = /[\u0300\u0301\u0303\u0309\u0323]/gu;

function letterOrder(word: string): string {
  const letters = [...word.normalize('NFD').replace(tones, '').normalize('NFC')];
  return foldName(letters.map((letter) => after.get(letter) ?? letter).join(''));
}

/** Vietnamese names sort by the given name, which stands last; elsewhere as written. */
export function byGivenName(locale: Locale): (a: string, b: string) => number {
  const collator = new Intl.Collator(locale === 'vi' ? 'vi' : 'en');
  return (a, b) => collator.compare(givenFirst(locale, a), givenFirst(locale, b));
}

function givenFirst(locale: Locale, name: string): string {
  if (locale !== 'vi') return name;
  const words = name.split(' ');
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}
