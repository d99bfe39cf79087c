/** Which lists of development can be taken out and taken over, and what became of one that was taken back. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titled } from '../../classification/views/marks.ts';
import { type ListsSeen, listKinds } from '../types.ts';
import * as buttons from './buttons.ts';

export function listsMessage(t: Texts, { committee, plan, mayEdit, people, counts }: ListsSeen): Message {
  const at = { committee, plan: plan.id };
  return {
    summary: t('development.summary'),
    blocks: [
      { kind: 'heading', text: t('developmentLists.button') },
      { kind: 'text', text: t.rich('developmentLists.intro', { plan: titled(t, plan), count: people }) },
      ...listKinds.map(
        (list): Block => ({
          kind: 'row',
          text: t.rich('developmentLists.line', {
            name: t(`developmentLists.names.${list}`),
            count: t('developmentLists.count', { count: counts[list] }),
          }),
          buttons: [
            buttons.takeListButton.draw(t('sheets.buttons.xlsx'), { ...at, list, how: 'xlsx' }),
            buttons.takeListButton.draw(t('sheets.buttons.csv'), { ...at, list, how: 'csv' }),
            ...(mayEdit ? [buttons.takeOverButton.draw(t('developmentLists.buttonTakeOver'), { ...at, list })] : []),
          ],
        }),
      ),
      { kind: 'note', text: [t('developmentLists.about')] },
      { kind: 'buttons', buttons: [buttons.pageButton.draw(t('common.back'), { ...at, page: '1' })] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** `stays`: what was changed since. */
export function takenBackMessage(
  t: Texts,
  at: { readonly committee: string; readonly plan: string },
  { back, stays }: { readonly back: number; readonly stays: number },
): Message {
  return {
    summary: t('development.summary'),
    blocks: [
      { kind: 'text', text: [t('developmentLists.undone', { count: back })] },
      ...(stays > 0 ? [{ kind: 'text', text: [t('developmentLists.stays', { count: stays })] } as const] : []),
      { kind: 'buttons', buttons: [buttons.listsButton.draw(t('developmentLists.button'), at)] },
    ],
  };
}
