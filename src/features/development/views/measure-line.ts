/** A measure in one line, wherever it is shown. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import type { Movement } from '../../movements/types.ts';
import { routeOf, stageOf } from '../../movements/views/line.ts';
import type { Measure } from '../types.ts';

/** `movements`: of the person, as far as the reader may see them. */
export function measureLine(
  t: Texts,
  measure: Measure,
  movements: readonly Movement[] = [],
  today: string | null = null,
): Rich {
  const { kind, what, responsible, state, word, dueOn } = measure;
  const movement = movements.find(({ id }) => id === measure.movement);
  const isLate = state === 'planned' && dueOn !== null && today !== null && dueOn < today;
  return [
    `${t(`development.kinds.${kind}`)}: ${what}`,
    ...datesOf(t, measure),
    ...(responsible ? [`, ${t('development.line.responsible', { responsible })}`] : []),
    ...(movement
      ? [`, ${t('development.line.movement', { route: routeOf(t, movement), stage: stageWord(t, movement, today) })}`]
      : []),
    ' · ',
    { italic: t(isLate ? 'development.line.dateCame' : `development.states.${state}`) },
    ...(word ? [`: “${word}”`] : []),
  ];
}

/** A list under its title, for the forms and cards of other features. Nothing where there is none. */
export function measureBlocks(t: Texts, measures: readonly Measure[]): readonly Block[] {
  if (measures.length === 0) return [];
  const more = measures.length - listed;
  return [
    { kind: 'text', text: [{ bold: t('development.person.measures') }] },
    { kind: 'list', items: measures.slice(0, listed).map((measure) => measureLine(t, measure)) },
    ...(more > 0 ? [{ kind: 'note', text: [t('development.person.more', { count: more })] } as const] : []),
  ];
}

const listed = 10;

/** One line for all: how many are done, and which are planned. Empty where there are none. */
export function measuresText(t: Texts, measures: readonly Measure[]): string {
  if (measures.length === 0) return '';
  const count = (state: Measure['state']) => measures.filter((one) => one.state === state).length;
  return (['planned', 'done', 'not-done', 'given-up'] as const)
    .filter((state) => count(state) > 0)
    .map((state) => t(`development.counts.${state}`, { count: count(state) }))
    .join(', ');
}

function datesOf(t: Texts, { startsOn, dueOn }: Measure): readonly string[] {
  const from = startsOn ? t.shortDate(startsOn) : '';
  const to = dueOn ? t.shortDate(dueOn) : '';
  if (from && to) return [`, ${t('development.line.fromTo', { from, to })}`];
  if (to) return [`, ${t('development.line.until', { to })}`];
  return from ? [`, ${t('development.line.from', { from })}`] : [];
}

function stageWord(t: Texts, movement: Movement, today: string | null): string {
  return t(`movements.stages.${stageOf(movement, today ?? movement.startsOn)}`);
}
