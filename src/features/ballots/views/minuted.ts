/** A vote in the minutes of its conference: what was asked, what came of it, by which numbers and which rule. */
import type { Texts } from '../../../i18n/texts.ts';
import type { MinutedVote } from '../types/count-minutes.ts';
import { type BallotRound, motion } from '../types/round.ts';
import type { Ruling, RulingLine } from '../types/ruling.ts';
import {
  clauseText,
  haveOneBase,
  nameOfLine as nameOfRuled,
  neededText,
  outcomeText,
  ruleText,
  votesText,
} from './ruling.ts';
import { nameOfLine, subjectText } from './words.ts';

export function minutedVote(t: Texts, vote: MinutedVote): string {
  const { round, says } = vote;
  const about = subjectText(t, round);
  if (round.state === 'void') return t('votes.minuted.void', { about, why: round.why ?? '' }).trim();
  const { rulings } = round;
  if (rulings === null) return t('votes.minuted.notCounted', { about });
  if (says === null) return t('votes.minuted.notAnnounced', { about });
  const numbers = says === 'numbers' ? rulings.map((ruling) => ` ${numbersText(t, ruling)}`) : [];
  const base = says === 'outcome' ? ` ${t('votes.minuted.base', { rule: ruleText(t, rulings[0]!) })}` : '';
  return `${minutedOutcome(t, vote)}${numbers.join('')}${base} ${clauseText(t, rulings[0]!)}`;
}

/** For the conclusions: what came of it, in one sentence. Empty: nothing that may be said. */
export function minutedOutcome(t: Texts, { round, says }: MinutedVote): string {
  if (says === null || round.rulings === null) return '';
  const results = round.rulings.flatMap((ruling) =>
    ruling.lines.map((line) => resultText(t, round, ruling, line, says)),
  );
  return t('votes.minuted.result', { about: subjectText(t, round), results: results.join('; ') });
}

function resultText(
  t: Texts,
  round: BallotRound,
  ruling: Ruling,
  line: RulingLine,
  says: 'numbers' | 'outcome',
): string {
  const nameOf = (candidate: string) => nameOfLine(t, round, candidate);
  const name = ruling.question === motion ? '' : `${nameOfRuled(t, line, { nameOf })}: `;
  const outcome = outcomeText(t, line);
  if (says === 'outcome') return `${name}${outcome}`;
  const { needed, base } = line;
  const own =
    needed === null || base === null || haveOneBase(ruling)
      ? ''
      : `, ${t('rulings.card.neededHere', { needed, base })}`;
  return `${name}${outcome} (${votesText(t, line)}${own.replace(/\.$/u, '')})`;
}

function numbersText(t: Texts, ruling: Ruling): string {
  const { summoned, present, recused, issued, returned, valid, invalid, blank } = ruling;
  const papers = t('rulings.card.papersText', { issued, returned, valid, invalid, blank });
  const numbers = t('votes.minuted.numbers', { summoned, present, recused, papers, needed: neededText(t, ruling) });
  const { proxies } = ruling;
  if (!proxies) return numbers;
  return `${numbers} ${t('proxies.ruling.minutes', { count: proxies.byProxy, perPerson: proxies.perPerson })}`;
}
