/** A list laid out as it is handed in: title lines, a heading in one or two lines, the numbered columns, groups, people. */

import type { Texts } from '../../../i18n/texts.ts';
import type { PlainDate } from '../../../kernel/time.ts';
import { markingLines, markingOf } from '../../classification/views/marks.ts';
import type { SheetColumnKey } from '../../eligibility/types.ts';
import {
  birthCells,
  presentPostCell,
  type SheetContent,
  type SheetGroup,
  type SheetLine,
  sheetGroups,
} from '../rules/sheet.ts';
import { readinessName } from './readiness.ts';

type Look = 'issuer' | 'title' | 'subtitle' | 'heading' | 'numbering' | 'group' | 'row' | 'note';

interface Row {
  readonly look: Look;
  readonly cells: readonly string[];
}

/** As documents/workbook.ts writes it. */
export interface LaidOut {
  readonly columns: readonly {
    readonly width: number;
    readonly align: 'left' | 'center';
    readonly isHidden?: boolean;
  }[];
  readonly rows: readonly Row[];
  readonly merges: readonly {
    readonly rows: readonly [number, number];
    readonly columns: readonly [number, number];
  }[];
  readonly heading: readonly [number, number];
  readonly marking: string | null;
}

const widths: Readonly<Partial<Record<SheetColumnKey, number>>> = {
  ...{ number: 5, fullName: 25, bornMale: 10, bornFemale: 10, presentPost: 24, unit: 22, career: 28 },
  ...{
    plannedPosition: 22,
    carriedTo: 22,
    proposedPosition: 22,
    position: 24,
    decision: 20,
    decidedBy: 24,
    readiness: 18,
  },
  ...{ education: 16, politicalTheory: 12, ratings: 18, unitProposal: 20, votes: 14 },
};
const usualWidth = 11;

const centred: readonly SheetColumnKey[] = ['number', 'bornMale', 'bornFemale', 'joinedOnProbation', 'joinedInFull'];

/** Columns that stand together below one heading. */
const below: Readonly<Partial<Record<SheetColumnKey, 'born' | 'joined'>>> = {
  ...{ bornMale: 'born', bornFemale: 'born' },
  ...{ joinedOnProbation: 'joined', joinedInFull: 'joined' },
};

/** The column of marks by which a row is known again when the list comes back is not printed. */
export function layOut(t: Texts, content: SheetContent): LaidOut {
  const { form } = content;
  const { columns } = form;
  const last = columns.length - 1;
  const titles = titleRows(t, content);
  const heading = headingRows(t, content);
  const body = bodyRows(t, content);
  const rows = [...titles, ...heading.rows, ...body];
  const [from, to] = [titles.length, titles.length + heading.lines - 1];
  const isAcross = ({ look, cells }: Row) =>
    look !== 'row' && look !== 'heading' && look !== 'numbering' && cells.length === 1;
  return {
    columns: [
      ...columns.map((key) => ({
        width: widths[key] ?? usualWidth,
        align: centred.includes(key) ? ('center' as const) : ('left' as const),
      })),
      { width: usualWidth, align: 'left', isHidden: true },
    ],
    rows,
    merges: [
      ...rows.flatMap((row, at) => (isAcross(row) ? [{ rows: [at, at], columns: [0, last] } as const] : [])),
      ...heading.merges.map(({ rows: [first, end], columns: across }) => ({
        ...{ rows: [first + from, end + from] as const, columns: across },
      })),
    ],
    heading: [from, to],
    marking: markingOf(t, content.plan.classification),
  };
}

function titleRows(t: Texts, { plan, form, issuer, letter, today, review }: SheetContent): readonly Row[] {
  const years = { from: plan.termFrom.slice(0, 4), to: plan.termTo.slice(0, 4) };
  return [
    { look: 'issuer', cells: [issuer.toUpperCase()] },
    ...markingLines(t, plan.classification).map((line) => ({ look: 'subtitle', cells: [line] }) as const),
    { look: 'title', cells: [t(`sheets.titles.${form.kind}`)] },
    { look: 'subtitle', cells: [t('sheets.of', { plan: plan.title, ...years })] },
    ...(form.isAppendix
      ? [{ look: 'subtitle', cells: [letter ? t('sheets.attachedTo', { letter }) : t('sheets.attached')] } as const]
      : []),
    {
      look: 'subtitle',
      cells: [review ? reviewWords(t, review, today) : t('sheets.asOf', { date: t.shortDate(today) })],
    },
  ];
}

/** Whether it is a draft, and of which day; or by which decision it stands. */
export function reviewWords(
  t: Texts,
  { paper, undecided }: NonNullable<SheetContent['review']>,
  today: PlainDate,
): string {
  if (paper) {
    const { decision, decidedOn, body } = paper;
    return t('sheets.final', { decision, date: t.shortDate(decidedOn), body });
  }
  const draft = { date: t.shortDate(today), count: undecided };
  return undecided === 0 ? t('sheets.draft', draft) : t('sheets.draftUndecided', draft);
}

function headingRows(
  t: Texts,
  { form, ratedYears }: SheetContent,
): Pick<LaidOut, 'rows' | 'merges'> & { lines: number } {
  const { columns } = form;
  const nameOf = (key: SheetColumnKey) => t(`sheets.columns.${key}`, { years: ratedYears });
  const isDouble = columns.some((key) => below[key]);
  const upper = columns.map((key, at) => {
    const over = below[key];
    if (!over) return nameOf(key);
    return below[columns[at - 1] ?? key] === over && at > 0 ? '' : t(`sheets.over.${over}`);
  });
  const lower = columns.map((key) => (below[key] ? nameOf(key) : ''));
  const numbering = columns.map((_, at) => String(at + 1));
  const merges = columns.flatMap((key, at): LaidOut['merges'] => {
    if (!isDouble) return [];
    if (!below[key]) return [{ rows: [0, 1], columns: [at, at] }];
    return upper[at] === '' ? [] : [{ rows: [0, 0], columns: [at, at + 1] }];
  });
  return {
    rows: [
      { look: 'heading', cells: [...upper, t('sheets.key')] },
      ...(isDouble ? [{ look: 'heading', cells: lower } as const] : []),
      ...(form.isAppendix ? [{ look: 'numbering', cells: numbering } as const] : []),
    ],
    merges,
    lines: isDouble ? 2 : 1,
  };
}

const marks = ['I', 'II', 'III', 'IV'];

function bodyRows(t: Texts, content: SheetContent): readonly Row[] {
  const { form, plan, lines } = content;
  const years = { from: plan.termFrom.slice(0, 4), to: plan.termTo.slice(0, 4) };
  const byPosts = form.groups !== 'positions';
  const isUnknown = ({ sex, birthMonth }: SheetLine) => sex === null && birthMonth !== null;
  return [
    ...(byPosts ? [{ look: 'group', cells: [t('sheets.term', years)] } as const] : []),
    ...sheetGroups(content).flatMap((group, at): readonly Row[] => [
      { look: 'group', cells: [groupTitle(t, content, group, at)] },
      ...(form.groups === 'posts-with-counts' ? countRows(t, content, group) : []),
      ...group.lines.map((line, index) => personRow(t, content, line, index + 1)),
    ]),
    ...(form.columns.includes('bornMale') && lines.some(isUnknown)
      ? [{ look: 'note', cells: [t('sheets.sexUnknown')] } as const]
      : []),
  ];
}

export function groupTitle(t: Texts, { form }: SheetContent, { kind, title }: SheetGroup, at: number): string {
  if (kind === 'position') return `${at + 1}) ${title}`;
  const words = t.label(`sheets.groups.${form.groups}`, kind);
  return `${marks[at]}. ${words}`;
}

/** How many are asked for, and that their list follows. */
function countRows(t: Texts, { form }: SheetContent, { lines }: SheetGroup): readonly Row[] {
  const spaces = Array.from({ length: form.columns.length - 3 }, () => '');
  const people = new Set(lines.map(({ person }) => person)).size;
  return (['asked', 'introduced'] as const).map((which) => ({
    look: 'row',
    cells: ['-', t(`sheets.counts.${which}`), ...spaces, String(people)],
  }));
}

function personRow(t: Texts, { form, plan }: SheetContent, line: SheetLine, number: number): Row {
  const cells: Readonly<Partial<Record<SheetColumnKey, string>>> = {
    ...{ number: String(number), fullName: line.fullName, ...birthCells(line), presentPost: presentPostCell(line) },
    ...{ unit: line.unit ?? '', position: line.position.title, plannedPosition: line.position.title },
    ...{ proposedPosition: line.position.title, decision: line.decision, decidedBy: line.decision },
    readiness: line.readiness === null ? '' : readinessName(t, plan, line.readiness),
    ...{ carriedTo: line.reviewed?.to ?? '', unitProposal: proposalText(t, line) },
  };
  return { look: 'row', cells: [...form.columns.map((key) => cells[key] ?? ''), line.person] };
}

/** "Taken out of the plan: over the age; moved to another unit (45-QĐ/ĐU, 01/03/2026)". */
export function proposalText(t: Texts, { proposal, reviewed }: SheetLine): string {
  if (proposal === null) return '';
  const { reason = null, note = null, decision = null } = reviewed ?? {};
  const why = [reason === null ? '' : t.label('plans.removalReasons', reason), note ?? ''].filter(Boolean).join('; ');
  const said = [t(`sheets.proposals.${proposal}`), why].filter(Boolean).join(': ');
  return decision === null ? said : `${said} (${decision})`;
}
