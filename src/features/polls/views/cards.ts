/** What people get about a poll: the preview, the question with its dates, its end, the duty to answer. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { Duty } from '../../deadlines/types/duties.ts';
import { type DatePoll, type GivenAnswer, pollAnswers } from '../types.ts';
import * as buttons from './buttons.ts';

export function titleText(t: Texts, { title }: Pick<DatePoll, 'title'>): string {
  return title === '' ? t('conferences.untitled') : title;
}

/** Before anybody is asked: the very words, and to whom. */
export function preparedMessage(
  t: Texts,
  poll: DatePoll,
  to: { readonly committeeName: string; readonly inChat: number; readonly without: readonly string[] },
): Message {
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'heading', text: t('conferences.preview.heading') },
      { kind: 'note', text: [t('polls.nothingSent')] },
      { kind: 'text', text: [t('polls.privately', { count: to.inChat })] },
      ...(to.without.length > 0
        ? [{ kind: 'text', text: [t('polls.without', { names: t.list(to.without) })] } as const]
        : []),
      { kind: 'divider' },
      ...askedBlocks(t, poll, to.committeeName),
      { kind: 'list', items: poll.options.map(({ startsAt }) => [t.moment(startsAt)]) },
      { kind: 'divider' },
      {
        kind: 'buttons',
        buttons: [
          buttons.openPollButton.draw(t('conferences.buttons.send'), { poll: poll.id }, { style: 'primary' }),
          buttons.dropPollButton.draw(t('conferences.buttons.discard'), { poll: poll.id }),
        ],
      },
    ],
  };
}

export function openedMessage(
  t: Texts,
  opened: { readonly poll: string; readonly batch: string; readonly heldUntil: Date; readonly told: number },
): Message {
  const { poll, batch } = opened;
  return {
    summary: t('polls.summary'),
    blocks: [
      { kind: 'text', text: [t('polls.opened', { count: opened.told, time: t.time(opened.heldUntil) })] },
      { kind: 'text', text: [t('conferences.sent.undo')] },
      {
        kind: 'buttons',
        buttons: [
          buttons.undoPollButton.draw(t('common.undo'), { poll, batch }),
          buttons.standingButton.draw(t('polls.standing'), { poll }),
        ],
      },
    ],
  };
}

function askedBlocks(t: Texts, poll: DatePoll, committeeName: string): readonly Block[] {
  return [
    { kind: 'text', text: [{ bold: committeeName }] },
    { kind: 'text', text: [t('polls.ask', { title: titleText(t, poll), until: t.moment(poll.closesAt) })] },
    ...placeBlocks(t, poll),
  ];
}

export function placeBlocks(t: Texts, { place }: Pick<DatePoll, 'place'>): readonly Block[] {
  return place === '' ? [] : [{ kind: 'text', text: [t('polls.place', { place })] }];
}

/** A member's own card: each date with the answer that stands, and the others to choose. */
export function askedMessage(
  t: Texts,
  card: {
    readonly poll: DatePoll;
    readonly committeeName: string;
    readonly own: readonly GivenAnswer[];
    /** Sent because its words were corrected. */
    readonly isCorrection: boolean;
    readonly now: Date;
  },
): Message {
  const { poll, own, now } = card;
  const isOpen = poll.state === 'open' && poll.closesAt > now;
  const line = (option: DatePoll['options'][number]): Block => {
    const given = own.find((one) => one.option === option.id);
    const said = given ? ` ${t('polls.yours', { answer: t(`polls.answers.${given.answer}`) })}` : '';
    const by = given?.recordedBy ? ` ${t('polls.recorded', { via: t(`common.via.${given.via ?? 'chat'}`) })}` : '';
    const text = [{ bold: t.moment(option.startsAt) }, `${said}${by}`];
    if (!isOpen) return { kind: 'text', text };
    const choices = pollAnswers
      .filter((answer) => answer !== given?.answer)
      .map((answer) =>
        buttons.answerPollButton.draw(t(`polls.answers.${answer}`), { poll: poll.id, option: option.id, answer }),
      );
    return { kind: 'row', text, buttons: choices };
  };
  return {
    summary: t('polls.askedSummary'),
    blocks: [
      { kind: 'heading', text: t('polls.heading') },
      ...(card.isCorrection && isOpen ? [{ kind: 'note', text: [t('polls.correct.said')] } as const] : []),
      ...(isOpen
        ? askedBlocks(t, poll, card.committeeName)
        : [{ kind: 'text', text: [{ bold: card.committeeName }] } as const]),
      ...poll.options.map(line),
      { kind: 'note', text: [t(isOpen ? 'polls.noReply' : `polls.over.${poll.state}`)] },
    ],
  };
}

export function closedMessage(t: Texts, poll: DatePoll, committeeName: string): Message {
  return {
    summary: t('polls.closedSummary'),
    blocks: [
      { kind: 'text', text: [{ bold: committeeName }] },
      { kind: 'text', text: [t('polls.closed', { title: titleText(t, poll) })] },
      {
        kind: 'buttons',
        buttons: [buttons.standingButton.draw(t('polls.standing'), { poll: poll.id }, { style: 'primary' })],
      },
    ],
  };
}

export const pollDutyViews: Readonly<Record<string, (t: Texts, duty: Duty) => Block>> = {
  'polls.answer': (t, { subject, dueAt, facts }) => ({
    kind: 'row',
    text: t.rich('polls.duty', {
      title: facts.title === '' ? t('conferences.untitled') : String(facts.title),
      count: Number(facts.count),
      until: dueAt ? t.moment(dueAt) : '',
    }),
    buttons: [buttons.ownPollButton.draw(t('polls.open'), { poll: subject.id })],
  }),
};
