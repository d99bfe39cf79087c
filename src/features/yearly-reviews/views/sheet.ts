/** A form of a review as a page in the chat: its groups with their people, and the buttons that take it out. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import {
  birthCells,
  presentPostCell,
  type SheetContent,
  type SheetLine,
  sheetGroups,
} from '../../plans/rules/sheet.ts';
import { groupTitle, proposalText, reviewWords } from '../../plans/views/sheet.ts';
import type { YearlyReview } from '../types.ts';
import * as buttons from './buttons.ts';

const pageSize = 15;
const noteShown = 300;

export interface SheetShown {
  readonly committee: string;
  readonly review: YearlyReview;
  /** All forms; `at`: the one that is read. */
  readonly sheets: readonly SheetContent[];
  readonly at: SheetContent;
}

export function sheetMessage(t: Texts, { committee, review, sheets, at }: SheetShown, wanted: number): Message {
  const of = { committee, review: review.id };
  const { form, plan, lines } = at;
  const rows = sheetGroups(at).flatMap((group, index) =>
    group.lines.map((line, number) => ({ title: groupTitle(t, at, group, index), line, number: number + 1 })),
  );
  const pages = Math.max(1, Math.ceil(rows.length / pageSize));
  const page = Math.min(Math.max(1, wanted), pages);
  const turn = (to: number, sheet = form.kind) => ({ ...of, sheet, page: String(to) });
  const back =
    review.state === 'open'
      ? buttons.pageButton.draw(t('yearlyReviews.difference.buttonReview'), { ...of, which: 'all', page: '1' })
      : buttons.differenceButton.draw(t('yearlyReviews.review.buttonDifference'), { ...of, page: '1' });
  return {
    summary: t('yearlyReviews.summary'),
    blocks: [
      { kind: 'heading', text: t(`sheets.names.${form.kind}`) },
      { kind: 'text', text: [{ bold: titled(t, plan) }, '. ', reviewWords(t, at.review ?? none, at.today), '.'] },
      ...grouped(t, at, rows.slice((page - 1) * pageSize, page * pageSize)),
      ...(lines.length === 0 ? [{ kind: 'text', text: [t('yearlyReviews.sheet.none')] } as const] : []),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [buttons.sheetButton.draw(t('common.previousPage'), turn(page - 1))] : []),
          ...(page < pages ? [buttons.sheetButton.draw(t('common.nextPage'), turn(page + 1))] : []),
          ...sheets
            .filter((one) => one.form.kind !== form.kind)
            .map((one) => buttons.sheetButton.draw(t(`sheets.names.${one.form.kind}`), turn(1, one.form.kind))),
          ...(lines.length === 0
            ? []
            : (['xlsx', 'csv'] as const).map((how) =>
                buttons.takeSheetButton.draw(t(`sheets.buttons.${how}`), { ...of, sheet: form.kind, how }),
              )),
          back,
        ],
      },
      { kind: 'note', text: [t('yearlyReviews.sheet.leftEmpty'), ' ', t('common.onlyYou')] },
    ],
  };
}

const none = { undecided: 0, paper: null };

interface Row {
  readonly title: string;
  readonly line: SheetLine;
  readonly number: number;
}

function grouped(t: Texts, at: SheetContent, rows: readonly Row[]): readonly Block[] {
  return [...new Set(rows.map(({ title }) => title))].flatMap((title): readonly Block[] => [
    { kind: 'text', text: [{ bold: title }] },
    { kind: 'list', items: rows.filter((row) => row.title === title).map((row) => lineText(t, at, row)) },
  ]);
}

/** In the order of the form's columns; what the register does not know is left out. */
function lineText(t: Texts, { form }: SheetContent, { line, number }: Row): Rich {
  const { bornMale, bornFemale } = birthCells(line);
  const about = [bornMale || bornFemale, presentPostCell(line)].filter(Boolean).join(', ');
  const isAdded = form.of === 'candidates';
  const planned = [line.position.title, line.decision].filter(Boolean).join(', ');
  const to = line.reviewed?.to;
  return [
    `${number}. `,
    { bold: line.fullName },
    about === '' ? '. ' : ` (${about}). `,
    `${t(`sheets.columns.${isAdded ? 'proposedPosition' : 'plannedPosition'}`)}: ${planned}. `,
    ...(to ? [`${t('sheets.columns.carriedTo')}: ${to}. `] : []),
    `${t('sheets.columns.unitProposal')}: ${shortened(proposalText(t, line))}.`,
  ];
}

function shortened(text: string): string {
  return text.length > noteShown ? `${text.slice(0, noteShown - 1)}…` : text;
}
