/** What a line of a list of measures or of experience says, and how what is recorded would read after it. */
import type { Texts } from '../../../i18n/texts.ts';
import type { DevelopmentLine } from '../types/development.ts';

type Cells = readonly (readonly [column: string, text: string])[];

/** Everything that a new line says. */
export function saidOf(t: Texts, line: DevelopmentLine): string {
  const cells = cellsOf(t, line, 'next').filter(([, text]) => text !== '');
  const [first, ...rest] = cells.map(([column, text]) =>
    column === 'kind' || column === 'what' || column === 'place'
      ? text
      : `${t.label('developmentLists.columns', column)} ${text}`,
  );
  return [first, ...rest].join(', ');
}

/** What it is about, and each cell that would read otherwise. */
export function changesOf(t: Texts, line: DevelopmentLine): string {
  const before = new Map(cellsOf(t, line, 'old'));
  const about = [before.get('kind'), before.get('what') ?? before.get('place')].filter(Boolean).join(', ');
  const changes = cellsOf(t, line, 'next').flatMap(([column, to]) => {
    const from = before.get(column) ?? '';
    const name = t.label('developmentLists.columns', column);
    return from === to
      ? []
      : [t('imports.preview.becomes', { name, from: from || t('imports.preview.nothingSaid'), to })];
  });
  return `${about}: ${changes.join('; ')}`;
}

function cellsOf(t: Texts, { measure, experience }: DevelopmentLine, which: 'old' | 'next'): Cells {
  const said = measure?.[which];
  if (said) {
    return [
      ['kind', t(`development.kinds.${said.kind}`)],
      ['what', said.what],
      ['responsible', said.responsible ?? ''],
      ['startsOn', said.startsOn ? t.shortDate(said.startsOn) : ''],
      ['dueOn', said.dueOn ? t.shortDate(said.dueOn) : ''],
      ['state', t(`development.states.${said.state}`)],
      ['word', said.word ?? ''],
    ];
  }
  const one = experience?.[which];
  if (!one) return [];
  return [
    ['kind', typeof one.kind === 'string' ? one.kind : one.kind.name],
    ['place', one.place ?? ''],
    ['fromMonth', one.fromMonth ? t.month(one.fromMonth) : ''],
    ['toMonth', one.toMonth ? t.month(one.toMonth) : ''],
  ];
}
