/** Submissions as the committee's side reads them: the menu, a draft with what it lacks, and how far the authority is. */
import type { Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { CommitteeId } from '../../../kernel/ids.ts';
import type { Rich } from '../../../kernel/rich.ts';
import { dossiersButton } from '../../plans/views/buttons.ts';
import { holdsSending, standingOf } from '../rules/parcel.ts';
import { isRest } from '../rules/rest.ts';
import type { Missing, Paper, Submission } from '../types.ts';
import * as buttons from './buttons.ts';
import { tellBlocks } from './units.ts';
import { missingLines, paperLine, seatLine, seatsOnPage, standingLine, titleOf } from './words.ts';

export function menuMessage(
  t: Texts,
  committee: CommitteeId,
  { submissions, mayManage }: { submissions: readonly Submission[]; mayManage: boolean },
): Message {
  return {
    summary: t('submissions.menu.title'),
    blocks: [
      { kind: 'heading', text: t('submissions.menu.title') },
      ...(submissions.length === 0
        ? [{ kind: 'text', text: [t(mayManage ? 'submissions.menu.none' : 'submissions.menu.noneYet')] } as const]
        : []),
      ...submissions.slice(0, 20).map(
        (one): Block => ({
          kind: 'row',
          text: t.rich('submissions.menu.line', {
            title: titleOf(t, one),
            to: one.authority,
            state: t(`submissions.states.${one.state}`),
          }),
          buttons: [buttons.openButton.draw(t('submissions.buttons.open'), { submission: one.id, page: '1' })],
        }),
      ),
      ...row(
        mayManage
          ? [buttons.prepareButton.draw(t('submissions.buttons.prepare'), { committee }, { style: 'primary' })]
          : [],
      ),
    ],
  };
}

export interface Opened {
  readonly submission: Submission;
  readonly missing: readonly Missing[];
  readonly papers: readonly Paper[];
  readonly mayManage: boolean;
  readonly page: number;
  readonly now: Date;
}

/** `said` stands above: what was just done. */
export function submissionMessage(t: Texts, opened: Opened, said: readonly Block[] = []): Message {
  const { submission, missing, papers, page } = opened;
  const { state, seats } = submission;
  const onPage = seats.slice((page - 1) * seatsOnPage, page * seatsOnPage);
  return {
    summary: t('submissions.summary'),
    blocks: [
      ...said,
      { kind: 'heading', text: titleOf(t, submission) },
      { kind: 'facts', rows: factRows(t, submission) },
      { kind: 'text', text: [{ bold: t('submissions.papers.title') }] },
      { kind: 'list', items: paperLines(t, papers) },
      ...(missing.length > 0
        ? [
            { kind: 'text', text: [{ bold: t('submissions.missing.title') }] } as const,
            { kind: 'list', items: missing.flatMap((one) => missingLines(t, one)).map((line) => [line]) } as const,
          ]
        : []),
      { kind: 'text', text: [{ bold: t('submissions.seats') }] },
      ...(state === 'draft' ? [] : [{ kind: 'text', text: [standingLine(t, submission)] } as const]),
      ...onPage.map((seat): Block => {
        const isQuestion = opened.mayManage && state === 'sent' && seat.answer === 'returned' && !seat.sentBack;
        const data = { submission: submission.id, seat: seat.id };
        return isQuestion
          ? {
              kind: 'row',
              text: seatLine(t, seat),
              buttons: [
                buttons.replyButton.draw(t('submissions.buttons.reply'), data),
                buttons.sendBackButton.draw(t('submissions.buttons.sendBack'), data),
              ],
            }
          : { kind: 'text', text: seatLine(t, seat) };
      }),
      ...row(pagesOf(t, submission, page, buttons.openButton)),
      ...(opened.mayManage ? tellBlocks(t, submission) : []),
      ...row(opened.mayManage ? [...deeds(t, opened), ...sheets(t, submission)] : []),
      ...(state === 'sent' && opened.mayManage ? [{ kind: 'note', text: [howAnswered(t, submission)] } as const] : []),
      { kind: 'note', text: [t('common.onlyYou')] },
    ],
  };
}

/** The forms are those of a plan's list; units hand in theirs themselves. */
function sheets(t: Texts, { id, content }: Submission): readonly Button[] {
  return content.kind === 'list' ? [buttons.sheetsButton.draw(t('sheets.button'), { submission: id })] : [];
}

function deeds(t: Texts, { submission, missing, now }: Opened): readonly Button[] {
  const data = { submission: submission.id };
  const withdraw = buttons.withdrawButton.draw(t('submissions.buttons.withdraw'), data, {
    style: 'danger',
    confirm: {
      title: t('submissions.withdraw.title'),
      text: t('submissions.withdraw.text'),
      yes: t('submissions.buttons.withdraw'),
      no: t('common.cancel'),
    },
  });
  switch (submission.state) {
    case 'draft':
      return [
        ...(!missing.some(holdsSending)
          ? [buttons.sendButton.draw(t('submissions.buttons.send'), data, { style: 'primary' })]
          : []),
        buttons.paperButton.draw(t('submissions.buttons.paper'), data),
        ...(missing.some(({ kind }) => kind === 'dossiers') && submission.content.kind === 'list'
          ? [
              dossiersButton.draw(t('dossiers.buttons.plan'), {
                committee: submission.committee,
                plan: submission.content.plan,
              }),
            ]
          : []),
        withdraw,
      ];
    case 'sent': {
      const { waiting, returned } = standingOf(submission.seats);
      if (submission.held && submission.held.until > now) {
        return [buttons.undoButton.draw(t('common.undo'), data)];
      }
      if (submission.passedIn?.state === 'sent') return [];
      return [
        ...(waiting + returned === 0
          ? [buttons.settleButton.draw(t('submissions.buttons.settle'), data, { style: 'primary' })]
          : []),
        buttons.recordButton.draw(t('submissions.buttons.record'), data),
        buttons.linkButton.draw(t('submissions.buttons.link'), data),
        ...(isRest(submission) ? [] : [withdraw]),
      ];
    }
    case 'settled':
      // The names of units are told by their units.
      if (submission.content.kind === 'units') return [];
      return [buttons.noticesButton.draw(t('submissions.buttons.notices'), data, { style: 'primary' })];
    default:
      return [];
  }
}

function howAnswered(t: Texts, { passedIn, content, settledAt }: Submission): string {
  if (passedIn?.state === 'sent') {
    return t('submissions.passedOn.how', { number: passedIn.number, to: passedIn.committeeName });
  }
  if (settledAt) return t('submissions.left.how');
  return t(content.kind === 'units' ? 'submissions.howAnsweredUnits' : 'submissions.howAnswered');
}

function paperLines(t: Texts, papers: readonly Paper[]): readonly Rich[] {
  const more = papers.length - papersShown;
  return [
    ...papers.slice(0, papersShown).map((paper) => [paperLine(t, paper)]),
    ...(more > 0 ? [[t('submissions.papers.more', { count: more })]] : []),
  ];
}

const papersShown = 25;

export function factRows(t: Texts, submission: Submission) {
  const { authority, answererName, letter, stated, state, decision, passedIn } = submission;
  return [
    [t('submissions.facts.to'), [authority]] as const,
    [t('submissions.facts.state'), [t(`submissions.states.${state}`)]] as const,
    ...(passedIn
      ? [
          [
            t('submissions.facts.passedOn'),
            [t('submissions.passedOn.in', { number: passedIn.number, to: passedIn.committeeName })],
          ] as const,
        ]
      : []),
    ...(letter ? [[t('submissions.facts.letter'), [letter]] as const] : []),
    ...(answererName ? [[t('submissions.facts.answerer'), [answererName]] as const] : []),
    ...(stated ? [[t('submissions.facts.until'), [t.date(stated.date)]] as const] : []),
    ...(decision
      ? [
          [
            t('submissions.facts.decision'),
            [t('submissions.decision', { number: decision.number, date: t.shortDate(decision.dated) })],
          ] as const,
        ]
      : []),
  ];
}

export function pagesOf(
  t: Texts,
  submission: Submission,
  page: number,
  button: typeof buttons.openButton | typeof buttons.readButton,
): readonly Button[] {
  const pages = Math.max(1, Math.ceil(submission.seats.length / seatsOnPage));
  const to = (number: number) => ({ submission: submission.id, page: String(number) });
  return [
    ...(page > 1 ? [button.draw(t('common.previousPage'), to(page - 1))] : []),
    ...(page < pages ? [button.draw(t('common.nextPage'), to(page + 1))] : []),
  ];
}

export function row(drawn: readonly Button[]): readonly Block[] {
  return drawn.length > 0 ? [{ kind: 'buttons', buttons: drawn }] : [];
}
