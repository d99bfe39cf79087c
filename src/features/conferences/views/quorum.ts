/** The quorum foretold: the verdict with its numbers, and the rule with its version, source and how sure it is. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Forecast } from '../types.ts';

export function quorumBlocks(t: Texts, forecast: Forecast): readonly Block[] {
  const { verdict, needed, base, coming, open } = forecast;
  return [
    { kind: 'text', text: t.rich(`conferences.quorum.${verdict}`, numbers(t, { needed, base, coming, open })) },
    { kind: 'note', text: [`${sourceText(t, forecast)} ${t('conferences.quorum.delegates')}`] },
  ];
}

/** Before anybody has answered. */
export function neededBlocks(t: Texts, forecast: Forecast): readonly Block[] {
  const { needed, base } = forecast;
  return [
    { kind: 'text', text: t.rich('conferences.preview.needs', numbers(t, { needed, base })) },
    { kind: 'note', text: [sourceText(t, forecast)] },
  ];
}

function sourceText(t: Texts, { rule, ruleSet, source, confidence }: Forecast): string {
  const article = source.article ? `, ${source.article}` : '';
  return t('conferences.quorum.source', {
    rule: ruleText(t, rule),
    ruleSet: ruleSet.title[t.locale],
    version: ruleSet.version,
    source: `${source.title[t.locale]}${article}`,
    confidence: t(`conferences.quorum.confidence.${confidence}`),
  });
}

function ruleText(t: Texts, rule: Forecast['rule']): string {
  const base = t(`conferences.quorum.bases.${rule.base}`);
  if (rule.kind === 'count') return t('conferences.quorum.count', { count: rule.atLeast, base });
  const { numerator, denominator } = rule;
  return t(`conferences.quorum.share-${rule.comparison}`, { numerator, denominator, base });
}

function numbers(t: Texts, values: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, t.number(value)]));
}
