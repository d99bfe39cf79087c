/** Private cards of a conference: the invitation with the answer that stands, and what is told about it later. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { QuorumRule } from '../../eligibility/types.ts';
import type { OwnPresence } from '../../sittings/types.ts';
import { presenceBlocks, recallBlocks } from '../../sittings/views/presence.ts';
import { differenceBetween, isContentChanged } from '../rules/difference.ts';
import type { Answer, Content, Difference, Reply, Revision } from '../types.ts';
import { answerButton, fileButton, nomineesButton } from './buttons.ts';
import { consentBlocks } from './consent.ts';
import { contentBlocks, differenceBlocks, type ListName, whenText } from './parts.ts';

export interface InvitationCard {
  readonly conference: string;
  readonly committeeName: string;
  readonly zone: string;
  readonly revision: Revision;
  readonly chairName: string;
  readonly lists: readonly ListName[];
  /** Null: not summoned. */
  readonly own: { readonly post: string | null; readonly counts: boolean } | null;
  readonly reply: Reply | null;
  readonly offered: readonly Answer[];
  /** The number of the announcement that this card brought; empty: it was opened to look at. */
  readonly tells: string;
  /** What was announced before, when this card tells a change. */
  readonly before: { readonly revision: Revision; readonly chairName: string | null } | null;
  readonly isCancelled: boolean;
  readonly cancelReason: string | null;
  readonly isSentAgain: boolean;
  /** Null: the roll call has not begun. */
  readonly presence: OwnPresence | null;
  /** By which the quorum is counted. */
  readonly rule: QuorumRule | null;
  readonly now: Date;
}

export function invitationMessage(t: Texts, card: InvitationCard): Message {
  if (card.isCancelled) return cancelledMessage(t, card);
  const difference =
    card.before && differenceBetween({ ...card.before.revision, summoned: [] }, { ...card.revision, summoned: [] });
  const isChange = difference !== null && isContentChanged(difference);
  const heading = t(isChange ? 'conferences.invitation.headingChanged' : 'conferences.invitation.heading');
  return {
    summary: t(isChange ? 'conferences.invitation.changedSummary' : 'conferences.invitation.summary'),
    blocks: [
      ...again(t, card.isSentAgain),
      { kind: 'heading', text: heading },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      ...recallBlocks(t, card.revision.call, card.rule),
      ...(isChange
        ? differenceBlocks(t, difference, { before: card.before?.chairName ?? null, after: card.chairName })
        : []),
      ...contentBlocks(t, card.revision, card),
      ...(card.own?.counts && card.revision.startsAt > card.now
        ? consentBlocks(t, card.revision.agenda, card.conference)
        : []),
      ...standing(t, card),
      ...answering(t, card, difference),
    ],
  };
}

/** The same content without buttons, for the preview. */
export function invitationSample(
  t: Texts,
  content: Content & Pick<Revision, 'call' | 'classification'>,
  about: {
    committeeName: string;
    zone: string;
    chairName: string;
    lists: readonly ListName[];
    rule: QuorumRule | null;
    now: Date;
  },
): readonly Block[] {
  return [
    { kind: 'text', text: [{ bold: t('conferences.invitation.heading') }, ` · ${about.committeeName}`] },
    ...recallBlocks(t, content.call, about.rule),
    ...contentBlocks(t, content, about),
    { kind: 'text', text: [askText(t, content, about.now)] },
  ];
}

export function cancelledMessage(
  t: Texts,
  card: Pick<InvitationCard, 'committeeName' | 'revision' | 'cancelReason' | 'isSentAgain'>,
): Message {
  const when = whenText(t, card.revision);
  return {
    summary: t('conferences.invitation.cancelledSummary'),
    blocks: [
      ...again(t, card.isSentAgain),
      { kind: 'heading', text: t('conferences.invitation.headingCancelled') },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: [t('conferences.invitation.cancelledOn', { when })] },
      ...(card.cancelReason
        ? [{ kind: 'text', text: [t('conferences.invitation.cancelReason', { reason: card.cancelReason })] } as const]
        : []),
    ],
  };
}

export function releasedMessage(
  t: Texts,
  revision: Pick<Revision, 'startsAt' | 'minutes'>,
  committee: string,
): Message {
  return {
    summary: t('conferences.invitation.releasedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: committee }] },
      { kind: 'text', text: [t('conferences.invitation.released', { when: whenText(t, revision) })] },
    ],
  };
}

/** Told to the person for whom an answer was recorded, with the buttons to set it right. */
export function recordedMessage(t: Texts, card: InvitationCard): Message {
  const invitation = invitationMessage(t, card);
  if (!card.reply) return invitation;
  return {
    summary: t('conferences.invitation.recordedSummary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich(
          card.reply.via ? 'conferences.invitation.recorded' : 'conferences.invitation.recordedByDeputy',
          replyValues(t, card.reply),
        ),
      },
      { kind: 'text', text: [t('conferences.invitation.recordedWrong')] },
      ...invitation.blocks,
    ],
  };
}

export function delegateMessage(t: Texts, card: InvitationCard, inPlaceOf: string, isOver: boolean): Message {
  const summary = t('conferences.delegate.summary');
  if (isOver)
    return { summary, blocks: [{ kind: 'text', text: [t('conferences.delegate.over', { name: inPlaceOf })] }] };
  return {
    summary,
    blocks: [
      { kind: 'heading', text: t('conferences.delegate.heading') },
      { kind: 'text', text: [{ bold: card.committeeName }] },
      { kind: 'text', text: t.rich('conferences.delegate.text', { name: inPlaceOf }) },
      ...contentBlocks(t, card.revision, card),
      ...(card.presence ? presenceBlocks(t, card, card.presence, []) : []),
    ],
  };
}

function standing(t: Texts, { own }: InvitationCard): readonly Block[] {
  if (!own) return [];
  if (!own.counts) return [{ kind: 'text', text: [t('conferences.invitation.asGuest')] }];
  return own.post ? [{ kind: 'text', text: [t('conferences.invitation.asPost', { post: own.post })] }] : [];
}

function askText(t: Texts, { replyBy }: Pick<Content, 'replyBy'>, now: Date): string {
  if (replyBy === null || replyBy <= now) return t('conferences.invitation.ask');
  return t('conferences.invitation.askBy', { until: t.moment(replyBy) });
}

/** Why the question is put again, then until when. */
function askBlocks(t: Texts, { revision, now }: InvitationCard, difference: Difference | null): readonly Block[] {
  const ask = { kind: 'text', text: [askText(t, revision, now)] } as const;
  if (difference?.startsAt) return [{ kind: 'text', text: [t('conferences.invitation.askAgain')] }, ask];
  if (difference?.asksAgain) return [{ kind: 'text', text: [t('conferences.invitation.askOnceMore')] }, ask];
  return [ask];
}

function answering(t: Texts, card: InvitationCard, difference: Difference | null): readonly Block[] {
  const { reply, own, revision, now } = card;
  const others = [
    ...listButtons(t, card),
    fileButton.draw(t('conferences.buttons.file'), { conference: card.conference }),
  ];
  if (card.presence) {
    return [...replyBlocks(t, reply), ...presenceBlocks(t, card, card.presence, others)];
  }
  if (!own) return [{ kind: 'buttons', buttons: others }];
  const isOpen = revision.startsAt > now;
  if (!isOpen) {
    return [...replyBlocks(t, reply), { kind: 'note', text: [t('conferences.invitation.begun')] }];
  }
  return [
    ...(reply ? replyBlocks(t, reply) : askBlocks(t, card, difference)),
    { kind: 'buttons', buttons: [...answerButtons(t, card), ...others] },
    ...(reply ? [{ kind: 'note', text: [t('conferences.invitation.changeUntil')] } as const] : []),
  ];
}

/** Names open privately, behind a button, and only for those who may see them. */
function listButtons(t: Texts, { conference, revision, lists }: InvitationCard): readonly Button[] {
  return lists
    .filter(({ id }) => revision.agenda.some(({ list }) => list === id))
    .map(({ id, number }) =>
      nomineesButton.draw(t('conferences.buttons.nominees', { number }), { conference, list: id }),
    );
}

/** The answers not given yet; without any, coming stands out. */
export function answerButtons(
  t: Texts,
  card: {
    conference: string;
    revision: { number: number };
    offered: readonly Answer[];
    tells: string;
    reply: Pick<Reply, 'answer'> | null;
  },
): readonly Button[] {
  return card.offered
    .filter((answer) => card.reply === null || answer !== card.reply.answer || answer === 'delegate')
    .map((answer) =>
      answerButton.draw(
        t(`conferences.buttons.${answer}`),
        { conference: card.conference, revision: String(card.revision.number), answer, tells: card.tells },
        answer === 'coming' && card.reply === null ? { style: 'primary' } : {},
      ),
    );
}

export function replyBlocks(t: Texts, reply: Reply | null): readonly Block[] {
  if (!reply) return [];
  const recorded = reply.via ? 'yoursRecorded' : 'yoursByDeputy';
  const key = `conferences.invitation.${reply.recordedBy ? recorded : 'yours'}` as const;
  return [
    { kind: 'text', text: t.rich(key, replyValues(t, reply)) },
    ...(reply.delegateName
      ? [{ kind: 'text', text: [t('conferences.invitation.sends', { name: reply.delegateName })] } as const]
      : []),
    ...(reply.reason
      ? [{ kind: 'text', text: [t('conferences.invitation.reason', { reason: reply.reason })] } as const]
      : []),
  ];
}

function replyValues(t: Texts, reply: Pick<Reply, 'answer' | 'via'>): { answer: string; via: string } {
  return { answer: t(`conferences.answers.${reply.answer}`), via: t(`common.via.${reply.via ?? 'chat'}`) };
}

function again(t: Texts, isSentAgain: boolean): readonly Block[] {
  return isSentAgain ? [{ kind: 'note', text: [t('conferences.sentAgain')] }] : [];
}
