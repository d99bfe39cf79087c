/** The count minutes (biên bản kiểm phiếu) as they leave the chat: the text that is signed, and a table for a spreadsheet. */
import type { Texts } from '../../../i18n/texts.ts';
import { markedRows, markingLines } from '../../classification/views/marks.ts';
import type { CountedMatter, CountMinutes } from '../types/count-minutes.ts';
import type { Ruling, RulingLine } from '../types/ruling.ts';
import { clauseText, nameOfLine, outcomeText, votesText } from './ruling.ts';

export function countMinutesText(t: Texts, minutes: CountMinutes): string {
  const { committee, about, openedAt, closedAt, tellers, matters } = minutes;
  return [
    ...markingLines(t, minutes.classification),
    t('rulings.minutes.title').toLocaleUpperCase(t.locale),
    committee,
    t('rulings.minutes.about', { about }),
    '',
    ...(openedAt ? [t('rulings.minutes.from', { at: t.moment(openedAt) })] : []),
    ...(closedAt ? [t('rulings.minutes.to', { at: t.moment(closedAt) })] : []),
    ...(tellers.length > 0 ? [t('rulings.minutes.tellers', { names: t.list(tellers) })] : []),
    '',
    ...matters.flatMap((matter) => [...matterText(t, matter), '']),
    t('rulings.minutes.confirmed'),
  ].join('\n');
}

/** One row for each name, with the numbers that it was judged by. */
export function countMinutesTable(t: Texts, { matters, classification }: CountMinutes): readonly (readonly string[])[] {
  const columns = [
    'question',
    'number',
    'candidate',
    'for',
    'against',
    'abstained',
    'of',
    'base',
    'needed',
    'share',
    'outcome',
    'summoned',
    'seated',
    'recused',
    'present',
    'issued',
    'returned',
    'valid',
    'invalid',
    'blank',
    'rule',
  ] as const;
  const header = columns.map((column) => t(`rulings.minutes.columns.${column}`));
  return markedRows(t, classification, [
    header,
    ...matters.flatMap((matter) => matter.ruling.lines.map((line, index) => row(t, matter, line, index))),
  ]);
}

function matterText(t: Texts, matter: CountedMatter): readonly string[] {
  const { title, ruling } = matter;
  const { summoned, seated, present, recused, issued, returned, valid, invalid, blank, abstained, quorum } = ruling;
  return [
    ...(title ? [title.toLocaleUpperCase(t.locale)] : []),
    t('rulings.minutes.people', { summoned, seated, present, recused }),
    ...(quorum.kind === 'none' ? [] : [t('rulings.minutes.quorum', { needed: quorum.needed, got: quorum.got })]),
    t('rulings.minutes.papers', { issued, returned, valid, invalid, blank, abstained }),
    ...(ruling.proxies
      ? [t('proxies.ruling.minutes', { count: ruling.proxies.byProxy, perPerson: ruling.proxies.perPerson })]
      : []),
    `${t('rulings.minutes.results')}:`,
    ...ruling.lines.map((line, index) => `${index + 1}. ${nameOfLine(t, line, matter)}: ${lineText(t, ruling, line)}`),
    clauseText(t, ruling),
  ];
}

function lineText(t: Texts, { threshold }: Ruling, line: RulingLine): string {
  const { base, needed, got } = line;
  const votes = votesText(t, line);
  const outcome = outcomeText(t, line);
  if (threshold === null || base === null || needed === null || base === 0) {
    return t('rulings.minutes.lineWithout', { votes, outcome });
  }
  const of = t(`rulings.bases.${threshold.of}`);
  return t('rulings.minutes.line', { votes, got, base, of, share: shareText(t, got, base), needed, outcome });
}

/** Never rounded up: 49.97 % is not 50 %. */
function shareText(t: Texts, got: number, base: number): string {
  return t.share(Math.floor((got * 1000) / base) / 1000);
}

function row(t: Texts, matter: CountedMatter, line: RulingLine, index: number): readonly string[] {
  const { title, ruling } = matter;
  const { threshold, clause } = ruling;
  const { base, needed, got, against, abstained } = line;
  return [
    title,
    String(index + 1),
    nameOfLine(t, line, matter),
    String(line.for),
    against === null ? '' : String(against),
    String(abstained),
    threshold ? t(`rulings.bases.${threshold.of}`) : '',
    base === null ? '' : String(base),
    needed === null ? '' : String(needed),
    base ? shareText(t, got, base) : '',
    outcomeText(t, line),
    ...[ruling.summoned, ruling.seated, ruling.recused, ruling.present].map(String),
    ...[ruling.issued, ruling.returned, ruling.valid, ruling.invalid, ruling.blank].map(String),
    `${clause.title[t.locale]}, ${clause.ruleSet.key} ${clause.ruleSet.version}`,
  ];
}
