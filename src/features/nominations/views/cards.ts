/** Cards to people about nominations, and their lines in "my duties". They name the plan; people stand behind a button. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Duty } from '../../deadlines/types.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import type { Nomination } from '../types.ts';
import * as buttons from './buttons.ts';
import { viaText } from './profile.ts';

export const cardNames = ['suggested', 'recorded-for-you', 'answered', 'withdrawn', 'corrected'] as const;
export type CardName = (typeof cardNames)[number];

export function nominationCard(
  t: Texts,
  name: CardName,
  about: { committee: string; nomination: Nomination; plan: string },
): Message {
  const { committee, nomination } = about;
  const via = nomination.via ? viaText(t, nomination.via) : '';
  return {
    summary: t('nominations.cards.summary'),
    blocks: [
      { kind: 'text', text: t.rich(`nominations.cards.${name}`, { plan: about.plan, via }) },
      {
        kind: 'buttons',
        buttons: [buttons.openButton.draw(t('nominations.cards.button'), { committee, nomination: nomination.id })],
      },
    ],
  };
}

/** In place of a card that has nothing to say any more. */
export function emptyCard(t: Texts, why: 'settled' | 'closed'): Message {
  const text = t(`nominations.cards.${why}`);
  return { summary: t('nominations.cards.summary'), blocks: [{ kind: 'text', text: [text] }] };
}

export const nominationDutyViews: DutyViews = {
  'nominations.propose': (t, duty) => {
    const due = duty.dueAt ? t.when(duty.dueAt) : '';
    return {
      kind: 'row',
      text: t.rich('nominations.duties.propose', { title: String(duty.facts.title), due }),
      buttons: [buttons.proposeButton.draw(t('nominations.duties.buttonPropose'), idOf(duty))],
    };
  },
  'nominations.screen': (t, duty): Block => ({
    kind: 'row',
    text: t.rich('nominations.duties.screen', { title: String(duty.facts.title), count: Number(duty.facts.count) }),
    buttons: [buttons.candidatesButton.draw(t('nominations.duties.buttonScreen'), { ...idOf(duty), page: '1' })],
  }),
};

function idOf(duty: Duty) {
  return { committee: duty.committee, plan: String(duty.facts.plan) };
}
