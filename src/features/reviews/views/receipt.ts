/** What stands on the first card of a round besides the questions: seen, passed on; and the deputy's cards. */
import { z } from 'zod';
import { defineButton, defineForm, type Form } from '../../../chat/form.ts';
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList } from '../../classification/views/marks.ts';
import type { Membership } from '../../committees/types.ts';
import type { OpenSeat, Overview } from '../types/seen.ts';
import { commentButton } from './buttons.ts';

const ofRound = z.object({ round: z.string() });
export const seenButton = defineButton('reviews.seen', ofRound);
export const passButton = defineButton('reviews.pass-on', ofRound);
export const takeBackButton = defineButton('reviews.take-back', ofRound);
export const seeDraftButton = defineButton('reviews.see-draft', ofRound);

export const passForm = defineForm({
  id: 'reviews.pass-on',
  state: ofRound,
  values: z.object({ deputy: z.string() }),
});

/** Nothing said yet: asked. Said: how it stands, and the way back. `last`: what stands behind these buttons. */
export function receiptBlocks(
  t: Texts,
  { round, receipt, deputyName }: Overview,
  last: readonly Button[],
): readonly Block[] {
  const data = { round: round.id };
  if (receipt.passedTo) {
    return [
      { kind: 'text', text: t.rich('receipt.passed', { name: deputyName ?? '' }) },
      { kind: 'buttons', buttons: [takeBackButton.draw(t('receipt.takeBack'), data), ...last] },
    ];
  }
  const pass = passButton.draw(t('receipt.pass'), data);
  if (receipt.seenAt)
    return [
      { kind: 'note', text: [t('receipt.seen')] },
      { kind: 'buttons', buttons: [pass, ...last] },
    ];
  return [{ kind: 'buttons', buttons: [seenButton.draw(t('receipt.see'), data), pass, ...last] }];
}

/** In reminders and lists, as long as nothing was said. */
export function seenButtons(t: Texts, round: string): readonly Button[] {
  return [seenButton.draw(t('receipt.see'), { round })];
}

export function passView(t: Texts, { round, maySend }: OpenSeat, deputies: readonly Membership[]): Form {
  const options = deputies.slice(0, 100).map(({ person, fullName, post }) => ({
    ...{ value: person as string, label: fullName },
    ...(post ? { note: post } : {}),
  }));
  const [first] = options;
  return passForm.draw({
    title: t('receipt.passTitle'),
    submit: t('receipt.passSubmit'),
    cancel: t('common.cancel'),
    state: { round: round.id },
    items: [
      { kind: 'text', text: [t(maySend ? 'receipt.mayComment' : 'receipt.prepares')] },
      passForm.field('deputy', {
        label: t('receipt.deputy'),
        input: { type: 'select', options, ...(first ? { initial: first.value } : {}) },
      }),
    ],
  });
}

export function passedOnCard(
  t: Texts,
  { round, dueAt, closesAt }: Pick<Overview, 'round' | 'dueAt' | 'closesAt'>,
  member: { readonly id: string; readonly fullName: string; readonly maySend: boolean },
): Message {
  const facts = { name: member.fullName, number: round.list.number, plan: planOfList(t, round.list) };
  const until = dueAt ? t.when(dueAt) : t('reviews.card.noDate');
  return {
    summary: t('receipt.cardSummary'),
    blocks: [
      { kind: 'text', text: t.rich('receipt.card', { ...facts, until }) },
      ...(closesAt ? ([{ kind: 'text', text: t.rich('closing.taken', { closes: t.when(closesAt) }) }] as const) : []),
      { kind: 'text', text: [t(member.maySend ? 'receipt.cardMay' : 'receipt.cardPrepare')] },
      {
        kind: 'buttons',
        buttons: [
          commentButton.draw(
            t(member.maySend ? 'reviews.card.comment' : 'receipt.prepare'),
            { round: round.id, person: member.id },
            { style: 'primary' },
          ),
        ],
      },
    ],
  };
}

export function draftReadyCard(t: Texts, { round }: Pick<Overview, 'round'>, deputyName: string): Message {
  const facts = { name: deputyName, number: round.list.number, plan: planOfList(t, round.list) };
  return {
    summary: t('receipt.readySummary'),
    blocks: [
      { kind: 'text', text: t.rich('receipt.ready', facts) },
      {
        kind: 'buttons',
        buttons: [seeDraftButton.draw(t('receipt.seeDraft'), { round: round.id }, { style: 'primary' })],
      },
    ],
  };
}
