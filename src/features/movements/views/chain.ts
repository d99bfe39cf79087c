/** A chain as a list: move by move, the posts that are still empty, and who stands in the plan for them. */
import type { Block } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { PersonId } from '../../../kernel/ids.ts';
import type { Movement, MovementId } from '../types.ts';
import * as buttons from './buttons.ts';
import { datesOf, type Names, routeOf, stageOf } from './line.ts';

export interface ChainShown {
  readonly links: readonly Movement[];
  readonly vacancies: readonly {
    readonly opens: MovementId;
    readonly unit: string;
    readonly post: string;
    readonly planned: readonly PersonId[];
  }[];
}

/** Nothing, when it stands alone and leaves no post empty. */
export function chainBlocks(
  t: Texts,
  { links, vacancies }: ChainShown,
  shown: Movement,
  names: Names,
  today: string,
): readonly Block[] {
  const chain: Block[] =
    links.length > 1
      ? [
          { kind: 'text', text: [{ bold: t('movements.chain.title') }] },
          ...links.map((link, index): Block => {
            const name = names.get(link.person) ?? t('common.unknown');
            const line = [`${index + 1}. `, { bold: name }, ` · ${routeOf(t, link)} · ${datesOf(t, link)} · `] as const;
            const text = [...line, { italic: t(`movements.stages.${stageOf(link, today)}`) }];
            if (link.id === shown.id) return { kind: 'text', text: [...text, ` (${t('movements.chain.here')})`] };
            const open = buttons.openButton.draw(t('movements.buttons.open'), { movement: link.id });
            return { kind: 'row', text, buttons: [open] };
          }),
        ]
      : [];
  return [
    ...chain,
    ...vacancies.flatMap(({ opens, unit, post, planned }): Block[] => {
      const people = planned.map((person) => names.get(person) ?? '').filter(Boolean);
      return [
        {
          kind: 'row',
          text: t.rich('movements.chain.vacancy', { post, unit }),
          buttons: [buttons.nextButton.draw(t('movements.buttons.next'), { movement: opens })],
        },
        {
          kind: 'note',
          text: [
            people.length > 0 ? t('movements.chain.planned', { people: t.list(people) }) : t('movements.chain.nobody'),
          ],
        },
      ];
    }),
  ];
}
