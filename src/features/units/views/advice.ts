/** What the tree says of units that somebody typed, in a sentence each. Nothing is refused for it. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { UnitAdvice } from '../types.ts';

const linesShown = 10;

export function adviceBlocks(t: Texts, advice: readonly UnitAdvice[]): readonly Block[] {
  const worth = advice.filter(({ kind }) => kind !== 'known');
  const lines = worth.slice(0, linesShown).map((one) => [adviceLine(t, one)]);
  if (lines.length === 0) return [];
  const more = worth.length - lines.length;
  return [
    { kind: 'text', text: [{ bold: t('units.advice.title') }] },
    { kind: 'list', items: [...lines, ...(more > 0 ? [[t('units.more', { count: more })]] : [])] },
  ];
}

export function adviceLine(t: Texts, advice: UnitAdvice): string {
  const { typed } = advice;
  switch (advice.kind) {
    case 'renamed':
    case 'merged':
      return t(`units.advice.${advice.kind}`, { typed, since: t.shortDate(advice.since), now: advice.now });
    case 'dissolved':
      return t('units.advice.dissolved', { typed, since: t.shortDate(advice.since) });
    case 'ambiguous':
    case 'unknown':
      return t(`units.advice.${advice.kind}`, { typed });
    case 'known':
      return '';
  }
}
