/** Lists of dates and people in pages that a message holds. */
import type { Block, Button } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';

export interface Page<T> {
  readonly items: readonly T[];
  /** From 1. */
  readonly number: number;
  readonly pages: number;
}

/** The page nearest to the one that was wanted: the list may have become shorter meanwhile. */
export function pageOf<T>(items: readonly T[], size: number, wanted: number): Page<T> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const number = Math.min(Math.max(Number.isInteger(wanted) ? wanted : 1, 1), pages);
  return { items: items.slice((number - 1) * size, number * size), number, pages };
}

/** Which page it is, and the buttons to the others; nothing where one page holds it all. */
export function pageBlocks(
  t: Texts,
  { number, pages }: Pick<Page<unknown>, 'number' | 'pages'>,
  draw: (label: string, page: string) => Button,
): readonly Block[] {
  if (pages === 1) return [];
  return [
    { kind: 'note', text: [t('common.pageOf', { page: number, pages })] },
    {
      kind: 'buttons',
      buttons: [
        ...(number > 1 ? [draw(t('common.previousPage'), String(number - 1))] : []),
        ...(number < pages ? [draw(t('common.nextPage'), String(number + 1))] : []),
      ],
    },
  ];
}

/** "A, B and 12 more": three hundred names are read page by page, not in one sentence. */
export function namesText(t: Texts, names: readonly string[], most: number): string {
  const rest = names.length - most;
  const shown = t.list(names.slice(0, most));
  return rest > 0 ? t('deadlines.coming.andMore', { names: shown, count: rest }) : shown;
}
