/** What the secretary of a unit's committee gets, and the line among what is expected of them. */
import type { Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import * as buttons from './buttons.ts';

/** `asked` null: handed in, or closed. */
export function askedCard(
  t: Texts,
  at: { readonly collection: string; readonly committee: string },
  asked: { readonly title: string; readonly statedDate: string } | null,
): Message {
  return {
    summary: t('collections.asked.summary'),
    blocks: asked
      ? [
          {
            kind: 'text',
            text: t.rich('collections.asked.text', { title: asked.title, date: t.date(asked.statedDate) }),
          },
          {
            kind: 'buttons',
            buttons: [buttons.handInButton.draw(t('collections.buttons.handIn'), at, { style: 'primary' })],
          },
        ]
      : [{ kind: 'text', text: [t('collections.asked.done')] }],
  };
}

export const collectionDutyViews: DutyViews = {
  'collections.hand-in': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('collections.duty', { title: String(facts.title) })],
    buttons: [
      buttons.handInButton.draw(t('collections.buttons.handIn'), {
        ...{ collection: subject.id, committee: String(facts.committee) },
      }),
    ],
  }),
};
