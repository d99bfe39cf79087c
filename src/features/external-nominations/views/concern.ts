/** What speaks against going on with a nomination to an outside body, what can be done, and the card that says so. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Concern, ExternalNomination } from '../types.ts';
import * as buttons from './buttons.ts';

/** Whether somebody still has to say what becomes of it. */
export function isUndecided({ goesOn }: Pick<ExternalNomination, 'goesOn'>, concern: Concern | null): boolean {
  return concern !== null && concern.about !== goesOn?.about;
}

export function concernBlocks(t: Texts, one: ExternalNomination, concern: Concern | null): readonly Block[] {
  if (!concern) return [];
  const words: Block = { kind: 'text', text: [{ bold: concernWords(t, concern) }] };
  if (isUndecided(one, concern)) return [words, { kind: 'note', text: [t('externalNominations.next')] }];
  const on = t.when(one.goesOn?.at ?? one.recordedAt, 'date');
  const said = one.goesOn?.word;
  return [
    words,
    { kind: 'text', text: t.rich('externalNominations.goesOn', { on }) },
    ...(said ? [{ kind: 'quote', text: said } as const] : []),
  ];
}

export function goOnButtons(t: Texts, one: ExternalNomination, concern: Concern | null): readonly Button[] {
  if (!isUndecided(one, concern)) return [];
  return [buttons.goOnButton.draw(t('externalNominations.buttons.goOn'), { nomination: one.id })];
}

/** Names nobody: the nomination stands behind its button. */
export function concernCardMessage(t: Texts, { id }: ExternalNomination, concern: Concern): Message {
  return {
    summary: t('externalNominations.summary'),
    blocks: [
      { kind: 'text', text: [t(`externalNominations.cards.${concern.kind}`)] },
      { kind: 'note', text: [t('externalNominations.next')] },
      {
        kind: 'buttons',
        buttons: [buttons.openButton.draw(t('externalNominations.buttons.open'), { nomination: id })],
      },
    ],
  };
}

function concernWords(t: Texts, { kind, reason }: Concern): string {
  const words = reason === null ? '' : t.label('plans.removalReasons', reason);
  return t(`externalNominations.concerns.${kind}`, { reason: words });
}
