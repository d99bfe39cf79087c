/** The plan of a year: what is to be done first, then everything by kind; and the same out as rows or text. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import { byGivenName } from '../../../i18n/names.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { type Movement, movementKinds } from '../types.ts';
import * as buttons from './buttons.ts';
import { datesOf, type Names, routeOf, stageOf, stages } from './line.ts';

export interface YearShown {
  readonly committee: string;
  readonly year: number;
  readonly years: readonly number[];
  readonly movements: readonly Movement[];
  readonly names: Names;
  readonly mayManage: boolean;
  readonly isOwnOnly: boolean;
  readonly today: string;
}

const rowsShown = 60;

export function yearMessage(t: Texts, plan: YearShown, said: readonly Block[] = []): Message {
  const { committee, year, movements, names, today } = plan;
  const shown = inOrder(t, plan).slice(0, rowsShown);
  const count = (wanted: (stage: string) => boolean) => movements.filter((one) => wanted(stageOf(one, today))).length;
  const counts = stages
    .map((stage) => [stage, count((one) => one === stage)] as const)
    .filter(([, found]) => found > 0)
    .map(([stage, found]) => `${t(`movements.stages.${stage}`)}: ${t.number(found)}`);
  return {
    summary: t('movements.summary'),
    blocks: [
      ...said,
      {
        kind: 'heading',
        text: t(plan.isOwnOnly ? 'movements.list.own' : 'movements.list.title', { year: String(year) }),
      },
      ...(movements.length === 0
        ? [{ kind: 'text', text: [t(plan.isOwnOnly ? 'movements.list.ownNone' : 'movements.list.none')] } as const]
        : [{ kind: 'note', text: [counts.join(' · ')] } as const]),
      ...movementKinds.flatMap((kind): Block[] => {
        const ofKind = shown.filter((movement) => movement.kind === kind);
        if (ofKind.length === 0) return [];
        return [
          { kind: 'text', text: [{ bold: t(`movements.kinds.${kind}`) }] },
          ...ofKind.map((movement): Block => rowOf(t, movement, names, today)),
        ];
      }),
      ...(movements.length > rowsShown
        ? [{ kind: 'note', text: [t('movements.list.more', { count: movements.length - rowsShown })] } as const]
        : []),
      { kind: 'buttons', buttons: listButtons(t, plan) },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };

  function listButtons(words: Texts, { years, isOwnOnly }: YearShown): readonly Button[] {
    const others = [...new Set([...years, year - 1, year + 1])].filter((one) => one !== year && !isOwnOnly).slice(0, 4);
    const at = { committee, year: String(year) };
    return [
      buttons.proposeButton.draw(words('movements.buttons.propose'), { committee }, { style: 'primary' }),
      ...(!isOwnOnly && movements.length > 0
        ? [
            buttons.csvButton.draw(words('movements.buttons.csv'), at),
            buttons.textButton.draw(words('movements.buttons.text'), at),
          ]
        : []),
      ...others
        .sort((a, b) => a - b)
        .map((one) =>
          buttons.yearButton.draw(words('movements.buttons.year', { year: String(one) }), {
            committee,
            year: String(one),
          }),
        ),
    ];
  }
}

function rowOf(t: Texts, movement: Movement, names: Names, today: string): Block {
  const name = names.get(movement.person) ?? t('common.unknown');
  const stage = t(`movements.stages.${stageOf(movement, today)}`);
  return {
    kind: 'row',
    text: [{ bold: name }, ` · ${routeOf(t, movement)} · ${datesOf(t, movement)} · `, { italic: stage }],
    buttons: [buttons.openButton.draw(t('movements.buttons.open'), { movement: movement.id })],
  };
}

/** The columns of the plan (domain/planning 5): number, person, kind, from, to, dates, reason, what after. */
export function exportRows(t: Texts, plan: YearShown): readonly (readonly string[])[] {
  const columns = ['number', 'person', 'kind', 'from', 'to', 'dates', 'reason', 'proposedFor', 'stage'] as const;
  const place = (post: string | null, unit: string) => (post ? t('movements.place', { post, unit }) : unit);
  return [
    columns.map((column) => t(`movements.columns.${column}`)),
    ...inOrder(t, plan).map((movement, index) => [
      String(index + 1),
      plan.names.get(movement.person) ?? '',
      t(`movements.kinds.${movement.kind}`),
      place(movement.fromPost, movement.fromUnit),
      place(movement.toPost, movement.toUnit),
      datesOf(t, movement),
      movement.reason,
      movement.proposedFor ?? '',
      t(`movements.stages.${stageOf(movement, plan.today)}`),
    ]),
  ];
}

export function planText(t: Texts, plan: YearShown): string {
  const [, ...rows] = exportRows(t, plan);
  const lines = rows.map(([number, person, kind, from, to, dates]) =>
    t('movements.textLine', {
      number: number ?? '',
      person: person ?? '',
      kind: kind ?? '',
      from: from ?? '',
      to: to ?? '',
      dates: dates ?? '',
    }),
  );
  return [t('movements.list.title', { year: String(plan.year) }), ...lines].join('\n');
}

export function copyMessage(t: Texts, text: string): Message {
  return {
    summary: t('movements.summary'),
    blocks: [
      { kind: 'copy', text },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** By kind, then by first day and given name. */
function inOrder(t: Texts, { movements, names }: YearShown): readonly Movement[] {
  const byName = byGivenName(t.locale);
  return [...movements].sort(
    (a, b) =>
      movementKinds.indexOf(a.kind) - movementKinds.indexOf(b.kind) ||
      a.startsOn.localeCompare(b.startsOn) ||
      byName(names.get(a.person) ?? '', names.get(b.person) ?? ''),
  );
}
