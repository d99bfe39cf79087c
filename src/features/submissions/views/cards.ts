/** What the authority's side gets: the parcel with a button for each seat; and the secretary's card once all is answered. */
import type { Block, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import { titledFacts } from '../../classification/views/marks.ts';
import type { DutyViews } from '../../deadlines/views/duty.ts';
import { standingOf } from '../rules/parcel.ts';
import { isEntered } from '../rules/rest.ts';
import type { Submission } from '../types.ts';
import * as buttons from './buttons.ts';
import { factRows, pagesOf, row } from './messages.ts';
import { paperLine, seatLine, seatsOnPage, standingLine, titleOf } from './words.ts';

export function askedCard(t: Texts, submission: Submission, committee: string): Message {
  return {
    summary: t('submissions.asked.summary'),
    blocks: [
      {
        kind: 'text',
        text: t.rich(submission.content.kind === 'units' ? 'submissions.asked.textUnits' : 'submissions.asked.text', {
          ...{ committee, plan: submission.about },
        }),
      },
      { kind: 'facts', rows: factRows(t, submission) },
      { kind: 'text', text: [standingLine(t, submission)] },
      ...(submission.state === 'sent' && submission.passedIn?.state !== 'sent'
        ? row([
            buttons.readButton.draw(
              t('submissions.buttons.read'),
              { submission: submission.id, page: '1' },
              { style: 'primary' },
            ),
          ])
        : [{ kind: 'note', text: [t(`submissions.asked.${askedState(submission)}`)] } as const]),
    ],
  };
}

function askedState({ state, passedIn }: Submission) {
  return state === 'sent' && passedIn ? 'passedOn' : state === 'sent' ? 'changeable' : state;
}

/** Opened privately: the seats one by one. `said` stands above: what was just done. */
export function readMessage(t: Texts, submission: Submission, page: number, said: readonly Block[] = []): Message {
  const { seats } = submission;
  const { waiting } = standingOf(seats);
  const onPage = seats.slice((page - 1) * seatsOnPage, page * seatsOnPage);
  const isOpen = submission.state === 'sent' && submission.passedIn?.state !== 'sent';
  return {
    summary: t('submissions.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: titleOf(t, submission) },
      { kind: 'list', items: submission.papers.map((paper) => [paperLine(t, paper)]) },
      { kind: 'text', text: [standingLine(t, submission)] },
      ...onPage.map(
        (seat): Block =>
          isOpen && !seat.sentBack && !isEntered(submission, seat)
            ? {
                kind: 'row',
                text: seatLine(t, seat),
                buttons: [
                  buttons.answerButton.draw(
                    t(seat.answer ? 'submissions.buttons.change' : 'submissions.buttons.answer'),
                    {
                      submission: submission.id,
                      seat: seat.id,
                    },
                  ),
                ],
              }
            : { kind: 'text', text: seatLine(t, seat) },
      ),
      ...row([
        ...pagesOf(t, submission, page, buttons.readButton),
        ...(isOpen && waiting > 0
          ? [
              buttons.restButton.draw(
                t('submissions.buttons.rest', { count: waiting }),
                { submission: submission.id },
                {
                  confirm: {
                    title: t('submissions.rest.title'),
                    text: t('submissions.rest.text', { count: waiting }),
                    yes: t('submissions.buttons.restYes'),
                    no: t('common.cancel'),
                  },
                },
              ),
            ]
          : []),
      ]),
      { kind: 'note', text: [t(`submissions.asked.${askedState(submission)}`)] },
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

export function answeredCard(t: Texts, submission: Submission): Message {
  return {
    summary: t('submissions.answered.summary'),
    blocks: [
      { kind: 'text', text: t.rich('submissions.answered.text', { title: titleOf(t, submission) }) },
      { kind: 'text', text: [standingLine(t, submission)] },
      ...row([
        buttons.openButton.draw(
          t('submissions.buttons.open'),
          { submission: submission.id, page: '1' },
          { style: 'primary' },
        ),
      ]),
    ],
  };
}

/** To whoever finishes a parcel in which a name waits that others do not see. */
export function restCard(t: Texts, submission: Submission): Message {
  const { waiting, returned } = standingOf(submission.seats);
  const count = waiting + returned;
  const open = { submission: submission.id, page: '1' };
  return {
    summary: t('submissions.left.summary'),
    blocks: [
      {
        kind: 'text',
        text:
          count === 0
            ? [t('submissions.left.done')]
            : t.rich('submissions.left.text', { title: titleOf(t, submission), count }),
      },
      ...row([buttons.openButton.draw(t('submissions.buttons.open'), open, count === 0 ? {} : { style: 'primary' })]),
    ],
  };
}

/** To a unit's secretary: the authority asks about a name, through the parcel of the unit above. */
export function questionCard(t: Texts, submission: Submission): Message {
  const { returned } = standingOf(submission.seats);
  return {
    summary: t('submissions.question.summary'),
    blocks: [
      {
        kind: 'text',
        text:
          returned === 0
            ? [t('submissions.question.done')]
            : t.rich('submissions.question.text', { title: titleOf(t, submission), count: returned }),
      },
      ...row([
        buttons.openButton.draw(
          t('submissions.buttons.open'),
          { submission: submission.id, page: '1' },
          returned === 0 ? {} : { style: 'primary' },
        ),
      ]),
    ],
  };
}

/** Whose turn it is, among what a person has to do. */
export const submissionDutyViews: DutyViews = {
  'submissions.answer': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('submissions.duty.answer', { count: Number(facts.waiting), plan: titledFacts(t, facts, 'plan') })],
    buttons: [buttons.readButton.draw(t('submissions.buttons.read'), { submission: subject.id, page: '1' })],
  }),
  'submissions.reply': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('submissions.duty.reply', { count: Number(facts.returned), number: Number(facts.number) })],
    buttons: [buttons.openButton.draw(t('submissions.buttons.open'), { submission: subject.id, page: '1' })],
  }),
  'submissions.tell': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('submissions.duty.tell', { count: Number(facts.telling), number: Number(facts.number) })],
    buttons: [buttons.openButton.draw(t('submissions.buttons.open'), { submission: subject.id, page: '1' })],
  }),
  'submissions.rest': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('submissions.duty.rest', { count: Number(facts.waiting), number: Number(facts.number) })],
    buttons: [buttons.openButton.draw(t('submissions.buttons.open'), { submission: subject.id, page: '1' })],
  }),
  'submissions.settle': (t, { subject, facts }) => ({
    kind: 'row',
    text: [t('submissions.duty.settle', { number: Number(facts.number), plan: titledFacts(t, facts, 'plan') })],
    buttons: [buttons.openButton.draw(t('submissions.buttons.open'), { submission: subject.id, page: '1' })],
  }),
};
