/** The menu, and the roll-up: who has handed in, who has not yet, by when, and the numbers. Never a comment. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titled } from '../../classification/views/marks.ts';
import type { Aim } from '../../eligibility/rules/structure.ts';
import { structureBlocks } from '../../nominations/views/structure.ts';
import { rollUp } from '../rules/hand-in.ts';
import type { AskedUnit, Collection } from '../types.ts';
import * as buttons from './buttons.ts';

export const unitsOnPage = 20;

export interface MenuSeen {
  readonly committee: string;
  readonly collections: readonly Collection[];
  readonly asked: readonly { readonly id: string; readonly title: string; readonly statedDate: string }[];
  readonly mayManage: boolean;
}

export function menuMessage(t: Texts, { committee, collections, asked, mayManage }: MenuSeen): Message {
  return {
    summary: t('collections.summary'),
    blocks: [
      { kind: 'heading', text: t('collections.title') },
      ...asked.map(
        ({ id, title, statedDate }): Block => ({
          kind: 'row',
          text: t.rich('collections.askedHere', { title, date: t.date(statedDate) }),
          buttons: [
            buttons.handInButton.draw(
              t('collections.buttons.handIn'),
              { collection: id, committee },
              { style: 'primary' },
            ),
          ],
        }),
      ),
      ...(collections.length === 0 ? [{ kind: 'text', text: [t('collections.none')] } as const] : []),
      ...collections.map(
        (one): Block => ({
          kind: 'row',
          text: t.rich('collections.line', { title: titleOf(t, one), state: standing(t, one) }),
          buttons: [buttons.openButton.draw(t('collections.buttons.open'), { collection: one.id, page: '1' })],
        }),
      ),
      ...row(mayManage ? [buttons.newButton.draw(t('collections.buttons.new'), { committee })] : []),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export interface RollUpSeen {
  readonly collection: Collection;
  readonly mayManage: boolean;
  readonly ruleSet: Parameters<typeof rollUp>[1];
  readonly month: string;
  readonly page: number;
  readonly now: Date;
}

export function rollUpMessage(t: Texts, seen: RollUpSeen, said: readonly Block[] = []): Message {
  const { collection, mayManage, page, now } = seen;
  const { units } = collection;
  const total = rollUp(units, seen.ruleSet, seen.month);
  const without = units.filter(({ handIn }) => handIn && handIn.people === null).length;
  const shown = units.slice((page - 1) * unitsOnPage, page * unitsOnPage);
  return {
    summary: t('collections.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: titleOf(t, collection) },
      { kind: 'text', text: [standing(t, collection)] },
      { kind: 'text', text: [t('collections.until', { date: t.date(collection.statedDate) })] },
      ...shown.map(
        (unit): Block => ({ kind: 'row', text: unitLine(t, unit, seen), buttons: unitButtons(t, unit, seen) }),
      ),
      ...(total.people > 0
        ? [
            { kind: 'text', text: [t('collections.total', { count: total.people })] } as const,
            ...structureBlocks(t, total),
          ]
        : []),
      ...(without > 0 ? [{ kind: 'note', text: [t('collections.withoutList', { count: without })] } as const] : []),
      ...row(rollUpButtons(t, collection, { mayManage, page, now })),
      { kind: 'note', text: [t('collections.noComments')] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

function unitLine(t: Texts, unit: AskedUnit, { ruleSet, month }: RollUpSeen) {
  const { name, handIn } = unit;
  if (!handIn) {
    const waiting = t(`collections.waiting.${unit.committee ? 'chat' : 'letter'}`);
    return t.rich('collections.unit', { name, state: unit.without === null ? waiting : t('collections.without') });
  }
  const { way, number, dated, recordedAt, recordedByName } = handIn;
  const came =
    way === 'submission'
      ? t('collections.came.submission', { on: t.moment(recordedAt) })
      : t(`collections.came.${way}`, {
          ...{ number: number ?? '', dated: dated ? t.shortDate(dated) : '', by: recordedByName ?? '' },
        });
  const { people, aims } = rollUp([unit], ruleSet, month);
  const numbers =
    handIn.people === null ? [] : [t('collections.names', { count: people }), ...aims.map((aim) => short(t, aim))];
  return t.rich('collections.unit', { name, state: [came, ...numbers].join(' · ') });
}

function short(t: Texts, { aim, counted, of, underAge }: Aim): string {
  return t('collections.share', { name: t(`structure.aims.${aim}`, { age: underAge ?? 0 }), counted, of });
}

function unitButtons(t: Texts, { unit, handIn }: AskedUnit, { collection, mayManage }: RollUpSeen): Button[] {
  const at = { collection: collection.id, unit };
  return [
    ...(handIn?.people ? [buttons.listButton.draw(t('collections.buttons.list'), at)] : []),
    ...(mayManage && !collection.closedAt
      ? [buttons.enterButton.draw(t(handIn ? 'collections.buttons.replace' : 'collections.buttons.enter'), at)]
      : []),
  ];
}

function rollUpButtons(
  t: Texts,
  { id, units, held, closedAt, committee }: Collection,
  { mayManage, page, now }: Pick<RollUpSeen, 'mayManage' | 'page' | 'now'>,
): Button[] {
  const to = (number: number) => ({ collection: id, page: String(number) });
  const isHeld = held !== null && held.until > now && closedAt === null;
  return [
    ...(page > 1 ? [buttons.openButton.draw(t('common.previousPage'), to(page - 1))] : []),
    ...(page * unitsOnPage < units.length ? [buttons.openButton.draw(t('common.nextPage'), to(page + 1))] : []),
    ...(mayManage && isHeld ? [buttons.undoButton.draw(t('common.undo'), { collection: id })] : []),
    ...(units.some(({ handIn }) => handIn?.people)
      ? [
          buttons.mergedButton.draw(t('collections.buttons.merged'), { collection: id }),
          buttons.gatherButton.draw(t('collections.buttons.gather'), { collection: id }),
        ]
      : []),
    ...(mayManage && !isHeld && !closedAt
      ? [
          buttons.closeButton.draw(
            t('collections.buttons.close'),
            { collection: id },
            {
              confirm: {
                title: t('collections.buttons.close'),
                text: t('collections.closeText'),
                yes: t('collections.buttons.close'),
                no: t('common.cancel'),
              },
            },
          ),
        ]
      : []),
    buttons.menuButton.draw(t('common.back'), { committee }),
  ];
}

export function titleOf(
  t: Texts,
  { number, title, classification }: Pick<Collection, 'number' | 'title' | 'classification'>,
): string {
  return t('collections.numbered', { number, title: titled(t, { title, classification }) });
}

function standing(t: Texts, { units, closedAt }: Collection): string {
  const handed = units.filter(({ handIn }) => handIn !== null).length;
  const text = t('collections.standing', { handed, of: units.length, waiting: units.length - handed });
  return closedAt ? `${text} ${t('collections.closed')}` : text;
}

function row(drawn: readonly Button[]): readonly Block[] {
  return drawn.length > 0 ? [{ kind: 'buttons', buttons: drawn }] : [];
}
