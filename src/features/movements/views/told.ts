/** What people are told of a movement: the person to be moved, whoever proposed it, and one's duties. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import type { Movement, Opinion } from '../types.ts';
import * as buttons from './buttons.ts';
import { datesOf, type Names, routeOf, titleOf } from './line.ts';

/** To the person: asked before the decision, or told of it. The text opens privately; the notification names nothing. */
export function ownCard(
  t: Texts,
  own: { readonly movement: Movement; readonly committeeName: string; readonly opinion: Opinion | null },
): Message {
  const { movement, opinion } = own;
  const isOpen = movement.state === 'planned';
  return {
    summary: t('movements.own.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: own.committeeName }] },
      { kind: 'text', text: [t(isOpen ? 'movements.own.asked' : 'movements.own.approved')] },
      {
        kind: 'text',
        text: [`${t(`movements.kinds.${movement.kind}`)}: ${routeOf(t, movement)}, ${datesOf(t, movement)}`],
      },
      ...(opinion
        ? [
            {
              kind: 'note',
              text: [t('movements.own.said', { stance: t(`movements.stances.${opinion.stance}`) })],
            } as const,
          ]
        : []),
      ...(isOpen
        ? [
            {
              kind: 'buttons',
              buttons: [
                buttons.ownButton.draw(
                  t(opinion ? 'movements.buttons.sayAgain' : 'movements.buttons.say'),
                  { movement: movement.id },
                  { style: 'primary' },
                ),
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** To whoever proposed it: what became of it. */
export function answeredCard(t: Texts, movement: Movement, names: Names): Message {
  return {
    summary: t('movements.answered.summary'),
    blocks: [
      { kind: 'text', text: [t('movements.answered.intro')] },
      { kind: 'text', text: titleOf(t, movement, names) },
      { kind: 'text', text: [{ bold: t(`movements.answered.${movement.state}`) }] },
      ...(movement.closing ? [{ kind: 'quote', text: movement.closing } as const] : []),
    ],
  };
}

/** Before a decision is recorded: to whom what will be said. */
export function wordsOfDecision(t: Texts): readonly Block[] {
  return [{ kind: 'note', text: [t('movements.decide.words')] }];
}

export function decidedMessage(
  t: Texts,
  decided: {
    readonly movements: readonly Movement[];
    readonly names: Names;
    readonly batch: string;
    readonly heldUntil: Date;
    readonly told: readonly string[];
    readonly toTell: readonly string[];
    readonly mayUndo: boolean;
  },
): Message {
  const [first] = decided.movements;
  const { told, toTell } = decided;
  return {
    summary: t('movements.summary'),
    blocks: [
      { kind: 'text', text: [{ bold: t('movements.decided.title') }] },
      { kind: 'list', items: decided.movements.map((movement) => titleOf(t, movement, decided.names)) },
      ...(told.length > 0
        ? [
            {
              kind: 'note',
              text: [t('movements.decided.told', { people: t.list(told), time: t.time(decided.heldUntil) })],
            } as const,
          ]
        : []),
      ...(toTell.length > 0
        ? [{ kind: 'note', text: [t('movements.decided.toTell', { people: t.list(toTell) })] } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [
          ...(first && decided.mayUndo
            ? [buttons.undoButton.draw(t('common.undo'), { movement: first.id, batch: decided.batch })]
            : []),
          ...(first ? [buttons.openButton.draw(t('movements.buttons.open'), { movement: first.id })] : []),
        ],
      },
    ],
  };
}

function dutyRow(t: Texts, duty: Duty, button: Extract<Block, { kind: 'row' }>['buttons'][number]): Block {
  const { facts, dueAt } = duty;
  const missing = Array.isArray(facts.missing) ? facts.missing : [];
  return {
    kind: 'row',
    text: t.rich(`movements.duties.${duty.kind.split('.')[1] as 'hear' | 'end' | 'own' | 'screen'}`, {
      kind: t.label('movements.kinds', String(facts.movement)),
      name: String(facts.name ?? ''),
      until: dueAt ? t.moment(dueAt) : '—',
      missing: t.list(missing.map((side) => t.label('movements.sides', side))),
      endsOn: typeof facts.endsOn === 'string' ? t.shortDate(facts.endsOn) : '—',
    }),
    buttons: [button],
  };
}

const open = (t: Texts, duty: Duty): Block =>
  dutyRow(t, duty, buttons.openButton.draw(t('movements.buttons.open'), { movement: duty.subject.id }));

export const movementDutyViews: DutyViews = {
  'movements.hear': open,
  'movements.end': open,
  'movements.screen': open,
  'movements.own': (t, duty) =>
    dutyRow(t, duty, buttons.ownButton.draw(t('movements.buttons.say'), { movement: duty.subject.id })),
};
