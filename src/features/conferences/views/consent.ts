/** The consent block: what is adopted together, how one is lifted out, and what the chair and the secretary are told. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { AgendaItem, Revision } from '../types.ts';
import { consentButton, liftButton, openButton } from './buttons.ts';
import { itemText, type ListName, whenText } from './parts.ts';

interface Numbered {
  readonly number: number;
  readonly item: AgendaItem;
}

/** A line on the invitation; nothing when there is no block. */
export function consentBlocks(t: Texts, agenda: readonly AgendaItem[], conference: string): readonly Block[] {
  const numbers = agenda.flatMap(({ inConsent, isLifted }, index) => (inConsent && !isLifted ? [index + 1] : []));
  if (numbers.length === 0) return [];
  const items = t.list(numbers.map(String));
  return [
    {
      kind: 'row',
      text: [t('conferences.consent.block', { count: numbers.length, items })],
      buttons: [consentButton.draw(t('conferences.consent.open'), { conference })],
    },
  ];
}

export function consentMessage(
  t: Texts,
  seen: { readonly conference: string; readonly items: readonly Numbered[]; readonly mayLift: boolean },
  lists: readonly ListName[],
): Message {
  return {
    summary: t('conferences.consent.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.consent.heading') },
      { kind: 'text', text: [t(seen.items.length === 0 ? 'conferences.consent.none' : 'conferences.consent.how')] },
      ...seen.items.map(({ number, item }): Block => {
        const text = [`${number}. `, ...itemText(t, item, lists)];
        if (!seen.mayLift) return { kind: 'text', text };
        const data = { conference: seen.conference, item: item.id };
        const confirm = {
          title: t('conferences.consent.confirmTitle'),
          text: t('conferences.consent.confirmText'),
          yes: t('conferences.consent.lift'),
          no: t('common.cancel'),
        };
        return { kind: 'row', text, buttons: [liftButton.draw(t('conferences.consent.lift'), data, { confirm })] };
      }),
    ],
  };
}

export function liftedMessage(
  t: Texts,
  card: {
    readonly conference: string;
    readonly committeeName: string;
    readonly revision: Revision;
    readonly item: Numbered;
    readonly lists: readonly ListName[];
  },
): Message {
  const { number, item } = card.item;
  return {
    summary: t('conferences.consent.liftedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: [t('conferences.consent.liftedText', { when: whenText(t, card.revision) })] },
      { kind: 'list', items: [[`${number}. `, ...itemText(t, item, card.lists)]] },
      { kind: 'note', text: [t('conferences.consent.notNamed')] },
      { kind: 'buttons', buttons: [openButton.draw(t('conferences.buttons.open'), { conference: card.conference })] },
    ],
  };
}
