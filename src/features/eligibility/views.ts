/** Verdicts in words: level, numbers, source, how sure the source is, and the rule set's version. */
import type { Block } from '../../chat/message.ts';
import type { Texts } from '../../i18n/texts.ts';
import type { Fact } from '../../kernel/outcome.ts';
import type { Rich } from '../../kernel/rich.ts';
import { isPlainDate, isPlainMonth } from '../../kernel/time.ts';
import { confidenceOf, unsureRulesOf } from './rules/evaluator.ts';
import { ruleSetByKey } from './rules/rule-set-for.ts';
import { type KeptCheck, type RuleSet, type Verdict, verdictLevels } from './types.ts';

/** The gravest first; then the rule set. What is in order is one line, so that what is not is seen. */
export function verdictBlocks(t: Texts, verdicts: readonly Verdict[], ruleSet: RuleSet): readonly Block[] {
  const gravest = [...verdicts]
    .filter((verdict) => verdict.level !== 'passes')
    .sort((a, b) => verdictLevels.indexOf(a.level) - verdictLevels.indexOf(b.level));
  const inOrder = verdicts.filter((verdict) => verdict.level === 'passes');
  const items = [...gravest, ...inOrder].map((verdict) => verdictLine(t, verdict));
  return [
    ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
    { kind: 'note', text: [ruleSetLine(t, ruleSet)] },
  ];
}

export function verdictLine(t: Texts, verdict: Verdict): Rich {
  const sources = verdict.sources
    .filter((source, index, all) => all.findIndex((other) => other.reference === source.reference) === index)
    .map((source) =>
      t('eligibility.source', {
        title: source.title[t.locale],
        article: source.article ? t('eligibility.article', { article: source.article }) : '',
        confidence: t.label('eligibility.confidences', source.confidence),
      }),
    );
  return [...wordsOf(t, verdict), '. ', { italic: t('eligibility.sources', { list: sources.join('; ') }) }];
}

/** Level, rule and numbers of a check that was kept: without the source, but not without saying that it is unconfirmed. `ruleSet`: the plan's, with guidance. */
export function findingLine(
  t: Texts,
  finding: Pick<KeptCheck, 'rule' | 'level' | 'facts' | 'ruleSet'>,
  ruleSet: RuleSet = ruleSetByKey(finding.ruleSet.key, finding.ruleSet.version),
): Rich {
  const confidence = confidenceOf(finding.rule, ruleSet);
  const doubt = confidence === 'unconfirmed' && finding.level !== 'passes';
  return [...wordsOf(t, finding), ...(doubt ? [` (${t('eligibility.confidences.unconfirmed')})`] : [])];
}

function wordsOf(t: Texts, finding: Pick<KeptCheck, 'rule' | 'level' | 'facts'>): Rich {
  const rule = t.label('eligibility.rules', finding.rule);
  return [{ bold: t.label('eligibility.levels', finding.level) }, ` · ${rule}: ${numbers(t, finding)}`];
}

/** Where people are sorted by the rules: which of these are not confirmed, also for those who meet them. */
export function unsureNote(t: Texts, ruleSet: RuleSet): readonly Block[] {
  const unsure = unsureRulesOf(ruleSet);
  if (unsure.length === 0) return [];
  const list = t.list(unsure.map((rule) => t.label('eligibility.rules', rule)));
  return [{ kind: 'note', text: [t('eligibility.unsure', { list })] }];
}

export function ruleSetLine(t: Texts, ruleSet: RuleSet): string {
  return t('eligibility.ruleSet', {
    title: ruleSet.title[t.locale],
    version: ruleSet.version,
    from: t.shortDate(ruleSet.validFrom),
    to: ruleSet.validTo ? t('eligibility.ruleSetUntil', { to: t.shortDate(ruleSet.validTo) }) : '',
  });
}

function numbers(t: Texts, { rule, level, facts }: Pick<KeptCheck, 'rule' | 'level' | 'facts'>): string {
  const missing = Array.isArray(facts.missing) ? (facts.missing as readonly string[]) : [];
  if (level === 'not-known' && missing.length > 0) {
    const list = t.list(missing.map((name) => t.label('eligibility.missingFacts', name)));
    return t('eligibility.missing', { list });
  }
  if (rule === 'discipline' && facts.kind === undefined) return t('eligibility.noMeasure');
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shownFact(t, name, value)]));
  // Where a rule set prefers no longer time than it requires, the sentence is that of the present term.
  const isOneNumber = rule === 'age-next-term' && facts.preferredMonths === null;
  if (rule === 'pool' && facts.isIn === false) return t('eligibility.notInPool', shown);
  const months = typeof facts.remainingMonths === 'number' ? facts.remainingMonths : 0;
  const text =
    months < 0
      ? t('eligibility.retired', { ...shown, count: -months })
      : t(`eligibility.numbers.${isOneNumber ? 'age-current-term' : rule}`, shown);
  if (facts.isRemovedFromPlan !== true) return text;
  return `${text}; ${t('eligibility.leavesPlan', { plannedSince: shown.plannedSince ?? '' })}`;
}

function shownFact(t: Texts, name: string, value: Fact): string {
  if (value === null) return t('common.unknown');
  if (name === 'kind' && typeof value === 'string') return t.label('people.disciplines', value);
  if (typeof value === 'number') return t.number(value);
  if (typeof value === 'string' && isPlainDate(value)) return t.shortDate(value);
  if (typeof value === 'string' && isPlainMonth(value)) return t.month(value);
  return String(value);
}
