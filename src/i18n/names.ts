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
  return foldName(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort()
    .join(' ');
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
