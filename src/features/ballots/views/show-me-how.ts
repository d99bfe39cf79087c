/** The arithmetic of a ruling in words, step by step, so that anybody can do it again with pencil and paper. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { ExactNumber, RankedCount, Ruling, RulingLine } from '../types/ruling.ts';
import type { Share } from '../types/vote-rule.ts';
import { askedText, haveOneBase, nameOfLine, outcomeText, type RulingReader, votesText } from './ruling.ts';

type Names = Pick<RulingReader, 'nameOf'>;

/** Only for those who see the numbers. */
export function showMeHow(t: Texts, ruling: Ruling, names: Names): readonly Block[] {
  const items = sentences(t, ruling, names).map((sentence) => [sentence]);
  return [
    { kind: 'text', text: [{ bold: t('rulings.how.title') }] },
    { kind: 'list', items, ordered: true },
  ];
}

export function sentences(t: Texts, ruling: Ruling, names: Names): readonly string[] {
  const start = [quorumSentence(t, ruling), papersSentence(t, ruling), ...proxySentences(t, ruling)];
  if (!ruling.quorum.reached) return start;
  return [
    ...start,
    ...(ruling.ranked ? rankedSentences(t, ruling, ruling.ranked, names) : thresholdSentences(t, ruling)),
    ...ruling.lines.map((line) => lineSentence(t, ruling, line, names)),
    ...fallbackSentences(t, ruling),
  ];
}

/** “13 1/3”: what a share comes to before it is rounded up to people. */
export function exactText(numerator: bigint, denominator: bigint): string {
  const whole = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return String(whole);
  const divisor = greatestCommon(rest, denominator);
  const part = `${rest / divisor}/${denominator / divisor}`;
  return whole === 0n ? part : `${whole} ${part}`;
}

function quorumSentence(t: Texts, { quorum }: Ruling): string {
  if (quorum.kind === 'none') return t('rulings.how.noQuorumRule');
  const verdict = t(quorum.reached ? 'rulings.how.enough' : 'rulings.how.notEnough');
  const { share, comparison, of, lessRecused, base, needed, got } = quorum;
  if (share === null || comparison === null || of === null || base === null) {
    return `${t('rulings.how.quorumCount', { needed, got })} ${verdict}`;
  }
  const rule = askedText(t, { share, comparison, of, lessRecused });
  return `${t('rulings.how.quorumShare', { rule, ...division(share, base), needed, got })} ${verdict}`;
}

function papersSentence(t: Texts, ruling: Ruling): string {
  const { issued, returned, invalid, blank, abstained, valid, cast } = ruling;
  const all = t('rulings.how.papers', { issued, returned, invalid, blank, abstained });
  const isBlankOut = valid !== returned - invalid;
  const validSum = isBlankOut ? `${returned} − ${invalid} − ${blank}` : `${returned} − ${invalid}`;
  const counted =
    ruling.threshold?.of === 'cast'
      ? t('rulings.how.cast', { sum: `${returned} − ${blank} − ${abstained}`, cast })
      : t('rulings.how.valid', { sum: validSum, valid });
  return `${all} ${counted}`;
}

function proxySentences(t: Texts, { proxies }: Ruling): readonly string[] {
  if (!proxies) return [];
  const { byProxy, perPerson, arePresent } = proxies;
  const counted = t(arePresent ? 'proxies.ruling.arePresent' : 'proxies.ruling.notPresent');
  return [`${t('proxies.ruling.how', { count: byProxy, perPerson })} ${counted}`];
}

function thresholdSentences(t: Texts, ruling: Ruling): readonly string[] {
  const { threshold, lines, seats } = ruling;
  if (threshold === null) return [t('rulings.how.mostVotes', { seats })];
  const base = lines[0]?.base ?? null;
  if (!haveOneBase(ruling) || base === null) return [];
  return [baseSentence(t, ruling, base), neededSentence(t, ruling, base, lines[0]?.needed ?? 0)];
}

function baseSentence(t: Texts, { threshold }: Ruling, base: number): string {
  if (threshold === null) return '';
  const what = t(`rulings.bases.${threshold.of}`);
  return t(threshold.lessRecused ? 'rulings.how.baseWithoutRecused' : 'rulings.how.base', { what, base });
}

function neededSentence(t: Texts, { threshold }: Ruling, base: number, needed: number): string {
  if (threshold === null) return '';
  if (base === 0) return t('rulings.how.ofNothing');
  const rule = askedText(t, threshold);
  return capital(t, t('rulings.how.needed', { rule, ...division(threshold.share, base), needed }));
}

function lineSentence(t: Texts, ruling: Ruling, line: RulingLine, names: Names): string {
  const { needed, base, got, tie, outcome } = line;
  const own =
    base === null || needed === null || haveOneBase(ruling)
      ? ''
      : ` ${baseSentence(t, ruling, base)} ${neededSentence(t, ruling, base, needed)}`;
  const values = {
    name: nameOfLine(t, line, names),
    votes: votesText(t, line),
    outcome: outcomeText(t, line),
    needed: needed ?? 0,
    seats: ruling.seats,
    rule: t(`rulings.tieRules.${ruling.tieRule}`),
  };
  if (tie) return t(tie.at === 'threshold' ? 'rulings.how.exact' : 'rulings.how.equal', values) + own;
  if (needed === null) return t('rulings.how.plain', values);
  if (outcome === 'passed') return t('rulings.how.enoughVotes', values) + own;
  return t(got >= needed && (base ?? 0) > 0 ? 'rulings.how.noSeat' : 'rulings.how.short', values) + own;
}

/** Whoever goes on without a tie does so by the fallback. */
function fallbackSentences(t: Texts, { lines }: Ruling): readonly string[] {
  const sent = lines.filter(({ outcome, tie }) => outcome === 'goes-on' && tie === null);
  if (sent.length === 0) return [];
  const isOver = lines.some(({ outcome, tie }) => outcome === 'not-passed' && !tie?.decidedBy);
  const isTop = isOver || sent.some(({ goesTo }) => goesTo === 'next-step');
  return [t(isTop ? 'rulings.how.top' : 'rulings.how.again')];
}

function rankedSentences(t: Texts, ruling: Ruling, count: RankedCount, { nameOf }: Names): readonly string[] {
  const noLots = ruling.lines.some(({ tie }) => tie !== null) ? [t('rulings.how.noLots')] : [];
  if (count.method === 'stv') return [...stvSentences(t, ruling, count, nameOf), ...noLots];
  const ids = ruling.lines.filter(({ writtenIn }) => !writtenIn).map(({ candidate }) => candidate);
  const order = count.ranking.map((together) =>
    together.length === 1 ? nameOf(together[0]!) : t('rulings.how.together', { names: t.list(together.map(nameOf)) }),
  );
  const pairs = count.ranking.slice(1).map((together, index) => {
    const [a, b] = [ids.indexOf(count.ranking[index]![0]!), ids.indexOf(together[0]!)];
    return t('rulings.how.pair', {
      first: nameOf(ids[a]!),
      second: nameOf(ids[b]!),
      wins: count.pairwise[a]![b]!,
      losses: count.pairwise[b]![a]!,
      strength: count.strengths[a]![b]!,
      other: count.strengths[b]![a]!,
    });
  });
  return [...pairs, t('rulings.how.ranking', { order: order.join(' > ') }), ...noLots];
}

function stvSentences(
  t: Texts,
  ruling: Ruling,
  { quota, stages }: Extract<RankedCount, { method: 'stv' }>,
  nameOf: Names['nameOf'],
): readonly string[] {
  // Papers that rank somebody: neither invalid, blank nor abstaining.
  const papers = ruling.returned - ruling.invalid - ruling.blank - ruling.abstained;
  return [
    t('rulings.how.quota', { papers, seats: ruling.seats, quota }),
    ...stages.map(({ kind, candidates, votes }, index) => {
      const held = votes.map((one) => `${nameOf(one.candidate)} ${votesOf(one.votes)}`).join(', ');
      const names = t.list(candidates.map(nameOf));
      return `${t('rulings.how.stage', { number: index + 1, votes: held })} ${t(`rulings.how.${kind}`, { names })}`;
    }),
  ];
}

function votesOf({ numerator, denominator }: ExactNumber): string {
  return exactText(BigInt(numerator), BigInt(denominator));
}

function division({ numerator, denominator }: Share, base: number) {
  const exact = exactText(BigInt(numerator) * BigInt(base), BigInt(denominator));
  return { numerator, denominator, base, exact };
}

function capital(t: Texts, sentence: string): string {
  return sentence.charAt(0).toLocaleUpperCase(t.locale) + sentence.slice(1);
}

function greatestCommon(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommon(b, a % b);
}
