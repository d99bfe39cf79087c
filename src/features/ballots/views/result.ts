/** What came of a round, question by question: the ruling card of each, as much of it as its reader may see. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CountMinutes } from '../types/count-minutes.ts';
import type { BallotRound } from '../types/round.ts';
import type { Ruling } from '../types/ruling.ts';
import { minutesButton } from './buttons.ts';
import { countMinutesText } from './count-minutes.ts';
import { type RulingReader, rulingCard } from './ruling.ts';
import { showMeHow } from './show-me-how.ts';
import { exceptionBlocks, nameOfLine, subjectText } from './words.ts';

export function rulingBlocks(t: Texts, round: BallotRound, sees: RulingReader['sees']): readonly Block[] {
  return perQuestion(t, round, (ruling, names) => {
    const question = round.questions.find(({ key }) => key === ruling.question);
    return [...rulingCard(t, ruling, { sees, ...names }), ...(question ? exceptionBlocks(t, question) : [])];
  });
}

/** The arithmetic, for those who see the numbers. */
export function howMessage(t: Texts, round: BallotRound): Message {
  return {
    summary: t('votes.result.summary'),
    blocks: [
      { kind: 'heading', text: t('rulings.how.title') },
      { kind: 'text', text: [subjectText(t, round)] },
      ...perQuestion(t, round, (ruling, names) => showMeHow(t, ruling, names)),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** So many characters are one block to copy: beyond that a chat cuts. */
const copied = 2_500;

/** The text to be signed; the file beside it is a table. */
export function countMinutesMessage(t: Texts, round: BallotRound, minutes: CountMinutes): Message {
  return {
    summary: t('votes.result.summary'),
    blocks: [
      { kind: 'heading', text: t('rulings.minutes.title') },
      ...chunks(countMinutesText(t, minutes)).map((text) => ({ kind: 'copy', text }) as const),
      { kind: 'note', text: [t('rulings.minutes.takenOut'), ' ', t('common.onlyYou')] },
      {
        kind: 'buttons',
        buttons: [minutesButton.draw(t('rulings.minutes.asTable'), { round: round.id, how: 'csv' })],
      },
    ],
  };
}

export function minutesOf(
  t: Texts,
  round: BallotRound,
  known: { readonly committee: string; readonly tellers: readonly string[] },
): CountMinutes {
  return {
    ...known,
    ...{ about: subjectText(t, round), classification: round.subject.classification },
    openedAt: round.openedAt,
    closedAt: round.closedAt,
    matters: (round.rulings ?? []).map((ruling) => ({ title: titleOf(round, ruling), ruling, ...namesIn(t, round) })),
  };
}

type Names = Pick<RulingReader, 'nameOf'>;

function perQuestion(
  t: Texts,
  round: BallotRound,
  blocksOf: (ruling: Ruling, names: Names) => readonly Block[],
): readonly Block[] {
  return (round.rulings ?? []).flatMap((ruling): readonly Block[] => {
    const title = titleOf(round, ruling);
    const heading: readonly Block[] = title ? [{ kind: 'text', text: [{ bold: title }] }] : [];
    return [...(round.questions.length > 1 ? heading : []), ...blocksOf(ruling, namesIn(t, round))];
  });
}

function titleOf({ questions }: BallotRound, ruling: Ruling): string {
  return questions.find(({ key }) => key === ruling.question)?.title ?? '';
}

function namesIn(t: Texts, round: BallotRound): Names {
  return { nameOf: (candidate) => nameOfLine(t, round, candidate) };
}

/** Cut between lines; no line is longer than a block. */
function chunks(text: string): readonly string[] {
  const found: string[] = [];
  let block = '';
  for (const line of text.split('\n')) {
    if (block.length + line.length + 1 > copied) {
      found.push(block);
      block = '';
    }
    block += `${line}\n`;
  }
  return [...found, block];
}
