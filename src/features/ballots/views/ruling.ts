/** The ruling card: outcomes first, then every number with its base, then the rule with its version and source. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { weakest } from '../../eligibility/rules/verdict.ts';
import type { Ruling, RulingLine } from '../types/ruling.ts';
import type { Base, Comparison, Share } from '../types/vote-rule.ts';

export interface RulingReader {
  /** outcome: under the shield. Then only rule, base and outcome are said. */
  readonly sees: 'numbers' | 'outcome';
  /** What a candidate of the question is called; a name that was written in is not asked for. */
  nameOf(candidate: string): string;
}

export function rulingCard(t: Texts, ruling: Ruling, reader: RulingReader): readonly Block[] {
  return [
    { kind: 'list', items: ruling.lines.map((line) => lineText(t, ruling, line, reader)) },
    ...(reader.sees === 'numbers' ? numberBlocks(t, ruling) : shieldedBlocks(t, ruling)),
    { kind: 'note', text: [clauseText(t, ruling)] },
  ];
}

export function nameOfLine(t: Texts, line: RulingLine, { nameOf }: Pick<RulingReader, 'nameOf'>): string {
  return line.writtenIn ? t('rulings.writtenIn', { name: line.candidate }) : nameOf(line.candidate);
}

/** Where somebody goes on to, and who decided a tie, are part of the outcome. */
export function outcomeText(t: Texts, { outcome, goesTo, tie }: RulingLine): string {
  const said =
    outcome === 'goes-on' && goesTo !== null ? t(`rulings.goesTo.${goesTo}`) : t(`rulings.outcomes.${outcome}`);
  if (!tie?.decidedBy) return said;
  return t('rulings.how.decided', { outcome: said, by: t(`rulings.deciders.${tie.decidedBy}`) });
}

export function votesText(t: Texts, { for: votes, against, abstained }: RulingLine): string {
  const said =
    against === null ? t('rulings.card.for', { count: votes }) : t('rulings.card.forAgainst', { for: votes, against });
  return abstained > 0 ? t('rulings.card.abstained', { votes: said, abstained }) : said;
}

interface Asked {
  readonly share: Share;
  readonly comparison: Comparison;
  readonly of: Base;
  readonly lessRecused: boolean;
}

/** “more than half of the people summoned” */
export function askedText(t: Texts, { share, comparison, of, lessRecused }: Asked): string {
  const { numerator, denominator } = share;
  const part = numerator * 2 === denominator ? t('rulings.half') : `${numerator}/${denominator}`;
  const people = t(`rulings.bases.${of}`);
  const base = lessRecused ? t('rulings.withoutRecused', { base: people }) : people;
  return t(`rulings.${comparison}`, { share: part, base });
}

/** Rule, version, and the sources of what decides, each with how sure all is that is taken from it. */
export function clauseText(t: Texts, { clause }: Pick<Ruling, 'clause'>): string {
  const rule = t('rulings.card.rule', {
    rule: clause.title[t.locale],
    set: clause.ruleSet.title[t.locale],
    version: clause.ruleSet.version,
  });
  const references = [...new Set(clause.sources.map(({ reference }) => reference))];
  const sources = references.map((reference) => {
    const named = clause.sources.filter((source) => source.reference === reference);
    const articles = [...new Set(named.flatMap(({ article }) => article ?? []))];
    return t('eligibility.source', {
      title: named[0]!.title[t.locale],
      article: articles.length > 0 ? t('eligibility.article', { article: articles.join(', ') }) : '',
      confidence: t(`eligibility.confidences.${weakest(named.map(({ confidence }) => confidence))}`),
    });
  });
  return `${rule} ${t('eligibility.sources', { list: sources.join('; ') })}.`;
}

/** Of a paper that is judged line by line each line can have its own base. */
export function haveOneBase({ lines }: Ruling): boolean {
  return new Set(lines.map(({ base }) => base)).size <= 1;
}

function lineText(t: Texts, ruling: Ruling, line: RulingLine, reader: RulingReader): Rich {
  const start: Rich = [nameOfLine(t, line, reader), ': ', { bold: outcomeText(t, line) }];
  if (reader.sees === 'outcome') return start;
  const { needed, base } = line;
  const hasOwnBase = needed !== null && base !== null && !haveOneBase(ruling);
  const own = hasOwnBase ? ` ${t('rulings.card.neededHere', { needed, base })}` : '';
  return [...start, `. ${votesText(t, line)}.${own}`];
}

function numberBlocks(t: Texts, ruling: Ruling): readonly Block[] {
  const { summoned, seated, recused, present, issued, returned, valid, invalid, blank } = ruling;
  const rows: [string, Rich][] = [
    [t('rulings.card.summoned'), [t.number(summoned)]],
    [t('rulings.card.seated'), [t.number(seated)]],
    [t('rulings.card.recused'), [t.number(recused)]],
    [t('rulings.card.present'), [t.number(present)]],
    [t('rulings.card.quorum'), [quorumText(t, ruling)]],
    [t('rulings.card.papers'), [t('rulings.card.papersText', { issued, returned, valid, invalid, blank })]],
    ...proxyRows(t, ruling),
    [t('rulings.card.needed'), [neededText(t, ruling)]],
    [t('rulings.card.tie'), [t(`rulings.tieRules.${ruling.tieRule}`)]],
  ];
  return [{ kind: 'facts', rows }];
}

function proxyRows(t: Texts, { proxies }: Ruling): [string, Rich][] {
  if (!proxies) return [];
  const { byProxy, perPerson } = proxies;
  return [[t('proxies.ruling.row'), [t('proxies.ruling.text', { count: byProxy, perPerson })]]];
}

function shieldedBlocks(t: Texts, ruling: Ruling): readonly Block[] {
  return [
    { kind: 'facts', rows: [[t('rulings.card.base'), [ruleText(t, ruling)]]] },
    { kind: 'note', text: [t('rulings.card.shield')] },
  ];
}

function quorumText(t: Texts, { quorum }: Ruling): string {
  if (quorum.kind === 'none') return t('rulings.card.noQuorumRule');
  return t('rulings.card.quorumText', { needed: quorum.needed, got: quorum.got });
}

export function neededText(t: Texts, ruling: Ruling): string {
  const [first] = ruling.lines;
  const rule = ruleText(t, ruling);
  if (!first || first.needed === null || first.base === null || !haveOneBase(ruling)) return rule;
  return t('rulings.card.neededText', { rule, needed: first.needed, base: first.base });
}

/** What the votes are counted against. */
export function ruleText(t: Texts, { threshold, ranked, seats }: Ruling): string {
  if (threshold !== null) return askedText(t, threshold);
  if (ranked?.method === 'stv') return t('rulings.card.stv', { quota: ranked.quota, seats });
  return ranked ? t('rulings.card.schulze', { seats }) : t('rulings.card.mostVotes', { seats });
}
