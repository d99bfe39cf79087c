/** The private cards of an anonymous round. A reviewer's card is worded for everybody at the same fixed times. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { planOfList, titledFacts } from '../../classification/views/marks.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { Preparing } from '../types/anonymous.ts';
import type { Round } from '../types/nouns.ts';
import type { Overview } from '../types/seen.ts';
import { keysButton, openSealedButton, paperButton, receiptsButton } from './anonymous-buttons.ts';
import { progressButton, recuseButton, synthesisButton } from './buttons.ts';

/** Null: nothing to say to this reader. */
export function anonymousInvitation(t: Texts, overview: Overview, isSentAgain: boolean): Message | null {
  const { round, state } = overview;
  if (round.state === 'cancelled' || round.state === 'prepared' || state === null || state === 'not-asked') return null;
  if (round.state === 'closed') return closedCard(t, overview);
  const facts = { ...listFacts(t, round), until: overview.dueAt ? t.when(overview.dueAt) : t('reviews.card.noDate') };
  const hasSent = state === 'sent';
  const again: Block[] = isSentAgain ? [{ kind: 'note', text: [t('reviews.card.again')] }] : [];
  return {
    summary: t(hasSent ? 'reviews.card.doneSummary' : 'reviews.card.summary'),
    blocks: [
      ...again,
      { kind: 'text', text: t.rich(hasSent ? 'anonymous.card.sent' : 'anonymous.card.ask', facts) },
      ...(hasSent ? [] : ([{ kind: 'text', text: [t('reviews.card.nominees', { count: overview.asked })] }] as const)),
      { kind: 'buttons', buttons: paperButtons(t, round, hasSent) },
      { kind: 'note', text: [t('anonymous.card.note')] },
    ],
  };
}

export function paperButtons(t: Texts, { id }: Pick<Round, 'id'>, hasSent: boolean) {
  return [
    paperButton.draw(
      t(hasSent ? 'anonymous.card.replace' : 'anonymous.card.write'),
      { round: id },
      hasSent ? {} : { style: 'primary' },
    ),
    recuseButton.draw(t('reviews.card.recuse'), { round: id }),
  ];
}

/** Under the menu of those who may open: from here they find the keys again, and then the opening. */
export function preparingBlocks(t: Texts, { round, keys }: Preparing): readonly Block[] {
  return [
    { kind: 'text', text: [t('anonymous.preparing.line', { ...listFacts(t, round), taken: keys.taken, of: keys.of })] },
    { kind: 'buttons', buttons: [keysButton.draw(t('anonymous.keys.see'), { round: round.id })] },
  ];
}

function closedCard(t: Texts, { round, box }: Overview): Message {
  const key = box === 'withheld' ? 'withheld' : box === 'closed' ? 'waiting' : 'opened';
  const closed = round.closedAt ? t.when(round.closedAt) : '';
  const receipts = receiptsButton.draw(t('anonymous.receipts.show'), { round: round.id });
  return {
    summary: t('reviews.card.doneSummary'),
    blocks: [
      { kind: 'text', text: t.rich(`anonymous.card.${key}`, { ...listFacts(t, round), closed }) },
      ...(key === 'opened' ? ([{ kind: 'buttons', buttons: [receipts] }] as const) : []),
    ],
  };
}

export function keysReadyCard(t: Texts, round: Round): Message {
  const text = t.rich(round.state === 'prepared' ? 'anonymous.keys.ready' : 'anonymous.keys.used', listFacts(t, round));
  const open = openSealedButton.draw(t('reviews.open.confirm'), { round: round.id }, { style: 'primary' });
  return {
    summary: t('anonymous.keys.summary'),
    blocks: [
      { kind: 'text', text },
      ...(round.state === 'prepared' ? ([{ kind: 'buttons', buttons: [open] }] as const) : []),
    ],
  };
}

export function withheldCard(t: Texts, round: Round): Message {
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'text', text: t.rich('anonymous.withheld.card', listFacts(t, round)) },
      { kind: 'buttons', buttons: [progressButton.draw(t('reviews.progress.title'), { round: round.id })] },
    ],
  };
}

/** The papers are opened: to the chair and the committee secretary. */
export function openedCard(t: Texts, round: Round): Message {
  const show = synthesisButton.draw(
    t('reviews.synthesis.show'),
    { round: round.id, version: '' },
    { style: 'primary' },
  );
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'text', text: t.rich('anonymous.synthesis.card', listFacts(t, round)) },
      { kind: 'buttons', buttons: [show] },
    ],
  };
}

export const anonymousDutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'reviews.answer-sealed': (t, duty) => {
    const hasSent = duty.facts.hasSent === true;
    const plan = titledFacts(t, duty.facts, 'plan');
    return {
      kind: 'row',
      text: [
        t(hasSent ? 'anonymous.duty.sent' : 'anonymous.duty.line', { count: Number(duty.facts.count), plan }),
        ...(duty.dueAt ? [t('reviews.duty.until'), t.when(duty.dueAt)] : []),
      ],
      buttons: paperButtons(t, { id: duty.subject.id as Round['id'] }, hasSent),
    };
  },
};

export function listFacts(t: Texts, { list }: Pick<Round, 'list'>) {
  return { number: list.number, plan: planOfList(t, list) };
}
