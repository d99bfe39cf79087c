/** Long lists in pages that a message holds. */
import type { Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
  /** Of the first item, from 0. */
  readonly from: number;
}

/** Characters of the lines of a page, each with what drawing it takes besides. A message holds 9,500 in all. */
const roomOfPage = 7_000;
const perLine = 45;
const linesOfPage = 60;

/** As many lines a page as there is room for; `text`: what a line will say, about. */
export function pageOf<T>(items: readonly T[], text: (item: T) => string, wanted: number): Page<T> {
  const starts = [0];
  let room = roomOfPage;
  for (const [index, item] of items.entries()) {
    const size = text(item).length + perLine;
    const start = starts.at(-1) ?? 0;
    if (index > start && (size > room || index - start >= linesOfPage)) {
      starts.push(index);
      room = roomOfPage;
    }
    room -= size;
  }
  const number = Math.min(Math.max(Number.isInteger(wanted) ? wanted : 1, 1), starts.length);
  const from = starts[number - 1] ?? 0;
  return { items: items.slice(from, starts[number]), number, pages: starts.length, from };
}

export function pageButtons(
  t: Texts,
  page: Pick<Page<unknown>, 'number' | 'pages'>,
  draw: (label: string, to: string) => Button,
): readonly Button[] {
  const { number, pages } = page;
  return [
    ...(number > 1 ? [draw(t('conferences.pages.back'), String(number - 1))] : []),
    ...(number < pages ? [draw(t('conferences.pages.on'), String(number + 1))] : []),
  ];
}
