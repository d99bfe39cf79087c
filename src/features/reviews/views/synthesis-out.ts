/** The synthesis as it leaves the chat: a table for a spreadsheet, and the text that is pasted into the report. */
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { markedRows, markingLines, markingOf } from '../../classification/views/marks.ts';
import { type Response, tallies } from '../types/nouns.ts';
import type { Comment, Synthesis, Synthesised } from '../types/seen.ts';
import { partLabel, parts, saidOn } from './aspects.ts';
import { takeOutButton } from './buttons.ts';
import { byPosition } from './nominees.ts';
import { changeLines, factsLine, nomineeWithState, sourceOf } from './synthesis.ts';

/** What follows the counts in each row. */
const commentColumns = ['source', 'view', 'aspect', 'content', 'answer', 'by'];

type Rows = readonly (readonly string[])[];

/** One row for each nominee with the counts and the first comment, one more for each aspect that a comment speaks of. */
export function synthesisTable(
  t: Texts,
  synthesis: Synthesis,
): { readonly rows: Rows; readonly marking: string | null } {
  const { classification } = synthesis.round.list;
  const rows = synthesis.nominees.flatMap((nominee, index) => rowsOf(t, synthesis, nominee, index + 1));
  return { rows: markedRows(t, classification, [header(t), ...rows]), marking: markingOf(t, classification) };
}

function header(t: Texts): readonly string[] {
  return [
    t('synthesis.number'),
    t('reviews.synthesis.position'),
    t('reviews.synthesis.nominee'),
    ...tallies.map((tally) => t.label('reviews.tallies', tally)),
    t('synthesis.asked'),
    t('synthesis.ownUnit'),
    t('synthesis.source'),
    t('synthesis.view'),
    t('synthesis.aspect'),
    t('synthesis.content'),
    t('responses.column'),
    t('responses.by'),
  ];
}

function rowsOf(t: Texts, synthesis: Synthesis, nominee: Synthesised, number: number): Rows {
  const { entry } = nominee;
  const who = [String(number), entry.positionTitle, nomineeWithState(t, nominee)];
  const counts = [
    ...tallies.map((tally) => String(nominee.counts[tally])),
    String(synthesis.participants),
    String(synthesis.ownUnit.get(entry.id) ?? ''),
  ];
  const comments = nominee.comments.flatMap((comment) => commentRows(t, synthesis, comment));
  const [first = commentColumns.map(() => ''), ...more] = comments;
  return [[...who, ...counts, ...first], ...more.map((said) => [...who, ...counts.map(() => ''), ...said])];
}

function commentRows(t: Texts, { round }: Synthesis, comment: Comment): Rows {
  const source = sourceOf(t, comment);
  const stance = t.label('reviews.stances', comment.stance);
  const { response } = comment;
  const answered = response ? answerText(t, response) : '';
  const by = response?.by ?? '';
  return parts.flatMap((part) => {
    const said = saidOn(comment, part);
    return said === null ? [] : [[source, stance, partLabel(t, round.list, part), said, answered, by]];
  });
}

/** As it is handed in: position by position, nominee by nominee, aspect by aspect. */
export function synthesisText(t: Texts, synthesis: Synthesis): string {
  const { round, nominees, participants, changes, version } = synthesis;
  const about = (entry: Synthesised['entry']) => nominees.filter((nominee) => nominee.entry.id === entry.id);
  const body = byPosition(round.list.entries).flatMap(({ title, entries }) => [
    title.toLocaleUpperCase(t.locale),
    ...entries.flatMap(about).flatMap((nominee, index) => nomineeText(t, synthesis, nominee, index + 1)),
    '',
  ]);
  const changed =
    changes.length === 0
      ? []
      : [t('synthesis.changed', { before: version.version - 1 }), ...changeLines(t, synthesis).map(dashed), ''];
  return [
    ...markingLines(t, round.list.classification),
    t('reviews.synthesis.title').toLocaleUpperCase(t.locale),
    factsLine(t, synthesis),
    `${t('synthesis.asked')}: ${t.number(participants)}`,
    '',
    ...changed,
    ...body,
    t('reviews.synthesis.silence'),
  ].join('\n');
}

function nomineeText(t: Texts, synthesis: Synthesis, nominee: Synthesised, number: number): readonly string[] {
  const { counts, comments, entry } = nominee;
  const own = synthesis.ownUnit.get(entry.id);
  const counted = tallies.filter((tally) => counts[tally] > 0);
  return [
    `${number}. ${nomineeWithState(t, nominee)}`,
    counted.map((tally) => `${t.label('reviews.tallies', tally)}: ${t.number(counts[tally])}`).join('; '),
    ...(own === undefined ? [] : [`${t('synthesis.ownUnit')}: ${t.number(own)}`]),
    ...parts.flatMap((part) => {
      const said = comments.filter((comment) => saidOn(comment, part) !== null);
      if (said.length === 0) return [];
      return [
        `${partLabel(t, synthesis.round.list, part)}:`,
        ...said.flatMap((comment) => [
          dashed(commentText(t, comment, saidOn(comment, part) ?? '')),
          ...(comment.response ? [`  → ${answerText(t, comment.response)}`] : []),
        ]),
      ];
    }),
  ];
}

function commentText(t: Texts, comment: Comment, said: string): string {
  const role = sourceOf(t, comment);
  const stance = t.label('reviews.stances', comment.stance);
  return t('synthesis.line', { role, stance, said: oneLine(said) });
}

function answerText(t: Texts, { kind, text }: Response): string {
  return t('responses.out', { kind: t.label('responses.kinds', kind), said: oneLine(text ?? t('reviews.erased')) });
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s*\n\s*/gu, ' ');
}

function dashed(line: string): string {
  return `- ${line}`;
}

/** So many characters are one block to copy, and so many blocks one message: beyond that a chat cuts. */
const copied = { characters: 2_500, blocks: 3 };

/** A long text goes on, on the next page: nothing of it is left out. */
export function takenOutMessage(t: Texts, taken: TakenOut, text: string): Message {
  const blocks = chunks(text, copied.characters);
  const pages = Math.max(1, Math.ceil(blocks.length / copied.blocks));
  const page = Math.min(Math.max(1, taken.page), pages);
  const data = { round: taken.round, version: String(taken.version), how: taken.how };
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'text', text: [t(`synthesis.out.${taken.how}`)] },
      ...blocks
        .slice((page - 1) * copied.blocks, page * copied.blocks)
        .map((chunk) => ({ kind: 'copy', text: chunk }) as const),
      ...(page < pages
        ? ([
            {
              kind: 'buttons',
              buttons: [takeOutButton.draw(t('common.nextPage'), { ...data, page: String(page + 1) })],
            },
          ] as const)
        : []),
      {
        kind: 'note',
        text: [
          ...(pages > 1 ? [t('common.pageOf', { page, pages }), '. '] : []),
          t('synthesis.takenOut'),
          ' ',
          t('common.onlyYou'),
        ],
      },
    ],
  };
}

export interface TakenOut {
  readonly round: string;
  readonly version: number;
  readonly how: 'csv' | 'text';
  readonly page: number;
}

/** Cut between lines where there is one. */
function chunks(text: string, size: number): readonly string[] {
  const found: string[] = [];
  let rest = text;
  while (rest.length > size) {
    const end = rest.lastIndexOf('\n', size - 1);
    const cut = end > 0 ? end + 1 : size;
    found.push(rest.slice(0, cut));
    rest = rest.slice(cut);
  }
  return rest === '' ? found : [...found, rest];
}
