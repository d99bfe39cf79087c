/** The synthesis of comments, opened privately: counts per nominee in one table, comments page by page. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { tallies } from '../types/nouns.ts';
import type { Comment, Synthesis, Synthesised } from '../types/seen.ts';
import { wordBlocks } from './answer.ts';
import { commentsButton, recordButton } from './buttons.ts';
import { nomineeName } from './nominees.ts';

/** Comments on a page: some fit into one message with their words whole. */
const pageSize = 8;

export function synthesisMessage(t: Texts, synthesis: Synthesis): Message {
  const { round, nominees, participants } = synthesis;
  const hasComments = nominees.some(({ comments }) => comments.length > 0);
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.synthesis.title') },
      { kind: 'note', text: [factsLine(t, synthesis)] },
      {
        kind: 'table',
        header: [
          t('reviews.synthesis.position'),
          t('reviews.synthesis.nominee'),
          ...tallies.map((tally) => t.label('reviews.tallies', tally)),
        ],
        rows: nominees.map((nominee) => countRow(t, nominee)),
      },
      {
        kind: 'note',
        text: [t('reviews.synthesis.base', { count: participants }), ' ', t('reviews.synthesis.silence')],
      },
      ...(hasComments ? [] : ([{ kind: 'text', text: [t('reviews.synthesis.noComments')] }] as const)),
      {
        kind: 'buttons',
        buttons: [
          ...(hasComments
            ? [
                commentsButton.draw(
                  t('reviews.synthesis.comments'),
                  { round: round.id, page: '1' },
                  { style: 'primary' },
                ),
              ]
            : []),
          recordButton.draw(t('reviews.progress.correct'), { round: round.id, person: '' }),
        ],
      },
    ],
  };
}

export function commentsMessage(t: Texts, { round, nominees }: Synthesis, wanted: number): Message {
  const all = nominees.flatMap((nominee) => nominee.comments.map((comment) => ({ nominee, comment })));
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const page = Math.min(Math.max(1, wanted), pages);
  const here = all.slice((page - 1) * pageSize, page * pageSize);
  const turn = (to: number, label: string) => commentsButton.draw(label, { round: round.id, page: String(to) });
  const turns = [
    ...(page > 1 ? [turn(page - 1, t('common.previousPage'))] : []),
    ...(page < pages ? [turn(page + 1, t('common.nextPage'))] : []),
  ];
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'heading', text: t('reviews.synthesis.commentsTitle', { page, pages }) },
      ...here.flatMap(({ nominee, comment }, index): Block[] => [
        ...(here[index - 1]?.nominee === nominee ? [] : [nomineeHeading(t, nominee)]),
        ...commentBlocks(t, comment),
      ]),
      ...(turns.length > 0 ? ([{ kind: 'buttons', buttons: turns }] as const) : []),
    ],
  };
}

function nomineeHeading(t: Texts, { entry }: Synthesised): Block {
  const withdrawn = entry.isWithdrawn ? ` (${t('reviews.withdrawn')})` : '';
  return { kind: 'text', text: [{ bold: nomineeName(t, entry) }, ` · ${entry.positionTitle}${withdrawn}`] };
}

function commentBlocks(t: Texts, comment: Comment): readonly Block[] {
  const role = t.label('access.roles', comment.role);
  const stance = t.label('reviews.stances', comment.stance);
  return [{ kind: 'text', text: [t('reviews.synthesis.from', { role, stance })] }, ...wordBlocks(t, comment)];
}

function countRow(t: Texts, { entry, counts }: Synthesised): string[] {
  const withdrawn = entry.isWithdrawn ? ` (${t('reviews.withdrawn')})` : '';
  return [entry.positionTitle, nomineeName(t, entry) + withdrawn, ...tallies.map((tally) => t.number(counts[tally]))];
}

function factsLine(t: Texts, { round }: Synthesis): string {
  const closed = round.closedAt ? t.moment(round.closedAt) : '';
  const how = t(round.closedBy === null ? 'reviews.synthesis.byDate' : 'reviews.synthesis.early');
  const facts = { number: round.list.number, plan: round.list.planTitle, version: round.synthesisVersion };
  return t('reviews.synthesis.facts', { ...facts, closed: `${closed} (${how})` });
}
