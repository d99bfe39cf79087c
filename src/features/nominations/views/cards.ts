/** Cards to people about nominations, and their lines in "my duties". They name the plan; people stand behind a button. */

import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { titled, titledFacts } from '../../classification/views/marks.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import type { Plan } from '../../plans/types.ts';
import type { Nomination } from '../types.ts';
import * as buttons from './buttons.ts';
import { consentText, type OwnShown } from './consent.ts';
import { viaText } from './via.ts';

export const cardNames = [
  'suggested',
  'recorded-for-you',
  'answered',
  'withdrawn',
  'corrected',
  'consent-to-ask',
  'consent-answered',
  'endorsed-for-you',
  'endorsement-back-for-you',
  'own-unit-answered',
] as const;
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
      { kind: 'text', text: cardText(t, name, { plan: about.plan, via }) },
      {
        kind: 'buttons',
        buttons: [buttons.openButton.draw(t('nominations.cards.button'), { committee, nomination: nomination.id })],
      },
    ],
  };
}

function cardText(t: Texts, name: CardName, facts: { readonly plan: string; readonly via: string }): Rich {
  return name === 'own-unit-answered' ? t.rich('ownUnit.card', facts) : t.rich(`nominations.cards.${name}`, facts);
}

export const ownCardNames = ['consent', 'consent-recorded'] as const;
export type OwnCardName = (typeof ownCardNames)[number];

/** To the nominee: the question while it is open, then what they answered; the notification names no position. */
export function ownCard(t: Texts, name: OwnCardName, own: OwnShown): Message {
  const { nomination, plan } = own;
  const { consent } = nomination;
  const facts = { plan: titled(t, plan), position: nomination.positionTitle };
  const isQuestion = name === 'consent' && consent.state === 'asked' && nomination.state === 'listed';
  const isOpen = nomination.state === 'listed' && !plan.isClosed;
  const key = isQuestion ? 'nominations.own.buttonAnswer' : 'nominations.own.buttonChange';
  return {
    summary: t('nominations.own.summary'),
    blocks: [
      {
        kind: 'text',
        text: isQuestion
          ? t.rich('nominations.cards.consent', facts)
          : [
              ...t.rich(`nominations.cards.${name === 'consent' ? 'consent-settled' : 'consent-recorded'}`, facts),
              isOpen || consent.state === 'declined' ? consentText(t, consent) : t('nominations.own.offList'),
            ],
      },
      ...(isOpen
        ? [
            {
              kind: 'buttons',
              buttons: [buttons.answerButton.draw(t(key), { committee: plan.committee, nomination: nomination.id })],
            } as const,
          ]
        : []),
    ],
  };
}

/** To those who keep the list; how many the reader may see, and names behind the button. */
export function recheckCard(t: Texts, found: readonly { readonly plan: Plan; readonly count: number }[]): Message {
  return {
    summary: t('nominations.cards.summary'),
    blocks: [
      ...found.map(
        ({ plan, count }): Block => ({
          kind: 'row',
          text: t.rich('nominations.recheck.card', { plan: titled(t, plan), count }),
          buttons: [
            buttons.candidatesButton.draw(t('nominations.cards.button'), {
              committee: plan.committee,
              plan: plan.id,
              page: '1',
            }),
          ],
        }),
      ),
      { kind: 'note', text: [t('nominations.recheck.yours')] },
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
      text: t.rich('nominations.duties.propose', { title: titledFacts(t, duty.facts, 'title'), due }),
      buttons: [
        buttons.proposeButton.draw(t('nominations.duties.buttonPropose'), idOf(duty)),
        buttons.noNamesButton.draw(t('nominations.duties.buttonNoNames'), idOf(duty)),
      ],
    };
  },
  'nominations.consent': (t, duty): Block => ({
    kind: 'row',
    text: t.rich('nominations.duties.consent', { title: titledFacts(t, duty.facts, 'title') }),
    buttons: [buttons.ownButton.draw(t('nominations.duties.buttonConsent'), { committee: duty.committee })],
  }),
  'nominations.consent-record': (t, duty): Block => ({
    kind: 'row',
    text: t.rich('nominations.duties.consentRecord', {
      title: titledFacts(t, duty.facts, 'title'),
      count: Number(duty.facts.count),
    }),
    buttons: [buttons.candidatesButton.draw(t('nominations.duties.buttonScreen'), { ...idOf(duty), page: '1' })],
  }),
  'nominations.screen': (t, duty): Block => ({
    kind: 'row',
    text: t.rich('nominations.duties.screen', {
      title: titledFacts(t, duty.facts, 'title'),
      count: Number(duty.facts.count),
    }),
    buttons: [buttons.candidatesButton.draw(t('nominations.duties.buttonScreen'), { ...idOf(duty), page: '1' })],
  }),
};

function idOf(duty: Duty) {
  return { committee: duty.committee, plan: String(duty.facts.plan) };
}
