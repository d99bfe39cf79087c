/** The private cards: the invitation through its life, the synthesis, what was entered for somebody. No names of nominees. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { planOfList, titledFacts } from '../../classification/views/marks.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import type { Answer, Round } from '../types/nouns.ts';
import type { Overview } from '../types/seen.ts';
import { anonymousInvitation, listFacts } from './anonymous-cards.ts';
import * as buttons from './buttons.ts';
import { receiptBlocks, seenButtons } from './receipt.ts';

/** Null: nothing to say to this reader (not asked, taken back). */
export function invitationCard(t: Texts, overview: Overview, isSentAgain: boolean): Message | null {
  const { round, state } = overview;
  if (round.kind === 'anonymous') return anonymousInvitation(t, overview, isSentAgain);
  if (round.state === 'cancelled' || round.state === 'prepared' || state === null) return null;
  const again: Block[] = isSentAgain ? [{ kind: 'note', text: [t('reviews.card.again')] }] : [];
  if (round.state === 'closed') return closedCard(t, overview);
  if (state === 'not-asked') return null;
  return state === 'sent' ? sentCard(t, overview) : askingCard(t, overview, again);
}

/** In place of a card whose reader is not asked any more: it says nothing of any case. */
export function goneCard(t: Texts): Message {
  return { summary: t('reviews.card.doneSummary'), blocks: [{ kind: 'text', text: [t('reviews.card.gone')] }] };
}

function askingCard(t: Texts, overview: Overview, again: readonly Block[]): Message {
  return {
    summary: t('reviews.card.summary'),
    blocks: [
      ...again,
      {
        kind: 'text',
        text: t.rich('reviews.card.ask', { ...listFacts(t, overview.round), until: untilOf(t, overview) }),
      },
      ...closingBlocks(t, overview),
      { kind: 'text', text: [t('reviews.card.nominees', { count: overview.asked })] },
      ...possibleNote(t, overview),
      ...(overview.state === 'draft' ? ([{ kind: 'note', text: [t('reviews.card.draft')] }] as const) : []),
      { kind: 'buttons', buttons: askButtons(t, overview.round).slice(0, 2) },
      ...receiptBlocks(t, overview, askButtons(t, overview.round).slice(2)),
      { kind: 'note', text: [t('reviews.card.note')] },
    ],
  };
}

/** Until when a comment after the date asked for is still taken. */
export function closingBlocks(t: Texts, { closesAt }: Pick<Overview, 'closesAt'>): readonly Block[] {
  return closesAt ? [{ kind: 'text', text: t.rich('closing.taken', { closes: t.when(closesAt) }) }] : [];
}

/** How many and of which kind, never who: that opens behind “I must recuse myself”. */
function possibleNote(t: Texts, { possible }: Overview): readonly Block[] {
  if (!possible) return [];
  const kinds = t.list(possible.kinds.map((kind) => t.label('conflicts.kinds', kind)));
  return [{ kind: 'text', text: t.rich('conflicts.card.possible', { count: possible.nominees, kinds }) }];
}

export function askButtons(t: Texts, { id }: Pick<Round, 'id'>) {
  return [
    buttons.agreeButton.draw(t('reviews.card.agree'), { round: id }, { style: 'primary' }),
    buttons.commentButton.draw(t('reviews.card.comment'), { round: id, person: '' }),
    buttons.recuseButton.draw(t('reviews.card.recuse'), { round: id }),
  ];
}

function sentCard(t: Texts, overview: Overview): Message {
  const { round, answer, hasDraft } = overview;
  const entered = answer?.via ? 'reviews.card.recorded' : 'receipt.cardSent';
  const key = answer?.recordedBy ? entered : 'reviews.card.sent';
  const at = answer ? t.when(answer.sentAt) : '';
  return {
    summary: t('reviews.card.doneSummary'),
    blocks: [
      { kind: 'text', text: t.rich(key, { ...listFacts(t, round), at, until: changeableUntil(t, overview) }) },
      ...(hasDraft ? ([{ kind: 'note', text: [t('reviews.card.unsent')] }] as const) : []),
      {
        kind: 'buttons',
        buttons: [
          buttons.ownButton.draw(t('reviews.card.own'), { round: round.id }),
          ...othersButtons(t, overview),
          buttons.recuseButton.draw(t('reviews.card.recuse'), { round: round.id }),
        ],
      },
    ],
  };
}

function othersButtons(t: Texts, { round, mayReadOthers }: Overview) {
  return mayReadOthers ? [buttons.othersButton.draw(t('visibility.read'), { round: round.id, page: '1' })] : [];
}

function closedCard(t: Texts, overview: Overview): Message {
  const { round, state, hasDraft } = overview;
  const key = state === 'sent' ? 'reviews.card.closedSent' : 'reviews.card.closedSilent';
  const closed = round.closedAt ? t.when(round.closedAt) : '';
  const own = buttons.ownButton.draw(t('reviews.card.seeOwn'), { round: round.id });
  return {
    summary: t('reviews.card.doneSummary'),
    blocks: [
      { kind: 'text', text: t.rich(key, { ...listFacts(t, round), closed }) },
      ...(state === 'sent' || hasDraft
        ? ([{ kind: 'buttons', buttons: [own, ...othersButtons(t, overview)] }] as const)
        : []),
    ],
  };
}

export function synthesisCard(t: Texts, round: Round, version: number): Message {
  const isNewest = version === round.synthesisVersion;
  const text = isNewest
    ? t.rich('reviews.synthesis.card', { ...listFacts(t, round), version })
    : t.rich('reviews.synthesis.cardNewer', { version: round.synthesisVersion });
  return {
    summary: t('reviews.synthesis.summary'),
    blocks: [
      { kind: 'text', text },
      ...(isNewest && version > 1 ? ([{ kind: 'note', text: [t('reviews.synthesis.cardCorrected')] }] as const) : []),
      {
        kind: 'buttons',
        buttons: [
          buttons.synthesisButton.draw(
            t('reviews.synthesis.show'),
            { round: round.id, version: '' },
            { style: 'primary' },
          ),
          buttons.progressButton.draw(t('reviews.progress.title'), { round: round.id }),
        ],
      },
    ],
  };
}

export function recordedCard(t: Texts, round: Round, answer: Answer): Message {
  const via = answer.via ? t.label('common.via', answer.via.kind) : t('common.unknown');
  const data = { round: round.id, answer: answer.id };
  const text: Rich = answer.via
    ? t.rich('reviews.record.card', { ...listFacts(t, round), via })
    : t.rich('receipt.sentForYou', listFacts(t, round));
  const next: Block = answer.objectedAt
    ? { kind: 'note', text: [t('reviews.record.objected')] }
    : { kind: 'text', text: [t('reviews.record.cardNote')] };
  return {
    summary: t('reviews.record.cardSummary'),
    blocks: [
      { kind: 'text', text },
      next,
      {
        kind: 'buttons',
        buttons: [
          buttons.seeRecordedButton.draw(t('reviews.record.see'), data),
          ...(answer.objectedAt ? [] : [buttons.objectButton.draw(t('reviews.record.object'), data)]),
        ],
      },
    ],
  };
}

export function objectionCard(t: Texts, round: Round, person: { id: string; fullName: string }): Message {
  const { number } = listFacts(t, round);
  const { fullName: name } = person;
  const data = { round: round.id, person: person.id };
  return {
    summary: t('reviews.record.objectionSummary'),
    blocks: [
      { kind: 'text', text: t.rich('reviews.record.objection', { name, number, plan: planOfList(t, round.list) }) },
      { kind: 'buttons', buttons: [buttons.recordButton.draw(t('reviews.record.enter'), data, { style: 'primary' })] },
    ],
  };
}

export const dutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'reviews.answer': (t, duty) => ({
    kind: 'row',
    text: [
      t('reviews.duty.line', { count: Number(duty.facts.count), plan: titledFacts(t, duty.facts, 'plan') }),
      ...(duty.dueAt ? [t('reviews.duty.until'), t.when(duty.dueAt)] : []),
      ...(duty.facts.closesAt instanceof Date ? [t('closing.duty'), t.when(duty.facts.closesAt)] : []),
      ...(duty.facts.isDraft ? [t('reviews.duty.draft')] : []),
    ],
    buttons: [
      ...askButtons(t, { id: duty.subject.id as Round['id'] }),
      ...(duty.facts.isSeen ? [] : seenButtons(t, duty.subject.id)),
    ],
  }),
};

/** A sent answer can be changed until the round closes. */
function changeableUntil(t: Texts, { dueAt, closesAt }: Overview) {
  return untilOf(t, { dueAt: closesAt ?? dueAt });
}

function untilOf(t: Texts, { dueAt }: Pick<Overview, 'dueAt'>) {
  return dueAt ? t.when(dueAt) : t('reviews.card.noDate');
}
