/** The menu of votes, the preview, who has voted, one's own paper handed in. */
import type { About, Block, Button, Message } from '../../../chat/message.ts';
import type { Texts } from '../../../i18n/texts.ts';
import type { DueMoment } from '../../deadlines/types/dates.ts';
import { isSealed, minutesTaken } from '../rules/course.ts';
import { allowsProxies } from '../rules/proxies.ts';
import { type BallotRound, type Elector, motion } from '../types/round.ts';
import type { Frozen } from '../types/ruling.ts';
import * as buttons from './buttons.ts';
import { previewRow, proxiesButtons } from './proxies.ts';
import { sealedNext } from './secret-messages.ts';
import { candidateText, exceptionBlocks, howText, ruleText, subjectText } from './words.ts';

const rowsShown = 20;
const namesShown = 60;

export interface Menu {
  readonly committee: About & { readonly id: string };
  readonly mayRun: boolean;
  readonly rounds: readonly {
    readonly round: BallotRound;
    readonly isAsked: boolean;
    readonly hasVoted: boolean;
    readonly isTeller: boolean;
  }[];
}

export function menuMessage(t: Texts, { committee, mayRun, rounds }: Menu): Message {
  return {
    summary: t('votes.menu.summary'),
    about: committee,
    blocks: [
      { kind: 'heading', text: t('votes.menu.heading') },
      ...(rounds.length === 0
        ? [{ kind: 'text', text: [t(mayRun ? 'votes.menu.noneYet' : 'votes.menu.none')] } as const]
        : []),
      ...rounds.slice(0, rowsShown).map((one) => row(t, one, mayRun)),
      ...(mayRun
        ? [
            {
              kind: 'buttons',
              buttons: [
                buttons.prepareButton.draw(t('votes.menu.new'), { committee: committee.id }, { style: 'primary' }),
              ],
            } as const,
          ]
        : []),
    ],
  };
}

function row(t: Texts, { round, isAsked, hasVoted, isTeller }: Menu['rounds'][number], mayRun: boolean): Block {
  const own =
    round.state === 'open' && isAsked && round.place === 'chat'
      ? ` · ${t(hasVoted ? 'votes.menu.voted' : 'votes.menu.notVoted')}`
      : '';
  return {
    kind: 'row',
    text: [{ bold: subjectText(t, round).slice(0, 300) }, ` ${stateText(t, round)}${own}`],
    buttons: rowButtons(t, round, { isAsked, mayRun, isTeller }),
  };
}

function rowButtons(
  t: Texts,
  round: BallotRound,
  who: { isAsked: boolean; mayRun: boolean; isTeller: boolean },
): readonly Button[] {
  const data = { round: round.id };
  if (round.state === 'prepared' || round.state === 'scheduled') {
    return [buttons.previewButton.draw(t('votes.buttons.preview'), data)];
  }
  if (round.state !== 'open') return [buttons.seeButton.draw(t('votes.buttons.result'), data)];
  return [
    ...(who.isAsked && round.place === 'chat'
      ? [buttons.voteButton.draw(t('votes.card.vote'), data, { style: 'primary' })]
      : []),
    ...(round.place === 'room' && (who.mayRun || who.isTeller)
      ? [buttons.countsButton.draw(t('votes.buttons.counts'), data)]
      : []),
    ...(who.mayRun ? [buttons.standingButton.draw(t('votes.buttons.standing'), data)] : []),
  ];
}

export function stateText(t: Texts, round: BallotRound): string {
  switch (round.state) {
    case 'scheduled':
      return t('votes.states.scheduled', { from: t.moment(round.opensAt ?? round.closesAt) });
    case 'open':
      return t('votes.states.open', { until: t.moment(round.closesAt) });
    case 'closed':
      return t('votes.states.closed', { at: t.moment(round.closedAt ?? round.closesAt) });
    case 'prepared':
    case 'cancelled':
    case 'void':
      return t(`votes.states.${round.state}`);
  }
}

export interface Preview {
  readonly committee: { readonly name: string };
  readonly round: BallotRound;
  readonly asked: {
    readonly electors: readonly {
      readonly fullName: string;
      readonly hasAccount: boolean;
      readonly isRecused: boolean;
      readonly proxy: Elector['proxy'];
    }[];
    readonly frozen: Frozen;
  };
  readonly due: DueMoment;
  readonly minutesTo: readonly string[];
}

/** Before anybody is asked: on what, by which rule, whom, in which words, until when. */
export function previewMessage(t: Texts, { committee, round, asked, due, minutesTo }: Preview): Message {
  const electors = asked.electors.filter(({ isRecused }) => !isRecused);
  const without = electors
    .filter(({ hasAccount, proxy }) => !hasAccount && proxy === null)
    .map(({ fullName }) => fullName);
  const data = { round: round.id };
  const isInChat = round.place === 'chat';
  return {
    summary: t('votes.menu.summary'),
    blocks: [
      { kind: 'heading', text: t('votes.preview.heading') },
      { kind: 'note', text: [t(round.state === 'scheduled' ? 'votes.preview.confirmed' : 'votes.preview.nothingYet')] },
      { kind: 'text', text: [{ bold: committee.name }] },
      { kind: 'text', text: [subjectText(t, round)] },
      ...questionBlocks(t, round),
      {
        kind: 'facts',
        rows: [
          [t('votes.prepare.rule'), [ruleText(t, round.rule)]],
          [t('votes.prepare.place'), [t(`votes.places.${wayOf(round)}`)]],
          [t('votes.preview.opens'), [round.opensAt ? t.moment(round.opensAt) : t('votes.preview.atOnce')]],
          [t('votes.preview.closes'), [closesText(t, round, due)]],
          ...(round.settlesAfter === null
            ? []
            : ([[t('votes.prepare.settles'), [t.label('votes.settlings', String(round.settlesAfter))]]] as const)),
          [t('votes.preview.minutesTo'), [t.list(minutesTo.slice(0, namesShown))]],
          [t('votes.preview.numbers'), [numbersText(t, asked.frozen)]],
          ...previewRow(t, round, electors),
        ],
      },
      ...(round.why ? [{ kind: 'quote', text: round.why } as const] : []),
      { kind: 'text', text: [reachText(t, round, electors.length - without.length)] },
      ...(isInChat && without.length > 0
        ? [
            {
              kind: 'text',
              text: [withoutText(t, round, without)],
            } as const,
          ]
        : []),
      {
        kind: 'buttons',
        buttons:
          round.state === 'scheduled'
            ? [buttons.undoButton.draw(t('votes.buttons.notThen'), data)]
            : [
                ...(isSealed(round)
                  ? sealedNext(t, round)
                  : [buttons.openButton.draw(t('votes.buttons.open'), data, { style: 'primary' })]),
                ...proxiesButtons(t, round),
                buttons.discardButton.draw(t('votes.buttons.discard'), data),
              ],
      },
    ],
  };
}

function reachText(t: Texts, round: BallotRound, count: number): string {
  if (round.place === 'room') return t('votes.preview.inRoom');
  if (!isSealed(round)) return t('votes.preview.privately', { count });
  return t(round.mode === 'unnamed' ? 'votes.preview.unnamed' : 'votes.preview.sealed', { count });
}

/** A named paper can be entered for them; a sealed one by nobody. */
function withoutText(t: Texts, round: BallotRound, without: readonly string[]): string {
  const names = t.list(without.slice(0, namesShown));
  if (!isSealed(round)) return t('votes.preview.without', { names });
  return t('secret.holders.without', { count: without.length, names });
}

/** In a conference by its roll call; they are counted again when it opens, and fixed then. */
function numbersText(t: Texts, { summoned, seated, present, represented = 0, recused }: Frozen): string {
  if (present === null) return t('votes.preview.numbersAre', { summoned, recused: recused.summoned });
  const voting = present - recused.present + represented;
  return t('votes.here.numbers', { summoned, seated, present, recused: recused.summoned, voting });
}

function closesText(t: Texts, round: BallotRound, due: DueMoment): string {
  if (round.conference === null) return t.moment(due.dueAt);
  return round.place === 'room' ? t('votes.here.counted') : t('votes.here.after', { count: minutesTaken(round) });
}

/** By name, on secret papers, without names, or in the room. */
function wayOf({ mode, place }: BallotRound): 'named' | 'secret' | 'unnamed' | 'room' {
  if (place === 'room') return 'room';
  return mode === 'open' ? 'named' : mode;
}

function questionBlocks(t: Texts, round: BallotRound): readonly Block[] {
  return round.questions.flatMap((question): readonly Block[] => {
    const how: Block = { kind: 'note', text: [howText(t, round.rule, question)] };
    if (question.key === motion) return [how];
    const names = question.candidates.slice(0, namesShown).map((one) => [candidateText(t, one)]);
    const more = question.candidates.length - names.length;
    return [
      { kind: 'text', text: [{ bold: t('votes.paper.position', { title: question.title, count: question.seats }) }] },
      { kind: 'list', items: more > 0 ? [...names, [t('votes.preview.more', { count: more })]] : names },
      ...exceptionBlocks(t, question),
      how,
    ];
  });
}

export function openedMessage(
  t: Texts,
  opened: {
    readonly round: BallotRound;
    readonly heldUntil: Date | null;
    readonly told: number;
    readonly toAsk: readonly string[];
  },
): Message {
  const { round, heldUntil, told, toAsk } = opened;
  const data = { round: round.id };
  const isInChat = round.place === 'chat';
  const text = heldUntil
    ? t(isInChat ? 'votes.opened.chat' : 'votes.opened.room', { count: told, time: t.time(heldUntil) })
    : t('votes.opened.later', { from: t.moment(round.opensAt ?? round.closesAt) });
  return {
    summary: t('votes.menu.summary'),
    blocks: [
      { kind: 'text', text: [text] },
      ...(isInChat && toAsk.length > 0
        ? [{ kind: 'text', text: [t('votes.preview.without', { names: t.list(toAsk.slice(0, namesShown)) })] } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [
          buttons.undoButton.draw(t('common.undo'), data),
          ...(heldUntil
            ? [
                (isInChat ? buttons.standingButton : buttons.countsButton).draw(
                  t(isInChat ? 'votes.buttons.standing' : 'votes.buttons.counts'),
                  data,
                ),
              ]
            : []),
        ],
      },
    ],
  };
}

export interface StandingView {
  readonly round: BallotRound;
  readonly electors: readonly Elector[];
  readonly mayRun: boolean;
  readonly mayRecord: boolean;
  readonly now: Date;
}

/** Who has voted, never what. */
export function standingMessage(t: Texts, { round, electors, mayRun, mayRecord, now }: StandingView): Message {
  const voted = electors.filter(({ hasVoted }) => hasVoted);
  const waiting = electors.filter(({ hasVoted }) => !hasVoted);
  const data = { round: round.id };
  const isOpen = round.state === 'open';
  const isHeld = round.held !== null && now < round.held.until;
  const names = (people: readonly Elector[]) => people.slice(0, namesShown).map((one) => [waitingText(t, one)]);
  return {
    summary: t('votes.menu.summary'),
    blocks: [
      { kind: 'heading', text: t('votes.standing.heading') },
      { kind: 'text', text: [{ bold: subjectText(t, round).slice(0, 2_000) }, ` ${stateText(t, round)}`] },
      ...(round.place === 'chat'
        ? ([
            { kind: 'text', text: [t('votes.card.progress', { voted: voted.length, asked: electors.length })] },
            ...(waiting.length > 0
              ? ([
                  { kind: 'text', text: [{ bold: t('votes.standing.waiting') }] },
                  { kind: 'list', items: names(waiting) },
                ] as const)
              : []),
          ] as const)
        : []),
      ...(waiting.length > namesShown
        ? [{ kind: 'note', text: [t('votes.preview.more', { count: waiting.length - namesShown })] } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [
          ...(isOpen && mayRecord && round.place === 'chat'
            ? [buttons.recordButton.draw(t('votes.buttons.record'), data)]
            : []),
          ...(isOpen && round.place === 'room' ? [buttons.countsButton.draw(t('votes.buttons.counts'), data)] : []),
          ...(isOpen && allowsProxies(round) ? proxiesButtons(t, round) : []),
          ...(isOpen && mayRun && isHeld ? [buttons.undoButton.draw(t('common.undo'), data)] : []),
          ...(isOpen && mayRun && !isHeld && round.place === 'chat' ? [closeNow(t, round)] : []),
          ...(isOpen && mayRun && !isHeld
            ? [buttons.voidButton.draw(t('votes.buttons.void'), data, { style: 'danger' })]
            : []),
          ...(round.state === 'closed' ? [buttons.seeButton.draw(t('votes.buttons.result'), data)] : []),
        ],
      },
    ],
  };
}

function waitingText(t: Texts, { fullName, hasAccount, proxy }: Elector): string {
  if (proxy) return t('proxies.byHolder', { name: fullName, holder: proxy.fullName });
  return hasAccount ? fullName : t('votes.standing.noAccount', { name: fullName });
}

function closeNow(t: Texts, round: BallotRound): Button {
  return buttons.closeButton.draw(
    t('votes.buttons.close'),
    { round: round.id },
    {
      confirm: {
        title: t('votes.buttons.close'),
        text: t('votes.standing.closeConfirm'),
        yes: t('votes.buttons.close'),
        no: t('common.cancel'),
      },
    },
  );
}

/** In place of the form: the paper is in. */
export function castMessage(
  t: Texts,
  cast: { readonly round: BallotRound; readonly version: number; readonly before: Date | null },
  name: string | null,
): Message {
  const until = t.moment(cast.round.closesAt);
  const text =
    name !== null
      ? t('votes.cast.recorded', { name })
      : cast.before
        ? t('votes.cast.changed', { before: t.moment(cast.before), until })
        : t('votes.cast.sent', { until });
  return { summary: t('votes.card.doneSummary'), blocks: [{ kind: 'text', text: [text] }] };
}
