/** What somebody has done that planning asks for, on their card; and who of a plan lacks it. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled } from '../../classification/views/marks.ts';
import { datesOf, routeOf } from '../../movements/views/line.ts';
import type { Plan } from '../../plans/types.ts';
import { isFinished } from '../rules/experience.ts';
import type { Experience, ExperienceKind, Lacking, PersonDevelopment } from '../types.ts';
import * as buttons from './buttons.ts';

const shownAtOnce = 10;
const pageSize = 12;

export function experienceBlocks(t: Texts, shown: PersonDevelopment): readonly Block[] {
  const { committee, entry, experiences, movements, mayEdit } = shown;
  const at = { committee, entry: entry.id };
  const recorded = new Set(experiences.map(({ movement }) => movement));
  const finished = movements.filter((movement) => isFinished(movement) && !recorded.has(movement.id));
  return [
    { kind: 'text', text: [{ bold: t('experience.title') }] },
    ...(experiences.length === 0 ? [{ kind: 'text', text: [t('experience.none')] } as const] : []),
    ...experiences.slice(0, shownAtOnce).map((one): Block => {
      const text = experienceLine(t, one);
      if (!mayEdit) return { kind: 'text', text };
      const id = { ...at, experience: one.id };
      return { kind: 'row', text, buttons: [buttons.takeBackButton.draw(t('experience.buttonTakeBack'), id)] };
    }),
    ...(experiences.length > shownAtOnce
      ? [{ kind: 'note', text: [t('development.person.more', { count: experiences.length - shownAtOnce })] } as const]
      : []),
    ...(mayEdit
      ? finished.slice(0, shownAtOnce).map(
          (movement): Block => ({
            kind: 'row',
            text: [
              t('experience.fromMovement', {
                kind: t(`movements.kinds.${movement.kind}`),
                route: routeOf(t, movement),
                dates: datesOf(t, movement),
              }),
            ],
            buttons: [
              buttons.fromMovementButton.draw(t('experience.buttonFromMovement'), { ...at, movement: movement.id }),
            ],
          }),
        )
      : []),
  ];
}

function experienceLine(t: Texts, { kind, place, fromMonth, toMonth }: Experience): Rich {
  const from = fromMonth ? t.month(fromMonth) : '';
  const to = toMonth ? t.month(toMonth) : '';
  const dates =
    from && to
      ? t('development.line.fromTo', { from, to })
      : from
        ? t('development.line.from', { from })
        : to && t('development.line.until', { to });
  return [{ bold: kind.name }, ...[place, dates].filter(Boolean).map((part) => `, ${part}`)];
}

export interface LackingShown {
  readonly plan: Plan;
  readonly kind: ExperienceKind;
  readonly lacking: readonly Lacking[];
  readonly of: number;
}

/** A row for each, with the button that opens the proposal of a movement for them. */
export function lackingMessage(t: Texts, { plan, kind, lacking, of }: LackingShown, asked: number): Message {
  const at = { committee: plan.committee, plan: plan.id };
  const pages = Math.max(1, Math.ceil(lacking.length / pageSize));
  const page = Math.min(asked, pages);
  const turn = (to: number) => ({ ...at, kind: kind.id, page: String(to) });
  return {
    summary: t('development.summary'),
    blocks: [
      { kind: 'heading', text: t('experience.lacking.title') },
      {
        kind: 'text',
        text: t.rich('experience.lacking.intro', {
          kind: kind.name,
          plan: titled(t, plan),
          count: lacking.length,
          of: t.number(of),
        }),
      },
      ...lacking.slice((page - 1) * pageSize, page * pageSize).map(
        (one): Block => ({
          kind: 'row',
          text: lackingLine(t, one),
          buttons: [
            buttons.moveButton.draw(t('experience.lacking.buttonMove'), {
              ...{ ...at, kind: kind.id, person: one.person.id },
            }),
          ],
        }),
      ),
      ...(pages > 1 ? [{ kind: 'note', text: [t('common.pageOf', { page, pages })] } as const] : []),
      {
        kind: 'buttons',
        buttons: [
          ...(page > 1 ? [buttons.lackingPageButton.draw(t('common.previousPage'), turn(page - 1))] : []),
          ...(page < pages ? [buttons.lackingPageButton.draw(t('common.nextPage'), turn(page + 1))] : []),
          buttons.pageButton.draw(t('common.back'), { ...at, page: '1' }),
        ],
      },
      { kind: 'note', text: [t('experience.lacking.notKnown'), ' ', t('common.onlyYou')] },
    ],
  };
}

function lackingLine(t: Texts, { person, position, movements }: Lacking): Rich {
  const [first] = movements;
  return [
    { bold: person.fullName },
    ` (${[position.title, person.unit].filter(Boolean).join(', ')})`,
    ...(first
      ? [
          `. ${t('experience.lacking.ahead', {
            kind: t(`movements.kinds.${first.kind}`),
            route: routeOf(t, first),
            dates: datesOf(t, first),
          })}`,
        ]
      : []),
  ];
}
