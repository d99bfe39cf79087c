/** Comments cut into pages that a chat shows whole: a long one goes on, aspect by aspect, on the next page. */
import { noWords, type Words } from '../types/nouns.ts';
import { type Part, parts, saidOn } from './aspects.ts';

/** So much fits into one message. */
const page = { parts: 10, characters: 5_000 };

export type Said<Of> = Of & { readonly part: Part };

/** At least one page, which may be empty. */
export function commentPages<Of extends { readonly comment: Words }>(
  all: readonly Of[],
): readonly (readonly Said<Of>[])[] {
  const pages: Said<Of>[][] = [[]];
  let characters = 0;
  for (const one of all.flatMap((of) => saidParts(of))) {
    const length = saidOn(one.comment, one.part)?.length ?? 0;
    const last = pages.at(-1) ?? [];
    const isFull = last.length >= page.parts || (last.length > 0 && characters + length > page.characters);
    if (isFull) pages.push([one]);
    else last.push(one);
    characters = isFull ? length : characters + length;
  }
  return pages;
}

export function onlyPart({ text, aspects }: Words, part: Part): Words {
  if (part === 'general') return { text, aspects: noWords.aspects };
  return { text: null, aspects: { ...noWords.aspects, [part]: aspects[part] } };
}

function saidParts<Of extends { readonly comment: Words }>(of: Of): readonly Said<Of>[] {
  return parts.filter((part) => saidOn(of.comment, part) !== null).map((part) => ({ ...of, part }));
}
