/** Development of a plan's people laid out as a list: a line for each measure or experience, one to fill in for whoever has none. */
import type { Texts } from '../../../i18n/texts.ts';
import { markingLines, markingOf } from '../../classification/views/marks.ts';
import type { LaidOut } from '../../plans/views/sheet.ts';
import type { Experience, Listed, ListKind, Measure, PlanLists } from '../types.ts';

const widths = {
  measures: [5, 25, 10, 24, 16, 34, 24, 12, 12, 18, 24],
  experience: [5, 25, 10, 24, 30, 34, 10, 10],
} as const satisfies Record<ListKind, readonly number[]>;

/** The headings are read again by features/imports; the mark by which a line is known again is not printed. */
export function layOutList(t: Texts, list: ListKind, { plan, people }: PlanLists, today: string): LaidOut {
  const heading = [...headingOf(t, list), t('sheets.key')];
  const titles = [
    { look: 'title', cells: [t(`developmentLists.titles.${list}`)] },
    { look: 'subtitle', cells: [plan.title] },
    ...markingLines(t, plan.classification).map((line) => ({ look: 'subtitle', cells: [line] }) as const),
    { look: 'subtitle', cells: [t('sheets.asOf', { date: t.shortDate(today) })] },
  ] as const;
  const rows = people.flatMap((one) => linesOf(t, list, one));
  const last = heading.length - 2;
  return {
    columns: [
      ...widths[list].map((width) => ({ width, align: 'left' as const })),
      { width: 11, align: 'left', isHidden: true },
    ],
    rows: [
      ...titles,
      { look: 'heading', cells: heading },
      ...rows.map((cells, at) => ({ look: 'row' as const, cells: [String(at + 1), ...cells] })),
    ],
    merges: titles.map((_, at) => ({ rows: [at, at] as const, columns: [0, last] as const })),
    heading: [titles.length, titles.length],
    marking: markingOf(t, plan.classification),
  };
}

function headingOf(t: Texts, list: ListKind): readonly string[] {
  const about = (['number', 'fullName', 'birthMonth', 'position'] as const).map((key) =>
    t(`developmentLists.headings.${key}`),
  );
  const own =
    list === 'measures'
      ? (['kind', 'what', 'responsible', 'startsOn', 'dueOn', 'state', 'word'] as const)
      : (['experience', 'place', 'fromMonth', 'toMonth'] as const);
  return [...about, ...own.map((key) => t(`developmentLists.headings.${key}`))];
}

function linesOf(t: Texts, list: ListKind, listed: Listed): readonly (readonly string[])[] {
  const { person, entries, measures, experiences } = listed;
  const positions = entries.map(({ title }) => title).join('; ');
  const about = [person.fullName, decimal(person.birthMonth), positions];
  const own: readonly (readonly string[])[] =
    list === 'measures' ? measures.map((one) => measureCells(t, one)) : experiences.map(experienceCells);
  const blank = Array.from({ length: widths[list].length - 1 - about.length }, () => '');
  return own.length === 0 ? [[...about, ...blank, person.id]] : own.map((cells) => [...about, ...cells]);
}

function measureCells(t: Texts, measure: Measure): readonly string[] {
  const { id, kind, what, responsible, startsOn, dueOn, state, word } = measure;
  return [
    ...[t(`development.kinds.${kind}`), what, responsible ?? '', decimal(startsOn), decimal(dueOn)],
    ...[t(`development.states.${state}`), word ?? '', id],
  ];
}

function experienceCells({ id, kind, place, fromMonth, toMonth }: Experience): readonly string[] {
  return [kind.name, place ?? '', decimal(fromMonth), decimal(toMonth), id];
}

/** "05/12/2026", "12/2026": as lists of the field write days and months, in both languages. */
function decimal(date: string | null): string {
  return date === null ? '' : date.split('-').reverse().join('/');
}
