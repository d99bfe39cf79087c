/** What came of a round, as much of it as its reader may see: outcome of each line, and the numbers with their base. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { BallotRound } from '../types/round.ts';
import type { Ruling, RulingLine } from '../types/ruling.ts';
import { nameOfLine } from './words.ts';

export function rulingBlocks(t: Texts, round: BallotRound, sees: 'numbers' | 'outcome'): readonly Block[] {
  return (round.rulings ?? []).flatMap((ruling): readonly Block[] => {
    const title = round.questions.find(({ key }) => key === ruling.question)?.title ?? '';
    return [
      ...(title && round.questions.length > 1 ? [{ kind: 'text', text: [{ bold: title }] } as const] : []),
      { kind: 'list', items: ruling.lines.map((line) => lineText(t, round, ruling, line, sees)) },
      ...(sees === 'numbers' ? numbers(t, ruling) : []),
      {
        kind: 'note',
        text: [
          t('votes.result.rule', {
            rule: ruling.clause.title[t.locale],
            set: ruling.clause.ruleSet.title[t.locale],
            version: ruling.clause.ruleSet.version,
          }),
        ],
      },
    ];
  });
}

function lineText(t: Texts, round: BallotRound, ruling: Ruling, line: RulingLine, sees: 'numbers' | 'outcome'): Rich {
  const name = line.writtenIn ? line.candidate : nameOfLine(t, round, line.candidate);
  const outcome = t(`votes.outcomes.${line.outcome}`);
  if (sees === 'outcome') return [name, ': ', { bold: outcome }];
  const votes =
    line.against === null
      ? t('votes.result.for', { for: line.for })
      : t('votes.result.forAgainst', { for: line.for, against: line.against, abstained: line.abstained });
  const needed =
    line.needed === null || line.base === null || ruling.threshold === null
      ? ''
      : t('votes.result.needed', {
          needed: line.needed,
          base: line.base,
          of: t(`rulings.bases.${ruling.threshold.of}`),
        });
  return [name, ': ', { bold: outcome }, `. ${[votes, needed].filter(Boolean).join(' ')}`];
}

function numbers(t: Texts, ruling: Ruling): readonly Block[] {
  const { summoned, recused, returned, invalid, blank, quorum } = ruling;
  return [
    {
      kind: 'text',
      text: [
        t('votes.result.numbers', { summoned, recused, returned, invalid, blank }),
        ' ',
        t(quorum.reached ? 'votes.result.quorum' : 'votes.result.noQuorum', { needed: quorum.needed, got: quorum.got }),
      ],
    },
  ];
}
